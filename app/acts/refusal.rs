//! How an act ends: done, or refused with nothing changed.

use crate::{
    domain::{
        id::Id,
        permissions::{Absent, Case, Unmet},
        workflow::{Act, Change},
    },
    storage::StorageError,
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
    /// The act broke its contract with the table: a fault of the program.
    Broken(Breach),
    /// The database failed.
    Storage(StorageError),
}

/// How an act broke its contract with the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// The row of the act has no such step.
    #[error("the workflow has no step {change:?} for {act}")]
    NoStep { act: Act, change: Change },
    /// The row of the act does not name that act as one that follows.
    #[error("{act} does not follow from {of}")]
    NotFollowing { act: Act, of: Act },
    /// The case has no such body or squad.
    #[error(transparent)]
    Absent(#[from] Absent),
}

impl<E> From<Breach> for Refusal<E> {
    fn from(breach: Breach) -> Self {
        Self::Broken(breach)
    }
}

impl<E> From<StorageError> for Refusal<E> {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl<E> From<Absent> for Refusal<E> {
    fn from(absent: Absent) -> Self {
        Self::Broken(absent.into())
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
