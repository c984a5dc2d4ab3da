//! The letters of a name: one alphabet, one kind of hyphen, nothing that does not belong in a name.

use super::{
    code::Code,
    finding::{Field, Finding},
};
use crate::domain::{
    kazakh::in_one_alphabet,
    look_alikes::{is_cyrillic, is_of_alphabet, twin},
    signs::is_hyphen,
};

/// Makes every hyphen of a name an ordinary one, without blanks around it where it joins two names.
///
/// A dash before a small letter joins no names (`Тестов Максат – басшы`): it stays and is asked about.
pub(super) fn hyphenated(text: &str, field: Field, findings: &mut Vec<Finding>) -> String {
    let plain: String = text.chars().map(|sign| if is_hyphen(sign) { '-' } else { sign }).collect();
    if plain != text {
        findings.push(Finding::new(field, Code::NameHyphens));
    }
    let mut parts = plain.split(" - ");
    let mut joined = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        joined.push_str(if part.starts_with(char::is_uppercase) { "-" } else { " - " });
        joined.push_str(part);
    }
    joined
}

/// Replaces letters that only look Kazakh inside a Cyrillic name, and reports what does not belong in a name.
pub(super) fn checked(text: &str, field: Field, findings: &mut Vec<Finding>) -> String {
    let has_cyrillic = text.chars().any(is_cyrillic);
    if !has_cyrillic && text.chars().any(char::is_alphabetic) {
        report_odd(text, field, findings);
        findings.push(Finding::new(field, Code::NameLatin));
        return text.to_owned();
    }
    let restored = text.split(' ').map(restored).collect::<Vec<_>>().join(" ");
    let (is_mixed, is_unclear) = (text.chars().any(is_foreign), restored.chars().any(is_foreign));
    if !report_odd(&restored, field, findings) && is_unclear {
        findings.push(Finding::new(field, Code::NameOddCharacters));
    }
    if is_unclear {
        // Some letters have no look: the word may be a Latin one, and nothing of it is changed before somebody has said so.
        return text.to_owned();
    }
    if restored != text {
        let code = if is_mixed { Code::NameMixedScripts } else { Code::NameLookAlikes };
        findings.push(Finding::new(field, code));
    }
    if restored.chars().any(|letter| is_cyrillic(letter) && !is_of_alphabet(letter)) {
        findings.push(Finding::new(field, Code::NameOtherLetters));
    }
    restored
}

/// Latin letters that look like Cyrillic ones only beside them, and not in a word of their own.
const LOOSE: &str = "mtbl";

/// The word in the letters of the alphabet.
fn restored(word: &str) -> String {
    if !word.chars().any(is_cyrillic) {
        let is_clear = word.chars().all(|letter| !is_foreign(letter) || twin(letter).is_some());
        let is_loose = word.chars().any(|letter| LOOSE.contains(letter));
        return if is_clear && !is_loose {
            word.chars().map(|letter| twin(letter).unwrap_or(letter)).collect()
        } else {
            word.to_owned()
        };
    }
    let kazakh = in_one_alphabet(&as_u(word));
    with_capital(word, kazakh)
}

/// `Y` looks like the vowel Ү and like У. In a word with other letters that Russian lacks, away from vowels, it is the vowel.
fn as_u(word: &str) -> String {
    if !word.chars().any(|letter| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter)) {
        return word.to_owned();
    }
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |place: Option<usize>| {
        place.and_then(|place| letters.get(place)).is_some_and(|letter| is_vowel(*letter))
    };
    let own = |(place, letter): (usize, &char)| {
        let is_beside = is_vowel(place.checked_sub(1)) || is_vowel(Some(place + 1));
        match letter {
            'Y' if !is_beside => 'Ү',
            'y' if !is_beside => 'ү',
            other => *other,
        }
    };
    letters.iter().enumerate().map(own).collect()
}

fn is_vowel(letter: char) -> bool {
    "аәеёиоөуұүыіэюяaeoiəɵ".contains(letter.to_lowercase().next().unwrap_or(letter))
}

/// Two capitals have a look that only a small Latin letter has: `hарун` is Һарун, `lңкәр` is Іңкәр.
fn with_capital(word: &str, restored: String) -> String {
    if word.starts_with(['h', 'l']) && word.chars().nth(1).is_some_and(char::is_lowercase) {
        let mut letters = restored.chars();
        return letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    }
    restored
}

/// Reports a sign that does not belong in a name, and tells whether there is one.
fn report_odd(text: &str, field: Field, findings: &mut Vec<Finding>) -> bool {
    let is_lone = text.split(' ').any(|word| word == "-");
    let is_there = is_lone || text.chars().any(is_odd);
    findings.extend(is_there.then(|| Finding::new(field, Code::NameOddCharacters)));
    is_there
}

fn is_foreign(letter: char) -> bool {
    (letter.is_alphabetic() || twin(letter).is_some())
        && !is_cyrillic(letter)
        && !is_apostrophe(letter)
}

fn is_odd(letter: char) -> bool {
    !letter.is_alphabetic() && !matches!(letter, ' ' | '-' | '.') && !is_apostrophe(letter)
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '\u{2bc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<Code>) {
        let mut findings = Vec::new();
        let read =
            checked(&hyphenated(text, Field::Name, &mut findings), Field::Name, &mut findings);
        (read, findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn letters_of_another_alphabet_are_seen() {
        for (text, expected, codes) in [
            ("Oбразцoв", "Образцов", &[Code::NameMixedScripts][..]),
            ("OMAP Асан", "ОМАР Асан", &[Code::NameMixedScripts]),
            ("Obraztsov", "Obraztsov", &[Code::NameLatin]),
            ("Tomb Kim", "Tomb Kim", &[Code::NameLatin]),
            ("Kim Анна", "Kim Анна", &[Code::NameOddCharacters]),
            ("Обрaзцоw", "Обрaзцоw", &[Code::NameOddCharacters]),
            ("Обр?зцов", "Обр?зцов", &[Code::NameOddCharacters]),
            ("Үлгі-Сынақов", "Үлгі-Сынақов", &[]),
            ("Д’Образцов О\u{2bc}Тестов", "Д’Образцов О\u{2bc}Тестов", &[]),
        ] {
            assert_eq!(read(text), (expected.to_owned(), codes.to_vec()), "{text}");
        }
    }

    #[test]
    fn letters_of_neighbours_are_restored_and_those_that_look_like_none_are_shown() {
        for (text, expected, codes) in [
            ("Ѳмірбеков Ғали", "Өмірбеков Ғали", &[Code::NameLookAlikes][..]),
            ("Аҥсар Ҟали Ҕайни", "Аңсар Қали Ғайни", &[Code::NameLookAlikes]),
            ("Бɵрі", "Бөрі", &[Code::NameMixedScripts]),
            ("¥лан Ғaли", "Ұлан Ғали", &[Code::NameMixedScripts]),
            ("Yлгібаев Yсманов", "Үлгібаев Усманов", &[Code::NameMixedScripts]),
            ("hарун lңкәр", "Һарун Іңкәр", &[Code::NameMixedScripts]),
            ("К\u{327}асым", "Қасым", &[Code::NameLookAlikes]),
            ("Їлгібаев Ґали", "Їлгібаев Ґали", &[Code::NameOtherLetters]),
        ] {
            assert_eq!(read(text), (expected.to_owned(), codes.to_vec()), "{text}");
        }
    }

    #[test]
    fn hyphens_of_word_processors_join_names_as_ordinary_ones_do() {
        for hyphen in
            ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2014}', '\u{2212}', '\u{fe63}', '\u{ff0d}']
        {
            for text in [format!("Үлгі{hyphen}Сынақов"), format!("Үлгі {hyphen} Сынақов")]
            {
                assert_eq!(
                    read(&text),
                    ("Үлгі-Сынақов".to_owned(), vec![Code::NameHyphens]),
                    "{text}"
                );
            }
        }
        assert_eq!(read("Үлгі - Сынақов"), ("Үлгі-Сынақов".to_owned(), vec![]));
        assert_eq!(
            read("Үлгібаев Асан – басшы"),
            ("Үлгібаев Асан - басшы".to_owned(), vec![Code::NameHyphens, Code::NameOddCharacters])
        );
    }
}
