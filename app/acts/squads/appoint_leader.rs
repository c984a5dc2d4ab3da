//! Act 2c: the council's secretary records whom the council appoints to lead a squad (clause 7).

use super::decision::{self, DecisionError, DecisionForm};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        decision::DecisionKind,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::{Case, Unmet},
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};
use chrono::NaiveDate;

/// A decision that appoints a member leader.
pub struct AppointLeader {
    pub form: DecisionForm,
    /// `None`: the form names nobody.
    pub leader: Option<Id<id::Membership>>,
}

impl Command for AppointLeader {
    type Error = DecisionError;
    type Next = id::Squad;

    fn act(&self) -> Act {
        Act::AppointLeader
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        self.form.case(db, scope)
    }

    fn preconditions(&self, db: &mut Db, case: &Case) -> Result<Vec<Unmet>> {
        preconditions(db, case.squad()?)
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.form.decided_on
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<DecisionError>> {
        let mut faults = self.form.faults(db, case, now)?;
        faults.extend(self.form.not_carried());
        faults.extend(self.leader.is_none().then_some(DecisionError::Leader));
        faults.extend(decision::not_member(db, case.squad()?, self.leader)?);
        Ok(faults)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Squad>, Refusal<DecisionError>> {
        let squad = self.form.squad;
        let leader = self.leader.ok_or_else(|| Refusal::Invalid(vec![DecisionError::Leader]))?;
        // A correction may have changed who the members are since the form was made.
        if storage::squads::squad::version(cx.db, squad)? != self.form.version {
            return Err(Refusal::Stale(vec![squad.any()]));
        }
        let recorded = self.form.record(cx, DecisionKind::Appoint, Some(leader))?;
        decision::appoint(cx, &recorded, leader)?;
        cx.close(HandoffKind::AppointLeader)?;
        Ok(squad)
    }
}

/// What a squad lacks for the appointment of a leader.
pub fn preconditions(db: &mut Db, squad: Id<id::Squad>) -> Result<Vec<Unmet>> {
    let mut missing = Vec::new();
    if storage::squads::leadership::open_of(db, squad)?.is_some() {
        missing.push(Unmet::LeaderOpen);
    }
    if !storage::squads::membership::of_squad(db, squad)?
        .iter()
        .any(|member| member.state.is_current())
    {
        missing.push(Unmet::Members);
    }
    Ok(missing)
}
