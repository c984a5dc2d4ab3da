//! Brings what nobody has closed to mind: its holders, deputies among them, and from some day on those above them.
//!
//! No act of anybody's: the mail stands in the history beside the act that opened the handoff.

use super::{
    one_by_one::one_by_one,
    queue_mail::{self, About, Posting},
};
use crate::{
    domain::{
        body::DutyKind,
        id::Id,
        reminder::{Reminder, fitting},
        time::{Instant, days_left},
    },
    emails::mail::{Waiting, above, reminder},
    state::AppState,
    storage::{self, Db, Result, StorageError, mail::reminder::Due, offices::body::Body},
};

/// Handoffs that are looked at together.
const BATCH: i64 = 50;

/// Sends the reminders that are due, one batch, and says how many handoffs it has dealt with.
pub fn remind(app: &AppState) -> Result<usize> {
    let now = app.clock.now();
    let due = app.store.read(|db| storage::mail::reminder::due(db, BATCH, now))?;
    one_by_one(app, &due, |db, due| one(app, db, due, now))
}

fn one(app: &AppState, db: &mut Db, due: &Due, now: Instant) -> Result<()> {
    let Some(due) = storage::mail::reminder::hold(db, due, now)? else { return Ok(()) };
    let sent = due.planned.map(|planned| fitting(planned, due.date(), now));
    if let Some(reminder) = sent {
        tell(app, db, &due, reminder, now)?;
    }
    storage::mail::reminder::note(db, &due, sent, now)
}

fn tell(app: &AppState, db: &mut Db, due: &Due, sent: Reminder, now: Instant) -> Result<()> {
    let body = storage::offices::body::get(db, due.to_body)?;
    let head = head(db, &body, due, now)?;
    let days =
        due.due_at.map_or_else(|| days_left(due.opened_at, now), |date| days_left(now, date).abs());
    let waiting = Waiting {
        on: due.kind,
        number: due.reminders + 1,
        days,
        due: due.due_at,
        has_head: head.is_some(),
    };
    let (act_id, act) = storage::mail::outbox::announced_by(db, due.id)?
        .unwrap_or_else(|| (Id::new(), "remind".to_owned()));
    let about =
        About { kind: due.case_kind, id: due.case_id, squad: due.squad, reference: &due.reference };
    let posting = Posting {
        act_id,
        act: &act,
        about,
        duty: due.duty,
        body: &body,
        handoff: Some(due.id),
        secret: None,
    };
    queue_mail::to_holders(app, db, &posting, &reminder(sent, &waiting), now)?;
    let Some(up) = sent.goes_up() else { return Ok(()) };
    let email = above(up, &waiting);
    match head {
        Some(duty) => queue_mail::to_holders(app, db, &Posting { duty, ..posting }, &email, now),
        None => queue_mail::to_mailbox(app, db, &posting, &email, now).map(drop),
    }
}

/// The duty above the holders, where the body has one and somebody holds it.
fn head(
    db: &mut Db,
    body: &Body,
    due: &Due,
    now: Instant,
) -> Result<Option<DutyKind>, StorageError> {
    let is_apt = DutyKind::Head.body_kind() == Some(body.kind) && due.duty != DutyKind::Head;
    Ok((is_apt && !storage::offices::user::holders(db, body.id, DutyKind::Head, now)?.is_empty())
        .then_some(DutyKind::Head))
}
