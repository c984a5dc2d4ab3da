//! What somebody searches for: a reference, a number of a paper, words of a name, or an IIN.

use super::{
    iin::{Iin, Reading},
    kazakh,
    signs::{is_hyphen, is_invisible},
};

/// The longest text that is searched for, in characters.
pub const LIMIT: usize = 120;
/// The most words of a name that are looked at.
const WORDS: usize = 6;

/// What was typed, in each of its possible meanings.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Beginnings of words of a name, the longest first; empty when they are too short to be looked for.
    pub words: Vec<Vec<u8>>,
    /// The whole text, as a number of a paper may be written.
    pub numbers: Vec<String>,
    /// A reference of a squad, a list or an application, as we write them.
    pub reference: Option<String>,
    /// An IIN, whole and with the right check digit.
    pub iin: Option<Iin>,
}

impl Terms {
    /// Reads what was typed; `None` when there is too little to look for, or too much.
    ///
    /// One word must have two letters at least: a page of everybody whose name begins with А helps nobody.
    #[must_use]
    pub fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let mut words = kazakh::words(typed);
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.truncate(WORDS);
        let has_letters = |word: &Vec<u8>| {
            word.iter().filter(|byte| !kazakh::is_wildcard(char::from(**byte))).count() > 1
        };
        if typed.chars().count() > LIMIT || !words.first().is_some_and(has_letters) {
            return None;
        }
        let mut numbers = vec![typed.to_owned(), typed.to_uppercase(), typed.to_lowercase()];
        numbers.dedup();
        Some(Self { numbers, reference: reference(typed), iin: iin(typed), words })
    }
}

/// Only what is typed as a whole number of twelve digits: nobody is found by guessing zeros.
fn iin(typed: &str) -> Option<Iin> {
    Reading::of_text(typed).ok().filter(|reading| !reading.restored).map(|reading| reading.iin)
}

/// `т-2026-1` is `Т-2026-0001`, with a Latin T or a long dash, too.
fn reference(typed: &str) -> Option<String> {
    let plain = |sign: char| if is_hyphen(sign) { '-' } else { sign };
    let text: String = typed
        .to_uppercase()
        .chars()
        .filter(|sign| !sign.is_whitespace() && !is_invisible(*sign))
        .map(plain)
        .collect();
    let mut parts = text.split('-');
    let letter = match parts.next()? {
        "Ж" => "Ж",
        "Т" | "T" => "Т",
        "Ө" => "Ө",
        _ => return None,
    };
    let (year, serial): (u16, u32) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then(|| format!("{letter}-{year}-{serial:04}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_people_type_them() {
        let read = |typed: &str| Terms::of(typed).and_then(|terms| terms.reference);
        for typed in ["Т-2026-0001", "т-2026-1", "T-2026-0001", " т – 2026 – 0001 "] {
            assert_eq!(read(typed).as_deref(), Some("Т-2026-0001"), "{typed}");
        }
        assert_eq!(read("ж-2026-12345").as_deref(), Some("Ж-2026-12345"));
        assert_eq!(read("ө-2026-7").as_deref(), Some("Ө-2026-0007"));
        for typed in ["К-2026-0001", "Т-2026", "Т-2026-1-1", "оспан", "3-14/1187"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn too_little_and_too_much_is_no_search() {
        for typed in ["", "  ", "а", "а б", "%%", "__", "\\", &"а".repeat(121)] {
            assert!(Terms::of(typed).is_none(), "{typed:?}");
        }
        assert_eq!(Terms::of("б оспан").unwrap().words[0].len(), 5, "the longest word leads");
    }

    #[test]
    fn an_iin_is_looked_for_whole_and_valid_only() {
        let has = |typed: &str| Terms::of(typed).unwrap().iin.is_some();
        assert!(has("840229399019") && has("840229 399019"));
        assert!(!has("840229399018") && !has("84022939901") && !has("101599040"));
    }
}
