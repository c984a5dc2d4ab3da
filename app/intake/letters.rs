//! The letters of a name: one alphabet, nothing that does not belong in a name.

use super::{
    code::Code,
    finding::{Field, Finding},
    fold::{cyrillic_twin, is_cyrillic},
};

/// Replaces Latin letters that look Cyrillic inside a Cyrillic name, and reports what does not belong in a name.
pub(super) fn checked(text: &str, field: Field, findings: &mut Vec<Finding>) -> String {
    let has_cyrillic = text.chars().any(is_cyrillic);
    let has_latin = text.chars().any(is_foreign);
    let twins: Option<String> = text.chars().map(twin).collect();
    if text.chars().any(is_odd) {
        findings.push(Finding::new(field, Code::NameOddCharacters));
    }
    let code = match (has_cyrillic, has_latin, twins) {
        (true, true, Some(twins)) => {
            findings.push(Finding::new(field, Code::NameMixedScripts));
            return twins;
        }
        (true, true, None) => Code::NameOddCharacters,
        (false, true, _) => Code::NameLatin,
        (_, false, _) => return text.to_owned(),
    };
    findings.push(Finding::new(field, code));
    text.to_owned()
}

fn is_foreign(letter: char) -> bool {
    letter.is_alphabetic() && !is_cyrillic(letter)
}

fn twin(letter: char) -> Option<char> {
    if is_foreign(letter) { cyrillic_twin(letter) } else { Some(letter) }
}

fn is_odd(letter: char) -> bool {
    !letter.is_alphabetic() && !matches!(letter, ' ' | '-' | '.' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_another_alphabet_are_seen() {
        let cases = [
            ("Oбразцoв", "Образцов", Some(Code::NameMixedScripts)),
            ("Obraztsov", "Obraztsov", Some(Code::NameLatin)),
            ("Обрaзцоw", "Обрaзцоw", Some(Code::NameOddCharacters)),
            ("Обр?зцов", "Обр?зцов", Some(Code::NameOddCharacters)),
            ("Үлгі-Сынақов", "Үлгі-Сынақов", None),
        ];
        for (text, expected, code) in cases {
            let mut findings = Vec::new();
            let read = checked(text, Field::Name, &mut findings);
            assert_eq!(
                (read.as_str(), findings.first().map(|finding| finding.code)),
                (expected, code),
                "{text}"
            );
        }
    }
}
