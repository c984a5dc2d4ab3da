//! People and bodies, for whoever administers them.

use crate::{
    domain::{body::DutyKind, permissions::Unmet},
    web::request::{current_user::CurrentUser, error::WebError},
};
use serde::Deserialize;

/// Pages of administrators are nobody else's.
pub fn expect_administrator(me: &CurrentUser) -> Result<(), WebError> {
    if me.has(DutyKind::Administrator) { Ok(()) } else { Err(WebError::Denied(vec![Unmet::Duty(DutyKind::Administrator)])) }
}

/// What has just been done, to be said on the page; a word of ours and never a person's.
#[derive(Deserialize)]
pub struct After {
    done: Option<String>,
}

impl After {
    /// The word, if it is one of those that the page knows.
    pub fn word(self, known: &[&str]) -> Option<String> {
        self.done.filter(|word| known.contains(&word.as_str()))
    }
}
