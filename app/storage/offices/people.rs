//! The people whom an administrator looks after: whoever holds or held a duty in the administered bodies.

use super::{
    duty::{self, Duty},
    offer,
    user::{self, User},
};
use crate::{
    domain::{
        account::AccountState,
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result, Scope,
        db::schema::{duty as duty_table, users},
    },
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

/// A person with the duties that the reader may see.
#[derive(Clone)]
pub struct Person {
    pub user: User,
    pub duties: Vec<Duty>,
}

impl Person {
    /// Whether one of the duties that the reader may see is not over yet.
    #[must_use]
    pub fn is_held(&self, now: Instant) -> bool {
        self.duties.iter().any(|duty| duty.is_open(now))
    }

    /// Whether the account can be signed in to.
    #[must_use]
    pub const fn state(&self) -> AccountState {
        match (&self.user.disabled_at, &self.user.password_hash) {
            (Some(_), _) => AccountState::Disabled,
            (None, None) => AccountState::Invited,
            (None, Some(_)) => AccountState::Active,
        }
    }
}

/// Ids of the bodies that a scope administers, closed ones too.
pub fn bodies(db: &mut Db, scope: &Scope) -> Result<Vec<Id<id::Body>>> {
    Ok(crate::storage::offices::body::administered(db, scope)?.iter().map(|body| body.id).collect())
}

/// One page of people with a duty in these bodies, the newest accounts first; one more than `limit` tells that there are more.
pub fn page(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    before: Option<Id<id::User>>,
    limit: i64,
) -> Result<Vec<Person>> {
    let holders = duty_table::table
        .filter(duty_table::body_id.eq_any(bodies.to_vec()))
        .select(duty_table::user_id);
    let mut query = users::table
        .filter(users::id.eq_any(holders))
        .order(users::id.desc())
        .limit(limit + 1)
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(users::id.lt(before));
    }
    let found: Vec<User> = query.load(db)?;
    let mut duties = duty::of_users(db, &found.iter().map(|user| user.id).collect::<Vec<_>>())?;
    duties.retain(|held| bodies.contains(&held.body));
    Ok(found
        .into_iter()
        .map(|user| Person {
            duties: duties.iter().filter(|held| held.user == user.id).cloned().collect(),
            user,
        })
        .collect())
}

/// The person, if a duty of theirs is or was held in these bodies; with the duties held there and no others.
pub fn find(db: &mut Db, bodies: &[Id<id::Body>], id: Id<id::User>) -> Result<Option<Person>> {
    let Some(user) = users::table.find(id).first::<User>(db).optional()? else { return Ok(None) };
    let mut duties = duty::of_users(db, &[id])?;
    duties.retain(|held| bodies.contains(&held.body));
    Ok((!duties.is_empty()).then_some(Person { user, duties }))
}

/// The person of that address whom these bodies have already: an account that holds a duty there, or none anywhere else; or an
/// offer of theirs to it.
pub fn addressed(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    address: &str,
    now: Instant,
) -> Result<Option<User>> {
    if let Some(account) = user::by_email(db, address)?
        && let Some(person) = find(db, bodies, account.id)?
        && (person.is_held(now) || is_all_within(db, bodies, account.id, now)?)
    {
        return Ok(Some(account));
    }
    for offer in offer::to_address(db, address)? {
        if find(db, bodies, offer.id)?.is_some() {
            return Ok(Some(offer));
        }
    }
    Ok(None)
}

/// Whether every duty that a user holds or will hold is held in these bodies.
pub fn is_all_within(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    id: Id<id::User>,
    now: Instant,
) -> Result<bool> {
    Ok(duty::of_users(db, &[id])?
        .iter()
        .filter(|held| held.is_open(now))
        .all(|held| bodies.contains(&held.body)))
}
