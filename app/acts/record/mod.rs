//! Acts on the record of people: legal training and the book (clauses 11, 23).

pub mod enter;
pub mod record_training;
pub mod withdraw_training;
