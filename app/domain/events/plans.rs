//! Events of plans and assignments (clauses 7, 10).

use crate::domain::{
    events::events,
    id::{Id, Membership, Plan},
    plan::{AssignmentState, PlanState},
};

events! {
    /// Events of plans of a squad and of those who are assigned.
    PlanEvent
    steps {
        /// The leader has proposed a plan, or proposed it once more.
        PlanProposed = "plan_proposed" (PlanState) {}
        /// The unit has agreed to the plan.
        PlanAgreed = "plan_agreed" (PlanState) {}
        /// The unit wants it otherwise.
        PlanReturned = "plan_returned" (PlanState) {}
        /// The unit has cancelled the plan.
        PlanCancelled = "plan_cancelled" (PlanState) {}
        /// A person is to go.
        PersonAssigned = "person_assigned" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
        /// A person is not to go.
        AssignmentCancelled = "assignment_cancelled" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
    }
    notes {}
}
