//! What the system does: one verb per file, all carried out by [`perform`].

#[macro_use]
mod faults;
pub mod account;
pub mod lists;
pub mod mail;
pub mod offices;
pub mod perform;
pub mod squads;

pub use perform::{ActContext, Command, Done, Refusal, perform};

/// A fault of one field of a form, with the code that its sentence is found by.
pub trait Fault {
    /// Name of the form's field.
    fn field(&self) -> &'static str;
    /// The phrase `error-…` that says what is wrong and what to do.
    fn code(&self) -> &'static str;
}
