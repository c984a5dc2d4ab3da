//! Acts on mail: queueing, reminders, digests, sending again, correcting an address.

pub mod correct_address;
pub mod keep_back;
pub mod mark_undelivered;
pub mod one_by_one;
pub mod queue_mail;
pub mod remind;
pub mod resend_mail;
pub mod resend_mails;
pub mod send_digests;
