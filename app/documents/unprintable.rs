//! Why a text can't be printed.

use serde::Serialize;
use std::fmt;

/// The cause that stops a document: it is refused as a whole, and nothing is left out silently.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unprintable {
    /// The fonts have no picture of this letter of that place, or paper can't show it.
    #[error("no letter {0:?}: {1}")]
    Letter(char, Field),
    /// The text is too long for its place, even in the smallest letters.
    #[error("too long: {0}")]
    Long(Field),
    /// The library refused the document.
    #[error("{0}")]
    Failed(String),
}

/// A place of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Number,
    Holder,
    Subdivision,
    Position,
    Rank,
    Signatory,
    Code,
    /// The words of the form itself.
    Words,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}
