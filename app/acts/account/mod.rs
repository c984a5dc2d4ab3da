//! What the owner of an account does to it: no duty is needed and no row of the table orders it, but the journal knows.

pub mod change_password;
pub mod end_own_sessions;
pub mod journal_entry;
pub mod send_reset_links;
pub mod use_link;
