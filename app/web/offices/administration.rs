//! People and bodies, for whoever administers them.

use crate::{
    domain::{body::DutyKind, permissions::Unmet},
    web::request::{current_user::CurrentUser, error::WebError},
};

/// Pages of administrators are nobody else's.
pub fn expect_administrator(me: &CurrentUser) -> Result<(), WebError> {
    if me.has(DutyKind::Administrator) {
        Ok(())
    } else {
        Err(WebError::Denied(vec![Unmet::Duty(DutyKind::Administrator)]))
    }
}
