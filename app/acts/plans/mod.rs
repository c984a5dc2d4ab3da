//! Acts on plans (clauses 7, 10): the leader proposes and assigns, the unit agrees, returns or cancels.

pub mod agree_plan;
pub mod assign_people;
pub mod cancel_assignments;
pub mod cancel_plan;
pub mod plan_form;
pub mod propose_plan;
pub mod propose_plan_again;
pub mod return_plan;

use crate::{
    domain::{
        id::{self, Id},
        permissions::Case,
    },
    storage::{self, Db, Result, Scope},
};

/// The plan as a case, if the actor's unit leads its squad or the actor does.
fn case(db: &mut Db, scope: &Scope, plan: Id<id::Plan>) -> Result<Option<Case>> {
    let found = storage::plans::plan::find(db, scope, plan)?;
    Ok(found.map(|(plan, squad)| plan.case(&squad)))
}
