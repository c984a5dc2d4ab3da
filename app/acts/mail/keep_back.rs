//! Before a mail leaves, its reader still holds the duty, and its work still waits. A mail that nobody needs any more is kept
//! back; if its work still waits, those who hold the duty now get a mail of their own.
//!
//! No act of anybody's: both mails stand in the history beside the act that caused the first.

use super::queue_mail::{self, About, Posting};
use crate::{
    domain::{
        body::DutyKind,
        delivery::{MailFault, RecipientKind},
        handoff::HandoffKind,
        id::{self, Id},
        time::Instant,
    },
    emails::{self, Email, MailKind},
    state::AppState,
    storage::{
        self, Db, Result, StorageError,
        mail::{
            delivery::{self, Settlement},
            outbox::{self, Mail},
        },
        offices::body::Body,
    },
};

/// Keeps a claimed mail back if nobody needs it any more; false when it is to leave.
pub fn keep_back(app: &AppState, mail: &Mail, now: Instant) -> Result<bool> {
    if app.store.read(|db| reason(db, mail, now))?.is_none() {
        return Ok(false);
    }
    app.store.write(|db| {
        let Some(reason) = reason(db, mail, now)? else { return Ok(false) };
        if !delivery::settle(db, mail, &Settlement::Failed(reason, None), now)? {
            return Ok(true);
        }
        if reason == MailFault::DutyEnded {
            if mail.kind.parse() == Ok(MailKind::Digest) {
                storage::mail::digest::release(db, mail.id, now)?;
            } else {
                redirect(app, db, mail, now)?;
            }
        }
        tracing::info!(mail = %mail.id, %reason, "kept back");
        Ok(true)
    })
}

/// Why a mail need not leave; `None` when it is to leave.
fn reason(db: &mut Db, mail: &Mail, now: Instant) -> Result<Option<MailFault>> {
    let Ok(kind) = mail.kind.parse::<MailKind>() else { return Ok(None) };
    if let Some(handoff) = mail.handoff
        && storage::handoff::find(db, handoff)?.is_none_or(|handoff| handoff.is_closed)
    {
        return Ok(Some(MailFault::WorkDone));
    }
    let is_reached = match (mail.recipient, mail.user, mail.body) {
        (RecipientKind::User, Some(user), Some(body)) => {
            is_reached(db, kind, user, body, mail.duty, now)?
        }
        (RecipientKind::Mailbox, _, Some(body)) => {
            storage::offices::body::get(db, body)?.closed_at.is_none()
        }
        (RecipientKind::User | RecipientKind::Mailbox | RecipientKind::Person, ..) => true,
    };
    Ok((!is_reached).then_some(MailFault::DutyEnded))
}

/// Whether a user is still to read a mail of that kind, which came to the user under that duty of that body.
fn is_reached(
    db: &mut Db,
    kind: MailKind,
    user: Id<id::User>,
    body: Id<id::Body>,
    duty: Option<DutyKind>,
    now: Instant,
) -> Result<bool> {
    let is_own = match kind {
        MailKind::Notice(notice) => notice.duty().is_none(),
        MailKind::Handoff(_) | MailKind::Reminder(_) | MailKind::Above(_) => false,
        // A digest is of all the duties of its reader.
        MailKind::Digest => {
            return Ok(!storage::offices::user::holdings_in_force(db, user, now)?.is_empty());
        }
    };
    match duty {
        Some(duty) if !is_own => {
            let holders = storage::offices::user::holders(db, body, duty, now)?;
            Ok(holders.iter().any(|holder| holder.id == user))
        }
        Some(_) | None => Ok(storage::offices::user::get(db, user)?.disabled_at.is_none()),
    }
}

/// Renders the mail for those who hold its duty now and have not got it, or for the mailbox of the body where nobody does.
fn redirect(app: &AppState, db: &mut Db, mail: &Mail, now: Instant) -> Result<()> {
    let (Ok(kind), Some(duty), Some(body)) = (mail.kind.parse(), mail.duty, mail.body) else {
        return Ok(());
    };
    let handoff = match mail.handoff {
        Some(handoff) => storage::handoff::find(db, handoff)?,
        None => None,
    };
    let on = handoff.as_ref().map(|handoff| handoff.kind);
    let Some(email) = content(db, mail, kind, on)? else { return Ok(()) };
    let body = living(db, handoff.map_or(body, |handoff| handoff.to_body))?;
    let posting = Posting {
        act_id: mail.act_id,
        act: &mail.act,
        about: About {
            kind: mail.case_kind,
            id: mail.case_id,
            squad: mail.squad,
            reference: &mail.reference,
        },
        duty,
        body: &body,
        handoff: mail.handoff,
        secret: None,
    };
    let known = outbox::readers(db, mail)?;
    let holders = storage::offices::user::holders(db, body.id, duty, now)?;
    for user in holders.iter().filter(|user| !known.contains(&Some(user.id))) {
        queue_mail::to_user(app, db, &posting, &email, user, now)?;
    }
    if holders.is_empty() && !known.contains(&None) {
        queue_mail::to_mailbox(app, db, &posting, &email, now)?;
    }
    Ok(())
}

/// The mail as it was written; none when it is its one reader's own.
fn content(
    db: &mut Db,
    mail: &Mail,
    kind: MailKind,
    on: Option<HandoffKind>,
) -> Result<Option<Email>> {
    let Some(content) = outbox::content(db, mail.id)? else { return Ok(None) };
    emails::restored(kind, on, &content).map(Some).ok_or(StorageError::Damaged)
}

/// The body, or the one that has taken its work over.
fn living(db: &mut Db, id: Id<id::Body>) -> Result<Body> {
    let mut body = storage::offices::body::get(db, id)?;
    while let Some(successor) = body.succeeded_by {
        body = storage::offices::body::get(db, successor)?;
    }
    Ok(body)
}
