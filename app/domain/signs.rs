//! Signs that word processors, contact books and certificate windows leave in a text: nobody sees them, or sees a hyphen.

/// Whether nothing shows where the character is: direction marks, zero-width blanks, soft hyphens, variation selectors.
///
/// These are the characters that Unicode calls *default ignorable*, and three marks of annotations.
#[must_use]
pub const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character is written for a hyphen: the dashes of typesetting, the minus sign, and their small and wide forms.
#[must_use]
pub const fn is_hyphen(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{58a}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2796}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_that_shows_is_taken_for_nothing() {
        let shown = (' '..='\u{ffff}').filter(|letter| letter.is_alphanumeric());
        let taken: Vec<char> =
            shown.filter(|letter| is_invisible(*letter) || is_hyphen(*letter)).collect();
        assert_eq!(taken, ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}'], "fillers of Hangul");
        assert!([' ', '\u{a0}', '\t', '\n', '\''].into_iter().all(|sign| !is_invisible(sign)));
    }
}
