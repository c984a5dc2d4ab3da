//! Events of the border-service book and of legal training (clauses 11, 23).

use crate::domain::{
    delivery::LinkMeans,
    events::events,
    id::{Body, Id, Leadership, Membership, Training},
    membership::MembershipState,
    notice_duty::{NoticeChannel, NoticeDutyState},
    own_wish::OwnWishState,
};
use chrono::NaiveDate;

events! {
    /// What is entered in the book of a structural unit.
    RecordEvent
    steps {
        /// The unit has taken the person off the record. The item of clause 15 stands in its book alone.
        PersonTakenOffRecord = "person_taken_off_record" (MembershipState) { unit: Id<Body> }
        /// The unit has put the person back on the record: it was a slip.
        PersonPutBackOnRecord = "person_put_back_on_record" (MembershipState) { unit: Id<Body> }
        /// The notice is owed no more: the person is on the record.
        NoticeWithdrawn = "notice_withdrawn" (NoticeDutyState) { membership: Id<Membership> }
        /// The unit owes the person a notice.
        NoticeOwed = "notice_owed" (NoticeDutyState) { membership: Id<Membership> }
        /// The person was informed.
        NoticeDischarged = "notice_discharged" (NoticeDutyState) { membership: Id<Membership>, channel: NoticeChannel }
        /// The notice did not arrive.
        NoticeReopened = "notice_reopened" (NoticeDutyState) { membership: Id<Membership> }
        /// The person asks to be taken off the record, known by the digits of the telephone or not yet.
        WishAsked = "wish_asked" (OwnWishState) { membership: Id<Membership>, is_confirmed: bool }
        /// The person does not ask any more.
        WishWithdrawn = "wish_withdrawn" (OwnWishState) { membership: Id<Membership> }
        /// The unit has asked the person, who does not wish it.
        WishSetAside = "wish_set_aside" (OwnWishState) { membership: Id<Membership> }
        /// The person was taken off the record.
        WishRecorded = "wish_recorded" (OwnWishState) { membership: Id<Membership> }
    }
    notes {
        /// The unit has made sure how the person is reached.
        ContactConfirmed = "contact_confirmed" (Contact, Membership) { has_email: bool }
        /// The unit has invited the leader in office to the leader's pages.
        LeaderInvited = "leader_invited" (Leadership, Leadership) { by: LinkMeans }
        /// The unit has ended the session of a leader.
        LeaderSessionsEnded = "leader_sessions_ended" (Membership, Membership) {}
        /// A mail to the person did not arrive.
        ContactRefused = "contact_refused" (Contact, Membership) {}
        /// The person was entered in the unit's book under a number.
        RegisteredInBook = "registered_in_book" (BookEntry, Membership) { unit: Id<Body>, number: i64 }
        /// A legal training was held for people of a unit's squad.
        TrainingRecorded = "training_recorded" (Training, Training) { unit: Id<Body>, held_on: NaiveDate }
        /// The person has attended a training.
        PersonTrained = "person_trained" (BookEntry, Membership) { training: Id<Training> }
        /// The person had not attended the training after all.
        TrainingWithdrawn = "training_withdrawn" (BookEntry, Membership) { training: Id<Training> }
        /// The event before this one stands in the unit's book under a number, and may correct an entry there.
        EnteredInBook = "entered_in_book" (BookEntry, Membership) { unit: Id<Body>, number: i64, corrects: Option<i64> }
    }
}
