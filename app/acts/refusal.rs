//! How an act ends: done, or refused with nothing changed.

use crate::{
    domain::{
        id::Id,
        permissions::{Case, Unmet},
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
