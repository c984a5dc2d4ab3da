//! A slip is mended: the wrong person was taken off the record. The same unit puts the person back on the same day, by a
//! correcting entry, and everything that followed is undone and told; later only a new list leads back.

use super::{
    enter::{Entry, enter},
    inform,
};
use crate::{
    acts::{ActContext, Command, Refusal, certificates::prepare::prepare, squads::leadership},
    domain::{
        book::BookKind,
        events::record::{NoticeWithdrawn, PersonPutBackOnRecord},
        handoff::HandoffKind,
        id::{self, Id},
        involvement::Involvement,
        membership::MembershipState,
        notice_duty::NoticeDutyState,
        permissions::Case,
        state::At,
        time::{Instant, today},
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope, StorageError, record::off_record::Ended},
};

/// The person, and the version that was seen.
pub struct PutBackOnRecord {
    pub of: Involvement,
    pub membership: Id<id::Membership>,
    pub version: i32,
}

faults! {
    /// Why a person can't be put back.
    PutBackOnRecordError {
        TooLate: "put_back", "put-back-too-late";
        InSquad: "put_back", "put-back-in-squad";
    }
}

/// Whether the end of a record can be undone at that moment.
#[must_use]
pub fn is_in_time(ended: &Ended, now: Instant) -> bool {
    today(ended.recorded_at) == today(now)
}

impl Command for PutBackOnRecord {
    type Error = PutBackOnRecordError;
    type Next = id::Membership;

    fn act(&self) -> Act {
        Act::PutBackOnRecord
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        storage::record::involvement::case(db, scope, self.of)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<PutBackOnRecordError>> {
        let ended = storage::record::off_record::of_membership(db, self.membership)?;
        let is_late = ended.is_some_and(|ended| !is_in_time(&ended, now));
        Ok(if is_late { vec![PutBackOnRecordError::TooLate] } else { Vec::new() })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Membership>, Refusal<PutBackOnRecordError>> {
        let membership = self.membership;
        let member = storage::record::involvement::member(cx.db, self.of, membership)?
            .ok_or(Refusal::NotFound)?;
        if (member.state, member.version) != (MembershipState::OffRecord, self.version) {
            return Err(Refusal::Stale(vec![membership.any()]));
        }
        let ended = storage::record::off_record::of_membership(cx.db, membership)?
            .ok_or(Refusal::NotFound)?;
        let unit = cx.case.unit()?;
        let at = At::new(membership, member.version, member.state);
        let back = PersonPutBackOnRecord { unit };
        let link = match cx.transition(&at, MembershipState::Registered, back) {
            // The person came back by a new list meanwhile.
            Err(Refusal::Storage(StorageError::Unique)) => {
                return Err(Refusal::Invalid(vec![PutBackOnRecordError::InSquad]));
            }
            other => other?,
        };
        storage::record::off_record::undo(cx.db, ended.id, cx.now)?;
        let corrects = storage::record::book::of_off_record(cx.db, ended.id)?;
        let (kind, training, off_record) = (BookKind::OffRecordWithdrawn, None, None);
        enter(cx, Entry { kind, membership, training, off_record, corrects }, &link)?;
        if let Some(duty) = storage::record::notice_duty::standing(cx.db, unit, membership)? {
            cx.transition(&duty, NoticeDutyState::Withdrawn, NoticeWithdrawn { membership })?;
        }
        inform::settle(cx)?;
        if leadership::restore(cx, membership, ended.recorded_at)? {
            cx.close(HandoffKind::AppointLeader)?;
        }
        prepare(cx, &[membership])?;
        if self.of.squad().is_some() {
            cx.notify(Notice::PutBackOnRecord, &emails::record::put_back_on_record())?;
            cx.notify(
                Notice::PutBackOnRecordAtCouncil,
                &emails::record::put_back_on_record_at_council(),
            )?;
        }
        Ok(membership)
    }
}
