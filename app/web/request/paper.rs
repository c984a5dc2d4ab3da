//! Papers as PDF, each in one language of offices.

use super::{error::WebError, reply::Reply};
use crate::{
    documents::{Unprintable, letter::Letter, office},
    domain::language::Language,
};

/// The language that an address names.
///
/// # Errors
/// No paper is written in it.
pub fn language(word: &str) -> Result<Language, WebError> {
    let language = word.parse().ok();
    language.filter(|language| office::LANGUAGES.contains(language)).ok_or(WebError::NotFound)
}

/// The letter as a file of that name.
///
/// # Errors
/// A letter of it can't be shown, or a text is too long.
pub fn show(letter: &Letter, name: &str) -> Result<Reply, WebError> {
    let content = letter.pdf().map_err(WebError::from)?;
    Ok(Reply::document(content, format!("{name}-{}.pdf", letter.language)))
}

impl From<Unprintable> for WebError {
    fn from(cause: Unprintable) -> Self {
        match cause {
            Unprintable::Letter(letter, _) => Self::Unprintable(Some(letter)),
            Unprintable::Long(_) => Self::Unprintable(None),
            Unprintable::Failed(cause) => Self::Failed(cause),
        }
    }
}
