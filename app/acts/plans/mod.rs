//! Acts on plans (clauses 7, 10): the leader proposes and assigns, the unit agrees, returns or cancels.

pub mod agree_plan;
pub mod assign_people;
pub mod cancel_assignments;
pub mod cancel_plan;
pub mod plan_form;
pub mod propose_plan;
pub mod propose_plan_again;
pub mod return_plan;
