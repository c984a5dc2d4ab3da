//! Member lists: read, reviewed, sent, answered, handed out (clause 19).

mod came_back;
mod candidates;
mod copies;
mod copy_files;
mod copy_repeats;
mod exports;
pub mod intake;
mod one_name;
mod reviews;
mod reviews_together;
pub mod sending;
mod withdrawals;
