//! How a link that sets a password reaches its owner.

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        body::DutyKind,
        delivery::LinkMeans,
        events::offices::LinkMade,
        id::{self, Id},
        time::Instant,
        workflow::Notice,
    },
    emails::{self, Email},
    storage::{self, offices::user::User},
};
use chrono::TimeDelta;

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
    /// The means of that word, with a new code where it is one; none for any other word.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn chosen(word: &str) -> storage::Result<Option<Self>> {
        Ok(match word {
            "mail" => Some(Self::Mail),
            "code" => Some(Self::Code(storage::account::link::new_code()?)),
            _ => None,
        })
    }

    /// Makes the link, void after its time, and journals it; whatever link the user had before is void.
    pub fn send<E>(
        &self,
        cx: &mut ActContext<'_>,
        user: &User,
        concerns: (DutyKind, Id<id::Body>),
    ) -> Result<(), Refusal<E>> {
        let (notice, validity, email): (_, _, fn(Instant) -> Email) = match user.password_hash {
            None => (Notice::Invitation, INVITATION, emails::offices::invitation),
            Some(_) => (Notice::PasswordReset, RESET, emails::account::password_reset),
        };
        let until: Instant = cx.now + validity;
        match self {
            Self::Mail => {
                let token = storage::account::link::new_token()?;
                storage::account::link::insert(cx.db, &token, user.id, cx.now, until, true)?;
                cx.notify_user(notice, &email(until), user, concerns, Some(&token))?;
            }
            Self::Code(code) => {
                storage::account::link::insert(cx.db, code, user.id, cx.now, until, false)?;
            }
        }
        let by = match self {
            Self::Mail => LinkMeans::Mail,
            Self::Code(_) => LinkMeans::Code,
        };
        cx.record(LinkMade { id: user.id, notice, by, until })?;
        Ok(())
    }
}
