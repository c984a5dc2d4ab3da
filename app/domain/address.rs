//! Addresses of electronic mail.

/// The longest address, in characters.
const LONGEST: usize = 254;

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
}
