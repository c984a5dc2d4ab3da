//! Text made comparable: one spelling for Kazakh and Russian writing, for capitals, for mixed-up letters.

use crate::domain::kazakh;
use unicode_normalization::UnicodeNormalization;

/// Folds a text: NFC, lower case, Kazakh letters to their Russian neighbours (ә→а, қ→к, і→и …), ё→е, and Latin letters
/// that only look Cyrillic inside Cyrillic words.
pub(super) fn fold(text: &str) -> String {
    text.split_inclusive(char::is_whitespace).map(fold_word).collect()
}

/// Tells the Cyrillic twin of a Latin letter, if it has one.
pub(super) fn cyrillic_twin(latin: char) -> Option<char> {
    const LATIN: &str = "ABCEHIKMOPTXYacehikopxyƏə";
    const CYRILLIC: &str = "АВСЕНІКМОРТХУасеһікорхуӘә";
    let place = LATIN.chars().position(|own| own == latin)?;
    CYRILLIC.chars().nth(place)
}

/// Tells whether a letter is of the Cyrillic blocks.
pub(super) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

fn fold_word(word: &str) -> String {
    let is_cyrillic_word = word.chars().any(is_cyrillic);
    let twin =
        |letter| if is_cyrillic_word { cyrillic_twin(letter).unwrap_or(letter) } else { letter };
    kazakh::fold(&word.nfc().map(twin).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_and_russian_spellings_fold_to_one() {
        assert_eq!(fold("Үлгиев Нұрлан"), fold("Улгиев Нурлан"));
        assert_eq!(fold("ЖCH"), "жсн");
    }
}
