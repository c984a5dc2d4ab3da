//! Applications of people who wish to be freelance officers, and which registers were asked about them (clauses 16-18).

pub mod application;
pub mod application_page;
pub mod register;
