//! Acts on the record of people: legal training, the book, the end of a record and the notice of it (clauses 11, 15, 22, 23).

pub mod ask_to_leave;
pub mod confirm_contact;
pub mod discharge_notice;
pub mod enter;
pub(in crate::acts) mod inform;
pub mod mail_to_person_fails;
pub mod put_back_on_record;
pub mod record_training;
pub mod reopen_notice;
pub mod set_wish_aside;
pub mod take_off_record;
mod wish;
pub mod withdraw_training;
pub mod withdraw_wish;
