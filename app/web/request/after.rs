//! What a page is told has just been done by one of its forms.

use serde::Deserialize;

/// The word of what was done; a word of ours and never a person's.
#[derive(Deserialize)]
pub struct After {
    done: Option<String>,
}

impl After {
    /// The word, if it is one of those that the page knows.
    #[must_use]
    pub fn word(&self, known: &[&'static str]) -> Option<&'static str> {
        known.iter().find(|word| self.done.as_deref() == Some(**word)).copied()
    }

    /// Whether anything was done.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.done.is_some()
    }
}
