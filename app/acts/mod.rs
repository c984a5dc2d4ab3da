//! What the system does: one verb per file, all carried out by [`perform`].
#![deny(clippy::wildcard_enum_match_arm)]

#[macro_use]
mod faults;
pub mod account;
pub mod applications;
pub mod certificates;
mod command;
mod context;
pub mod inbox;
pub mod lists;
pub mod mail;
pub mod offices;
pub mod perform;
pub mod plans;
pub mod record;
mod refusal;
pub mod reports;
pub mod squads;

pub use command::Command;
pub use context::ActContext;
pub use faults::NothingTyped;
pub use perform::perform;
pub use refusal::{Breach, Done, Refusal};

/// A fault of one field of a form, with the code that its sentence is found by.
pub trait Fault {
    /// Name of the form's field.
    fn field(&self) -> &'static str;
    /// The phrase `error-…` that says what is wrong and what to do.
    fn code(&self) -> &'static str;
}
