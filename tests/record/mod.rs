//! Legal training and the border-service book (clauses 11, 13, 23).

mod book;
mod off_record;
mod trainings;
