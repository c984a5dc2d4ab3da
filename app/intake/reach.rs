//! How a person is written to: an address of electronic mail and a language, as an office writes them.

use super::{
    code::Code,
    finding::{Field, Finding},
    sheet::Value,
    text,
    words::Words,
};
use crate::domain::{address, language::Language};

/// Reads an address; one that can't be read is reported and left out.
pub(super) fn email(value: &Value, findings: &mut Vec<Finding>) -> Option<String> {
    let text = text::read(value, Field::Email, findings)?;
    let first = text.split([',', ';', ' ']).find(|part| part.contains('@'));
    let read = address::read(first.unwrap_or(&text)).ok();
    if read.is_none() {
        findings.push(Finding::new(Field::Email, Code::EmailUnreadable));
    }
    read
}

/// Reads a language by its name in any of the three; of several, the first.
pub(super) fn language(value: &Value, findings: &mut Vec<Finding>) -> Option<Language> {
    let text = text::read(value, Field::Language, findings)?;
    let read = Words::of(&text).list().iter().find_map(|word| {
        let is = |stems: &str| stems.split(' ').any(|stem| word.starts_with(stem));
        if is("каз kz kk kaz qaz") {
            Some(Language::Kk)
        } else if is("рус орыс ru") {
            Some(Language::Ru)
        } else if is("англ агыл en") {
            Some(Language::En)
        } else {
            None
        }
    });
    if read.is_none() {
        findings.push(Finding::new(Field::Language, Code::LanguageUnreadable));
    }
    read
}

/// The language in words that are read again.
pub(super) const fn said(language: Language) -> &'static str {
    match language {
        Language::Kk => "қазақша",
        Language::Ru => "орысша",
        Language::En => "ағылшынша",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T>(
        text: &str,
        by: impl Fn(&Value, &mut Vec<Finding>) -> Option<T>,
    ) -> (Option<T>, Vec<Code>) {
        let mut findings = Vec::new();
        let read = by(&Value::Text(text.to_owned()), &mut findings);
        (read, findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn an_address_is_read_in_small_letters_and_anything_else_is_left_out() {
        for text in ["Ulgi.B@mail.example", " ulgi.b@mail.example; ", "почта: ulgi.b@MAIL.example"]
        {
            let expected = Some("ulgi.b@mail.example".to_owned());
            assert_eq!(read(text, email), (expected, vec![]), "{text}");
        }
        for text in ["есть", "ulgi@", "үлгі@mail.example"] {
            assert_eq!(read(text, email), (None, vec![Code::EmailUnreadable]), "{text}");
        }
        assert_eq!(read("жоқ", email), (None, vec![]));
    }

    #[test]
    fn a_language_is_known_by_its_name_in_any_of_the_three() {
        let cases = [
            (Language::Kk, ["қазақ", "Казахский", "kk", "қазақша, орысша"]),
            (Language::Ru, ["орысша", "Русский", "RU", "русс."]),
            (Language::En, ["ағылшын", "английский", "en", "English"]),
        ];
        for (expected, texts) in cases {
            for text in texts {
                assert_eq!(read(text, language), (Some(expected), vec![]), "{text}");
            }
            assert_eq!(read(said(expected), language), (Some(expected), vec![]));
        }
        assert_eq!(read("өзбек", language), (None, vec![Code::LanguageUnreadable]));
    }
}
