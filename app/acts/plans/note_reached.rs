//! The leader has told people whom no mail has reached, or who have not answered.

use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::plans::PersonReached,
        id::{self, Id},
        permissions::Case,
        workflow::Act,
    },
    storage::{Db, Result, Scope, plans::assignment},
};
use std::collections::BTreeSet;

/// The plan, and whom the leader has told.
pub struct NoteReached {
    pub plan: Id<id::Plan>,
    pub reached: BTreeSet<Id<id::Assignment>>,
}

impl Command for NoteReached {
    type Error = NothingTyped;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::NoteReached
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.plan)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<NothingTyped>> {
        for id in &self.reached {
            let of = assignment::in_plan(cx.db, self.plan, *id)?.ok_or(Refusal::NotFound)?;
            if !of.state.is_going() {
                return Err(Refusal::Stale(vec![id.any()]));
            }
            if of.reached_at.is_none() {
                assignment::note_reached(cx.db, of.id, cx.now)?;
                let (plan, membership) = (self.plan, of.membership);
                cx.record(PersonReached { id: of.id, plan, membership })?;
            }
        }
        Ok(self.plan)
    }
}
