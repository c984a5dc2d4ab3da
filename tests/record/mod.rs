//! Legal training and the border-service book (clauses 11, 13, 23).

mod book;
pub mod contact;
pub mod off_record;
mod trainings;
mod wishes;
