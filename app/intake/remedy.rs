//! What an office does about a finding before the list can be saved.

use super::code::Code;
use super::finding::{Finding, Level};

/// The way to settle a question or an error; the key for translation is `remedy-<word>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Type the name in its parts.
    Name,
    /// Type the IIN.
    Iin,
    /// Type the birth date.
    BirthDate,
    /// Type the number of the identity card, or empty the cell.
    DocumentNumber,
    /// Type what the cell should hold.
    Cell,
    /// Say that it is another person.
    Another,
    /// Say that the person whose row is crossed out belongs to the list.
    Belongs,
    /// Type the person that the row holds.
    Person,
    /// Correct one of two equal IINs, or leave one out.
    Equal,
}

impl Remedy {
    /// Every remedy there is.
    pub const ALL: [Self; 9] =
        [Self::Name, Self::Iin, Self::BirthDate, Self::DocumentNumber, Self::Cell, Self::Another, Self::Belongs, Self::Person, Self::Equal];

    /// What is to be done about a finding; nothing about one that only informs.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        use super::finding::Field;
        if finding.level() < Level::Ask {
            return None;
        }
        Some(match (finding.code, finding.field) {
            (Code::DuplicateIin, _) => Self::Equal,
            (Code::DuplicatePerson, _) => Self::Another,
            (Code::RowStruckOut, _) => Self::Belongs,
            (Code::RowUnclear, _) => Self::Person,
            (_, Field::Name | Field::Surname | Field::GivenName | Field::Patronymic) => Self::Name,
            (_, Field::Iin) => Self::Iin,
            (_, Field::BirthDate) => Self::BirthDate,
            (_, Field::DocumentNumber) => Self::DocumentNumber,
            _ => Self::Cell,
        })
    }

    /// Whether it is said by a tick and not typed.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Another | Self::Belongs)
    }

    /// Its word in translations.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Iin => "iin",
            Self::BirthDate => "birth_date",
            Self::DocumentNumber => "document_number",
            Self::Cell => "cell",
            Self::Another => "another",
            Self::Belongs => "belongs",
            Self::Person => "person",
            Self::Equal => "equal",
        }
    }
}
