//! What is special about one act: a command is parsed by `web` and carried out by [`super::perform`].

use crate::{
    acts::ActContext,
    domain::{
        id::Id,
        permissions::{Case, Unmet},
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Scope, StorageError},
};

/// Why an act was not carried out. Nothing was changed.
#[derive(Debug)]
pub enum Refusal<E> {
    /// There is no such case among those the actor may see.
    NotFound,
    /// Something is missing, the same that the page says beside an absent button.
    Denied(Box<Case>, Vec<Unmet>),
    /// Others were faster: these subjects have moved on.
    Stale(Vec<Id>),
    /// What was typed can't be used; every fault at once.
    Invalid(Vec<E>),
    /// The database failed.
    Storage(StorageError),
}

impl<E> From<StorageError> for Refusal<E> {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// What an act led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done<T> {
    /// The case or thing to show next.
    pub result: Id<T>,
    /// The form had been submitted before: nothing was done again.
    pub is_repeated: bool,
}

/// What is special about one act: `validate · generate · apply`.
pub trait Command {
    /// The faults that what was typed can have.
    type Error;

    /// Names the kind of thing to show next.
    type Shown;

    /// Which act it is.
    fn act(&self) -> Act;

    /// Finds the case through what the actor may see.
    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>, StorageError>;

    /// What the case lacks for this act.
    fn preconditions(&self, _db: &mut Db, _case: &Case) -> Result<Vec<Unmet>, StorageError> {
        Ok(Vec::new())
    }

    /// Every fault of what was typed.
    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<Self::Error>, StorageError>;

    /// Writes what the act is about through the [`ActContext`] and gives what to show next.
    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<Self::Shown>, Refusal<Self::Error>>;
}
