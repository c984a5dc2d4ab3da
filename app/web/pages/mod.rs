//! Parts that all pages share: the page type, the layout, buttons, paging, steps, the pages of errors.

pub mod button;
pub mod conflict;
pub mod decision_view;
pub mod duty;
pub mod example;
pub mod given_line;
pub mod layout;
pub mod list_line;
pub mod paging;
pub mod person_faults;
pub mod person_form;
pub mod recent_mail;
pub mod record_view;
pub mod squad_link;
pub mod squad_view;
pub mod steps;
pub mod turn;
pub mod typed;

pub use conflict::ErrorPage;

use serde::Serialize;

/// A page: typed data and the template that shows it.
pub trait Page: Serialize {
    /// The template below `templates/`.
    fn template(&self) -> &'static str;

    /// What stands in the fields of its form when it is shown for the first time.
    fn values(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// A page with samples that go through every branch of its template; a test renders them in each language.
pub trait Sample: Page + Sized {
    /// Telling, fictional data.
    fn samples() -> Vec<Self>;
}
