//! Sends each reader who chose it what was laid aside since the morning before, in one mail.

use super::{
    one_by_one::one_by_one,
    queue_mail::{self, About, Posting},
};
use crate::{
    domain::{
        handoff::CaseKind,
        id::{self, Id},
        permissions::SYSTEM_REFERENCE,
        reminder::morning,
        time::{Instant, today},
    },
    emails,
    state::AppState,
    storage::{self, Db, Result, mail::outbox::Mail},
};

const ACT: &str = "send_digest";
/// Readers served in one go.
const BATCH: i64 = 50;

/// Sends one batch and says how many readers got theirs; before the morning of a day nobody does.
pub fn send_digests(app: &AppState) -> Result<usize> {
    let now = app.clock.now();
    let morning = morning(today(now));
    if now < morning {
        return Ok(0);
    }
    let readers = app.store.read(|db| storage::mail::digest::readers(db, morning, BATCH))?;
    one_by_one(app, &readers, |db, reader| one(app, db, *reader, morning, now))
}

fn one(
    app: &AppState,
    db: &mut Db,
    reader: Id<id::User>,
    morning: Instant,
    now: Instant,
) -> Result<()> {
    let holdings = storage::offices::user::holdings_in_force(db, reader, now)?;
    let is_held = |mail: &Mail| {
        holdings.iter().any(|own| Some(own.kind) == mail.duty && Some(own.body) == mail.body)
    };
    let taken = storage::mail::digest::take(db, reader, morning, now)?;
    // Mails under a duty that has ended go to those who hold it now.
    let (mails, ended): (Vec<Mail>, Vec<Mail>) = taken.into_iter().partition(is_held);
    storage::mail::digest::let_go(db, &ended, now)?;
    let Some(last) = mails.last() else { return Ok(()) };
    let Some((duty, body)) = last.duty.zip(last.body) else { return Ok(()) };
    let (user, body) =
        (storage::offices::user::get(db, reader)?, storage::offices::body::get(db, body)?);
    let news = mails.iter().map(|mail| (mail.reference.clone(), mail.kind.clone()));
    let about =
        About { kind: CaseKind::Body, id: body.id.any(), squad: None, reference: SYSTEM_REFERENCE };
    let posting = Posting {
        act_id: Id::new(),
        act: ACT,
        about,
        duty,
        body: &body,
        handoff: None,
        secret: None,
    };
    let digest = queue_mail::digest_to(app, db, &posting, &emails::mail::digest(news), &user, now)?;
    storage::mail::digest::note(db, &mails, digest)
}
