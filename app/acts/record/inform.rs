//! The one handoff of a squad or application that asks the unit to inform people: open as long as somebody waits.

use crate::{
    acts::{ActContext, Refusal, applications::notice},
    domain::{
        events::record::NoticeReopened,
        handoff::HandoffKind,
        id::{self, Id},
        notice_duty::NoticeDutyState,
        state::At,
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

/// The duty to inform that person stands again, and the attempt that failed stays beside it.
pub fn reopen<E>(
    cx: &mut ActContext<'_>,
    done: &At<NoticeDutyState>,
    membership: Id<id::Membership>,
) -> Result<(), Refusal<E>> {
    cx.transition(done, NoticeDutyState::Open, NoticeReopened { membership })?;
    Ok(notice_duty::fail(cx.db, done.id, cx.now)?)
}

/// A mail that informed somebody did not arrive, or was stopped: the person is to be informed again.
pub fn returned<E>(cx: &mut ActContext<'_>, mail: Id<id::Mail>) -> Result<(), Refusal<E>> {
    let Some((at, membership, by)) = notice_duty::informed_by(cx.db, mail)? else {
        return Ok(());
    };
    reopen(cx, &at, membership)?;
    // The decision on an application is the subdivision's to tell, and the end of a record its unit's.
    if cx.case.belongs_to().is_none() && cx.case.parties.unit != Some(by) {
        return match notice::decided(cx)? {
            Some(decision) => Ok(notice::ask(cx, decision)?),
            None => Ok(()),
        };
    }
    Ok(owe(cx)?)
}

/// Somebody waits no more: the handoff is closed with the last one.
pub fn settle(cx: &mut ActContext<'_>) -> Result<(), StorageError> {
    let unit = cx.case.unit()?;
    let is_owed = match cx.case.belongs_to() {
        Some(squad) => notice_duty::open_of_squad(cx.db, squad)? > 0,
        None => notice_duty::is_open_of_application(cx.db, unit, cx.case.id.of())?,
    };
    if is_owed {
        return Ok(());
    }
    cx.close(HandoffKind::InformPeople)
}
