//! Acts on plans (clauses 7, 10, 23): the leader proposes and assigns, the unit agrees, returns, amends or cancels, members answer,
//! and what came of it is recorded.

pub mod agree_plan;
pub mod amend_plan;
pub mod assign_people;
pub mod away_form;
pub mod cancel_assignments;
pub mod cancel_plan;
pub mod confirm_assignment;
pub mod copy_plan;
pub mod correct_result;
pub mod decline_assignment;
pub mod end_days_away;
pub mod enter_result;
pub mod note_days_away;
pub mod note_reached;
pub mod plan_form;
pub mod propose_plan;
pub mod propose_plan_again;
pub mod record_result;
pub mod remind_members;
pub mod result_form;
pub mod return_plan;
pub mod tell_days_away;
pub mod tell_member;

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
