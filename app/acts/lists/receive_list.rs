//! Act 5: a vetting officer receives a list; its people are being vetted from then on (clause 19).

use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        decision::NUMBER_LIMIT,
        events::lists::{ListReceived, TargetSet, VettingBegun},
        handoff::HandoffKind,
        id::{self, Id},
        member_list::ListState,
        membership::MembershipState,
        permissions::Case,
        state::At,
        time::{Instant, end_of_day_after, today},
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope},
};
use chrono::NaiveDate;

/// The receipt of a list's latest sending.
#[derive(Clone, Debug)]
pub struct ReceiveList {
    pub list: Id<id::MemberList>,
    pub version: i32,
    pub incoming_number: String,
    pub incoming_date: Option<NaiveDate>,
}

faults! {
    /// What can be wrong with a receipt.
    ReceiveListError {
        IncomingNumber: "incoming_number", "incoming-number";
        IncomingDate: "incoming_date", "date-missing";
        DateInFuture: "incoming_date", "date-in-future";
    }
}

impl Command for ReceiveList {
    type Error = ReceiveListError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::ReceiveList
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.incoming_date
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<ReceiveListError>> {
        use ReceiveListError as E;
        let number = self.incoming_number.trim();
        let checks = [
            (!number.is_empty() && number.chars().count() <= NUMBER_LIMIT, E::IncomingNumber),
            (self.incoming_date.is_some(), E::IncomingDate),
            (self.incoming_date.is_none_or(|date| date <= today(now)), E::DateInFuture),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<ReceiveListError>> {
        let Some(date) = self.incoming_date else {
            return Err(Refusal::Invalid(vec![ReceiveListError::IncomingDate]));
        };
        let number = self.incoming_number.trim();
        cx.transition(
            &At::new(self.list, self.version, ListState::Sent),
            ListState::Received,
            ListReceived {},
        )?;
        if !storage::lists::dispatch::receive(
            cx.db,
            self.list,
            number,
            date,
            cx.authority.user()?,
            cx.now,
        )? {
            return Err(Refusal::Stale(vec![self.list.any()]));
        }
        let mut people = 0;
        for entry in storage::lists::entry::of_list(cx.db, self.list)?
            .iter()
            .filter(|e| e.membership_state == MembershipState::Listed)
        {
            cx.transition(&entry.membership_at(), MembershipState::BeingVetted, VettingBegun {})?;
            people += 1;
        }
        cx.close(HandoffKind::ReceiveList)?;
        // The subdivision was asked to vet the list once: corrected entries come to what it is vetting.
        if !cx.stays_open(HandoffKind::VetList)? {
            let days = storage::offices::body::get(cx.db, cx.case.territory()?)?.vetting_days;
            let due = end_of_day_after(cx.now, days);
            cx.record(TargetSet { id: self.list, internal_days: days })?;
            cx.open(HandoffKind::VetList, Some(due), &emails::lists::vet_list(people, due))?;
        }
        cx.notify(Notice::ListReceived, &emails::lists::list_received(number, date))?;
        Ok(self.list)
    }
}
