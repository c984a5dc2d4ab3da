//! The border-service book and legal training (clauses 11, 13, 23).

pub mod book;
pub mod training;
