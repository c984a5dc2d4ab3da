//! Letters of other alphabets that stand for a letter of the Kazakh one, because they look like it.
//!
//! Offices get them from keyboards of neighbours, from old fonts, and from programs that recognise scanned text. The table
//! holds the single letters that Unicode calls confusable with one of the 42 (UTS #39, `confusables.txt`), but for those that
//! look so in italics only (n for п, r for г, u for и, w for ш); letters of other Cyrillic alphabets that differ from a Kazakh letter
//! in the shape of its hook, tail or stroke; and the letters of the Kazakh Latin alphabet of 2021 that are its vowels with
//! dots and its ғ and ң.

use std::{collections::HashMap, sync::LazyLock};
use unicode_normalization::UnicodeNormalization;

/// The Kazakh Cyrillic alphabet, which holds the Russian one.
pub const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// A letter, and those that look like it.
const LOOK_ALIKES: &[(char, &str)] = &[
    ('А', "AΑ"),
    ('а', "aɑαᴀ"),
    ('Ә', "ƏƎӚÄӒ"),
    ('ә', "əǝӛäӓ"),
    ('Б', "Ƃ"),
    ('б', "ƃϬ"),
    ('В', "BΒꞴ"),
    ('в', "ʙβᲀ"),
    ('Г', "Γ"),
    ('г', "ᴦ"),
    ('Ғ', "ӺҔӶĞ"),
    ('ғ', "ӻҕӷğɍ"),
    ('д', "ᲁ"),
    ('Е', "EΕЀ"),
    ('е', "eҽꬲѐ"),
    ('Ё', "Ë"),
    ('ё', "ë"),
    ('З', "ƷȜӠꝪꞫ"),
    ('з', "ʒȝӡꝫɜᴈ"),
    ('И', "Ͷ"),
    ('и', "ͷᴎ"),
    ('Й', "ЍҊ"),
    ('й', "ѝҋ"),
    ('К', "KΚ"),
    ('к', "kĸκᴋ"),
    ('Қ', "ҠҜҞӃԞԚⱩĶ"),
    ('қ', "ҡҝҟӄԟԛⱪķ"),
    ('Л', "ΛɅ"),
    ('л', "ᴫ"),
    ('М', "MΜϺ"),
    ('м', "mʍᴍ"),
    ('Н', "HΗ"),
    ('н', "ʜ"),
    ('Ң', "ҤӇӉԢԨⱧŊÑŅ"),
    ('ң', "ҥӈӊԣԩⱨŋñņ"),
    ('О', "OΟ"),
    ('о', "oοσᴏᴑꬽᲂϭ"),
    ('Ө', "ѲƟΘӪÖӦꝊØ"),
    ('ө', "ѳɵθӫöӧꝋø"),
    ('П', "Π"),
    ('п', "πᴨ"),
    ('Р', "PΡ"),
    ('р', "pρþƿϸ"),
    ('С', "CϹ"),
    ('с', "cϲᴄᲃ"),
    ('Т', "TΤ"),
    ('т', "tτᴛᲄᲅꚍ"),
    ('У', "Y"),
    ('у', "y"),
    ('Ұ', "¥ɎŪ"),
    ('ұ', "ɏū"),
    ('Ү', "ΥÜӰ"),
    ('ү', "γɣʏᶌỿꭚυüӱ"),
    ('Ф', "Φ"),
    ('ф', "φɸȹ"),
    ('Х', "XΧꞳ"),
    ('х', "xχ"),
    ('Һ', "Ԧ"),
    ('һ', "hԧ"),
    ('Ч', "Ϥ"),
    ('ч', "ϥ"),
    ('ш', "ɯ"),
    ('ъ', "ᲆ"),
    ('І', "IΙӀƖǀİꞮ"),
    ('і', "iιlıɩɪӏꙇ"),
    ('Ь', "Ƅ"),
    ('ь', "bƅ"),
    ('я', "ᴙ"),
];

/// Marks that are laid over a letter or hung under it, where a keyboard lacks the Kazakh letter.
const OVERLAYS: [char; 4] = ['\u{335}', '\u{336}', '\u{337}', '\u{338}'];
const TAILS: [char; 7] =
    ['\u{321}', '\u{322}', '\u{326}', '\u{327}', '\u{328}', '\u{329}', '\u{32d}'];

/// The table by the letter that is looked up: each letter of a long list is.
static TWINS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pairs = |(own, alike): &(char, &'static str)| {
        let own = *own;
        alike.chars().map(move |letter| (letter, own))
    };
    LOOK_ALIKES.iter().flat_map(pairs).collect()
});

/// The letter of the alphabet that another one looks like; `None` for the alphabet's own and for all that look otherwise.
#[must_use]
pub fn twin(letter: char) -> Option<char> {
    if is_of_alphabet(letter) || is_plain_sign(letter) {
        return None;
    }
    TWINS.get(&plain(letter)).copied()
}

/// Most of what is no letter of the alphabet: blanks, digits, points and the like.
const fn is_plain_sign(letter: char) -> bool {
    letter.is_ascii() && !letter.is_ascii_alphabetic()
}

/// The Kazakh letter that a letter and the mark behind it make together: `К` with a cedilla is `Қ`.
#[must_use]
pub fn with_mark(letter: char, mark: char) -> Option<char> {
    let (with, without) = if OVERLAYS.contains(&mark) {
        ("ӨөҒғҰұҰұ", "ОоГгУуҮү")
    } else if TAILS.contains(&mark) {
        ("ҚқҢң", "КкНн")
    } else {
        return None;
    };
    let place = without.chars().position(|own| own == letter)?;
    with.chars().nth(place)
}

/// Whether a letter is of the Cyrillic blocks, whichever language it belongs to.
#[must_use]
pub const fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}')
}

/// Whether a letter, small or capital, is one of the 42.
#[must_use]
pub const fn is_of_alphabet(letter: char) -> bool {
    matches!(
        letter,
        'А'..='я'
            | 'Ё'
            | 'ё'
            | 'Ә'
            | 'ә'
            | 'Ғ'
            | 'ғ'
            | 'Қ'
            | 'қ'
            | 'Ң'
            | 'ң'
            | 'Ө'
            | 'ө'
            | 'Ұ'
            | 'ұ'
            | 'Ү'
            | 'ү'
            | 'Һ'
            | 'һ'
            | 'І'
            | 'і'
    )
}

/// The letter without the form that it has in wide or mathematical print.
fn plain(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let mut plain = std::iter::once(letter).nfkc();
    match (plain.next(), plain.next()) {
        (Some(only), None) if !matches!(letter, 'ϲ' | 'Ϲ') => only,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use unicode_security::confusable_detection::skeleton;

    fn looks(letter: char) -> String {
        skeleton(letter.encode_utf8(&mut [0; 4])).collect()
    }

    #[test]
    fn each_letter_stands_for_one_letter_of_the_alphabet_and_the_alphabet_for_itself() {
        let mut seen = BTreeSet::new();
        let letters: String =
            ('\0'..='\u{ffff}').filter(|letter| is_of_alphabet(*letter)).collect();
        assert_eq!(letters.chars().count(), 84);
        assert!(letters.to_lowercase().chars().all(|letter| ALPHABET.contains(letter)));
        for (own, alike) in LOOK_ALIKES {
            assert!(is_of_alphabet(*own), "{own}");
            for letter in alike.chars() {
                assert!(!is_of_alphabet(letter) && seen.insert(letter), "{letter}");
                assert_eq!(twin(letter), Some(*own));
            }
        }
        for letter in ALPHABET.chars().chain(ALPHABET.to_uppercase().chars()) {
            assert_eq!(twin(letter), None, "{letter}");
        }
    }

    /// Letters that Unicode takes for one of ours in italics or upside down, and those that were another letter: omega and we.
    const OTHERWISE: &str = "rｒꭇꭈnuwｗᴡԝѡꞁ";

    #[test]
    fn every_letter_of_europe_that_unicode_confuses_with_the_alphabet_is_in_the_table() {
        let own: Vec<(char, String)> = ALPHABET
            .chars()
            .chain(ALPHABET.to_uppercase().chars())
            .map(|letter| (letter, looks(letter)))
            .collect();
        let europe =
            ('A'..='\u{52f}').chain('\u{1c80}'..='\u{1c88}').chain('\u{1d00}'..='\u{1d2b}');
        let missing: Vec<(char, char)> = europe
            .chain('\u{2c60}'..='\u{2c7f}')
            .chain('\u{a640}'..='\u{a69b}')
            .chain('\u{a722}'..='\u{a7ca}')
            .chain('\u{ff21}'..='\u{ff5a}')
            .filter(|letter| letter.is_alphabetic() && !is_of_alphabet(*letter))
            .filter(|letter| twin(*letter).is_none() && !OTHERWISE.contains(*letter))
            .filter_map(|letter| {
                let look = looks(letter);
                own.iter().find(|(_, own)| *own == look).map(|(own, _)| (letter, *own))
            })
            .collect();
        assert_eq!(missing, []);
    }

    #[test]
    fn a_letter_with_a_mark_of_its_own_is_one_letter() {
        for (letter, mark, own) in [
            ('О', '\u{335}', 'Ө'),
            ('г', '\u{336}', 'ғ'),
            ('К', '\u{321}', 'Қ'),
            ('н', '\u{328}', 'ң'),
        ] {
            assert_eq!(with_mark(letter, mark), Some(own));
        }
        assert_eq!(with_mark('О', '\u{301}'), None, "a stress mark makes no other letter");
    }
}
