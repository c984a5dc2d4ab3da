//! The number of an identity card: nine digits, the first of them usually 0.

use super::{
    code::Code,
    finding::{Field, Finding},
    fold::fold,
    sheet::Value,
    text,
};
use crate::domain::signs::is_hyphen;

/// Reads a document number; a passport is taken with a warning, since clause 19 names identity cards.
pub(super) fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<String> {
    let text = text::read(value, Field::DocumentNumber, findings)?;
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if let Some(passport) = passport(text) {
        findings.push(Finding::new(Field::DocumentNumber, Code::DocumentPassport));
        return Some(passport);
    }
    let bare: String = text
        .chars()
        .filter(|letter| !is_separator(*letter) && !matches!(letter, '№' | '\'' | '’'))
        .collect();
    if bare.bytes().all(|byte| byte.is_ascii_digit()) {
        match bare.len() {
            9 => return Some(bare),
            8 => {
                findings.push(Finding::new(Field::DocumentNumber, Code::DocumentZeroRestored));
                return Some(format!("0{bare}"));
            }
            _ => {}
        }
    }
    let runs: Vec<&str> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| run.len() == 9).collect();
    if let [number] = runs.as_slice() {
        findings.push(Finding::new(Field::DocumentNumber, Code::DocumentExtracted));
        return Some((*number).to_owned());
    }
    findings.push(Finding::new(Field::DocumentNumber, Code::DocumentUnreadable));
    None
}

/// Recognises `N99000208` and `паспорт N 99000208`: the letter N (Latin or its Cyrillic twin Н) and seven or eight digits.
fn passport(text: &str) -> Option<String> {
    let folded = fold(text);
    let rest = folded.strip_prefix("паспорт").unwrap_or(&folded);
    let letters: String = rest
        .chars()
        .filter(|letter| !is_separator(*letter) && !matches!(letter, '№' | ':'))
        .collect();
    let digits = letters.strip_prefix(['n', 'н']).filter(|digits| matches!(digits.len(), 7 | 8))?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("N{digits}"))
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || is_hyphen(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(value: &Value) -> (Option<String>, Vec<Code>) {
        let mut findings = Vec::new();
        let read = read(value, &mut findings);
        (read, findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn an_identity_card_is_nine_digits() {
        let text = |text: &str| document(&Value::Text(text.to_owned()));
        assert_eq!(text("099000201"), (Some("099000201".to_owned()), vec![]));
        assert_eq!(text("099‑000—201"), (Some("099000201".to_owned()), vec![]));
        assert_eq!(text("№ 099 000 201"), (Some("099000201".to_owned()), vec![]));
        assert_eq!(
            document(&Value::Number(99_000_101.0)),
            (Some("099000101".to_owned()), vec![Code::DocumentZeroRestored])
        );
        assert_eq!(
            text("099000201 от 03.03.2019 МВД РК"),
            (Some("099000201".to_owned()), vec![Code::DocumentExtracted])
        );
        assert_eq!(text("9900020"), (None, vec![Code::DocumentUnreadable]));
        assert_eq!(text("жоқ"), (None, vec![]));
    }

    #[test]
    fn a_passport_is_taken_with_a_warning() {
        for passport in ["N99000208", "паспорт N 99000208", "Н99000208"] {
            let read = document(&Value::Text(passport.to_owned()));
            assert_eq!(
                read,
                (Some("N99000208".to_owned()), vec![Code::DocumentPassport]),
                "{passport}"
            );
        }
    }
}
