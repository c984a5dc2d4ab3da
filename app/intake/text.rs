//! Text of a cell, cleaned: one spelling, single blanks, nothing invisible.

use unicode_normalization::UnicodeNormalization;

use super::{
    code::Code,
    finding::{Field, Finding},
    sheet::Value,
    vocabulary::is_nothing,
};

/// Characters a field may have; longer texts do not belong in a list.
const MAX_LENGTH: usize = 300;

/// Reads a cell as clean text (NFC, single blanks), or nothing where it says nothing (`нет`, `жоқ`, `-`).
///
/// Control and bidirectional characters are refused with a finding; soft hyphens and zero-width blanks, which Word
/// leaves behind, are dropped.
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
    let visible: String = text.nfc().filter(|letter| !is_dropped(*letter)).collect();
    let clean = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    if clean.chars().count() > MAX_LENGTH {
        findings.push(Finding::new(field, Code::TextTooLong));
        return None;
    }
    if clean.contains(char::REPLACEMENT_CHARACTER) {
        findings.push(Finding::new(field, Code::LettersBroken));
    }
    (!is_nothing(&clean)).then_some(clean)
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
    let is_control = letter.is_control() && !matches!(letter, '\t' | '\n' | '\r');
    is_control
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_dropped(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
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
    fn a_text_with_hidden_direction_marks_is_refused() {
        assert_eq!(text("Үлгі\u{202e}баев"), (None, vec![Code::ControlCharacters]));
        assert_eq!(text("Үлгі\u{7}баев"), (None, vec![Code::ControlCharacters]));
    }

    #[test]
    fn what_word_leaves_behind_is_dropped() {
        assert_eq!(
            text("Үлгі\u{ad}баев\u{a0}\n Нұрлан"),
            (Some("Үлгібаев Нұрлан".to_owned()), vec![])
        );
        assert_eq!(text("=\"000101599040\""), (Some("000101599040".to_owned()), vec![]));
    }
}
