//! Events of plans and assignments (clauses 7, 10).

use crate::domain::{
    events::events,
    id::{Assignment, Body, Id, Membership, Plan},
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
        /// The unit has amended the agreed plan; it says whether time or place are others.
        PlanAmended = "plan_amended" (PlanState) { is_moved: bool }
        /// The unit has entered the result of the duty in its book.
        PlanHeld = "plan_held" (PlanState) { attended: i64 }
        /// A person is to go.
        PersonAssigned = "person_assigned" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
        /// A person is not to go.
        AssignmentCancelled = "assignment_cancelled" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
        /// Time or place are others than the person has said yes to.
        AssignmentReturned = "assignment_returned" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
        /// The person has said yes.
        AssignmentConfirmed = "assignment_confirmed" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
        /// The person has said no.
        AssignmentDeclined = "assignment_declined" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
        /// The person came.
        PersonAttended = "person_attended" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
        /// The person did not come.
        PersonAbsent = "person_absent" (AssignmentState) { plan: Id<Plan>, membership: Id<Membership> }
    }
    notes {
        /// The leader has told the person of the duty.
        PersonReached = "person_reached" (Assignment, Assignment) { plan: Id<Plan>, membership: Id<Membership> }
        /// Days on which the person can't come were told.
        DaysAwayTold = "days_away_told" (Membership, Membership) {}
        /// Such days do not hold any more.
        DaysAwayEnded = "days_away_ended" (Membership, Membership) {}
        /// The leader has recorded who came and the work done.
        ResultRecorded = "result_recorded" (Plan, Plan) { attended: i64, with_force: bool }
        /// The event before this one stands in the section of results of the unit's book under a number, and may correct an entry there.
        ResultEntered = "result_entered" (BookEntry, Plan) { unit: Id<Body>, number: i64, corrects: Option<i64> }
    }
}
