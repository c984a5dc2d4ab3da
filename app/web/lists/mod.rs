//! Pages of member lists: imports, copies, sending, vetting and outcomes (clause 19).

pub mod candidate_page;
pub mod candidates;
pub mod copies;
pub mod copies_page;
pub mod copy_pages;
pub mod dispatches;
pub mod entries;
pub mod entry_copies;
pub mod exports;
pub mod imports;
pub mod index;
pub mod letters;
pub mod list;
pub mod outcomes;
pub mod receipts;
pub mod registers;
pub mod removals;
pub mod returns;
mod review_candidates;
mod review_form;
pub mod review_page;
mod review_row;
pub mod review_view;
pub mod reviews;
mod samples;
pub mod views;
pub mod withdrawals;
