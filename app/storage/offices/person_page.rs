//! A person as the own page shows one: the duties in the administered bodies, and whether there are others.

use super::{
    duty::{self, Duty},
    people::Person,
    user::User,
};
use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{Db, Result, db::schema::users},
};
use diesel::{OptionalExtension, QueryDsl, RunQueryDsl};

/// A person, and whether every duty that is held or will be lies within the administered bodies.
pub struct PersonPage {
    pub person: Person,
    pub is_ours: bool,
}

/// The person, if a duty of theirs is or was held in these bodies; with the duties held there and no others.
pub fn read(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    id: Id<id::User>,
    now: Instant,
) -> Result<Option<PersonPage>> {
    let Some(user) = users::table.find(id).first::<User>(db).optional()? else { return Ok(None) };
    let (duties, elsewhere): (Vec<Duty>, Vec<Duty>) =
        duty::of_users(db, &[id])?.into_iter().partition(|held| bodies.contains(&held.body));
    let is_ours = !elsewhere.iter().any(|held| held.is_open(now));
    Ok((!duties.is_empty()).then_some(PersonPage { person: Person { user, duties }, is_ours }))
}
