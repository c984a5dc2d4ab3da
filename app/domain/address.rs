//! Addresses of electronic mail.

/// The longest address, in characters.
const LONGEST: usize = 254;

/// A fault of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// The text has not the form of one.
    NoAddress,
    /// Before its `@`, or in a Latin word of its domain, stands a letter that no mail server takes. It may look Latin.
    Letter(char),
}

/// Reads an address as somebody types it: in small letters, its domain in the form that mail servers know.
///
/// # Errors
/// A fault of the address.
pub fn read(typed: &str) -> Result<String, AddressFault> {
    let typed = typed.trim().to_lowercase();
    let (local, domain) = typed.rsplit_once('@').ok_or(AddressFault::NoAddress)?;
    if let Some(letter) = local.chars().find(|c| !c.is_ascii() && c.is_alphanumeric()) {
        return Err(AddressFault::Letter(letter));
    }
    let address = format!("{local}@{}", ascii(domain)?);
    if is_address(&address) { Ok(address) } else { Err(AddressFault::NoAddress) }
}

/// A national domain in ASCII. A word of it is wholly national: a foreign letter in a Latin word is a mistake.
fn ascii(domain: &str) -> Result<String, AddressFault> {
    if domain.is_ascii() {
        return Ok(domain.to_owned());
    }
    for label in domain.split('.') {
        let is_latin = label.chars().any(|c| c.is_ascii_alphabetic());
        let foreign = label.chars().find(|c| !c.is_ascii() && c.is_alphanumeric());
        if let (true, Some(letter)) = (is_latin, foreign) {
            return Err(AddressFault::Letter(letter));
        }
    }
    idna::domain_to_ascii_strict(domain).map_err(|_| AddressFault::NoAddress)
}

/// An address as people read it: a national domain in its own letters.
#[must_use]
pub fn shown(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, domain)) if domain.split('.').any(|label| label.starts_with("xn--")) => {
            format!("{local}@{}", idna::domain_to_unicode(domain).0)
        }
        _ => address.to_owned(),
    }
}

/// Whether a mail could be sent there: one `@` between plain characters, and a domain of more than one word.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c);
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_local = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(is_plain)
        && local.split('.').all(|part| !part.is_empty());
    text.len() <= LONGEST && is_local && domain.contains('.') && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_at_sign_and_a_domain_and_nothing_that_ends_a_line() {
        for good in ["a@b.kz", "gulnar.mysalova@ulgi.gov.kz", "o'neil+x@demo.invalid"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b.kz",
            "a@",
            "a@b",
            "a@@b.kz",
            "a b@c.kz",
            "a@b.kz\r\nBcc: x@y.kz",
            "a@b..kz",
            ".a@b.kz",
            "a@-b.kz",
            "ә@b.kz",
            "a@b.kz,c@d.kz",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_national_domain_is_kept_in_ascii_and_shown_in_its_letters() {
        for typed in ["akimat@ұлгі.қаз", " Akimat@Мысал.ҚАЗ ", "kenes@үлгі-ауданы.қаз"]
        {
            let read = read(typed).unwrap();
            assert!(is_address(&read) && read.ends_with(".xn--80ao21a"), "{read}");
            assert_eq!(shown(&read), typed.trim().to_lowercase());
        }
        assert_eq!(read("A@b.kz").unwrap(), "a@b.kz");
        assert_eq!(shown("a@b.kz"), "a@b.kz");
    }

    #[test]
    fn a_letter_that_looks_latin_is_named() {
        for (typed, letter) in [
            ("аkimat@demo.invalid", 'а'),
            ("akimat@dеmo.invalid", 'е'),
            ("әкім@ulgi.kz", 'ә'),
            ("akimat@ulgi.қkz", 'қ'),
        ] {
            assert_eq!(read(typed), Err(AddressFault::Letter(letter)), "{typed}");
        }
        for typed in ["", "a", "a@b", "a b@c.kz", "a@b.kz\r\nBcc: x@y.kz"] {
            assert_eq!(read(typed), Err(AddressFault::NoAddress), "{typed}");
        }
    }
}
