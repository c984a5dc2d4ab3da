//! Acts on the record of people: legal training, the book, the end of a record and the notice of it (clauses 11, 15, 22, 23).

pub mod discharge_notice;
pub mod enter;
mod inform;
pub mod put_back_on_record;
pub mod record_training;
pub mod reopen_notice;
pub mod take_off_record;
pub mod withdraw_training;
