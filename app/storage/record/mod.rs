//! The border-service book and legal training (clauses 11, 13, 23).

pub mod book;
pub mod notice_duty;
pub mod off_record;
pub mod training;
