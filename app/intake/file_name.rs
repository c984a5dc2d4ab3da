//! The name of a copy's file, by which offices say whose it is: an IIN, or surname and given name as whole words.

use super::fold::fold;
use crate::domain::{iin::Iin, signs::is_hyphen};

/// Endings of patronymics, folded; a patronymic of somebody else says that the file is somebody else's.
const PATRONYMIC: [&str; 9] =
    ["улы", "кызы", "ович", "евич", "ична", "овна", "евна", "оглы", "ильич"];

/// Words beside a name that are no name, folded.
const BESIDE: [&str; 30] = [
    "жк",
    "жеке",
    "куалик",
    "куалиги",
    "коширме",
    "коширмеси",
    "скан",
    "сурет",
    "фото",
    "алды",
    "арты",
    "бети",
    "удостоверение",
    "удостоверения",
    "личности",
    "копия",
    "лицо",
    "лицевая",
    "оборот",
    "оборотная",
    "сторона",
    "паспорт",
    "документ",
    "scan",
    "copy",
    "photo",
    "image",
    "img",
    "front",
    "back",
];

/// The IIN that stands in the name of a file, when exactly one does: offices name copies by it.
#[must_use]
pub fn iin_of(file_name: &str) -> Option<Iin> {
    let runs = file_name.split(|letter: char| !letter.is_ascii_digit());
    let mut found: Vec<Iin> = runs.filter_map(|run| Iin::parse(run).ok()).collect();
    found.dedup();
    found.pop().filter(|_| found.is_empty())
}

/// The name of a file as words, folded.
pub struct FileName {
    /// Words that hyphens join stay together: a double surname is not one of its halves.
    words: Vec<Vec<String>>,
    holds_iin: bool,
}

/// The names of a person, as a list has them.
#[derive(Clone, Copy)]
pub struct PersonName<'a> {
    pub surname: &'a str,
    /// None of somebody whose document holds one name only.
    pub given_name: Option<&'a str>,
    pub patronymic: Option<&'a str>,
}

impl FileName {
    /// Takes the name of a file apart.
    #[must_use]
    pub fn read(name: &str) -> Self {
        let is_ending = |ending: &str| ending.len() <= 5 && ending.is_ascii();
        let stem = match name.rsplit_once('.') {
            Some((stem, ending)) if is_ending(ending) => stem,
            _ => name,
        };
        Self { words: words(stem), holds_iin: holds_iin(name) }
    }

    /// How many words of the name are those of the person; `None` when the file is not called by all of a person's names, or by
    /// those of somebody else as well.
    ///
    /// An IIN in it belongs to the person whom the list has under it, and to no other of that name.
    #[must_use]
    pub fn words_of(&self, person: PersonName<'_>) -> Option<usize> {
        let needed = flat(&[person.surname, person.given_name.unwrap_or_default()]);
        if self.holds_iin || needed.is_empty() {
            return None;
        }
        let mut rest = self.words.clone();
        for word in &needed {
            take(&mut rest, word).then_some(())?;
        }
        let patronymic = flat(&[person.patronymic.unwrap_or_default()]);
        let more = patronymic.iter().filter(|word| take(&mut rest, word)).count();
        let is_taken_apart = rest
            .iter()
            .zip(&self.words)
            .any(|(rest, whole)| rest.len() < whole.len() && rest.iter().any(|word| is_name(word)));
        let is_anothers = more < patronymic.len()
            && rest.iter().flatten().any(|word| is_other_patronymic(word, &patronymic));
        // A second name beside the only one is somebody else's.
        let is_longer =
            person.given_name.is_none() && rest.iter().flatten().any(|word| is_name(word));
        (!is_taken_apart && !is_anothers && !is_longer).then_some(needed.len() + more)
    }
}

/// Takes a word away where it stands.
fn take(words: &mut [Vec<String>], word: &str) -> bool {
    for joined in words {
        if let Some(at) = joined.iter().position(|one| one == word) {
            joined.remove(at);
            return true;
        }
    }
    false
}

fn holds_iin(name: &str) -> bool {
    name.split(|letter: char| !letter.is_ascii_digit()).any(|run| Iin::parse(run).is_ok())
}

fn is_name(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() > 2 && !BESIDE.contains(&word)
}

/// Whether a word is a patronymic, or the first letter of one, and not this person's.
fn is_other_patronymic(word: &str, own: &[String]) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(first), None) => {
            first.is_alphabetic() && !own.iter().any(|own| own.starts_with(first))
        }
        _ => PATRONYMIC.iter().any(|ending| word.ends_with(ending)),
    }
}

fn flat(names: &[&str]) -> Vec<String> {
    names.iter().flat_map(|name| words(name)).flatten().collect()
}

/// Words, and in each the parts that hyphens join. A capital letter behind a small one begins a word, and so
/// does a number.
fn words(text: &str) -> Vec<Vec<String>> {
    let mut spaced = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        let is_border = before.is_lowercase() && letter.is_uppercase()
            || before.is_alphabetic() && letter.is_ascii_digit()
            || before.is_ascii_digit() && letter.is_alphabetic();
        if is_border {
            spaced.push(' ');
        }
        spaced.push(letter);
        before = letter;
    }
    let folded = fold(&spaced);
    let parts = |word: &str| -> Vec<String> {
        let parts = word.split(is_hyphen).map(str::to_owned);
        parts.filter(|part| !part.is_empty()).collect()
    };
    folded
        .split(|letter: char| !letter.is_alphanumeric() && !is_hyphen(letter))
        .map(parts)
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSON: PersonName<'_> =
        PersonName {
            surname: "Тестов", given_name: Some("Али"), patronymic: Some("Үлгіұлы")
        };

    fn words_in(name: &str, person: PersonName<'_>) -> Option<usize> {
        FileName::read(name).words_of(person)
    }

    #[test]
    fn one_iin_in_the_name_of_a_file_is_found_and_two_are_none() {
        for (name, found) in [
            ("840229399019.jpg", true),
            ("Үлгібаев 840229399019 (2).pdf", true),
            ("скан_840229399019_бет1-840229399019.png", true),
            ("840229399019 781231499035.pdf", false),
            ("IMG_20261122_101500.jpg", false),
            ("840229399018.jpg", false),
            ("1840229399019.jpg", false),
            ("", false),
        ] {
            assert_eq!(iin_of(name).is_some(), found, "{name}");
        }
    }

    #[test]
    fn a_file_is_a_persons_when_it_is_called_by_whole_names() {
        for (name, words) in [
            ("Тестов Али.png", 2),
            ("али тестов (2).jpg", 2),
            ("Али_Тестов_ЖК_алды.jpeg", 2),
            ("удостоверение-Тестов.Али", 2),
            ("ТестовАли1.jpg", 2),
            ("ТЕСТОВ АЛИ ҮЛГІҰЛЫ.pdf", 3),
            ("Тестов Али У..pdf", 2),
            ("001. Тестов Али Улгиулы жеке куәлігі - копия.pdf", 3),
        ] {
            assert_eq!(words_in(name, PERSON), Some(words), "{name}");
        }
    }

    #[test]
    fn a_part_of_a_name_an_initial_or_another_patronymic_is_somebody_elses() {
        for name in [
            "Тестова Алия.png",
            "Тестов Алихан.png",
            "Тестов А.У..png",
            "Тестов.png",
            "Али.png",
            "Мысал-Тестов Али.png",
            "Тестов-Мысал Али.png",
            "Тестов Али Образецұлы.png",
            "Тестов Али К..png",
            "Тестов Али Мысалович.png",
            "Протестов Али.png",
            "Тестов Али 840229399019.png",
            "",
        ] {
            assert_eq!(words_in(name, PERSON), None, "{name}");
        }
    }

    #[test]
    fn letters_of_a_mac_double_names_and_single_names_are_understood() {
        let person = |surname, given_name: &'static str| PersonName {
            surname,
            given_name: Some(given_name).filter(|name| !name.is_empty()),
            patronymic: None,
        };
        assert_eq!(words_in("Сергей Е\u{308}лкин.png", person("Ёлкин", "Сергей")), Some(2));
        assert_eq!(words_in("Мысал-Тестов Али.png", person("Мысал-Тестов", "Али")), Some(3));
        assert_eq!(words_in("Мысал - Тестов Али.png", person("Мысал-Тестов", "Али")), Some(3));
        assert_eq!(words_in("Тестов-Али.png", person("Тестов", "Али")), Some(2));
        assert_eq!(words_in("скан Үлгі.png", person("Үлгі", "")), Some(1));
        assert_eq!(words_in("скан Үлгібек.png", person("Үлгі", "")), None);
        assert_eq!(words_in("Үлгі Тестов.png", person("Үлгі", "")), None);
        assert_eq!(words_in("Али Али.png", person("Али", "Али")), Some(2));
        assert_eq!(words_in("Али.png", person("Али", "Али")), None);
    }
}
