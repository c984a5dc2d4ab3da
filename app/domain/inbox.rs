//! The groups of an inbox.

use super::handoff::Urgency;
use std::str::FromStr;

/// A group of an inbox: what waits on its reader by urgency, what the reader waits for, and what was done lately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InboxGroup {
    Mine(Urgency),
    Others,
    Done,
}

impl InboxGroup {
    /// Every group, in the order of an inbox.
    pub fn all() -> impl Iterator<Item = Self> {
        Urgency::ALL.iter().map(|urgency| Self::Mine(*urgency)).chain([Self::Others, Self::Done])
    }

    /// The written word of this group.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mine(urgency) => urgency.as_str(),
            Self::Others => "others",
            Self::Done => "done",
        }
    }
}

impl FromStr for InboxGroup {
    type Err = super::UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::all()
            .find(|group| group.as_str() == word)
            .ok_or_else(|| super::UnknownWord(word.to_owned()))
    }
}

impl serde::Serialize for InboxGroup {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}
