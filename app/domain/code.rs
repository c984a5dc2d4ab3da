//! Codes to be typed from paper: 128 bits in 26 letters and digits, none of which is taken for another.

/// Digits and letters without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters and digits of a code.
const LENGTH: usize = 26;

/// The code of sixteen bytes.
#[must_use]
pub fn spell(bytes: [u8; 16]) -> String {
    spelled(&bytes, LENGTH)
}

/// Letters and digits of a login.
const LOGIN: usize = 8;

/// The login of five bytes.
#[must_use]
pub fn login(bytes: [u8; 5]) -> String {
    spelled(&bytes, LOGIN)
}

/// Letters and digits of the code of a certificate: 80 bits.
const CHECK: usize = 16;

/// The code of ten bytes, by which a certificate is checked.
#[must_use]
pub fn check_code(bytes: [u8; 10]) -> String {
    spelled(&bytes, CHECK)
}

/// The code of a certificate that somebody typed, read as a code is.
#[must_use]
pub fn read_check_code(typed: &str) -> Option<String> {
    of_length(typed, CHECK)
}

/// The last bits, five a letter.
fn spelled(bytes: &[u8], length: usize) -> String {
    let bits = bytes.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte));
    (0..length)
        .rev()
        .map(|place| char::from(ALPHABET[usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0)]))
        .collect()
}

/// The login that somebody typed, read as a code is.
#[must_use]
pub fn read_login(typed: &str) -> Option<String> {
    of_length(typed, LOGIN)
}

/// The code in groups of five, as it is printed.
#[must_use]
pub fn grouped(code: &str) -> String {
    groups(code, 5)
}

/// The code in groups of so many letters.
#[must_use]
pub fn groups(code: &str, size: usize) -> String {
    let letters: Vec<char> = code.chars().collect();
    let group = |letters: &[char]| letters.iter().collect::<String>();
    letters.chunks(size).map(group).collect::<Vec<_>>().join("-")
}

/// The code that somebody typed: in any case, with blanks and hyphens, with what looks like its letters, Cyrillic ones too.
#[must_use]
pub fn read(typed: &str) -> Option<String> {
    of_length(typed, LENGTH)
}

/// The letters that are meant, without blanks and hyphens.
fn letters(typed: &str) -> impl Iterator<Item = char> {
    let said = typed.chars().filter(|c| !c.is_whitespace() && !"-–—_.№".contains(*c));
    said.flat_map(char::to_uppercase).map(meant)
}

/// A text in which letters that look alike are the same.
#[must_use]
pub fn folded(typed: &str) -> String {
    letters(typed).collect()
}

fn of_length(typed: &str, length: usize) -> Option<String> {
    let code: String = letters(typed).take(length + 1).collect();
    (code.len() == length && code.bytes().all(|c| ALPHABET.contains(&c))).then_some(code)
}

/// The letter that is meant by one that looks like it.
const fn meant(letter: char) -> char {
    match letter {
        'O' | 'О' => '0',
        'I' | 'L' | 'І' => '1',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        let code =
            spell([0x01, 0xff, 0x80, 0x7c, 3, 200, 17, 99, 250, 0, 5, 128, 77, 31, 0xf0, 0x0f]);
        assert_eq!(code.len(), 26);
        let printed = grouped(&code);
        assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), [5, 5, 5, 5, 5, 1]);
        let lower = printed.to_lowercase().replace('-', " ");
        let confused =
            printed.replace('0', "o").replace('1', "l").replace('A', "А").replace('H', "н");
        for typed in [code.as_str(), &printed, &lower, &confused, &format!("  {printed}\n")] {
            assert_eq!(read(typed).as_deref(), Some(code.as_str()), "{typed}");
        }
        assert_eq!(read(&code[1..]), None, "a letter is missing");
        assert_eq!(read(&format!("{code}0")), None, "one too many");
        assert_eq!(read(&code.replace(&code[..1], "U")), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn every_bit_counts() {
        let codes: std::collections::BTreeSet<String> =
            (0..128).map(|bit| spell((1_u128 << bit).to_be_bytes())).collect();
        assert_eq!(codes.len(), 128);
        assert!(ALPHABET.iter().all(|c| !b"ILOU".contains(c)));
    }
}
