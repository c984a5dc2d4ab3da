//! Events of bodies, users and duties: what administrators and operators do.

use crate::domain::{
    body::{BodyKind, BodyState, DutyKind},
    delivery::LinkMeans,
    events::events,
    id::{Body, Duty, Id, User},
    time::Instant,
    workflow::Notice,
};
use chrono::NaiveDate;

events! {
    /// What happens to bodies, users and duties.
    OfficeEvent
    steps {
        /// A body was added, which serves these akimats.
        BodyAdded = "body_added" (BodyState) { kind: BodyKind, serves: Vec<Id<Body>> }
        /// Name, mailbox, target or served akimats of a body were changed.
        BodyChanged = "body_changed" (BodyState) { renamed: bool, vetting_days: u32, serves: Vec<Id<Body>> }
        /// The mailbox of a body was corrected after a refusal.
        MailboxCorrected = "mailbox_corrected" (BodyState) {}
        /// Another body has succeeded this one.
        BodySucceeded = "body_succeeded" (BodyState) { successor: Id<Body> }
    }
    notes {
        /// An account was made.
        UserAdded = "user_added" (User, User) {}
        /// An account was disabled.
        UserDisabled = "user_disabled" (User, User) {}
        /// An administrator has ended the sessions of a user.
        SessionsEnded = "sessions_ended" (User, User) {}
        /// A duty was granted from a moment on, as a deputy's for somebody or not.
        DutyGranted = "duty_granted" (Duty, Duty) {
            user: Id<User>, body: Id<Body>, kind: DutyKind, from: Instant, to: Option<Instant>, deputy_for: Option<Id<User>>
        }
        /// Somebody else than its granter stands for a duty.
        DutyConfirmed = "duty_confirmed" (Duty, Duty) { user: Id<User> }
        /// Position and rank of a head were entered, as certificates say them from that day on.
        SignatoryRecorded = "signatory_recorded" (Duty, Duty) { user: Id<User>, from: NaiveDate }
        /// A duty has ended or will end at that moment.
        DutyEnded = "duty_ended" (Duty, Duty) { user: Id<User>, to: Instant }
        /// A link that sets the user's password was made.
        LinkMade = "link_made" (Link, User) { notice: Notice, by: LinkMeans, until: Instant }
    }
}
