//! Act 16: the leader says who goes: people in the book who have had legal training and go nowhere else then (clauses 10, 11).

use super::{cancel_assignments::cancel, tell_member};
use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        events::plans::PersonAssigned,
        id::{self, Id},
        membership::MembershipState,
        permissions::Case,
        plan::{AssignmentState, PlanState},
        time::Instant,
        workflow::Act,
    },
    storage::{
        self, Db, Result, Scope,
        plans::{
            assignment::{self, Assignment},
            plan,
        },
        squads::membership::Member,
    },
};
use std::collections::BTreeSet;

/// All who go by a plan; the version of the plan that was seen.
pub struct AssignPeople {
    pub plan: Id<id::Plan>,
    pub version: i32,
    pub people: BTreeSet<Id<id::Membership>>,
}

faults! {
    /// The faults of an assignment.
    AssignPeopleError {
        NotReady: "people", "assign-not-ready";
        NotFree: "people", "assign-not-free";
        Begun: "people", "assign-begun";
    }
}

/// Those who are to go by a plan.
fn going(db: &mut Db, plan: Id<id::Plan>) -> Result<Vec<Assignment>> {
    let all = assignment::of_plan(db, plan)?;
    Ok(all.into_iter().filter(|of| of.state.is_going()).collect())
}

/// Whether a person may go on any duty: in the book, with legal training (clause 11).
#[must_use]
pub fn may_go(member: &Member) -> bool {
    member.state == MembershipState::Registered && member.trained_on.is_some()
}

impl Command for AssignPeople {
    type Error = AssignPeopleError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::AssignPeople
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.plan)
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<AssignPeopleError>> {
        use AssignPeopleError as E;
        let squad = case.squad()?;
        let found = plan::get(db, self.plan)?;
        let members = storage::squads::membership::of_squad(db, squad)?;
        let there: BTreeSet<Id<id::Membership>> =
            going(db, self.plan)?.iter().map(|one| one.membership).collect();
        let busy = assignment::busy(db, squad, self.plan, found.period)?;
        let new = || self.people.iter().filter(|id| !there.contains(id));
        let is_ready = |id: &&Id<id::Membership>| members.iter().any(|m| m.id == **id && may_go(m));
        let checks = [
            (new().all(|id| is_ready(&id)), E::NotReady),
            (!new().any(|id| busy.iter().any(|one| one.membership == *id)), E::NotFree),
            (found.period.0 > now, E::Begun),
        ];
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<AssignPeopleError>> {
        let found = plan::get(cx.db, self.plan)?;
        if (found.state, found.version) != (PlanState::Agreed, self.version) {
            return Err(Refusal::Stale(vec![self.plan.any()]));
        }
        // Nobody has sent these people elsewhere since the form was judged: the chain is in hand now.
        let (case, now) = (cx.case.clone(), cx.now);
        let faults = self.validate(cx.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        let there = going(cx.db, self.plan)?;
        for gone in there.iter().filter(|one| !self.people.contains(&one.membership)) {
            cancel(cx, gone)?;
        }
        for membership in &self.people {
            if there.iter().any(|one| one.membership == *membership) {
                continue;
            }
            let (id, membership) = (Id::new(), *membership);
            assignment::insert(cx.db, id, &found, membership, cx.now)?;
            let facts = PersonAssigned { plan: self.plan, membership };
            cx.create(id, AssignmentState::Assigned, facts)?;
            tell_member::assigned(cx, id)?;
        }
        Ok(self.plan)
    }
}
