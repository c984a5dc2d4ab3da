//! Act 13: the structural unit takes a person off the record, by an item of clause 15 and the day it arose (clause 22).

use super::{
    enter::{Entry, enter},
    inform, wish,
};
use crate::{
    acts::{
        ActContext, Command, Refusal,
        certificates::prepare::void_without_record,
        faults::{failed, is_past},
        plans::cancel_assignments,
        squads::leadership,
    },
    domain::{
        book::BookKind,
        clause::Circumstance,
        events::record::{NoticeOwed, PersonTakenOffRecord, WishRecorded},
        id::{self, Id},
        involvement::Involvement,
        membership::MembershipState,
        notice_duty::NoticeDutyState,
        own_wish::OwnWishState,
        permissions::Case,
        state::At,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope, record::off_record::OffRecord},
};
use chrono::NaiveDate;

/// The person, the version that was seen, and the item. There is no place for anything finer.
pub struct TakeOffRecord {
    pub of: Involvement,
    pub membership: Id<id::Membership>,
    pub version: i32,
    pub item: Option<Circumstance>,
    /// The person has died: nobody is to be informed.
    pub is_death: bool,
    /// The day that the circumstance arose.
    pub arose_on: Option<NaiveDate>,
}

faults! {
    /// The faults of the end of a record.
    TakeOffRecordError {
        Item: "item", "off-record-item";
        Death: "is_death", "off-record-death";
        Date: "arose_on", "date-missing";
        DateInFuture: "arose_on", "date-in-future";
    }
}

impl Command for TakeOffRecord {
    type Error = TakeOffRecordError;
    type Next = id::Membership;

    fn act(&self) -> Act {
        Act::TakeOffRecord
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        storage::record::involvement::case(db, scope, self.of)
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<TakeOffRecordError>> {
        use TakeOffRecordError as E;
        let is_fitting = !self.is_death || self.item == Some(Circumstance::ExcludingCircumstances);
        let checks = [
            (self.item.is_some(), E::Item),
            (is_fitting || self.item.is_none(), E::Death),
            (self.arose_on.is_some(), E::Date),
            (is_past(self.arose_on, now), E::DateInFuture),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Membership>, Refusal<TakeOffRecordError>> {
        use TakeOffRecordError as E;
        let item = self.item.ok_or_else(|| Refusal::Invalid(vec![E::Item]))?;
        let arose_on = self.arose_on.ok_or_else(|| Refusal::Invalid(vec![E::Date]))?;
        let membership = self.membership;
        let member = storage::record::involvement::member(cx.db, self.of, membership)?
            .ok_or(Refusal::NotFound)?;
        if (member.state, member.version) != (MembershipState::Registered, self.version) {
            return Err(Refusal::Stale(vec![membership.any()]));
        }
        let unit = cx.case.unit()?;
        let at = At::new(membership, member.version, member.state);
        let link = cx.transition(&at, MembershipState::OffRecord, PersonTakenOffRecord { unit })?;
        let (id, is_death) = (Id::new(), self.is_death);
        let off = OffRecord { item, is_death, arose_on };
        storage::record::off_record::insert(cx.db, id, membership, unit, off, cx.now)?;
        let (kind, training, off_record, corrects) = (BookKind::OffRecord, None, Some(id), None);
        enter(cx, Entry { kind, membership, training, off_record, corrects }, &link)?;
        if !is_death {
            let (duty, squad) = (Id::new(), self.of.squad());
            storage::record::notice_duty::insert(cx.db, duty, squad, membership, unit, cx.now)?;
            cx.create(duty, NoticeDutyState::Open, NoticeOwed { membership })?;
            inform::owe(cx)?;
        }
        if let Some(asked) = storage::record::own_wish::asked(cx.db, membership)? {
            wish::end(cx, &asked, OwnWishState::Recorded, WishRecorded { membership })?;
        }
        if is_death && let Some(reach) = storage::record::contact::of(cx.db, membership)? {
            storage::mail::person_mail::stop(cx.db, reach.person, cx.now)?;
        }
        cancel_assignments::cancel_future(cx, membership)?;
        leadership::end(cx, membership)?;
        // No akimat and no council has to do with a freelance officer.
        if self.of.squad().is_some() {
            cx.notify(Notice::TakenOffRecord, &emails::record::taken_off_record())?;
            cx.notify(
                Notice::TakenOffRecordAtCouncil,
                &emails::record::taken_off_record_at_council(),
            )?;
        }
        void_without_record(cx, membership)?;
        Ok(membership)
    }
}
