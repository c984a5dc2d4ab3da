//! What an office does about a finding.

use super::{
    code::Code,
    finding::{Field, Finding},
    level::Level,
};

/// What to do; the key for translation is `remedy-<word>`.
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
    /// Say that the person whose row is crossed out or hidden belongs to the list.
    Belongs,
    /// Compare the row with the file.
    Compare,
    /// Type the person that the row holds.
    Person,
    /// Correct one of two equal IINs, or leave one out.
    Equal,
    /// Say what the column holds.
    Columns,
    /// Nothing: such a column need not be sent at all.
    NotHeld,
    /// Look whether people stand on the sheet.
    Sheet,
    /// Send copies of identity cards where they belong.
    Pictures,
    /// Count who is missing.
    Total,
    /// Nothing: only the council appoints.
    Leaders,
}

impl Remedy {
    /// Every remedy there is.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Iin,
        Self::BirthDate,
        Self::DocumentNumber,
        Self::Cell,
        Self::Another,
        Self::Belongs,
        Self::Compare,
        Self::Person,
        Self::Equal,
        Self::Columns,
        Self::NotHeld,
        Self::Sheet,
        Self::Pictures,
        Self::Total,
        Self::Leaders,
    ];

    /// What is to be done about a finding: nothing about what was put right in a row, or is only to be looked at there.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        Some(match (finding.code, finding.field) {
            (Code::DuplicateIin, _) => Self::Equal,
            (Code::DuplicatePerson, _) => Self::Another,
            (Code::RowStruckOut | Code::RowHidden, _) => Self::Belongs,
            (Code::QuoteUnclear, _) => Self::Compare,
            (Code::PicturesNotTaken, _) => Self::Pictures,
            (Code::RowUnclear, _) => Self::Person,
            (Code::ColumnUnknown | Code::ColumnRepeated | Code::ColumnMissing, _) => Self::Columns,
            (Code::ColumnNotHeld, _) => Self::NotHeld,
            (Code::SheetHidden | Code::SheetWithoutTable, _) => Self::Sheet,
            (Code::TotalDiffers, _) => Self::Total,
            (Code::LeadersSeveral, _) => Self::Leaders,
            _ if finding.level() < Level::Ask => return None,
            (_, Field::Name | Field::Surname | Field::GivenName | Field::Patronymic) => Self::Name,
            (_, Field::Iin) => Self::Iin,
            (_, Field::BirthDate) => Self::BirthDate,
            (_, Field::DocumentNumber) => Self::DocumentNumber,
            _ => Self::Cell,
        })
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
            Self::Compare => "compare",
            Self::Person => "person",
            Self::Equal => "equal",
            Self::Columns => "columns",
            Self::NotHeld => "not_held",
            Self::Sheet => "sheet",
            Self::Pictures => "pictures",
            Self::Total => "total",
            Self::Leaders => "leaders",
        }
    }
}
