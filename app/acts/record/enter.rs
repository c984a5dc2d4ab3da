//! An entry of the border-service book, which follows an event that the act has recorded (clause 23).

use crate::{
    acts::ActContext,
    domain::{
        book::BookKind,
        events::{
            plans::ResultEntered,
            record::{EnteredInBook, RegisteredInBook},
        },
        id::{self, Id},
    },
    storage::{self, StorageError, journal::Link, record::book::NewEntry},
};

/// An entry about a person.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub kind: BookKind,
    pub membership: Id<id::Membership>,
    /// The training that it tells of.
    pub training: Option<Id<id::Training>>,
    /// The end of the record that it tells of.
    pub off_record: Option<Id<id::OffRecord>>,
    /// The entry that it corrects, and its number.
    pub corrects: Option<(Id<id::BookEntry>, i64)>,
}

/// Enters it in the book of the unit that leads the squad, bound to that journal entry.
///
/// # Errors
/// [`StorageError::Unique`] when the entry that it corrects has been corrected already, and those of the database.
pub fn enter(cx: &mut ActContext<'_>, entry: Entry, link: &Link) -> Result<(), StorageError> {
    let unit = cx.case.unit()?;
    let (corrects, corrected) = entry.corrects.unzip();
    let new = NewEntry {
        unit,
        kind: entry.kind,
        membership: Some(entry.membership),
        training: entry.training,
        off_record: entry.off_record,
        result: None,
        corrects,
    };
    let number = storage::record::book::enter(cx.db, &new, link, cx.now)?;
    cx.record(EnteredInBook { id: entry.membership, unit, number, corrects: corrected })?;
    Ok(())
}

/// Enters in that unit's book that a person is registered, bound to that journal entry (clauses 18 and 19).
///
/// # Errors
/// Those of the database.
pub fn enter_registration(
    cx: &mut ActContext<'_>,
    (unit, membership): (Id<id::Body>, Id<id::Membership>),
    link: &Link,
) -> Result<(), StorageError> {
    let new = NewEntry {
        unit,
        kind: BookKind::Registered,
        membership: Some(membership),
        training: None,
        off_record: None,
        result: None,
        corrects: None,
    };
    let number = storage::record::book::enter(cx.db, &new, link, cx.now)?;
    cx.record(RegisteredInBook { id: membership, unit, number })?;
    Ok(())
}

/// Enters the result of a duty in the section of results, bound to that journal entry; the entry that it corrects has that
/// number.
///
/// # Errors
/// [`StorageError::Unique`] when the entry that it corrects has been corrected already, and those of the database.
pub fn enter_result(
    cx: &mut ActContext<'_>,
    (plan, result): (Id<id::Plan>, Id<id::PlanResult>),
    corrects: Option<(Id<id::BookEntry>, i64)>,
    link: &Link,
) -> Result<(), StorageError> {
    let unit = cx.case.unit()?;
    let kind = if corrects.is_some() { BookKind::ResultCorrected } else { BookKind::Result };
    let (corrects, corrected) = corrects.unzip();
    let (membership, training, off_record, result) = (None, None, None, Some(result));
    let new = NewEntry { unit, kind, membership, training, off_record, result, corrects };
    let number = storage::record::book::enter(cx.db, &new, link, cx.now)?;
    cx.record(ResultEntered { id: plan, unit, number, corrects: corrected })?;
    Ok(())
}
