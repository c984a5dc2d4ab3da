//! A member is told of a duty: one mail with a calendar entry and the link to answer by, to an address that the unit has made
//! sure of. Whom no mail reaches stands on the duty sheet.

use crate::{
    acts::ActContext,
    domain::{
        id::{self, Id},
        plan::CalendarEntry,
        workflow::Notice,
    },
    emails::{self, Email},
    storage::{StorageError, account::link, plans::assignment, record::person_link},
};

/// Tells the member of a new duty.
pub fn assigned(cx: &mut ActContext<'_>, id: Id<id::Assignment>) -> Result<(), StorageError> {
    tell(cx, id, Notice::PersonAssigned, emails::plans::person_assigned)
}

/// Tells the member that time or place are others.
pub fn changed(cx: &mut ActContext<'_>, id: Id<id::Assignment>) -> Result<(), StorageError> {
    tell(cx, id, Notice::AssignmentChanged, emails::plans::assignment_changed)
}

fn tell(
    cx: &mut ActContext<'_>,
    id: Id<id::Assignment>,
    notice: Notice,
    email: fn(CalendarEntry) -> Email,
) -> Result<(), StorageError> {
    let of = assignment::get(cx.db, id)?;
    let entry = of.entry(cx.app.settings.place_in_mail);
    let token = link::new_token()?;
    let email = email(entry);
    if cx.notify_person(notice, &email, of.membership, Some(&token))?.is_some() {
        person_link::insert_of_assignment(cx.db, &token, &of, cx.now)?;
    }
    Ok(())
}
