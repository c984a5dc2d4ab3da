//! The closed list of what can be found in a list of members.

use serde::{Deserialize, Serialize};

use super::level::Level;

/// What was found; the key for translation is `finding-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is told by its sentence in `facts`, shown in --help")]
pub enum Code {
    IinZerosRestored,
    IinNormalised,
    IinNoDate,
    IinBirthDateDiffers,
    IinRestoredBirthDateDiffers,
    IinMissing,
    IinLength,
    IinNotDigits,
    IinDigitsLost,
    IinCheckDigit,
    IinNoSuchNumber,
    IinEntityNumber,
    IinPlaceholder,
    DuplicateIin,
    DuplicatePerson,
    NameMissing,
    NameIncomplete,
    NameOrder,
    NameUnclear,
    NameInitials,
    NameMixedScripts,
    NameLookAlikes,
    NameOtherLetters,
    NameHyphens,
    NameLatin,
    NameOddCharacters,
    BirthDateFromSerial,
    BirthDateCenturyRestored,
    BirthDateCenturyUnknown,
    BirthDateDayMonthUnclear,
    BirthDateOtherCalendar,
    BirthDateYearOnly,
    BirthDateUnreadable,
    DocumentZeroRestored,
    DocumentExtracted,
    DocumentPassport,
    DocumentUnreadable,
    DocumentRepeated,
    PhoneSeveral,
    PhoneUnreadable,
    EmailUnreadable,
    LanguageUnreadable,
    ControlCharacters,
    InvisibleRemoved,
    TextTooLong,
    CellError,
    FormulaUnanswered,
    LettersBroken,
    RowStruckOut,
    RowHidden,
    RowUnclear,
    QuoteUnclosed,
    QuoteUnclear,
    ColumnNotHeld,
    ColumnUnknown,
    ColumnRepeated,
    ColumnMissing,
    SheetHidden,
    SheetWithoutTable,
    PicturesNotTaken,
    TotalDiffers,
    LeadersSeveral,
}

impl Code {
    /// Every code there is, in the order of `--help`.
    pub const ALL: [Self; 60] = [
        Self::IinZerosRestored,
        Self::IinNormalised,
        Self::IinNoDate,
        Self::IinBirthDateDiffers,
        Self::IinRestoredBirthDateDiffers,
        Self::IinMissing,
        Self::IinLength,
        Self::IinNotDigits,
        Self::IinDigitsLost,
        Self::IinCheckDigit,
        Self::IinNoSuchNumber,
        Self::IinEntityNumber,
        Self::IinPlaceholder,
        Self::DuplicateIin,
        Self::DuplicatePerson,
        Self::NameMissing,
        Self::NameIncomplete,
        Self::NameOrder,
        Self::NameUnclear,
        Self::NameInitials,
        Self::NameMixedScripts,
        Self::NameLookAlikes,
        Self::NameOtherLetters,
        Self::NameHyphens,
        Self::NameLatin,
        Self::NameOddCharacters,
        Self::BirthDateFromSerial,
        Self::BirthDateCenturyRestored,
        Self::BirthDateCenturyUnknown,
        Self::BirthDateDayMonthUnclear,
        Self::BirthDateOtherCalendar,
        Self::BirthDateYearOnly,
        Self::BirthDateUnreadable,
        Self::DocumentZeroRestored,
        Self::DocumentExtracted,
        Self::DocumentPassport,
        Self::DocumentUnreadable,
        Self::DocumentRepeated,
        Self::PhoneSeveral,
        Self::PhoneUnreadable,
        Self::ControlCharacters,
        Self::InvisibleRemoved,
        Self::TextTooLong,
        Self::CellError,
        Self::FormulaUnanswered,
        Self::LettersBroken,
        Self::RowStruckOut,
        Self::RowHidden,
        Self::RowUnclear,
        Self::QuoteUnclosed,
        Self::QuoteUnclear,
        Self::ColumnNotHeld,
        Self::ColumnUnknown,
        Self::ColumnRepeated,
        Self::ColumnMissing,
        Self::SheetHidden,
        Self::SheetWithoutTable,
        Self::PicturesNotTaken,
        Self::TotalDiffers,
        Self::LeadersSeveral,
    ];

    /// Tells the code's name in the JSON report, in `snake_case`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.facts().0
    }

    /// Tells how grave it is, always the same for one code.
    #[must_use]
    pub fn level(self) -> Level {
        self.facts().1
    }

    /// Says it in one English sentence without full stop.
    #[must_use]
    pub fn message(self) -> &'static str {
        self.facts().2
    }

    #[rustfmt::skip]
    fn facts(self) -> (&'static str, Level, &'static str) {
        use Level::{Ask, Error, Restored, Warning};
        match self {
            Self::IinZerosRestored => ("iin_zeros_restored", Restored, "leading zeros of the IIN were restored"),
            Self::IinNormalised => ("iin_normalised", Restored, "blanks or signs inside the IIN were removed"),
            Self::IinNoDate => ("iin_no_date", Warning, "the first six digits of the IIN are no date: please check"),
            Self::IinBirthDateDiffers => ("iin_birth_date_differs", Warning, "the first six digits of the IIN differ from the date of birth: please check"),
            Self::IinRestoredBirthDateDiffers => ("iin_restored_birth_date_differs", Ask, "the IIN lost digits and the date of birth does not confirm its zeros: please give the IIN"),
            Self::IinMissing => ("iin_missing", Error, "the IIN is missing"),
            Self::IinLength => ("iin_length", Error, "the IIN must have 12 digits"),
            Self::IinNotDigits => ("iin_not_digits", Error, "the IIN must be made of digits only"),
            Self::IinDigitsLost => ("iin_digits_lost", Error, "the spreadsheet rounded the IIN and its last digits are lost: please give it again"),
            Self::IinCheckDigit => ("iin_check_digit", Error, "the IIN check digit is wrong"),
            Self::IinNoSuchNumber => ("iin_no_such_number", Error, "no IIN with these digits is ever issued"),
            Self::IinEntityNumber => ("iin_entity_number", Error, "this is the number of an organisation (BIN), not of a person"),
            Self::IinPlaceholder => ("iin_placeholder", Error, "the IIN is filled with zeros"),
            Self::DuplicateIin => ("duplicate_iin", Error, "the same IIN stands in the list already"),
            Self::DuplicatePerson => ("duplicate_person", Ask, "the same name and date of birth stand in the list already: is it another person"),
            Self::NameMissing => ("name_missing", Error, "the name is missing"),
            Self::NameIncomplete => ("name_incomplete", Ask, "surname and given name are both needed: does the document hold one name only"),
            Self::NameOrder => ("name_order", Ask, "which word is the surname cannot be told for certain"),
            Self::NameUnclear => ("name_unclear", Ask, "the parts of the name cannot be told apart"),
            Self::NameInitials => ("name_initials", Ask, "the name is shortened to initials: please give it in full"),
            Self::NameMixedScripts => ("name_mixed_scripts", Warning, "Latin letters that look like Cyrillic ones were replaced in the name"),
            Self::NameLookAlikes => ("name_look_alikes", Restored, "letters of another Cyrillic alphabet that look like Kazakh ones were replaced in the name"),
            Self::NameOtherLetters => ("name_other_letters", Warning, "the name holds Cyrillic letters that neither Kazakh nor Russian has: please check"),
            Self::NameHyphens => ("name_hyphens", Restored, "dashes of a word processor in the name were replaced by hyphens"),
            Self::NameLatin => ("name_latin", Warning, "the name is written in Latin letters"),
            Self::NameOddCharacters => ("name_odd_characters", Ask, "the name holds characters that do not belong in a name"),
            Self::BirthDateFromSerial => ("birth_date_from_serial", Restored, "the date of birth was stored as a number of days and was read as a date"),
            Self::BirthDateCenturyRestored => ("birth_date_century_restored", Restored, "the year of birth was written without the century, which the IIN tells"),
            Self::BirthDateCenturyUnknown => ("birth_date_century_unknown", Ask, "the year of birth is written without the century and no IIN confirms it"),
            Self::BirthDateDayMonthUnclear => ("birth_date_day_month_unclear", Ask, "day and month of birth seem to be swapped"),
            Self::BirthDateOtherCalendar => ("birth_date_other_calendar", Ask, "the date of birth differs from the IIN by four years and a day, as dates of another spreadsheet program do"),
            Self::BirthDateYearOnly => ("birth_date_year_only", Ask, "only the year of birth is given"),
            Self::BirthDateUnreadable => ("birth_date_unreadable", Ask, "the date of birth cannot be read"),
            Self::DocumentZeroRestored => ("document_zero_restored", Restored, "the leading zero of the identity card number was restored"),
            Self::DocumentExtracted => ("document_extracted", Restored, "the identity card number was taken out of a longer text"),
            Self::DocumentPassport => ("document_passport", Warning, "this looks like a passport number: clause 19 names identity cards"),
            Self::DocumentUnreadable => ("document_unreadable", Ask, "the identity card number must have 9 digits"),
            Self::DocumentRepeated => ("document_repeated", Warning, "another person in the list has the same document number"),
            Self::PhoneSeveral => ("phone_several", Warning, "several telephone numbers were given and the first was kept"),
            Self::PhoneUnreadable => ("phone_unreadable", Warning, "this is no telephone number of Kazakhstan and was left out"),
            Self::EmailUnreadable => ("email_unreadable", Warning, "this is no address of electronic mail and was left out"),
            Self::LanguageUnreadable => ("language_unreadable", Warning, "this is none of the three languages and was left out"),
            Self::ControlCharacters => ("control_characters", Error, "the text holds invisible control characters and was not read"),
            Self::InvisibleRemoved => ("invisible_removed", Restored, "invisible characters were taken out of the text"),
            Self::TextTooLong => ("text_too_long", Warning, "the text is too long and was left out"),
            Self::CellError => ("cell_error", Ask, "the spreadsheet shows an error in this cell"),
            Self::FormulaUnanswered => ("formula_unanswered", Ask, "the cell holds a formula without its result: please type the result, or open the file in Excel, save it and send it again"),
            Self::LettersBroken => ("letters_broken", Ask, "some letters are broken in the file: please type the text again"),
            Self::RowStruckOut => ("row_struck_out", Ask, "the row is crossed out: does this person belong to the list"),
            Self::RowHidden => ("row_hidden", Ask, "the row is hidden in the file: does this person belong to the list"),
            Self::QuoteUnclosed => ("quote_unclosed", Warning, "a quotation mark in the row is not closed; the row was read cell by cell"),
            Self::QuoteUnclear => ("quote_unclear", Ask, "the quotation marks do not show where cells or rows end: please compare this row and the next ones with the file"),
            Self::RowUnclear => ("row_unclear", Ask, "the row holds data but no person could be read from it"),
            Self::ColumnNotHeld => ("column_not_held", Warning, "the column was not read: such information must not be held here"),
            Self::ColumnUnknown => ("column_unknown", Warning, "the column is not known and was not read"),
            Self::ColumnRepeated => ("column_repeated", Ask, "the column stands in the table twice and only the first was read"),
            Self::ColumnMissing => ("column_missing", Error, "the table has no such column"),
            Self::SheetHidden => ("sheet_hidden", Warning, "the hidden sheet was not read"),
            Self::SheetWithoutTable => ("sheet_without_table", Warning, "no table of people was found on the sheet"),
            Self::PicturesNotTaken => ("pictures_not_taken", Warning, "pictures in the file were not taken"),
            Self::TotalDiffers => ("total_differs", Warning, "the total written under the table differs from the number of different people read"),
            Self::LeadersSeveral => ("leaders_several", Warning, "several people are marked as squad leader; a squad has one (clause 7)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_has_a_name_and_a_sentence_of_its_own() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.code()).collect();
        let sentences: HashSet<_> = Code::ALL.iter().map(|code| code.message()).collect();
        assert_eq!((names.len(), sentences.len()), (Code::ALL.len(), Code::ALL.len()));
    }

    #[test]
    fn a_code_is_stored_under_the_name_it_is_shown_with() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_string(&code).unwrap(), format!("\"{}\"", code.code()));
        }
    }
}
