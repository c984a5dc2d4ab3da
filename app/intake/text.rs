//! Text of a cell, cleaned: one spelling, single blanks, nothing invisible.

use unicode_normalization::UnicodeNormalization;

use super::{
    code::Code,
    finding::{Field, Finding},
    sheet::Value,
    vocabulary::is_nothing,
};
use crate::domain::signs::is_invisible;

/// Characters a field may have; longer texts do not belong in a list.
const MAX_LENGTH: usize = 300;

/// Reads a cell as clean text (NFC, single blanks), or nothing where it says nothing (`нет`, `жоқ`, `-`).
///
/// Control characters are refused with a finding. Signs that nobody sees are taken out and reported: direction marks of contact
/// books, soft hyphens and zero-width blanks of word processors.
pub(super) fn read(value: &Value, field: Field, findings: &mut Vec<Finding>) -> Option<String> {
    let unreadable = match value {
        Value::Broken => Some(Code::CellError),
        Value::Unanswered => Some(Code::FormulaUnanswered),
        Value::Text(_) | Value::Number(_) | Value::Date(_) => None,
    };
    if let Some(code) = unreadable {
        findings.push(Finding::new(field, code));
        return None;
    }
    let written = value.written();
    let text = unquoted(&written);
    if text.chars().any(is_refused) {
        findings.push(Finding::new(field, Code::ControlCharacters));
        return None;
    }
    let visible: String = text.nfc().filter(|letter| !is_invisible(*letter)).collect();
    let clean = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    if clean.chars().count() > MAX_LENGTH {
        findings.push(Finding::new(field, Code::TextTooLong));
        return None;
    }
    if is_nothing(&clean) {
        return None;
    }
    if clean.contains(char::REPLACEMENT_CHARACTER) {
        findings.push(Finding::new(field, Code::LettersBroken));
    }
    if text.chars().any(is_invisible) {
        findings.push(Finding::new(field, Code::InvisibleRemoved));
    }
    Some(clean)
}

/// A cell as its column is recognised by, or nothing where it says nothing or hides something.
pub(super) fn sample(value: &Value) -> Option<String> {
    read(value, Field::Column, &mut Vec::new())
}

/// Undoes `="000101599040"`, the way to keep zeros in a .csv file.
fn unquoted(text: &str) -> &str {
    let inner = text.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(text)
}

fn is_refused(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> (Option<String>, Vec<Code>) {
        let mut findings = Vec::new();
        let read = read(&Value::Text(text.to_owned()), Field::Address, &mut findings);
        (read, findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn words_that_say_nothing_are_nothing() {
        for nothing in ["нет", "Жоқ", "-", " — ", "н/д", "n/a"] {
            assert_eq!(text(nothing).0.filter(|_| nothing != "н/д"), None, "{nothing}");
        }
    }

    #[test]
    fn a_text_with_control_characters_is_refused() {
        assert_eq!(text("Үлгі\u{7}баев"), (None, vec![Code::ControlCharacters]));
    }

    #[test]
    fn what_nobody_sees_is_taken_out_and_told() {
        assert_eq!(text("Үлгібаев\u{a0}\n Нұрлан"), (Some("Үлгібаев Нұрлан".to_owned()), vec![]));
        for sign in
            ['\u{ad}', '\u{200d}', '\u{200f}', '\u{202e}', '\u{2069}', '\u{feff}', '\u{fe0d}']
        {
            assert_eq!(
                text(&format!("{sign}Үлгі{sign}баев{sign}")),
                (Some("Үлгібаев".to_owned()), vec![Code::InvisibleRemoved]),
                "{sign:?}"
            );
        }
        assert_eq!(text("\u{200b}"), (None, vec![]));
        assert_eq!(text("=\"000101599040\""), (Some("000101599040".to_owned()), vec![]));
    }
}
