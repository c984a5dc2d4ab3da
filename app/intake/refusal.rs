//! Why a file was not read at all.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a file as a whole is refused; the key for translation is `refusal-<code>`.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// No bytes at all.
    #[error("The file is empty.")]
    EmptyFile,
    /// More than [`super::archive::MAX_UNPACKED`] bytes, packed or unpacked.
    #[error(
        "The file is larger than 50 MB when unpacked; please delete empty rows and pictures and send the list of members only."
    )]
    TooLarge,
    /// More than [`super::archive::MAX_ENTRIES`] parts or [`super::archive::MAX_PICTURES`] pictures, or packed more than a hundredfold.
    #[error(
        "The file is not packed the way spreadsheet programs do; please save it anew as .xlsx."
    )]
    SuspiciousArchive,
    /// More than [`super::MAX_ROWS`] rows.
    #[error("The file has more than 50,000 rows; please divide the list.")]
    TooManyRows,
    /// Letters of an encoding that cannot be told.
    #[error(
        "The letters of the file could not be recognised; please save it as CSV UTF-8 or as .xlsx."
    )]
    LettersUnknown,
    /// Formulas that no spreadsheet program has worked out yet, in half of the rows or more.
    #[error(
        "Cells of the list hold formulas without results; please open the file in Excel, save it and send it again."
    )]
    FormulasUnanswered,
    /// Nothing that holds a spreadsheet: a text document, a scan, a picture.
    #[error("This is not a spreadsheet; please send the list as .xlsx, .xls, .ods or .csv.")]
    NotASpreadsheet,
    /// A web page or a mail without a table on it.
    #[error("This is a web page without a table; please open it in Excel and save it as .xlsx.")]
    WebPage,
    /// A chart or a bundle of sheets of Excel 2, 3 or 4.
    #[error("This is a file of a very old Excel; please open it and save it as .xlsx.")]
    OldExcel,
    /// Markup that is no spreadsheet, or the binary .xlsb.
    #[error("This kind of spreadsheet cannot be read; please open it and save it as .xlsx.")]
    OtherSpreadsheet,
    /// Protected with a password.
    #[error("The file is protected with a password; please save it without one.")]
    Encrypted,
    /// Nobody has set a password, but the protection of the workbook hides its content.
    #[error(
        "The workbook is protected; please take its protection off in Excel (Review, Protect Workbook) and save it."
    )]
    WorkbookProtected,
    /// The bytes break the rules of their own format.
    #[error("The file is damaged and cannot be read; please save it anew as .xlsx.")]
    Damaged,
    /// No row of column titles, although there are people.
    #[error(
        "No row of column titles was found; please write the titles (name, IIN, date of birth …) above the people."
    )]
    NoHeader,
    /// Nothing that looks like a list.
    #[error("No table of people was found; please use the template, one person in a row.")]
    NoTable,
    /// A card for each person instead of a table.
    #[error(
        "Each person stands on a card of its own; please write the list as a table, one person in a row (see the template)."
    )]
    Cards,
    /// Column titles and nobody under them.
    #[error("The table has column titles but no people.")]
    NoPeople,
}

impl Refusal {
    /// Every refusal there is, in the order of `--help`.
    pub const ALL: [Self; 17] = [
        Self::EmptyFile,
        Self::TooLarge,
        Self::SuspiciousArchive,
        Self::TooManyRows,
        Self::LettersUnknown,
        Self::FormulasUnanswered,
        Self::NotASpreadsheet,
        Self::WebPage,
        Self::OldExcel,
        Self::OtherSpreadsheet,
        Self::Encrypted,
        Self::WorkbookProtected,
        Self::Damaged,
        Self::NoHeader,
        Self::NoTable,
        Self::Cards,
        Self::NoPeople,
    ];

    /// Tells the refusal's name in `snake_case`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::EmptyFile => "empty_file",
            Self::TooLarge => "too_large",
            Self::SuspiciousArchive => "suspicious_archive",
            Self::TooManyRows => "too_many_rows",
            Self::LettersUnknown => "letters_unknown",
            Self::FormulasUnanswered => "formulas_unanswered",
            Self::WebPage => "web_page",
            Self::OldExcel => "old_excel",
            Self::WorkbookProtected => "workbook_protected",
            Self::NotASpreadsheet => "not_a_spreadsheet",
            Self::OtherSpreadsheet => "other_spreadsheet",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::NoHeader => "no_header",
            Self::NoTable => "no_table",
            Self::Cards => "cards",
            Self::NoPeople => "no_people",
        }
    }

    /// Says it in one English sentence, with what to do.
    #[must_use]
    pub fn message(self) -> String {
        self.to_string()
    }
}
