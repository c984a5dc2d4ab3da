//! An administrator lets a mail that could not be delivered be tried again, to the address that its reader has now.

use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        delivery::MailFault,
        events::mail::MailResent,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    storage::{self, Db, Result, Scope, mail::outbox::Mail},
};

/// A mail that failed. Its text and Message-ID stay what they were.
pub struct ResendMail {
    pub mail: Id<id::Mail>,
}

faults! {
    /// Why a mail can't be sent again.
    ResendMailError {
        LinkGone: "mail", "mail-link-gone";
        ReaderGone: "mail", "mail-reader-gone";
        KeptBack: "mail", "mail-kept-back";
    }
}

impl Command for ResendMail {
    type Error = ResendMailError;
    type Next = id::Mail;

    fn act(&self) -> Act {
        Act::ResendMail
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(find(db, scope, self.mail)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, _: &Case, _: Instant) -> Result<Vec<ResendMailError>> {
        let Some((mail, _)) = storage::mail::undelivered::find(db, self.mail)? else {
            return Ok(Vec::new());
        };
        let checks = [
            (!had_link(&mail), ResendMailError::LinkGone),
            (address_in_use(db, &mail)?.is_some(), ResendMailError::ReaderGone),
            (!mail.fault.is_some_and(MailFault::is_kept_back), ResendMailError::KeptBack),
        ];
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Mail>, Refusal<ResendMailError>> {
        let (mail, _) =
            storage::mail::undelivered::find(cx.db, self.mail)?.ok_or(Refusal::NotFound)?;
        if mail.failed_at.is_none() {
            return Err(Refusal::Stale(vec![mail.id.any()]));
        }
        let address = address_in_use(cx.db, &mail)?.ok_or(Refusal::NotFound)?;
        resend(cx, &mail, &address)?;
        Ok(mail.id)
    }
}

/// Queues a mail again that had failed, to that address.
pub(super) fn resend(cx: &mut ActContext<'_>, mail: &Mail, address: &str) -> Result<()> {
    storage::mail::delivery::revive(cx.db, mail.id, address, cx.now)?;
    let (handoff, notice) = (mail.kind.parse().ok(), mail.kind.parse().ok());
    cx.record(MailResent { id: mail.id, handoff, notice }).map(drop)
}

/// The mail, if its body is administered by the scope, as a case of its administrator.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::Mail>) -> Result<Option<(Mail, Case)>> {
    let Some((mail, _)) = storage::mail::undelivered::find(db, id)? else { return Ok(None) };
    let Some(body) = mail.body else { return Ok(None) };
    Ok(storage::offices::body::find(db, scope, body)?.map(|(_, case)| (mail, case)))
}

/// Whether a mail carried a link of its own, which is kept nowhere once the mail has failed: another one is made instead.
#[must_use]
pub fn had_link(mail: &Mail) -> bool {
    [Notice::Invitation, Notice::PasswordReset].iter().any(|notice| notice.as_str() == mail.kind)
}

/// Where the reader of a mail is written to now; none when the reader is shut out.
pub fn address_in_use(db: &mut Db, mail: &Mail) -> Result<Option<String>> {
    if let Some(user) = mail.user
        && storage::offices::user::get(db, user)?.disabled_at.is_some()
    {
        return Ok(None);
    }
    address_now(db, mail).map(Some)
}

/// The address that the reader of a mail has now.
pub fn address_now(db: &mut Db, mail: &Mail) -> Result<String> {
    match (mail.user, mail.body) {
        (Some(user), _) => Ok(storage::offices::user::get(db, user)?.address().to_owned()),
        (None, Some(body)) => Ok(storage::offices::body::get(db, body)?.email),
        (None, None) => Ok(mail.address.clone()),
    }
}
