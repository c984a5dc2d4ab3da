//! The faults of what was typed.

use crate::domain::time::{Instant, today};
use chrono::NaiveDate;

/// Declares the faults of one act: variant, field, code of the phrase `error-…`.
macro_rules! faults {
    ($(#[$meta:meta])* $name:ident { $($variant:ident: $field:literal, $code:literal);+ $(;)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant),+ }

        impl $crate::acts::Fault for $name {
            fn field(&self) -> &'static str {
                match self { $(Self::$variant => $field),+ }
            }
            fn code(&self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

/// The faults of an act with nothing typed that could be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingTyped {}

impl super::Fault for NothingTyped {
    fn field(&self) -> &'static str {
        match *self {}
    }

    fn code(&self) -> &'static str {
        match *self {}
    }
}

/// The faults of the checks that failed, in their order.
pub fn failed<F>(checks: impl IntoIterator<Item = (bool, F)>) -> Vec<F> {
    checks.into_iter().filter(|(is_good, _)| !is_good).map(|(_, fault)| fault).collect()
}

/// Whether a day that was typed is not to come; that it is missing is another fault.
pub fn is_past(day: Option<NaiveDate>, now: Instant) -> bool {
    day.is_none_or(|day| day <= today(now))
}

/// Whether a text says something, in no more characters than that.
pub fn is_said(text: &str, limit: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= limit
}
