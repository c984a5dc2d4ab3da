//! From which day a workbook counts days: 1900, or 1904 as workbooks from a Macintosh do.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::sheet::Value;
use crate::domain::iin::Iin;

/// Days between the two beginnings.
const BETWEEN: i32 = 1_462;
/// The day before which a count from 1900 begins, for all days since March of that year.
const BEGINNING: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);

/// The beginning of a workbook's count of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    From1900,
    From1904,
}

impl Calendar {
    /// A birth date as a count from 1900, if it is a bare number of days.
    ///
    /// A row that was copied from a workbook of the other calendar has all dates four years and a day off: the IIN tells. So
    /// does a date that the file marks as one.
    pub(super) fn counted<'a>(self, value: &'a Value, iin: Option<&Iin>) -> Cow<'a, Value> {
        let own = iin.and_then(Iin::birth_date).zip(BEGINNING);
        let own = own.map(|(own, beginning)| own.signed_duration_since(beginning).num_days());
        let days = |own: i64| i32::try_from(own).ok();
        let own = own.and_then(days);
        match value {
            Value::Date(date) => {
                let days = date.num_days_from_ce()
                    - BEGINNING.map_or(0, |beginning| beginning.num_days_from_ce());
                let shifted =
                    [days + BETWEEN, days - BETWEEN].into_iter().find(|days| own == Some(*days));
                shifted.map_or(Cow::Borrowed(value), |days| Cow::Owned(Value::Number(days.into())))
            }
            Value::Number(_) | Value::Text(_) => {
                let written = value.written();
                let Some(days) = written.trim().parse().ok().filter(|days| is_count(*days)) else {
                    return Cow::Borrowed(value);
                };
                let readings = match self {
                    Self::From1900 => [days, days + BETWEEN],
                    Self::From1904 => [days + BETWEEN, days],
                };
                let told = readings.into_iter().find(|days| own == Some(*days));
                Cow::Owned(Value::Number(told.unwrap_or(readings[0]).into()))
            }
            Value::Broken | Value::Unanswered => Cow::Borrowed(value),
        }
    }

    /// The calendar of a workbook.
    pub(super) fn of(is_1904: bool) -> Self {
        if is_1904 { Self::From1904 } else { Self::From1900 }
    }
}

/// Five digits, or the days of a workbook from 1904 up to the year 1931: no year and no day of a month.
fn is_count(days: i32) -> bool {
    (2_192..=54_788).contains(&days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn counted(calendar: Calendar, value: &Value, iin: Option<&str>) -> Option<NaiveDate> {
        let iin = iin.map(|iin| Iin::parse(iin).unwrap());
        match calendar.counted(value, iin.as_ref()).into_owned() {
            Value::Date(date) => Some(date),
            Value::Number(days) => BEGINNING
                .unwrap()
                .checked_add_signed(TimeDelta::days(format!("{days}").parse().unwrap())),
            Value::Text(_) | Value::Broken | Value::Unanswered => None,
        }
    }

    #[test]
    fn days_are_counted_from_where_the_workbook_or_else_the_iin_says() {
        let born = NaiveDate::from_ymd_opt(1990, 7, 15);
        let (short, long) = (Value::Number(31_607.0), Value::Number(33_069.0));
        let iin = Some("900715399024");
        assert_eq!(counted(Calendar::From1904, &short, None), born);
        assert_eq!(counted(Calendar::From1900, &long, None), born);
        assert_eq!(
            counted(Calendar::From1900, &short, iin),
            born,
            "copied from the other calendar"
        );
        assert_eq!(counted(Calendar::From1904, &long, iin), born);
        assert_eq!(counted(Calendar::From1904, &Value::Text("31607".to_owned()), iin), born);
        let early = NaiveDate::from_ymd_opt(1986, 7, 14).unwrap();
        assert_eq!(counted(Calendar::From1900, &Value::Date(early), iin), born);
        assert_eq!(counted(Calendar::From1900, &Value::Date(early), None), Some(early));
    }

    #[test]
    fn what_is_no_count_of_days_stays_as_it_is() {
        for value in [
            Value::Number(1990.0),
            Value::Text("15.07.1990".to_owned()),
            Value::Number(711_229_399_005.0),
        ] {
            assert_eq!(*Calendar::From1904.counted(&value, None), value);
        }
    }
}
