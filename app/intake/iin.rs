//! The IIN cell of a row.

use chrono::NaiveDate;

use super::{
    code::Code,
    finding::{Field, Finding},
    fold::fold,
    sheet::Value,
    text,
};
use crate::domain::{
    iin::{Iin, IinError, Reading},
    signs::is_invisible,
};

/// What was made of an IIN cell.
#[derive(Debug)]
pub(super) struct Cell {
    reading: Option<Reading>,
    typed: Option<String>,
}

/// Reads an IIN cell, numeric or text, with findings for all that was done or could not be done.
pub(super) fn read(value: Option<&Value>, findings: &mut Vec<Finding>) -> Cell {
    let before = findings.len();
    let typed = value.and_then(|value| text::read(value, Field::Iin, findings));
    let result = match (value, &typed) {
        (Some(Value::Number(number)), _) => Some(Reading::of_number(*number)),
        (_, Some(text)) => Some(of_text(text)),
        (_, None) => None,
    };
    match &result {
        Some(Ok(reading)) => {
            findings.extend(codes(reading).map(|code| Finding::new(Field::Iin, code)));
        }
        Some(Err(error)) => findings.push(Finding::new(Field::Iin, code(*error))),
        None if findings.len() == before => {
            findings.push(Finding::new(Field::Iin, Code::IinMissing));
        }
        None => {}
    }
    Cell { reading: result.and_then(Result::ok), typed }
}

/// Tells whether a cell holds a right IIN, wherever it stands.
pub(super) fn is_iin(value: &Value) -> bool {
    match value {
        Value::Number(number) => Reading::of_number(*number).is_ok_and(|reading| !reading.no_date),
        Value::Text(text) => of_text(text).is_ok_and(|reading| !reading.no_date),
        Value::Date(_) | Value::Broken | Value::Unanswered => false,
    }
}

impl Cell {
    /// Shows the IIN, if there is one.
    pub(super) fn iin(&self) -> Option<&Iin> {
        self.reading.as_ref().map(|reading| &reading.iin)
    }

    /// Compares with the birth date of the row; an IIN whose zeros the date does not confirm is taken back.
    pub(super) fn compare(&mut self, birth_date: Option<NaiveDate>, findings: &mut Vec<Finding>) {
        let Some(reading) = &self.reading else { return };
        if birth_date.and_then(|date| reading.iin.agrees_with(date)) != Some(false) {
            return;
        }
        if reading.restored {
            self.reading = None;
            findings.retain(|finding| finding.code != Code::IinZerosRestored);
            findings.push(Finding::new(Field::Iin, Code::IinRestoredBirthDateDiffers));
        } else {
            findings.push(Finding::new(Field::Iin, Code::IinBirthDateDiffers));
        }
    }

    /// Gives the IIN, or the text that could not be read as one.
    pub(super) fn into_parts(self) -> (Option<Iin>, Option<String>) {
        match self.reading {
            Some(reading) => (Some(reading.iin), None),
            None => (None, self.typed),
        }
    }
}

/// Reads a text after taking the words `ИИН` and `ЖСН` off its front.
fn of_text(text: &str) -> Result<Reading, IinError> {
    let text: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    let folded = fold(&text);
    let label = ["иин", "жсн"].iter().find(|label| folded.starts_with(**label));
    let bare = label.map_or(text.as_str(), |label| {
        let letters = label.chars().count();
        text.char_indices().nth(letters).map_or("", |(place, _)| &text[place..])
    });
    let reading = Reading::of_text(bare.trim_start_matches([':', '№', ' ']))?;
    Ok(Reading { normalised: reading.normalised || label.is_some(), ..reading })
}

fn codes(reading: &Reading) -> impl Iterator<Item = Code> + use<> {
    let restored = reading.restored.then_some(Code::IinZerosRestored);
    let normalised = (reading.normalised && !reading.restored).then_some(Code::IinNormalised);
    let no_date = reading.no_date.then_some(Code::IinNoDate);
    [restored, normalised, no_date].into_iter().flatten()
}

fn code(error: IinError) -> Code {
    match error {
        IinError::Length(_) => Code::IinLength,
        IinError::NotDigits => Code::IinNotDigits,
        IinError::DigitsLost => Code::IinDigitsLost,
        IinError::CheckDigit => Code::IinCheckDigit,
        IinError::NoSuchNumber => Code::IinNoSuchNumber,
        IinError::EntityNumber => Code::IinEntityNumber,
        IinError::Placeholder => Code::IinPlaceholder,
    }
}
