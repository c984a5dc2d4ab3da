//! Mails to people: each belongs to one record of its reader.

use crate::{
    domain::{
        delivery::MailFault,
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{outbox, person_mail},
    },
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, insert_into, update};

/// Notes the record that a mail belongs to.
pub fn insert(db: &mut Db, mail: Id<id::Mail>, membership: Id<id::Membership>) -> Result<()> {
    insert_into(person_mail::table)
        .values((person_mail::outbox_id.eq(mail), person_mail::membership_id.eq(membership)))
        .execute(db)?;
    Ok(())
}

/// The record that a mail belongs to, if it is to a person.
pub fn membership(db: &mut Db, mail: Id<id::Mail>) -> Result<Option<Id<id::Membership>>> {
    Ok(person_mail::table.find(mail).select(person_mail::membership_id).first(db).optional()?)
}

/// The mails to the person of a record that wait to be sent.
macro_rules! waiting {
    () => {
        outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::failed_at.is_null())
    };
}

/// The marks of a mail that is stopped.
macro_rules! stopped {
    ($fault:expr, $now:expr) => {
        (
            outbox::failed_at.eq($now),
            outbox::fault.eq($fault),
            outbox::secret_sealed.eq(None::<Vec<u8>>),
            outbox::fence.eq(outbox::fence + 1),
        )
    };
}

/// Stops what waits to be sent to a person, whichever record it belongs to. A worker that has it in hand has lost it.
pub fn stop(db: &mut Db, person: Id<id::Person>, now: Instant) -> Result<()> {
    let of_person = waiting!().filter(outbox::person_id.eq(person));
    update(of_person).set(stopped!(MailFault::WorkDone, now)).execute(db)?;
    Ok(())
}

/// Stops the mails that wait to be sent about one record, because their address is not the person's, and gives them.
pub fn stop_of(
    db: &mut Db,
    membership: Id<id::Membership>,
    now: Instant,
) -> Result<Vec<Id<id::Mail>>> {
    let own = person_mail::table.filter(person_mail::membership_id.eq(membership));
    let own: Vec<Id<id::Mail>> = own.select(person_mail::outbox_id).load(db)?;
    let mails: Vec<Id<id::Mail>> =
        waiting!().filter(outbox::id.eq_any(own)).select(outbox::id).load(db)?;
    let of_record = outbox::table.filter(outbox::id.eq_any(mails.clone()));
    update(of_record).set(stopped!(MailFault::AddressMarked, now)).execute(db)?;
    Ok(mails)
}
