//! How grave a finding is.

use serde::{Deserialize, Serialize};

/// How grave a finding is; a row without findings is [`Level::Ok`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Read as written.
    Ok,
    /// Put right with certainty, and shown.
    Restored,
    /// Read; a person should look once more.
    Warning,
    /// Not read with confidence: a person must say what is meant.
    Ask,
    /// Wrong: cannot be taken as it is.
    Error,
}

impl Level {
    /// The five levels, from harmless to grave.
    pub const ALL: [Self; 5] = [Self::Ok, Self::Restored, Self::Warning, Self::Ask, Self::Error];

    /// Tells the level's name in the JSON report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Restored => "restored",
            Self::Warning => "warning",
            Self::Ask => "ask",
            Self::Error => "error",
        }
    }
}
