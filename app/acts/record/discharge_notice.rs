//! Act 19: the unit has informed a person who was taken off the record (clause 22).

use super::inform;
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_past, is_said},
    },
    domain::{
        events::record::NoticeDischarged,
        id::{self, Id},
        notice_duty::{NoticeChannel, NoticeDutyState, PROOF_LIMIT},
        permissions::Case,
        state::At,
        time::{Instant, today},
        workflow::{Act, Notice},
    },
    emails,
    storage::{
        self, Db, Result, Scope,
        record::{contact, notice_duty},
    },
};
use chrono::NaiveDate;

/// How, when and by what proof the person was informed; the version of the duty that was seen.
pub struct DischargeNotice {
    pub duty: Id<id::NoticeDuty>,
    pub version: i32,
    pub channel: Option<NoticeChannel>,
    pub on: Option<NaiveDate>,
    pub proof: String,
}

faults! {
    /// The faults of a notice.
    DischargeNoticeError {
        Channel: "channel", "notice-channel";
        Date: "given_on", "date-missing";
        DateInFuture: "given_on", "date-in-future";
        DateBefore: "given_on", "notice-too-early";
        Proof: "proof", "notice-proof";
        NoAddress: "channel", "notice-no-address";
    }
}

/// The squad or application whose person one of the scope's units is to inform, as a case.
///
/// # Errors
/// Those of the database.
pub fn case(db: &mut Db, scope: &Scope, duty: Id<id::NoticeDuty>) -> Result<Option<Case>> {
    let Some(duty) = notice_duty::find(db, &scope.units, duty)? else { return Ok(None) };
    storage::record::involvement::case(db, scope, duty.of)
}

impl Command for DischargeNotice {
    type Error = DischargeNoticeError;
    type Next = id::NoticeDuty;

    fn act(&self) -> Act {
        Act::DischargeNotice
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.duty)
    }

    fn validate(
        &self,
        db: &mut Db,
        case: &Case,
        now: Instant,
    ) -> Result<Vec<DischargeNoticeError>> {
        use DischargeNoticeError as E;
        let units: Vec<_> = case.parties.unit.into_iter().collect();
        let owed = notice_duty::find(db, &units, self.duty)?;
        let since = owed.as_ref().map(|duty| today(duty.opened_at));
        // The system itself sends the mail, today; what it sends is its own proof.
        if self.channel == Some(NoticeChannel::Email) {
            let reach = owed.and_then(|duty| contact::of(db, duty.membership).transpose());
            let has_address = reach.transpose()?.is_some_and(|reach| reach.address().is_some());
            return Ok(if has_address { Vec::new() } else { vec![E::NoAddress] });
        }
        let checks = [
            (self.channel.is_some(), E::Channel),
            (self.on.is_some(), E::Date),
            (is_past(self.on, now), E::DateInFuture),
            (self.on.zip(since).is_none_or(|(day, since)| day >= since), E::DateBefore),
            (is_said(&self.proof, PROOF_LIMIT), E::Proof),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::NoticeDuty>, Refusal<DischargeNoticeError>> {
        use DischargeNoticeError as E;
        let channel = self.channel.ok_or_else(|| Refusal::Invalid(vec![E::Channel]))?;
        let is_mail = channel == NoticeChannel::Email;
        let on = if is_mail { Some(today(cx.now)) } else { self.on };
        let on = on.ok_or_else(|| Refusal::Invalid(vec![E::Date]))?;
        let unit = cx.case.unit()?;
        let duty = notice_duty::find(cx.db, &[unit], self.duty)?.ok_or(Refusal::NotFound)?;
        let at = At::new(duty.id, self.version, NoticeDutyState::Open);
        let membership = duty.membership;
        cx.transition(&at, NoticeDutyState::Done, NoticeDischarged { membership, channel })?;
        let mail = if is_mail {
            let email = emails::record::record_ended(today(duty.opened_at), duty.of);
            let mail = cx.notify_person(Notice::RecordEnded, &email, membership, None)?;
            Some(mail.ok_or_else(|| Refusal::Invalid(vec![E::NoAddress]))?)
        } else {
            None
        };
        let proof = if is_mail { "" } else { self.proof.trim() };
        notice_duty::give(cx.db, duty.id, channel, on, proof, mail, cx.now)?;
        inform::settle(cx)?;
        Ok(duty.id)
    }
}
