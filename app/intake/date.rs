//! A birth date, judged by the IIN where it is known.

use chrono::{Datelike, NaiveDate};

use super::{
    code::Code,
    finding::{Field, Finding},
    sheet::Value,
    text,
    written_date::WrittenDate,
};
use crate::domain::iin::Iin;

/// Reads a birth date from a cell; the IIN tells the century of a year of two digits and gives swapped days away.
pub(super) fn read(
    value: &Value,
    iin: Option<&Iin>,
    findings: &mut Vec<Finding>,
) -> Option<NaiveDate> {
    let written = match value {
        Value::Date(date) => WrittenDate::Full(*date),
        Value::Number(number) => WrittenDate::of_number(*number),
        Value::Text(_) | Value::Broken | Value::Unanswered => {
            WrittenDate::of_text(&text::read(value, Field::BirthDate, findings)?)
        }
    };
    let (date, code) = judge(written, iin.and_then(Iin::birth_date));
    findings.extend(code.map(|code| Finding::new(Field::BirthDate, code)));
    date
}

/// Tells whether a cell is a date, to see data where a name was expected.
pub(super) fn is_date(value: &Value) -> bool {
    match value {
        Value::Date(_) => true,
        Value::Text(text) => {
            matches!(WrittenDate::of_text(text), WrittenDate::Full(_) | WrittenDate::Short(..))
        }
        Value::Number(_) | Value::Broken | Value::Unanswered => false,
    }
}

fn judge(written: WrittenDate, own: Option<NaiveDate>) -> (Option<NaiveDate>, Option<Code>) {
    let (date, code) = match written {
        WrittenDate::Full(date) => (date, None),
        WrittenDate::Serial(date) => (date, Some(Code::BirthDateFromSerial)),
        WrittenDate::Short(day, month, year) => {
            match own.filter(|own| is_short(*own, day, month, year)) {
                Some(own) => (own, Some(Code::BirthDateCenturyRestored)),
                None => return (None, Some(Code::BirthDateCenturyUnknown)),
            }
        }
        WrittenDate::MonthFirst => return (None, Some(Code::BirthDateDayMonthUnclear)),
        WrittenDate::YearOnly => return (None, Some(Code::BirthDateYearOnly)),
        WrittenDate::Unreadable => return (None, Some(Code::BirthDateUnreadable)),
    };
    if !(1900..=2100).contains(&date.year()) {
        return (None, Some(Code::BirthDateUnreadable));
    }
    let swapped = NaiveDate::from_ymd_opt(date.year(), date.day(), date.month());
    if own.is_some() && own != Some(date) && own == swapped {
        return (None, Some(Code::BirthDateDayMonthUnclear));
    }
    (Some(date), code)
}

fn is_short(date: NaiveDate, day: u32, month: u32, year: u32) -> bool {
    (date.day(), date.month()) == (day, month)
        && date.year().rem_euclid(100).cast_unsigned() == year
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(value: &Value, iin: Option<&str>) -> (Option<String>, Option<Code>) {
        let mut findings = Vec::new();
        let iin = iin.map(|iin| Iin::parse(iin).unwrap());
        let date = read(value, iin.as_ref(), &mut findings);
        (date.map(|date| date.to_string()), findings.first().map(|finding| finding.code))
    }

    fn text(text: &str, iin: Option<&str>) -> (Option<String>, Option<Code>) {
        date(&Value::Text(text.to_owned()), iin)
    }

    #[test]
    fn a_year_of_two_digits_is_judged_by_the_iin() {
        let restored = |date: &str| (Some(date.to_owned()), Some(Code::BirthDateCenturyRestored));
        assert_eq!(text("15.07.90", Some("900715399024")), restored("1990-07-15"));
        assert_eq!(text("09.03.05", Some("050309599060")), restored("2005-03-09"));
        assert_eq!(text("15.07.90", None), (None, Some(Code::BirthDateCenturyUnknown)));
    }

    #[test]
    fn what_is_not_certain_is_asked() {
        let swapped = (None, Some(Code::BirthDateDayMonthUnclear));
        assert_eq!(text("1990", None), (None, Some(Code::BirthDateYearOnly)));
        assert_eq!(text("07/15/1990", None), swapped);
        assert_eq!(text("03.09.2005", Some("050309599060")), swapped);
        assert_eq!(text("15.07.1790", None), (None, Some(Code::BirthDateUnreadable)));
    }

    #[test]
    fn a_number_of_days_is_a_date() {
        let expected = (Some("1990-07-15".to_owned()), Some(Code::BirthDateFromSerial));
        assert_eq!(date(&Value::Number(33_069.0), None), expected);
        assert_eq!(text("33069", None), expected);
    }
}
