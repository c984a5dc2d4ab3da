//! The border-service book (clause 23).

pub mod book;
