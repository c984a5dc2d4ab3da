//! Everything the product says, in three languages, through Fluent (`templates/locales`).

use crate::domain::language::Language;
use fluent_templates::{Loader, fluent_bundle::FluentValue, static_loader};
use std::{borrow::Cow, collections::HashMap};

static_loader! {
    static PHRASES = {
        locales: "./templates/locales",
        fallback_language: "kk",
        // Marks round arguments would be seen in plain text and in subjects.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// Arguments of a phrase by name.
pub type Arguments = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// The phrase of that key in that language; `None` when there is none.
#[must_use]
pub fn say(language: Language, key: &str, arguments: &Arguments) -> Option<String> {
    let language = identifier(language)?;
    PHRASES.try_lookup_complete(&language, key, (!arguments.is_empty()).then_some(arguments))
}

fn identifier(language: Language) -> Option<fluent_templates::LanguageIdentifier> {
    language.as_str().parse().ok()
}

/// The key of the phrase of one word of the domain: `certificate-handed-over`.
#[must_use]
pub fn key_of(of: &str, is: &str) -> String {
    format!("{of}-{is}").replace('_', "-")
}

/// The phrase of one word of the domain.
#[must_use]
pub fn word(language: Language, of: &str, is: &str) -> String {
    plain(language, &key_of(of, is))
}

/// The phrase of that key without arguments, or the key in brackets: a test keeps that from happening.
#[must_use]
pub fn plain(language: Language, key: &str) -> String {
    say(language, key, &Arguments::new()).unwrap_or_else(|| format!("[{key}]"))
}
