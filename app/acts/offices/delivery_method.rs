//! How a link that sets a password reaches its owner.

use crate::{
    acts::{Deed, Refusal},
    domain::{body::DutyKind, id::Id, time::Instant, workflow::Receipt},
    emails::Email,
    storage::{self, offices::user::User},
};
use chrono::TimeDelta;
use serde_json::json;

/// How long somebody who is new may take.
pub const INVITATION: TimeDelta = TimeDelta::hours(72);
/// How long somebody who has lost a password may take.
pub const RESET: TimeDelta = TimeDelta::minutes(30);

/// By mail, or as a code on paper that the administrator hands over.
#[derive(Clone)]
pub enum Means {
    Mail,
    /// The code, which the page that answers shows once.
    Code(String),
}

impl Means {
    /// Makes the link, void after its time, and journals it; whatever link the user had before is void.
    pub fn send<E>(&self, deed: &mut Deed<'_>, user: &User, concerns: (DutyKind, Id)) -> Result<(), Refusal<E>> {
        let (receipt, validity) = match user.password_hash {
            None => (Receipt::Invitation, INVITATION),
            Some(_) => (Receipt::PasswordReset, RESET),
        };
        let until: Instant = deed.now + validity;
        match self {
            Self::Mail => {
                let token = storage::account::link::new_token()?;
                storage::account::link::insert(deed.db, &token, user.id, deed.now, until, true)?;
                let email = match receipt {
                    Receipt::Invitation => Email::Invitation { until },
                    _ => Email::PasswordReset { until },
                };
                deed.tell_user(receipt, &email, user, concerns, Some(&token))?;
            }
            Self::Code(code) => storage::account::link::insert(deed.db, code, user.id, deed.now, until, false)?,
        }
        let by = match self {
            Self::Mail => "mail",
            Self::Code(_) => "code",
        };
        deed.note("link", user.id, json!({ "for": receipt, "by": by, "until": until }))?;
        Ok(())
    }
}
