//! An administrator lets all mails be tried again that the server has refused for another cause than their address.

use super::resend_mail::{address_in_use, had_link, resend};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, mail::outbox::Mail},
};

/// Mails at once; what is over waits for the next time.
const LIMIT: i64 = 1000;

/// All that failed and can go again, to the bodies that the body of the actor administers.
pub struct ResendMails {
    pub body: Id<id::Body>,
}

faults! {
    /// Why nothing is sent again.
    ResendMailsError {
        Nothing: "mails", "mails-nothing-to-resend";
    }
}

impl Command for ResendMails {
    type Error = ResendMailsError;
    type Next = id::Body;

    fn act(&self) -> Act {
        Act::ResendMail
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::offices::body::find(db, scope, self.body)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<ResendMailsError>> {
        let nothing = resendable(db, case, now)?.is_empty();
        Ok(nothing.then_some(ResendMailsError::Nothing).into_iter().collect())
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Body>, Refusal<ResendMailsError>> {
        let (case, now) = (cx.case.clone(), cx.now);
        for (mail, address) in resendable(cx.db, &case, now)? {
            resend(cx, &mail, &address)?;
        }
        Ok(self.body)
    }
}

/// The mails that can go again, each with the address that its reader has now.
fn resendable(db: &mut Db, case: &Case, now: Instant) -> Result<Vec<(Mail, String)>> {
    let administered = case.parties.administration.into_iter().collect();
    let scope = Scope { administered, ..Scope::default() };
    let bodies: Vec<Id<id::Body>> =
        storage::offices::body::administered(db, &scope)?.iter().map(|body| body.id).collect();
    let mut mails = Vec::new();
    for mail in storage::mail::undelivered::resendable(db, &bodies, LIMIT, now)? {
        if !had_link(&mail)
            && let Some(address) = address_in_use(db, &mail)?
        {
            mails.push((mail, address));
        }
    }
    Ok(mails)
}
