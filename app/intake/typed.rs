//! What stands in a cell that could not be read.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Text of a cell or a form that may hold anything about a person: `Debug` prints stars.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Typed(String);

impl Typed {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Hands out the text as typed.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Typed(***)")
    }
}
