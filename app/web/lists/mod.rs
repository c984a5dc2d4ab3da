//! Pages of member lists: imports, copies, sending, vetting and outcomes (clause 19).

pub mod candidates;
pub mod copies;
pub mod copy_pages;
pub mod dispatches;
pub mod drafts;
pub mod entries;
pub mod exports;
pub mod imports;
pub mod list;
pub mod outcomes;
pub mod receipts;
pub mod registers;
pub mod removals;
pub mod returns;
pub mod reviews;
pub mod withdrawals;
