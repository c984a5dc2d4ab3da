//! Act 2a: the council's secretary records that the council creates a squad (clause 7).

use super::decision::{self, DecisionError, DecisionForm};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        decision::DecisionKind,
        events::squads::SquadCreated,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        squad::SquadState,
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{self, Db, Result, Scope},
};
use chrono::NaiveDate;

/// A decision that creates a squad, and may appoint its leader.
pub struct CreateSquad {
    pub form: DecisionForm,
    pub leader: Option<Id<id::Membership>>,
}

impl Command for CreateSquad {
    type Error = DecisionError;
    type Next = id::Squad;

    fn act(&self) -> Act {
        Act::CreateSquad
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        self.form.case(db, scope)
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.form.decided_on
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<DecisionError>> {
        let mut faults = self.form.faults(db, case, now)?;
        faults.extend(self.form.not_carried());
        faults.extend(decision::not_member(db, case.squad()?, self.leader)?);
        Ok(faults)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Squad>, Refusal<DecisionError>> {
        let squad = self.form.squad;
        let recorded = self.form.record(cx, DecisionKind::Create, self.leader)?;
        cx.transition(
            &self.form.proposed(),
            SquadState::Created,
            SquadCreated { decision: recorded.id },
        )?;
        storage::squads::squad::show_to_border(
            cx.db,
            squad,
            cx.case.territory()?,
            cx.case.unit()?,
        )?;
        cx.close(HandoffKind::PutToCouncil)?;
        cx.open(
            HandoffKind::SendList,
            None,
            &emails::lists::send_list(&self.form.number, recorded.decided_on),
        )?;
        cx.open(
            HandoffKind::SquadCreated,
            None,
            &emails::squads::squad_created(&self.form.number, recorded.decided_on),
        )?;
        match self.leader {
            Some(leader) => decision::appoint(cx, &recorded, leader)?,
            None => cx.open(HandoffKind::AppointLeader, None, &emails::squads::appoint_leader())?,
        }
        Ok(squad)
    }
}
