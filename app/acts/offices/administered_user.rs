//! A person as an administrator's acts find one: through the bodies that the administrator looks after.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        permissions::Case,
        time::Instant,
    },
    storage::{
        self, Db, Result, Scope,
        offices::{people::Person, user::User},
    },
};

/// The case of an act on a person: the body of a duty that is or was held there, an open one if there is one.
pub fn case(db: &mut Db, scope: &Scope, user: Id<id::User>) -> Result<Option<Case>> {
    let bodies = storage::offices::people::bodies(db, scope)?;
    let Some(person) = storage::offices::people::find(db, &bodies, user)? else { return Ok(None) };
    for body in person.duties.iter().map(|duty| duty.body).chain(scope.administered.iter().copied())
    {
        if let Some((_, case)) = storage::offices::body::find(db, scope, body)?
            .filter(|(found, _)| found.closed_at.is_none())
        {
            return Ok(Some(case));
        }
    }
    Ok(None)
}

/// The person, found through what one body administers.
pub fn find(
    db: &mut Db,
    administration: Option<Id<id::Body>>,
    user: Id<id::User>,
) -> Result<Option<(Person, Vec<Id<id::Body>>)>> {
    let scope = Scope { administered: administration.into_iter().collect(), ..Scope::default() };
    let bodies = storage::offices::people::bodies(db, &scope)?;
    Ok(storage::offices::people::find(db, &bodies, user)?.map(|person| (person, bodies)))
}

/// Whether the account is this administration's alone: no duty is held, or will be, where it does not reach.
pub fn is_ours(
    db: &mut Db,
    administration: Option<Id<id::Body>>,
    user: Id<id::User>,
    now: Instant,
) -> Result<bool> {
    match find(db, administration, user)? {
        Some((_, bodies)) => storage::offices::people::is_all_within(db, &bodies, user, now),
        None => Ok(false),
    }
}

/// Whether the person holds a duty in what one body administers, or the account is its alone.
pub fn is_held(
    db: &mut Db,
    administration: Option<Id<id::Body>>,
    user: Id<id::User>,
    now: Instant,
) -> Result<bool> {
    let Some((person, bodies)) = find(db, administration, user)? else { return Ok(false) };
    Ok(person.is_held(now) || storage::offices::people::is_all_within(db, &bodies, user, now)?)
}

/// The person of that address whom one body's administration has already.
pub fn addressed(
    db: &mut Db,
    administration: Option<Id<id::Body>>,
    address: &str,
    now: Instant,
) -> Result<Option<User>> {
    let scope = Scope { administered: administration.into_iter().collect(), ..Scope::default() };
    let bodies = storage::offices::people::bodies(db, &scope)?;
    storage::offices::people::addressed(db, &bodies, address, now)
}

/// The duty and body under which a person of ours is written to.
#[must_use]
pub fn concerns(person: &Person, now: Instant) -> Option<(DutyKind, Id<id::Body>)> {
    let open =
        person.duties.iter().find(|duty| duty.is_open(now)).or_else(|| person.duties.first());
    open.map(|duty| (duty.kind, duty.body))
}
