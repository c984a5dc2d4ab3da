//! Acts of owners on their own account. They need no duty and have no row in the table; the journal records them.

pub mod answer_offer;
pub mod change_password;
pub mod end_own_sessions;
pub mod journal_entry;
pub mod send_reset_links;
pub mod use_link;
