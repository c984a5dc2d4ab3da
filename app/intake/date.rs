//! A birth date, judged by the IIN where it is known.
//!
//! The IIN decides nothing by itself: where what is written differs from it in one plain way, its date is proposed.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{
    code::Code,
    finding::{Field, Finding},
    sheet::Value,
    text,
    written_date::WrittenDate,
};
use crate::domain::iin::Iin;

/// A birth date as its cell gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BirthDate {
    /// The date, when it is certain.
    pub(super) read: Option<NaiveDate>,
    /// The date of the IIN, when it differs in one plain way from what is written.
    pub(super) proposed: Option<NaiveDate>,
}

/// Days by which dates of the two calendars of spreadsheets differ: one begins in 1900, the other in 1904.
const CALENDARS: TimeDelta = TimeDelta::days(1462);

/// Reads a birth date from a cell; the IIN tells the century of a year of two digits and gives swapped days away.
pub(super) fn read(value: &Value, iin: Option<&Iin>, findings: &mut Vec<Finding>) -> BirthDate {
    let written = match value {
        Value::Date(date) => WrittenDate::Full(*date),
        Value::Number(number) => WrittenDate::of_number(*number),
        Value::Text(_) | Value::Broken | Value::Unanswered => {
            match text::read(value, Field::BirthDate, findings) {
                Some(text) => WrittenDate::of_text(&text),
                None => return BirthDate::default(),
            }
        }
    };
    let own = iin.and_then(Iin::birth_date);
    let (read, code) = judge(written, own);
    findings.extend(code.map(|code| Finding::new(Field::BirthDate, code)));
    let proposed = own.filter(|own| read != Some(*own) && is_plain_slip(written, *own));
    BirthDate { read, proposed }
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
        WrittenDate::MonthFirst(..) => return (None, Some(Code::BirthDateDayMonthUnclear)),
        WrittenDate::YearOnly(_) => return (None, Some(Code::BirthDateYearOnly)),
        WrittenDate::Unreadable => return (None, Some(Code::BirthDateUnreadable)),
    };
    if !(1900..=2100).contains(&date.year()) {
        return (None, Some(Code::BirthDateUnreadable));
    }
    let swapped = NaiveDate::from_ymd_opt(date.year(), date.day(), date.month());
    if own.is_some() && own != Some(date) && own == swapped {
        return (None, Some(Code::BirthDateDayMonthUnclear));
    }
    if own.is_some_and(|own| (own - date).abs() == CALENDARS) {
        return (None, Some(Code::BirthDateOtherCalendar));
    }
    (Some(date), code)
}

/// Whether somebody who meant the date may have written that: swapped, shortened, with one part wrong, or in the other calendar.
fn is_plain_slip(written: WrittenDate, meant: NaiveDate) -> bool {
    // Nobody in a squad was born before that; such an IIN is to be looked at.
    let Some(year) = u32::try_from(meant.year()).ok().filter(|year| *year >= 1900) else {
        return false;
    };
    let own = (meant.day(), meant.month(), year);
    match written {
        WrittenDate::Full(date) | WrittenDate::Serial(date) => {
            let year = date.year().unsigned_abs();
            is_near((date.day(), date.month(), year), own) || (meant - date).abs() == CALENDARS
        }
        WrittenDate::Short(day, month, short) => {
            is_near((day, month, short), (own.0, own.1, year % 100))
        }
        WrittenDate::MonthFirst(month, day, written) => {
            (day, month) == (own.0, own.1) && (written == year || written == year % 100)
        }
        WrittenDate::YearOnly(short) if short < 100 => short == year % 100,
        WrittenDate::YearOnly(full) => full == year,
        WrittenDate::Unreadable => false,
    }
}

/// Whether one of day, month and year differs, or day and month are swapped.
fn is_near(
    (day, month, year): (u32, u32, u32),
    (own_day, own_month, own_year): (u32, u32, u32),
) -> bool {
    let wrong = [day != own_day, month != own_month, year != own_year];
    wrong.iter().filter(|is_wrong| **is_wrong).count() <= 1
        || (day, month, year) == (own_month, own_day, own_year)
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
        let date = read(value, iin.as_ref(), &mut findings).read;
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
    fn the_date_of_the_iin_is_proposed_for_a_plain_slip_and_for_nothing_else() {
        let proposed = |text: &str| {
            let iin = Iin::parse("900715399024").unwrap();
            let value = Value::Text(text.to_owned());
            read(&value, Some(&iin), &mut Vec::new()).proposed.is_some()
        };
        for slip in [
            "1990",
            "90",
            "90 г.р.",
            "16.07.90",
            "07/15/1990",
            "16.07.1990",
            "15.08.1990",
            "15.07.1991",
            "14.07.1986",
            "16.07.1994",
            "1990 ж.",
        ] {
            assert!(proposed(slip), "{slip}");
        }
        for other in [
            "1991",
            "15.07.1990",
            "15.07.90",
            "16.08.1990",
            "07/16/1990",
            "17.08.90",
            "белгісіз",
            "91",
        ] {
            assert!(!proposed(other), "{other}");
        }
    }

    #[test]
    fn a_shift_between_the_calendars_is_asked() {
        let shifted = (None, Some(Code::BirthDateOtherCalendar));
        assert_eq!(text("14.07.1986", Some("900715399024")), shifted);
        assert_eq!(text("16.07.1994", Some("900715399024")), shifted);
        assert_eq!(
            text("14.07.1987", Some("900715399024")).1,
            None,
            "another year is another slip"
        );
    }

    #[test]
    fn a_number_of_days_is_a_date() {
        let expected = (Some("1990-07-15".to_owned()), Some(Code::BirthDateFromSerial));
        assert_eq!(date(&Value::Number(33_069.0), None), expected);
        assert_eq!(text("33069", None), expected);
    }
}
