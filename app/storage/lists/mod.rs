//! Member lists, their entries, copies, sendings, drafts and corrections (clause 19).

pub mod change;
pub mod copies_page;
pub mod copy;
pub mod copy_repeats;
pub mod correctable_entry;
pub mod correction;
pub mod dispatch;
pub mod draft;
pub mod entry;
pub mod entry_page;
mod known;
pub mod letter;
pub mod list_import;
pub mod list_page;
pub mod member_list;
