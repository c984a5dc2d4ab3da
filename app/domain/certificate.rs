//! Certificates: who is a volunteer or a freelance officer, signed by the head of the subdivision (clauses 18, 20, 21).

use super::code;

text_enum! {
    /// The form of a certificate; each has a series of numbers of its own.
    CertificateKind {
        /// Appendix 1.
        Freelance = "freelance",
        /// Appendix 2.
        Volunteer = "volunteer",
    }
}

text_enum! {
    /// Where a certificate stands. It never expires; it is good from handing over on until it is void.
    CertificateState {
        Prepared = "prepared",
        Signed = "signed",
        HandedOver = "handed_over",
        Void = "void",
    }
}

text_enum! {
    /// Why a certificate is void. A check tells nothing of it.
    VoidCause {
        /// The holder is on no record of the subdivision any more.
        OffRecord = "off_record",
        /// The holder has another one in the register, which two subdivisions have kept before.
        Doubled = "doubled",
        Lost = "lost",
        Damaged = "damaged",
        /// The paper says something wrong.
        Wrong = "wrong",
        /// The subdivision under whose name it was printed has a successor, which has printed another.
        Reprinted = "reprinted",
    }
}

impl VoidCause {
    /// The causes that an officer may name: a new certificate is prepared then.
    pub const NAMED: &'static [Self] = &[Self::Lost, Self::Damaged, Self::Wrong, Self::Reprinted];

    /// The fate of the paper, where the cause tells it.
    #[must_use]
    pub const fn fate(self) -> Option<PaperFate> {
        match self {
            Self::Lost => Some(PaperFate::NotReturned),
            Self::OffRecord | Self::Doubled | Self::Damaged | Self::Wrong | Self::Reprinted => None,
        }
    }
}

text_enum! {
    /// The fate of the paper of a void certificate.
    PaperFate {
        HandedIn = "handed_in",
        Destroyed = "destroyed",
        NotReturned = "not_returned",
    }
}

text_enum! {
    /// How a print came out.
    PrintKind {
        First = "first",
        Repeated = "repeated",
        /// The paper was spoiled in the printer.
        Spoiled = "spoiled",
    }
}

text_enum! {
    /// The answer of a check, and nothing else.
    CheckAnswer {
        Valid = "valid",
        NotValid = "not_valid",
        Unknown = "unknown",
    }
}

/// The longest position, rank, place, name and document that is typed, in characters.
pub const TEXT_LIMIT: usize = 120;
/// The most certificates that are signed at once.
pub const BATCH: usize = 100;
/// Digits of a number, at most.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 1..=9;

/// The number as it is printed: the series, and the digits filled with zeros.
#[must_use]
pub fn printed(series: &str, number: i64, width: u16) -> String {
    format!("{series}{number:0width$}", width = usize::from(width))
}

/// The code in print, in groups of four: `7K4M-2QXP-9RTD-W3VA`.
#[must_use]
pub fn grouped(code: &str) -> String {
    code::groups(code, 4)
}

/// Whether somebody who typed this number means that one: blanks, the sign № and the look of a letter make no difference.
#[must_use]
pub fn is_same_number(typed: &str, printed: &str) -> bool {
    code::folded(typed) == code::folded(printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_printed_with_its_series_and_width_and_recognised_as_people_type_it() {
        assert_eq!(printed("Е", 417, 6), "Е000417");
        assert_eq!(printed("", 1_234_567, 6), "1234567", "a number is never cut");
        for typed in ["Е000417", "№ е 000417", "E-000417"] {
            assert!(is_same_number(typed, "Е000417"), "{typed}");
        }
        for typed in ["", "417", "Ш000417", "Е000418"] {
            assert!(!is_same_number(typed, "Е000417"), "{typed}");
        }
    }

    #[test]
    fn a_code_is_printed_in_groups_that_are_read_back() {
        let code = code::check_code([0xff; 10]);
        assert_eq!(grouped(&code), "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        assert_eq!(code::read_check_code("zzzz zzzz-zzzz zzzz"), Some(code));
        for wrong in ["", "ZZZZ", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-Z", "ZZZZ-ZZZZ-ZZZZ-ZZZU!"] {
            assert_eq!(code::read_check_code(wrong), None, "{wrong}");
        }
    }
}
