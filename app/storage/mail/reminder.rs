//! Reminders of open handoffs: which are due, and that each is sent once however many nodes look.

use crate::{
    domain::{
        body::DutyKind,
        handoff::{CaseKind, DueNature, HandoffKind, Nature},
        id::{self, Id},
        permissions::{Anchor, AnchorKind},
        reminder::{DueDate, Reminder, next},
        time::Instant,
    },
    storage::{Db, Result, db::schema::handoff},
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, update};

/// A handoff whose reminder is due.
#[derive(Clone, Debug, Queryable)]
pub struct Due {
    pub id: Id<id::Handoff>,
    pub kind: HandoffKind,
    pub case_kind: CaseKind,
    pub case_id: Id,
    anchor_kind: AnchorKind,
    anchor_id: Id,
    pub squad: Option<Id<id::Squad>>,
    /// The case as mails name it.
    pub reference: String,
    pub to_body: Id<id::Body>,
    pub duty: DutyKind,
    pub opened_at: Instant,
    pub due_at: Option<Instant>,
    nature: Option<DueNature>,
    /// Reminders that were sent.
    pub reminders: i32,
    /// The one that is due.
    pub planned: Option<Reminder>,
}

impl Due {
    /// The due date, and whether the Rules set it.
    #[must_use]
    pub fn date(&self) -> Option<DueDate> {
        self.due_at.zip(self.nature)
    }
}

/// Plans the first reminder of a handoff that was opened, or is new again.
pub fn plan(
    db: &mut Db,
    id: Id<id::Handoff>,
    nature: Nature,
    due: Option<DueDate>,
    now: Instant,
) -> Result<()> {
    let first = next(None, due, now).filter(|_| nature == Nature::Duty);
    put(db, id, first, 0)
}

fn put(
    db: &mut Db,
    id: Id<id::Handoff>,
    planned: Option<(Reminder, Instant)>,
    reminders: i32,
) -> Result<()> {
    let (reminder, at) = planned.unzip();
    update(handoff::table.find(id))
        .set((
            handoff::next_reminder.eq(reminder),
            handoff::remind_at.eq(at),
            handoff::reminders.eq(reminders),
        ))
        .execute(db)?;
    Ok(())
}

macro_rules! due {
    ($now:expr) => {
        handoff::table
            .filter(handoff::closed_at.is_null())
            .filter(handoff::remind_at.le($now))
            .select((
                handoff::id,
                handoff::kind,
                handoff::case_kind,
                handoff::case_id,
                handoff::anchor_kind,
                handoff::anchor_id,
                handoff::squad_id,
                handoff::reference,
                handoff::to_body,
                handoff::duty,
                handoff::opened_at,
                handoff::due_at,
                handoff::due_nature,
                handoff::reminders,
                handoff::next_reminder,
            ))
    };
}

/// Handoffs whose reminder is due, the longest first.
pub fn due(db: &mut Db, limit: i64, now: Instant) -> Result<Vec<Due>> {
    Ok(due!(now).order((handoff::remind_at, handoff::id)).limit(limit).load(db)?)
}

/// The handoff as it is once its anchor is held; `None` when it was closed, or another node has sent the reminder.
pub fn hold(db: &mut Db, due: &Due, now: Instant) -> Result<Option<Due>> {
    crate::storage::anchor::lock(db, Anchor::new(due.anchor_kind, due.anchor_id))?;
    Ok(due!(now).filter(handoff::id.eq(due.id)).first(db).optional()?)
}

/// Notes that a reminder was sent, and plans the next; `None`: only plan.
pub fn note(db: &mut Db, due: &Due, sent: Option<Reminder>, now: Instant) -> Result<()> {
    put(db, due.id, next(sent, due.date(), now), due.reminders + i32::from(sent.is_some()))
}
