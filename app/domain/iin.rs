//! The individual identification number (ЖСН / ИИН): its form, its check digit, what it says of its holder.
//!
//! Twelve digits: birth date as YYMMDD, century and sex, a serial of four, a check digit.
//! A number whose first six digits are no date is nevertheless in force and is accepted with a warning.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

use super::signs::{is_hyphen, is_invisible};

/// A well-formed IIN of a natural person: twelve ASCII digits with the right check digit.
///
/// It is deliberately without `Display`, and `Debug` prints stars, so that it reaches a page or a log only through
/// [`Iin::expose`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iin(String);

/// Sex as the seventh digit of an IIN tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// The seventh digit is odd.
    Male,
    /// The seventh digit is even and not 0.
    Female,
}

/// An IIN read from what an office typed, with what had to be done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number itself.
    pub iin: Iin,
    /// Blanks, hyphens, an apostrophe or the form of a decimal number were taken away; no digit was added.
    pub normalised: bool,
    /// Zeros that a spreadsheet had cut off were put back in front.
    pub restored: bool,
    /// The first six digits are no date: the number is valid and deserves a second look.
    pub no_date: bool,
}

/// Why a text is not the IIN of a person. No variant carries the text.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum IinError {
    /// More or fewer digits than twelve, and no zeros that could be put back.
    #[error("an IIN has 12 digits, not {0}")]
    Length(usize),
    /// Something else than the digits 0 to 9, such as the letter О or full-width digits.
    #[error("an IIN is made of the digits 0 to 9 only")]
    NotDigits,
    /// The spreadsheet rounded the number (`8,80412E+11`): the last digits are gone for good.
    #[error("the spreadsheet rounded the number and its last digits are lost")]
    DigitsLost,
    /// The twelfth digit does not follow from the eleven before it.
    #[error("the check digit of the IIN is wrong")]
    CheckDigit,
    /// Both passes over the first eleven digits give 10: such a number is never issued.
    #[error("no IIN with these digits is ever issued")]
    NoSuchNumber,
    /// A number of a legal entity (БСН / БИН): year, month, then 4, 5 or 6.
    #[error("this is the number of an organisation (BIN), not of a person")]
    EntityNumber,
    /// Twelve zeros, typed to fill the field.
    #[error("twelve zeros are not an IIN")]
    Placeholder,
}

const LENGTH: usize = 12;
const WEIGHTS: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

impl Iin {
    /// Parses exactly twelve ASCII digits, or says by [`IinError`] why they are not the IIN of a person.
    pub fn parse(text: &str) -> Result<Self, IinError> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(IinError::NotDigits);
        }
        if text.len() != LENGTH {
            return Err(IinError::Length(text.len()));
        }
        if text.bytes().all(|byte| byte == b'0') {
            return Err(IinError::Placeholder);
        }
        if is_entity_number(text) {
            return Err(IinError::EntityNumber);
        }
        match check_digit(text) {
            None => Err(IinError::NoSuchNumber),
            Some(right) if Some(right) != text.bytes().last().map(value) => {
                Err(IinError::CheckDigit)
            }
            Some(_) => Ok(Self(text.to_owned())),
        }
    }

    /// Hands out the twelve digits; every call is a place where the number leaves its shelter.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Tells the birth date, where the first six digits are a date and the seventh names the century (1 to 6).
    #[must_use]
    pub fn birth_date(&self) -> Option<NaiveDate> {
        let century = match self.seventh() {
            b'1' | b'2' => 1800,
            b'3' | b'4' => 1900,
            b'5' | b'6' => 2000,
            _ => return None,
        };
        date_in(&self.0, century)
    }

    /// Tells the sex, where the seventh digit names it (1 to 6).
    #[must_use]
    pub fn sex(&self) -> Option<Sex> {
        match self.seventh() {
            b'1' | b'3' | b'5' => Some(Sex::Male),
            b'2' | b'4' | b'6' => Some(Sex::Female),
            _ => None,
        }
    }

    /// Tells whether the first six digits are a date in the century of the seventh, or in any when it names none.
    #[must_use]
    pub fn has_date(&self) -> bool {
        match self.seventh() {
            b'1'..=b'6' => self.birth_date().is_some(),
            _ => [1900, 2000].iter().any(|century| date_in(&self.0, *century).is_some()),
        }
    }

    /// Says whether a birth date given elsewhere agrees; `None` where the number holds no date to compare.
    #[must_use]
    pub fn agrees_with(&self, birth_date: NaiveDate) -> Option<bool> {
        if let Some(own) = self.birth_date() {
            return Some(own == birth_date);
        }
        self.has_date().then(|| {
            let (year, month, day) =
                (birth_date.year().rem_euclid(100), birth_date.month(), birth_date.day());
            self.0.starts_with(&format!("{year:02}{month:02}{day:02}"))
        })
    }

    fn seventh(&self) -> u8 {
        self.0.as_bytes().get(6).copied().unwrap_or(b'0')
    }
}

impl fmt::Debug for Iin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Iin(***)")
    }
}

impl Reading {
    /// Reads an IIN from a text cell or a form field.
    ///
    /// Blanks (U+00A0, U+202F and their kin), hyphens, invisible signs, a leading apostrophe and a trailing `.0` are taken away; nine to
    /// eleven digits get their zeros back if the result is certain (see [`Reading::of_number`]).
    pub fn of_text(text: &str) -> Result<Self, IinError> {
        let bare = text.trim().trim_start_matches(['\'', '’', '`']);
        let digits: String = bare.chars().filter(|letter| !is_separator(*letter)).collect();
        let digits = whole_number(&digits)?;
        let is_bare = digits == text;
        Self::of_digits(&digits).map(|reading| Self { normalised: !is_bare, ..reading })
    }

    /// Reads an IIN from a numeric cell, where leading zeros do not survive.
    ///
    /// Zeros are put back only if the check digit then fits and the first seven digits are a date of the 20th or 21st
    /// century, so that a wrong IIN is never made up.
    pub fn of_number(number: f64) -> Result<Self, IinError> {
        if !number.is_finite() || number < 0.0 || number.fract() != 0.0 {
            return Err(IinError::NotDigits);
        }
        Self::of_digits(&format!("{number:.0}"))
    }

    fn of_digits(digits: &str) -> Result<Self, IinError> {
        let iin = match Iin::parse(digits) {
            // A serial of 0000 with check digit 0 is what rounding leaves behind, not a number of a person.
            Ok(_) | Err(IinError::CheckDigit) if digits.ends_with("00000") => {
                return Err(IinError::DigitsLost);
            }
            Err(IinError::Length(length)) => {
                return restore(digits).ok_or(IinError::Length(length));
            }
            other => other?,
        };
        let no_date = !iin.has_date();
        Ok(Self { iin, normalised: false, restored: false, no_date })
    }
}

fn restore(digits: &str) -> Option<Reading> {
    if !(9..LENGTH).contains(&digits.len()) || digits.ends_with("00000") {
        return None;
    }
    let iin = Iin::parse(&format!("{digits:0>LENGTH$}")).ok()?;
    iin.birth_date().filter(|date| date.year() >= 1900)?;
    Some(Reading { iin, normalised: false, restored: true, no_date: false })
}

/// Undoes the two ways a spreadsheet writes a whole number as text: `840229399019.0` and `8.40229399019E+11`.
fn whole_number(text: &str) -> Result<String, IinError> {
    let (mantissa, exponent) = match text.split_once(['E', 'e']) {
        Some((mantissa, exponent)) => (mantissa, exponent.trim_start_matches('+')),
        None => (text, ""),
    };
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) || !is_digits(exponent) {
        return Err(IinError::NotDigits);
    }
    if mantissa.len() == text.len() {
        let is_whole =
            fraction.bytes().all(|byte| byte == b'0') && mantissa.len() <= whole.len() + 3;
        return if is_whole { Ok(whole.to_owned()) } else { Err(IinError::NotDigits) };
    }
    match exponent.parse::<usize>() {
        Ok(places) if places == fraction.len() => Ok(format!("{whole}{fraction}")),
        _ => Err(IinError::DigitsLost),
    }
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || is_hyphen(letter) || is_invisible(letter)
}

/// A BIN starts with year and month of registration, so that its fifth digit, 4 to 6, can be no day of a birth date.
fn is_entity_number(digits: &str) -> bool {
    let month = digits.get(2..4).and_then(|month| month.parse::<u8>().ok());
    let kind = digits.as_bytes().get(4);
    matches!(month, Some(1..=12)) && matches!(kind, Some(b'4'..=b'6'))
}

fn check_digit(digits: &str) -> Option<u32> {
    let sum = |weights: [u32; 11]| {
        digits.bytes().zip(weights).map(|(digit, weight)| value(digit) * weight).sum::<u32>()
    };
    [WEIGHTS, SECOND_WEIGHTS].into_iter().map(|weights| sum(weights) % 11).find(|rest| *rest < 10)
}

fn value(digit: u8) -> u32 {
    u32::from(digit.wrapping_sub(b'0'))
}

fn date_in(digits: &str, century: i32) -> Option<NaiveDate> {
    let part = |range| digits.get(range).and_then(|part: &str| part.parse::<u32>().ok());
    let year = century + i32::try_from(part(0..2)?).ok()?;
    NaiveDate::from_ymd_opt(year, part(2..4)?, part(4..6)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn iin(text: &str) -> Iin {
        Iin::parse(text).unwrap()
    }

    #[test]
    fn every_published_vector_is_judged_as_published() {
        let mut reader = csv::Reader::from_path("tests/fixtures/iin-vectors.csv").unwrap();
        let mut seen = 0;
        for record in reader.records().map(Result::unwrap) {
            let (input, expected, why) = (&record[0], &record[1], &record[2]);
            let reading = Reading::of_text(input);
            match expected {
                "valid" => {
                    let reading =
                        reading.unwrap_or_else(|error| panic!("{input} ({why}): {error}"));
                    assert!(!reading.normalised && !reading.restored, "{input} ({why})");
                    assert_eq!(reading.no_date, why.contains("no date"), "{input} ({why})");
                    assert_eq!(Iin::parse(input).unwrap().expose(), input);
                }
                "invalid" => {
                    assert!(reading.is_err() && Iin::parse(input).is_err(), "{input} ({why})");
                }
                "normalise" => {
                    let reading =
                        reading.unwrap_or_else(|error| panic!("{input} ({why}): {error}"));
                    assert!(reading.normalised && !reading.restored, "{input} ({why})");
                    assert!(Iin::parse(input).is_err(), "{input} ({why})");
                }
                "restore" => {
                    let typed = reading.unwrap_or_else(|error| panic!("{input} ({why}): {error}"));
                    let number = Reading::of_number(input.parse().unwrap()).unwrap();
                    assert_eq!(typed.iin, number.iin, "{input} ({why})");
                    assert!(typed.restored || typed.normalised, "{input} ({why})");
                }
                other => panic!("unknown verdict {other}"),
            }
            seen += 1;
        }
        assert_eq!(seen, 27);
    }

    #[test]
    fn each_way_to_be_wrong_has_its_name() {
        let cases = [
            ("84022939901", IinError::Length(11)),
            ("8402293990190", IinError::Length(13)),
            ("", IinError::Length(0)),
            ("840229399010", IinError::CheckDigit),
            ("730808399440", IinError::NoSuchNumber),
            ("84О229399019", IinError::NotDigits),
            ("130340009911", IinError::EntityNumber),
            ("000000000000", IinError::Placeholder),
        ];
        for (text, error) in cases {
            assert_eq!(Iin::parse(text), Err(error), "{text}");
        }
        assert_eq!(Reading::of_text("8,80412E+11"), Err(IinError::DigitsLost));
        assert_eq!(Reading::of_number(880_412_000_000.0), Err(IinError::DigitsLost));
    }

    #[test]
    fn an_iin_that_lost_its_zeros_is_restored() {
        let reading = Reading::of_number(101_599_040.0).unwrap();
        assert_eq!((reading.iin.expose(), reading.restored), ("000101599040", true));
        assert_eq!(Reading::of_text("31005699053").unwrap().iin.expose(), "031005699053");
    }

    #[test]
    fn digits_that_a_spreadsheet_wrote_in_full_are_not_lost() {
        assert_eq!(Reading::of_text("8.40229399019E+11").unwrap().iin.expose(), "840229399019");
        assert_eq!(Reading::of_text("840229399019,00").unwrap().iin.expose(), "840229399019");
        assert_eq!(Reading::of_text("840229.399019"), Err(IinError::NotDigits));
    }

    #[test]
    fn the_seventh_digit_tells_century_and_sex() {
        let (old, young) = (iin("840229399019"), iin("070707699500"));
        assert_eq!(
            (old.birth_date(), old.sex()),
            (NaiveDate::from_ymd_opt(1984, 2, 29), Some(Sex::Male))
        );
        assert_eq!(
            (young.birth_date(), young.sex()),
            (NaiveDate::from_ymd_opt(2007, 7, 7), Some(Sex::Female))
        );
        let dateless = iin("123456789013");
        assert_eq!(
            (dateless.birth_date(), dateless.sex(), dateless.has_date()),
            (None, None, false)
        );
    }

    #[test]
    fn a_birth_date_agrees_or_not_or_cannot_be_compared() {
        let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(iin("840229399019").agrees_with(date(1984, 2, 29)), Some(true));
        assert_eq!(iin("840229399019").agrees_with(date(1984, 2, 28)), Some(false));
        assert_eq!(iin("123456789013").agrees_with(date(1984, 2, 29)), None);
    }

    #[test]
    fn an_iin_does_not_show_itself_in_a_log() {
        assert_eq!(format!("{:?}", iin("840229399019")), "Iin(***)");
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            let _ = Reading::of_text(&text);
        }

        #[test]
        fn no_number_makes_the_reader_panic(number in proptest::num::f64::ANY) {
            let _ = Reading::of_number(number);
        }

        #[test]
        fn whatever_is_read_is_well_formed_and_ends_in_the_digits_given(number in 0_u64..1_000_000_000_000) {
            if let Ok(reading) = Reading::of_text(&number.to_string()) {
                prop_assert_eq!(Iin::parse(reading.iin.expose()), Ok(reading.iin.clone()));
                prop_assert!(reading.iin.expose().ends_with(&number.to_string()));
                prop_assert!(!reading.restored || reading.iin.has_date());
            }
        }
    }
}
