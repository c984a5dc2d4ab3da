//! How units reach people: a unit's own copy, made sure of with the person; until then what the akimat typed is shown beside.

use crate::{
    domain::{
        contact::Contact,
        id::{self, Id},
        language::Language,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{contact, membership, off_record, particulars},
        record::person_link::{DEAD, living},
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, dsl, insert_into, update,
};

/// A contact, and whether the unit has made sure of it.
#[derive(Clone)]
pub struct Reach {
    pub person: Id<id::Person>,
    /// No record says that the person has died.
    pub is_living: bool,
    /// The unit's copy; else what the akimat typed.
    pub contact: Contact,
    /// Grows with each correction; 0: the unit has made sure of nothing yet.
    pub version: i32,
    pub confirmed_at: Option<Instant>,
    /// When a mail to the address did not arrive.
    pub refused_at: Option<Instant>,
}

impl Reach {
    /// The address that the person may be written to: made sure of, and not refused since. Nobody writes to the dead.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        let is_good = self.is_living && self.confirmed_at.is_some() && self.refused_at.is_none();
        self.contact.email.as_deref().filter(|_| is_good)
    }
}

type Words = (Option<String>, Option<String>, Option<String>, Option<Language>);

#[derive(Queryable)]
struct Row {
    person: Id<id::Person>,
    is_living: bool,
    typed: Words,
    own: Option<(Words, Instant, Option<Instant>, i32)>,
}

/// How the person of that record is reached.
pub fn of(db: &mut Db, id: Id<id::Membership>) -> Result<Option<Reach>> {
    let row: Option<Row> = membership::table
        .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
        .left_join(contact::table.on(contact::membership_id.eq(membership::id)))
        .filter(membership::id.eq(id))
        .select((
            membership::person_id,
            living!(),
            (particulars::email, particulars::phone, particulars::address, particulars::language),
            (
                (contact::email, contact::phone, contact::address, contact::language.nullable()),
                contact::confirmed_at,
                contact::refused_at,
                contact::version,
            )
                .nullable(),
        ))
        .first(db)
        .optional()?;
    let contact = |(email, phone, address, language): Words| Contact {
        email,
        phone,
        address,
        language: language.unwrap_or_default(),
    };
    Ok(row.map(|Row { person, is_living, typed, own }| match own {
        Some((own, confirmed_at, refused_at, version)) => Reach {
            person,
            is_living,
            contact: contact(own),
            version,
            confirmed_at: Some(confirmed_at),
            refused_at,
        },
        None => Reach {
            person,
            is_living,
            contact: contact(typed),
            version: 0,
            confirmed_at: None,
            refused_at: None,
        },
    }))
}

/// Keeps what the unit has made sure of; false when somebody else did in the meantime.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when two do it for the first time at once.
pub fn confirm(
    db: &mut Db,
    id: Id<id::Membership>,
    body: Id<id::Body>,
    new: &Contact,
    seen: i32,
    now: Instant,
) -> Result<bool> {
    let values = (
        contact::body_id.eq(body),
        contact::email.eq(&new.email),
        contact::phone.eq(&new.phone),
        contact::address.eq(&new.address),
        contact::language.eq(new.language),
        contact::confirmed_at.eq(now),
        contact::refused_at.eq(None::<Instant>),
        contact::version.eq(seen + 1),
    );
    let rows = if seen == 0 {
        insert_into(contact::table).values((contact::membership_id.eq(id), values)).execute(db)?
    } else {
        update(contact::table.find(id).filter(contact::version.eq(seen))).set(values).execute(db)?
    };
    Ok(rows == 1)
}

/// Notes that a mail to that address did not arrive, if the person is still written to there.
pub fn refuse(db: &mut Db, id: Id<id::Membership>, address: &str, now: Instant) -> Result<()> {
    update(contact::table.find(id).filter(contact::email.eq(address)))
        .set(contact::refused_at.eq(now))
        .execute(db)?;
    Ok(())
}
