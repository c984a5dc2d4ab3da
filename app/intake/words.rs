//! The words of a text, folded, and questions about them.

use super::fold::fold;

/// The words of a title or a cell; `№` and `#` are words of their own, other signs separate.
///
/// What is asked for comes as words divided by blanks, already folded.
#[derive(Debug)]
pub(super) struct Words(Vec<String>);

impl Words {
    /// Cuts a text into folded words.
    pub(super) fn of(text: &str) -> Self {
        let mut words = vec![String::new()];
        for letter in fold(text).chars() {
            match letter {
                '№' | '#' => words.extend(["№".to_owned(), String::new()]),
                _ if letter.is_alphanumeric() => {
                    if let Some(word) = words.last_mut() {
                        word.push(letter);
                    }
                }
                _ => words.push(String::new()),
            }
        }
        words.retain(|word| !word.is_empty());
        Self(words)
    }

    /// Shows the words one by one.
    pub(super) fn list(&self) -> &[String] {
        &self.0
    }

    /// Tells whether a word starts with one of the stems.
    pub(super) fn has(&self, stems: &str) -> bool {
        self.place(stems).is_some()
    }

    /// Tells where the first word stands that starts with one of the stems.
    pub(super) fn place(&self, stems: &str) -> Option<usize> {
        self.0.iter().position(|word| starts_with(word, stems))
    }

    /// Tells whether one of the words stands there as it is.
    pub(super) fn is(&self, exact: &str) -> bool {
        self.0.iter().any(|word| exact.split(' ').any(|one| word == one))
    }

    /// Tells whether the first word starts with one of the stems.
    pub(super) fn starts(&self, stems: &str) -> bool {
        self.0.first().is_some_and(|first| starts_with(first, stems))
    }

    /// Tells whether the words follow each other somewhere.
    pub(super) fn says(&self, phrase: &str) -> bool {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        self.0.windows(phrase.len()).any(|window| window == phrase)
    }

    /// Tells whether there are these words in this order and no others.
    pub(super) fn are(&self, phrase: &str) -> bool {
        self.0.iter().map(String::as_str).eq(phrase.split(' '))
    }
}

fn starts_with(word: &str, stems: &str) -> bool {
    stems.split(' ').any(|stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_into_words() {
        assert_eq!(Words::of("№\nп/п").list(), ["№", "п", "п"]);
        assert_eq!(Words::of("Тегі, аты, әкесінің аты").list(), ["теги", "аты", "акесинин", "аты"]);
    }
}
