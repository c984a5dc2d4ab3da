//! What was handed over for information.

pub mod read_information;
