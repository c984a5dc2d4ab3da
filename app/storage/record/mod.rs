//! The record of people: the book, training, contacts, own wishes, the end of a record, notices (clauses 11, 13, 15, 22, 23).

pub mod book;
pub mod contact;
pub mod involvement;
pub mod notice_duty;
pub mod off_record;
pub mod own_wish;
pub mod person_link;
pub mod training;
