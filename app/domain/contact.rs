//! How the structural unit reaches a person of its squads, made sure of with the person.

use super::{address, language::Language};

text_enum! {
    /// How far a unit has made sure how a person is reached.
    ReachState {
        Unconfirmed = "unconfirmed",
        Confirmed = "confirmed",
        /// A mail to the address did not arrive.
        Refused = "refused",
    }
}

/// The longest postal address, in characters.
pub const ADDRESS_LIMIT: usize = 300;

/// The unit's own copy. Nobody writes to the copy of the akimat.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub email: Option<String>,
    /// As +7 and ten digits.
    pub phone: Option<String>,
    /// Where letters go.
    pub address: Option<String>,
    /// The language of mails and letters.
    pub language: Language,
}

impl Contact {
    /// Whether the last four digits of the telephone are these; never without a telephone.
    #[must_use]
    pub fn has_digits(&self, digits: &str) -> bool {
        let last = self.phone.as_ref().and_then(|phone| phone.get(phone.len().checked_sub(4)?..));
        last.is_some_and(|last| last == digits)
    }

    /// Whether the address, if there is one, has the form that mail servers know.
    #[must_use]
    pub fn is_apt(&self) -> bool {
        self.email.as_deref().is_none_or(address::is_address)
            && self.address.as_ref().is_none_or(|text| text.chars().count() <= ADDRESS_LIMIT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_by_the_last_four_digits_and_nobody_without_a_telephone() {
        let with =
            |phone: Option<&str>| Contact { phone: phone.map(str::to_owned), ..Contact::default() };
        assert!(with(Some("+77010000107")).has_digits("0107"));
        for digits in ["", "107", "00107", "0108", "+77010000107"] {
            assert!(!with(Some("+77010000107")).has_digits(digits), "{digits}");
            assert!(!with(None).has_digits(digits), "{digits}");
        }
    }
}
