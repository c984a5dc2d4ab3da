//! Alphabetical order and folding of Kazakh and Russian text; neither database knows them, and they differ.

use super::{
    look_alikes::{ALPHABET, is_cyrillic, is_of_alphabet, twin, with_mark},
    signs::is_invisible,
};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The version of [`sort_key`] and [`words`]: names that were stored under an older one get their keys made again.
pub const KEYS: i64 = 1;

/// Bytes that sort as the Kazakh alphabet does: blanks first, then digits, Latin letters, Cyrillic letters.
///
/// Used by keyset pages; compared as bytes in both databases.
#[must_use]
pub fn sort_key(text: &str) -> Vec<u8> {
    key(in_one_alphabet(text).chars().flat_map(char::to_lowercase))
}

fn key(letters: impl Iterator<Item = char>) -> Vec<u8> {
    let mut key = Vec::new();
    for c in letters {
        match ALPHABET.chars().position(|letter| letter == c) {
            Some(place) => key.push(0x80 + u8::try_from(place).unwrap_or(0x7e)),
            None if c.is_whitespace() => key.push(0x01),
            None if c.is_ascii_alphanumeric() => key.push(u8::try_from(c).unwrap_or(0x02)),
            None if c.is_alphabetic() => {
                key.push(0xff);
                key.extend(u32::from(c).to_be_bytes());
            }
            None => {}
        }
    }
    key
}

/// The text in NFC without invisible signs; in words with a Cyrillic letter each look-alike is the letter that it stands for.
#[must_use]
pub fn in_one_alphabet(text: &str) -> String {
    if text.chars().all(|c| is_certain(c) || c.is_whitespace()) {
        return text.to_owned();
    }
    let text: String = text.nfc().filter(|c| !is_invisible(*c)).collect();
    text.split_inclusive(char::is_whitespace).map(word_in_one_alphabet).collect()
}

fn word_in_one_alphabet(word: &str) -> Cow<'_, str> {
    if !word.chars().any(is_cyrillic) || word.chars().all(is_certain) {
        return Cow::Borrowed(word);
    }
    let mut letters: Vec<char> = Vec::new();
    for c in word.chars() {
        match letters.last_mut().and_then(|last| Some((with_mark(*last, c)?, last))) {
            Some((whole, last)) => *last = whole,
            None => letters.push(twin(c).unwrap_or(c)),
        }
    }
    Cow::Owned(letters.into_iter().collect())
}

/// Most words of a list are of letters that stand for nothing else.
const fn is_certain(c: char) -> bool {
    is_of_alphabet(c) || c.is_ascii() && !c.is_ascii_alphabetic()
}

/// The text as it is searched: in one alphabet, lower case, and Kazakh letters as their Russian neighbours are typed.
#[must_use]
pub fn fold(text: &str) -> String {
    in_one_alphabet(text)
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c))
        .map(fold_letter)
        .collect()
}

const fn fold_letter(c: char) -> char {
    match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        'ё' => 'е',
        other => other,
    }
}

/// The words of a text as they are searched: folded, each letter one byte, so that a beginning of a word is a range of
/// bytes. Signs part words, but those that databases take for any letter: they stand for themselves.
///
/// Latin letters that look Cyrillic are Cyrillic here in every word: the beginning of a mixed word may be all Latin.
#[must_use]
pub fn words(text: &str) -> Vec<Vec<u8>> {
    let folded = fold(text);
    let mut words: Vec<Vec<u8>> =
        folded.split(parts).map(word_key).filter(|word| !word.is_empty()).collect();
    words.sort();
    words.dedup();
    words
}

fn parts(c: char) -> bool {
    !c.is_alphanumeric() && !is_wildcard(c)
}

/// Signs that a database may take for any letters.
#[must_use]
pub const fn is_wildcard(c: char) -> bool {
    matches!(c, '%' | '_' | '\\')
}

fn word_key(word: &str) -> Vec<u8> {
    let letter = |c: char| {
        if is_wildcard(c) {
            vec![u8::try_from(c).unwrap_or(0x02)]
        } else {
            key(std::iter::once(fold_letter(twin(c).unwrap_or(c))))
        }
    };
    word.chars().flat_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_as_the_kazakh_alphabet_does() {
        let mut names = [
            "Өмір",
            "Омар",
            "Қасым",
            "Карим",
            "Һарун",
            "Хамит",
            "Іңкәр",
            "Ыбырай",
            "Ұлан",
            "Уәли",
            "Үміт",
            "Әсел",
            "Асан",
            "Ғани",
            "Гүл",
            "Ёлкин",
            "Ержан",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "Асан",
                "Әсел",
                "Гүл",
                "Ғани",
                "Ержан",
                "Ёлкин",
                "Карим",
                "Қасым",
                "Омар",
                "Өмір",
                "Уәли",
                "Ұлан",
                "Үміт",
                "Хамит",
                "Һарун",
                "Ыбырай",
                "Іңкәр"
            ]
        );
    }

    #[test]
    fn a_shorter_surname_comes_before_a_longer_one_that_begins_alike() {
        assert!(sort_key("Үлгі Ян") < sort_key("Үлгібаев Ан"));
    }

    #[test]
    fn a_search_finds_a_kazakh_name_typed_with_russian_letters() {
        assert_eq!(fold("ҮЛГІБАЕВ Нұрлан"), fold("улгибаев нурлан"));
        assert_eq!(fold("Һ ё"), "х е");
    }

    #[test]
    fn letters_that_look_like_kazakh_ones_are_found_and_sorted_as_they_look() {
        for (stored, typed) in [
            ("Ѳмірбеков Ғали", "Өмірбеков"),
            ("Ҡасым Аҥсар", "қасым аңсар"),
            ("Үлгібаев Ԛанат", "канат"),
            ("Hұрлан Cынақов", "нурлан сынак"),
            ("Қасым", "Kac"),
            ("Омар", "OM"),
            ("Үлгі\u{200e}баев", "үлгібаев"),
            ("К\u{328}анат О\u{335}мір", "Қанат Өмір"),
            ("Hans Ivanov", "hans iva"),
        ] {
            let name = words(stored);
            let is_found =
                words(typed).iter().all(|typed| name.iter().any(|word| word.starts_with(typed)));
            assert!(is_found, "{stored}: {typed}");
        }
        assert_eq!(sort_key("Ѳмір Ҡасым"), sort_key("Өмір Қасым"));
        assert!(sort_key("Hans") < sort_key("Асан"), "a Latin name stays among the Latin ones");
    }

    #[test]
    fn a_search_looks_at_the_beginnings_of_words_and_takes_no_sign_for_more_than_it_is() {
        let name = words("Оспанов Қайрат Әлі-ұлы");
        assert_eq!(name.len(), 4, "a hyphen parts words");
        for (typed, is_found) in [
            ("оспан", true),
            ("ОСПАН", true),
            ("кайрат осп", true),
            ("улы али", true),
            ("спан", false),
            ("ospan", false),
            ("осп%", false),
            ("о%нов", false),
            ("оспано_", false),
            ("осп\\", false),
            ("(оспан)", true),
            ("_спан", false),
            ("оспанова", false),
        ] {
            let found =
                words(typed).iter().all(|typed| name.iter().any(|word| word.starts_with(typed)));
            assert_eq!(found, is_found, "{typed}");
        }
        assert_eq!(words(" - ''"), Vec::<Vec<u8>>::new());
        assert_eq!(words("аб")[0].len(), 2, "one byte a letter");
    }
}
