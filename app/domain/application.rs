//! A person applies to become a freelance officer (clauses 16-18). The Rules set a term for the answer, and the only one they set.

use chrono::{Days, NaiveDate};

text_enum! {
    /// Where an application stands.
    ApplicationState {
        Received = "received",
        BeingVetted = "being_vetted",
        Accepted = "accepted",
        Refused = "refused",
        /// By the applicant.
        Withdrawn = "withdrawn",
    }
}

impl ApplicationState {
    /// Whether its term runs.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::BeingVetted)
    }

    /// The answer of the subdivision, once there is one.
    #[must_use]
    pub const fn decision(self) -> Option<ApplicationDecision> {
        match self {
            Self::Accepted => Some(ApplicationDecision::Accepted),
            Self::Refused => Some(ApplicationDecision::Refused),
            Self::Received | Self::BeingVetted | Self::Withdrawn => None,
        }
    }

    /// Whether the subdivision has answered it.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        self.decision().is_some()
    }
}

text_enum! {
    /// The answer of the subdivision. There is no third one and no reason (clause 17).
    ApplicationDecision {
        Accepted = "accepted",
        Refused = "refused",
    }
}

text_enum! {
    /// The contents of a page that came with an application.
    ApplicationCopy {
        /// Of the identity card or the passport.
        Identity = "identity",
        /// Of the certificate of life and health insurance: attached if the applicant wishes to.
        Insurance = "insurance",
    }
}

/// Calendar days from the day on which an application is received (clause 17).
pub const TERM_DAYS: u32 = 30;

/// The last day of the term: it counts in full, whatever day of the week it is.
#[must_use]
pub fn last_day(received_on: NaiveDate) -> NaiveDate {
    received_on.checked_add_days(Days::new(TERM_DAYS.into())).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::{Instant, day_begins, days_left, end_of_day_after, today};

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
    }

    #[test]
    fn the_last_day_is_the_thirtieth_after_the_day_received_across_months_years_and_leap_days() {
        for (received, last) in [
            ("22.11.2026", "22.12.2026"),
            ("29.01.2027", "28.02.2027"),
            ("30.01.2027", "01.03.2027"),
            ("30.01.2028", "29.02.2028"),
            ("31.01.2028", "01.03.2028"),
            ("29.02.2028", "30.03.2028"),
            ("02.12.2026", "01.01.2027"),
        ] {
            assert_eq!(last_day(day(received)), day(last), "{received}");
            let due = end_of_day_after(day_begins(day(received)), TERM_DAYS);
            assert_eq!(today(due), day(last), "the handoff ends with the same day");
        }
    }

    #[test]
    fn an_application_of_half_past_midnight_is_of_the_new_day_and_the_last_day_counts_to_its_end() {
        let at = |text: &str| Instant::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap();
        let received = today(at("2026-11-21 19:30:00"));
        assert_eq!(received, day("22.11.2026"), "00:30 in Kazakhstan");
        let due = end_of_day_after(day_begins(received), TERM_DAYS);
        assert_eq!(days_left(at("2026-12-22 18:59:59"), due), 0, "23:59 of the last day");
        assert!(at("2026-12-22 18:59:59") <= due);
        assert_eq!(days_left(at("2026-12-22 19:00:00"), due), -1, "00:00 of the day after");
        assert!(at("2026-12-22 19:00:00") > due);
    }
}
