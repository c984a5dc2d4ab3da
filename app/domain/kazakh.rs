//! Alphabetical order and folding of Kazakh and Russian text; neither database knows them, and they differ.

use unicode_normalization::UnicodeNormalization;

/// The Kazakh Cyrillic alphabet, which holds the Russian one.
const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// Bytes that sort as the Kazakh alphabet does: blanks first, then digits, Latin letters, Cyrillic letters.
///
/// Used by keyset pages; compared as bytes in both databases.
#[must_use]
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
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

/// The text as it is searched: lower case, and Kazakh letters as their Russian neighbours are typed.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfc()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
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
        })
        .collect()
}

/// The words of a text as they are searched: folded, each letter one byte, so that a beginning of a word is a range of
/// bytes. Signs part words, but those that databases take for any letter: they stand for themselves.
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
            sort_key(c.encode_utf8(&mut [0; 4]))
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
