//! The one handoff of a squad that asks the unit to inform people: open as long as somebody waits.

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        events::record::NoticeReopened,
        handoff::HandoffKind,
        id::{self, Id},
        notice_duty::NoticeDutyState,
    },
    emails,
    storage::{StorageError, record::notice_duty},
};

/// Somebody is to be informed: the handoff is opened, unless it is open already.
pub fn owe(cx: &mut ActContext<'_>) -> Result<(), StorageError> {
    if cx.stays_open(HandoffKind::InformPeople)? {
        return Ok(());
    }
    cx.open(HandoffKind::InformPeople, None, &emails::record::inform_people())
}

/// A mail that informed somebody did not arrive, or was stopped: the person is to be informed again.
pub fn returned<E>(cx: &mut ActContext<'_>, mail: Id<id::Mail>) -> Result<(), Refusal<E>> {
    let Some((at, membership)) = notice_duty::informed_by(cx.db, mail)? else { return Ok(()) };
    cx.transition(&at, NoticeDutyState::Open, NoticeReopened { membership })?;
    notice_duty::fail(cx.db, at.id, cx.now)?;
    Ok(owe(cx)?)
}

/// Somebody waits no more: the handoff is closed with the last one.
pub fn settle(cx: &mut ActContext<'_>) -> Result<(), StorageError> {
    let squad = cx.case.squad()?;
    if notice_duty::open_of_squad(cx.db, squad)? > 0 {
        return Ok(());
    }
    cx.close(HandoffKind::InformPeople)
}
