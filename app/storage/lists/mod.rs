//! Member lists, their entries, copies, sendings, drafts and corrections (clause 19).

pub mod copy;
pub mod correction;
pub mod dispatch;
pub mod draft;
pub mod entry;
pub mod list_import;
pub mod member_list;
