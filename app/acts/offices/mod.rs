//! Acts of administrators on bodies, people and duties, under no clause.

pub mod add_body;
pub mod administered_user;
pub mod body_form;
pub mod change_body;
pub mod confirm_duty;
pub mod delivery_method;
pub mod disable_user;
pub mod end_duty;
pub mod end_sessions;
pub mod grant;
pub mod grant_duty;
pub mod invite_user;
pub mod record_signatory;
pub mod send_link;
pub mod succeed_body;
