//! Editions of the Rules, and which of them was in force on a day.

use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

text_enum! {
    /// An edition of the Rules: date and number of the resolution that gave it.
    Edition {
        August2013 = "27.08.2013 No. 866",
        March2019 = "12.03.2019 No. 104",
        April2020 = "29.04.2020 No. 259",
        February2021 = "09.02.2021 No. 46",
        May2023 = "26.05.2023 No. 405",
        /// A resolution had been adopted, and its first day in force is not known; or there were no Rules yet.
        NotDetermined = "not_determined",
    }
}

/// Days from its adoption in which it is not known whether an edition is in force, where its first day is not configured.
const UNKNOWN: Days = Days::new(90);

/// The first days in force that an installation has named, by date of adoption.
pub type FirstDays = BTreeMap<NaiveDate, NaiveDate>;

impl Edition {
    /// The last amendment that the system knows.
    pub const LAST: Self = Self::May2023;

    /// The editions that the system knows, the first one first.
    pub fn known() -> impl Iterator<Item = (Self, NaiveDate)> {
        Self::ALL.iter().filter_map(|edition| Some((*edition, edition.adopted()?)))
    }

    /// The day of its resolution.
    #[must_use]
    pub fn adopted(self) -> Option<NaiveDate> {
        let (day, _) = self.as_str().split_once(' ')?;
        NaiveDate::parse_from_str(day, "%d.%m.%Y").ok()
    }

    /// The edition of a day: the last one adopted by then, once it is in force. From the adoption on until the configured day,
    /// or for ninety days, it is not determined which of two editions is in force.
    #[must_use]
    pub fn on(day: NaiveDate, first_days: &FirstDays) -> Self {
        let Some((edition, adopted)) = Self::known().filter(|(_, on)| *on <= day).last() else {
            return Self::NotDetermined;
        };
        let first = first_days.get(&adopted).copied().unwrap_or(adopted + UNKNOWN);
        if day < first { Self::NotDetermined } else { edition }
    }
}

/// The fault of the first days that an installation names, if there is one.
#[must_use]
pub fn fault(first_days: &FirstDays) -> Option<String> {
    let is_wrong = |(adopted, first): &(&NaiveDate, &NaiveDate)| {
        first < adopted || !Edition::known().any(|(_, on)| on == **adopted)
    };
    first_days.iter().find(is_wrong).map(|(adopted, first)| {
        format!(
            "{adopted} = {first}: name the day of a known resolution, and a first day not before it"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_has_the_edition_in_force_then_and_none_while_that_is_not_known() {
        let configured = FirstDays::from([(day("2023-05-26"), day("2023-06-10"))]);
        for (on, expected) in [
            ("2013-08-26", Edition::NotDetermined),
            ("2013-08-27", Edition::NotDetermined),
            ("2013-11-24", Edition::NotDetermined),
            ("2013-11-25", Edition::August2013),
            ("2019-03-11", Edition::August2013),
            ("2019-03-12", Edition::NotDetermined),
            ("2019-05-15", Edition::NotDetermined),
            ("2019-06-09", Edition::NotDetermined),
            ("2019-06-10", Edition::March2019),
            ("2019-09-01", Edition::March2019),
            ("2020-04-28", Edition::March2019),
            ("2020-04-29", Edition::NotDetermined),
            ("2021-02-08", Edition::April2020),
            ("2022-01-01", Edition::February2021),
            ("2023-05-25", Edition::February2021),
            ("2023-05-26", Edition::NotDetermined),
            ("2023-06-09", Edition::NotDetermined),
            ("2023-06-10", Edition::May2023),
            ("2026-11-26", Edition::May2023),
        ] {
            assert_eq!(Edition::on(day(on), &configured), expected, "{on}");
        }
        assert_eq!(Edition::on(day("2023-08-23"), &FirstDays::new()), Edition::NotDetermined);
        assert_eq!(Edition::on(day("2023-08-24"), &FirstDays::new()), Edition::May2023);
    }

    #[test]
    fn editions_are_known_in_the_order_of_their_adoption() {
        let days: Vec<NaiveDate> = Edition::known().map(|(_, adopted)| adopted).collect();
        assert_eq!(days.len(), 5);
        assert!(days.is_sorted());
        assert_eq!(Edition::known().last().map(|(edition, _)| edition), Some(Edition::LAST));
    }

    #[test]
    fn a_first_day_before_its_adoption_or_of_no_resolution_is_a_fault() {
        let named = |adopted, first| FirstDays::from([(day(adopted), day(first))]);
        assert_eq!(fault(&named("2019-03-12", "2019-03-12")), None);
        assert!(fault(&named("2019-03-12", "2019-03-11")).is_some());
        assert!(fault(&named("2019-03-13", "2019-03-20")).is_some());
    }
}
