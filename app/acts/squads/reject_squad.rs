//! Act 2b: the council's secretary records that the council rejects a squad (clause 7).

use super::decision::{DecisionError, DecisionForm};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        decision::DecisionKind,
        events::{
            lists::{CandidateWithdrawn, DraftClosed, EntryWithdrawn},
            squads::SquadRejected,
        },
        handoff::HandoffKind,
        id::{self, Id},
        member_list::{EntryState, ListState},
        membership::MembershipState,
        permissions::Case,
        squad::SquadState,
        state::At,
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{self, Db, Result, Scope},
};
use chrono::NaiveDate;

/// A decision that rejects a squad.
pub struct RejectSquad {
    pub form: DecisionForm,
}

impl Command for RejectSquad {
    type Error = DecisionError;
    type Next = id::Squad;

    fn act(&self) -> Act {
        Act::RejectSquad
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        self.form.case(db, scope)
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.form.decided_on
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<DecisionError>> {
        self.form.faults(db, case, now)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Squad>, Refusal<DecisionError>> {
        let squad = self.form.squad;
        let recorded = self.form.record(cx, DecisionKind::Reject, None)?;
        cx.transition(
            &self.form.proposed(),
            SquadState::Rejected,
            SquadRejected { decision: recorded.id },
        )?;
        if let Some((list, version)) = storage::lists::member_list::draft_of(cx.db, squad)? {
            withdraw_all(cx, list)?;
            storage::lists::copy::forget_loose(cx.db, list)?;
            cx.transition(
                &At::new(list, version, ListState::Draft),
                ListState::Closed,
                DraftClosed {},
            )?;
        }
        cx.close(HandoffKind::PutToCouncil)?;
        let email = emails::squads::squad_rejected(&self.form.number, recorded.decided_on);
        cx.open(HandoffKind::SquadRejected, None, &email)?;
        Ok(squad)
    }
}

/// Withdraws everybody on the draft.
fn withdraw_all(
    cx: &mut ActContext<'_>,
    list: Id<id::MemberList>,
) -> Result<(), Refusal<DecisionError>> {
    for entry in
        storage::lists::entry::of_list(cx.db, list)?.iter().filter(|e| e.state == EntryState::Open)
    {
        cx.transition(&entry.at(), EntryState::Withdrawn, EntryWithdrawn {})?;
        storage::lists::copy::forget_unsent(cx.db, list, entry.id)?;
        storage::lists::entry::set_settled_at(cx.db, entry.id, Some(cx.now))?;
        cx.transition(&entry.membership_at(), MembershipState::Withdrawn, CandidateWithdrawn {})?;
    }
    Ok(())
}
