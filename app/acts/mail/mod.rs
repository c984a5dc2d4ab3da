//! Mail: what is queued, reminded of, sent again.

pub mod correct_address;
pub mod queue_mail;
pub mod remind;
pub mod resend_mail;
pub mod send_digests;
