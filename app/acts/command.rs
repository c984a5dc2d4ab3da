//! What is special about one act: a command is parsed by `web` and carried out by [`super::perform`].

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        id::Id,
        permissions::{Case, Unmet},
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Scope, StorageError},
};
use chrono::NaiveDate;

/// What is special about one act: `validate · generate · apply`.
pub trait Command {
    /// The faults that what was typed can have.
    type Error;

    /// Names the kind of thing to show next.
    type Next;

    /// Which act it is.
    fn act(&self) -> Act;

    /// Finds the case through what the actor may see.
    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>, StorageError>;

    /// What the case lacks for this act.
    fn preconditions(&self, _db: &mut Db, _case: &Case) -> Result<Vec<Unmet>, StorageError> {
        Ok(Vec::new())
    }

    /// The day of the paper that the act records: the edition of the Rules is that of the day.
    fn dated(&self) -> Option<NaiveDate> {
        None
    }

    /// Every fault of what was typed; most acts take nothing that could be wrong.
    fn validate(
        &self,
        _db: &mut Db,
        _case: &Case,
        _now: Instant,
    ) -> Result<Vec<Self::Error>, StorageError> {
        Ok(Vec::new())
    }

    /// Writes what the act is about through the [`ActContext`] and gives what to show next.
    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<Self::Next>, Refusal<Self::Error>>;
}
