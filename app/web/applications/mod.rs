//! Applications of people who wish to be freelance officers, for the subdivision that decides about them (clauses 16-18).

pub mod application;
pub mod copies;
pub mod decision;
pub mod form;
pub mod index;
pub mod letter;
pub mod notice;
mod notice_view;

use crate::{
    domain::{
        application::TERM_DAYS,
        handoff::DueNature,
        id::{self, Id},
        time::{Instant, day_begins, days_left, end_of_day_after},
    },
    storage::applications::application::Application,
    web::request::error::WebError,
};
use chrono::NaiveDate;
use serde::Serialize;

/// The application that a path names.
fn named(path: &str) -> Result<Id<id::Application>, WebError> {
    path.parse().map_err(|_| WebError::NotFound)
}

/// The term of an application, drawn as terms of the Rules are.
#[derive(Clone, Copy, Debug, Serialize)]
struct Due {
    at: Instant,
    nature: DueNature,
    days: i64,
    days_past: i64,
}

impl Due {
    fn of(received_on: NaiveDate, now: Instant) -> Self {
        let at = end_of_day_after(day_begins(received_on), TERM_DAYS);
        let days = days_left(now, at);
        Self { at, nature: DueNature::Statutory, days, days_past: -days }
    }

    fn running(of: &Application, now: Instant) -> Option<Self> {
        of.state.is_open().then(|| Self::of(of.received_on, now))
    }
}
