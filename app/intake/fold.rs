//! Text made comparable: one spelling for Kazakh and Russian writing, for capitals, for mixed-up letters.

use crate::domain::kazakh;

/// Folds a text: NFC, lower case, Kazakh letters to their Russian neighbours (ә→а, қ→к, і→и …), ё→е, and in Cyrillic words
/// letters that only look Kazakh to those they look like.
pub(super) fn fold(text: &str) -> String {
    kazakh::fold(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_and_russian_spellings_fold_to_one() {
        assert_eq!(fold("Үлгиев Нұрлан"), fold("Улгиев Нурлан"));
        assert_eq!(fold("ЖCH"), "жсн");
        assert_eq!(fold("Email"), "email", "a Latin word stays one");
    }
}
