//! Act 19: the subdivision has informed an applicant of its decision: of a positive one, as clause 18 orders, or of a refusal.

use super::{case, notice};
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_past, is_said},
    },
    domain::{
        application::ApplicationDecision,
        events::record::NoticeDischarged,
        id::{self, Id},
        notice_duty::{NoticeChannel, NoticeDutyState, PROOF_LIMIT},
        permissions::Case,
        state::At,
        time::{Instant, today},
        workflow::Act,
    },
    storage::{Db, Result, Scope, applications::application, record::notice_duty},
};
use chrono::NaiveDate;

/// How, when and by what proof the applicant was informed; the version of the duty that was seen. A mail is sent with the decision.
pub struct InformApplicant {
    pub application: Id<id::Application>,
    pub decision: ApplicationDecision,
    pub version: i32,
    pub channel: Option<NoticeChannel>,
    pub on: Option<NaiveDate>,
    pub proof: String,
}

faults! {
    /// The faults of a notice to an applicant.
    InformApplicantError {
        Channel: "channel", "notice-channel";
        Date: "given_on", "date-missing";
        DateInFuture: "given_on", "date-in-future";
        DateBefore: "given_on", "notice-too-early";
        Proof: "proof", "notice-proof";
    }
}

impl Command for InformApplicant {
    type Error = InformApplicantError;
    type Next = id::Application;

    fn act(&self) -> Act {
        match self.decision {
            ApplicationDecision::Accepted => Act::InformApplicant,
            ApplicationDecision::Refused => Act::TellRefusal,
        }
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<InformApplicantError>> {
        use InformApplicantError as E;
        let decided = application::get(db, self.application)?.settled_at.map(today);
        let checks = [
            (self.channel.is_some_and(|by| NoticeChannel::BY_HAND.contains(&by)), E::Channel),
            (self.on.is_some(), E::Date),
            (is_past(self.on, now), E::DateInFuture),
            (self.on.zip(decided).is_none_or(|(day, decided)| day >= decided), E::DateBefore),
            (is_said(&self.proof, PROOF_LIMIT), E::Proof),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Application>, Refusal<InformApplicantError>> {
        use InformApplicantError as E;
        let (channel, on) =
            self.channel.zip(self.on).ok_or_else(|| Refusal::Invalid(vec![E::Channel, E::Date]))?;
        let (membership, territory) =
            (application::get(cx.db, self.application)?.membership, cx.case.territory()?);
        let owed = notice_duty::owed_by(cx.db, territory, membership)?.ok_or(Refusal::NotFound)?;
        let at = At::new(owed.id, self.version, NoticeDutyState::Open);
        cx.transition(&at, NoticeDutyState::Done, NoticeDischarged { membership, channel })?;
        notice_duty::give(cx.db, owed.id, channel, on, self.proof.trim(), None, cx.now)?;
        cx.close(notice::handoff(self.decision))?;
        Ok(self.application)
    }
}
