//! The people whom a history names, and for whom they stood in: one statement.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{duty, users},
    },
};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, RunQueryDsl};

diesel::alias! {
    const REPRESENTED: Alias<Represented> = users as represented;
}

/// A duty that was held for somebody else, and that person's name.
type Deputyship = (DutyKind, Id<id::Body>, Instant, Option<Instant>, Option<String>);

/// Names of users, and the duties that they held as deputies.
#[derive(Debug, Default)]
pub struct Officers(Vec<(Id<id::User>, String, Option<Deputyship>)>);

/// Reads what is known of these users.
pub fn read(db: &mut Db, users: &[Id<id::User>]) -> Result<Officers> {
    if users.is_empty() {
        return Ok(Officers::default());
    }
    let as_deputy = duty::user_id.eq(users::id).and(duty::deputy_for.is_not_null());
    let rows = users::table
        .left_join(duty::table.on(as_deputy))
        .left_join(REPRESENTED.on(REPRESENTED.field(users::id).nullable().eq(duty::deputy_for)))
        .filter(users::id.eq_any(users.to_vec()))
        .order((users::id, duty::from_at, duty::id))
        .select((
            users::id,
            users::name,
            (duty::kind, duty::body_id, duty::from_at, duty::to_at, REPRESENTED.field(users::name).nullable()).nullable(),
        ))
        .load(db)?;
    Ok(Officers(rows))
}

impl Officers {
    /// The name of a user.
    #[must_use]
    pub fn name(&self, user: Id<id::User>) -> Option<&str> {
        self.0.iter().find(|(id, ..)| *id == user).map(|(_, name, _)| name.as_str())
    }

    /// The name of whom a user stood in for at that moment, in that duty of that body.
    #[must_use]
    pub fn represented(&self, user: Id<id::User>, kind: DutyKind, body: Id<id::Body>, at: Instant) -> Option<&str> {
        let held = self.0.iter().filter(|(id, ..)| *id == user).filter_map(|(.., held)| held.as_ref());
        let then = |(of, in_body, from, to, _): &&Deputyship| *of == kind && *in_body == body && *from <= at && to.is_none_or(|to| to > at);
        held.filter(|held| then(held)).find_map(|(.., name)| name.as_deref())
    }
}
