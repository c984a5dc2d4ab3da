//! A person's name, in one cell or in three.

use super::{
    code::Code,
    finding::{Field, Finding},
    fold::fold,
    letters::{checked, hyphenated},
    title::NameOrder,
};
use crate::domain::signs::is_hyphen;

/// The parts of a name as read; a part that was not given is absent.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Name {
    pub(super) surname: Option<String>,
    pub(super) given: Option<String>,
    pub(super) patronymic: Option<String>,
}

/// Takes a full name apart, with findings where the parts or their order are not certain.
pub(super) fn of_whole(text: &str, order: NameOrder, findings: &mut Vec<Finding>) -> Name {
    let text = hyphenated(text, Field::Name, findings).replace([',', ';'], " ").replace('.', ". ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let checked = checked(&words.join(" "), Field::Name, findings);
    let words: Vec<&str> = checked.split_whitespace().filter(|word| *word != ".").collect();
    let (name, code) = arrange(&words, order);
    let has_initials = words.iter().any(|word| is_initial(word));
    let code = if has_initials { Some(Code::NameInitials) } else { code };
    findings.extend(code.map(|code| Finding::new(Field::Name, code)));
    name
}

/// Takes surname, given name and patronymic from columns of their own; a column that holds more is divided.
pub(super) fn of_parts(parts: [Option<String>; 3], findings: &mut Vec<Finding>) -> Name {
    if let [Some(whole), None, None] = &parts
        && whole.contains(' ')
    {
        return of_whole(whole, NameOrder::SurnameFirst, findings);
    }
    let [surname, given, patronymic] = parts;
    let mut part = |text: Option<String>, field| {
        text.map(|text| checked(&hyphenated(&text, field, findings), field, findings))
    };
    let surname = part(surname, Field::Surname);
    let given = part(given, Field::GivenName);
    let patronymic = part(patronymic, Field::Patronymic);
    let divided =
        given.as_deref().filter(|_| patronymic.is_none()).and_then(|both| both.split_once(' '));
    let (given, patronymic) = match divided {
        Some((given, patronymic)) => (Some(given.to_owned()), Some(patronymic.to_owned())),
        None => (given, patronymic),
    };
    if [&given, &patronymic].into_iter().flatten().any(|part| is_initial(part)) {
        findings.push(Finding::new(Field::Name, Code::NameInitials));
    }
    let is_refused = findings.iter().any(|finding| finding.code == Code::ControlCharacters);
    if surname.is_some() != given.is_some() && !is_refused {
        findings.push(Finding::new(Field::Name, Code::NameIncomplete));
    }
    Name { surname, given, patronymic }
}

/// Tells whether a text could be somebody's name: two to five words, two of them with a capital, nothing but letters.
pub(super) fn is_likely(text: &str) -> bool {
    let is_word = |word: &&str| {
        let is_letters = word.chars().all(|letter| letter.is_alphabetic() || is_hyphen(letter));
        is_letters && word.starts_with(char::is_uppercase)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len()) && words.iter().filter(|word| is_word(word)).count() >= 2
}

/// Gives the words their places, by the order the title tells and by their endings; and what is to be asked, if anything.
fn arrange(words: &[&str], order: NameOrder) -> (Name, Option<Code>) {
    match *words {
        [] => (Name::default(), Some(Code::NameMissing)),
        [only] => {
            (Name { surname: Some(only.to_owned()), ..Name::default() }, Some(Code::NameIncomplete))
        }
        [one, two] => arrange_two(one, two, order),
        [one, two, three] if is_patronymic(&[two]) && !is_patronymic(&[three]) => {
            let is_unexpected = order == NameOrder::SurnameFirst;
            (name(three, one, &[two]), is_unexpected.then_some(Code::NameOrder))
        }
        [one, two, three] if order == NameOrder::GivenFirst && !is_patronymic(&[three]) => {
            (name(three, one, &[two]), None)
        }
        [one, two, ref rest @ ..] => {
            let is_certain =
                is_patronymic(rest) || order == NameOrder::SurnameFirst && rest.len() == 1;
            (name(one, two, rest), (!is_certain).then_some(Code::NameUnclear))
        }
    }
}

fn arrange_two(one: &str, two: &str, order: NameOrder) -> (Name, Option<Code>) {
    let is_surname = (looks_like_surname(one), looks_like_surname(two));
    let is_certain = match (order, is_surname) {
        (NameOrder::SurnameFirst, (false, true)) | (NameOrder::GivenFirst, (true, false)) => false,
        (NameOrder::Unsaid, _) => is_surname == (true, false),
        _ => true,
    };
    let name =
        if order == NameOrder::GivenFirst { name(two, one, &[]) } else { name(one, two, &[]) };
    (name, (!is_certain).then_some(Code::NameOrder))
}

fn name(surname: &str, given: &str, patronymic: &[&str]) -> Name {
    let bare =
        |part: &str| Some(part.trim_end_matches('.').to_owned()).filter(|part| !part.is_empty());
    Name { surname: bare(surname), given: bare(given), patronymic: bare(&patronymic.join(" ")) }
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') || word.chars().count() == 1
}

/// Recognises `Тестович`, `Сынақұлы`, and both written apart: `Сынақ ұлы`, `Гасан оглы`.
pub(super) fn is_patronymic(words: &[&str]) -> bool {
    const ENDINGS: [&str; 8] = ["вич", "вна", "ична", "ич", "улы", "кызы", "оглы", "теги"];
    const PARTICLES: [&str; 5] = ["улы", "кызы", "оглы", "оглу", "гызы"];
    match words {
        [one] => ENDINGS.iter().any(|ending| fold(one).ends_with(ending)),
        [_, particle] => PARTICLES.contains(&fold(particle).as_str()),
        _ => false,
    }
}

fn looks_like_surname(word: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "ов", "ев", "ова", "ева", "ин", "ина", "ын", "ына", "ский", "ская", "цкий", "цкая", "енко",
        "чук",
    ];
    let folded = fold(word);
    folded.chars().count() > 4 && ENDINGS.iter().any(|ending| folded.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: Name) -> Vec<String> {
        [name.surname, name.given, name.patronymic]
            .into_iter()
            .map(Option::unwrap_or_default)
            .collect()
    }

    #[test]
    fn a_full_name_is_taken_apart() {
        use NameOrder::{GivenFirst, SurnameFirst, Unsaid};
        let cases = [
            ("Үлгібаев Нұрлан Сынақұлы", SurnameFirst, "Үлгібаев|Нұрлан|Сынақұлы", None),
            ("Сынақбаев Ерлан", SurnameFirst, "Сынақбаев|Ерлан|", None),
            ("Тестов Али Гасан оглы", SurnameFirst, "Тестов|Али|Гасан оглы", None),
            ("Үлгібаев Нұрлан Сынақ ұлы", Unsaid, "Үлгібаев|Нұрлан|Сынақ ұлы", None),
            (
                "Айдар Тестович Образцов",
                SurnameFirst,
                "Образцов|Айдар|Тестович",
                Some(Code::NameOrder),
            ),
            ("Айдар Тестович Образцов", Unsaid, "Образцов|Айдар|Тестович", None),
            ("Айдар Тестович Образцов", GivenFirst, "Образцов|Айдар|Тестович", None),
            ("Образцов Айдар Тестович", GivenFirst, "Образцов|Айдар|Тестович", None),
            ("Максат Тестов", SurnameFirst, "Максат|Тестов|", Some(Code::NameOrder)),
            ("Тестов Максат", Unsaid, "Тестов|Максат|", None),
            ("Нұрлан Ерлан", Unsaid, "Нұрлан|Ерлан|", Some(Code::NameOrder)),
            ("Тестов", SurnameFirst, "Тестов||", Some(Code::NameIncomplete)),
            ("Тестов М.А.", SurnameFirst, "Тестов|М|А", Some(Code::NameInitials)),
            ("Тестов М. А.", SurnameFirst, "Тестов|М|А", Some(Code::NameInitials)),
            (
                "Образцов Айдар Бей Али",
                SurnameFirst,
                "Образцов|Айдар|Бей Али",
                Some(Code::NameUnclear),
            ),
        ];
        for (text, order, expected, code) in cases {
            let mut findings = Vec::new();
            let read = parts(of_whole(text, order, &mut findings)).join("|");
            assert_eq!(
                (read.as_str(), findings.first().map(|finding| finding.code)),
                (expected, code),
                "{text}"
            );
        }
    }

    #[test]
    fn columns_that_hold_more_than_their_part_are_divided() {
        let read = |texts: [&str; 3]| {
            let given = texts.map(|text| Some(text.to_owned()).filter(|text| !text.is_empty()));
            parts(of_parts(given, &mut Vec::new())).join("|")
        };
        assert_eq!(read(["Образцов", "Айдар Тестович", ""]), "Образцов|Айдар|Тестович");
        assert_eq!(read(["Образцов Айдар Тестович", "", ""]), "Образцов|Айдар|Тестович");
    }
}
