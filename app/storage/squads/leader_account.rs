//! Accounts of squad leaders: bound to a membership, with no duty of their own (clause 7).

use crate::{
    domain::{
        id::{self, Id},
        language::Language,
        leadership::LeadershipState,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{leader_account, leadership, users},
        offices::user,
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, insert_into, update,
};

/// The account of a leader, as the unit sees it.
#[derive(Clone, Debug, Queryable)]
pub struct LeaderAccount {
    pub user: Id<id::User>,
    pub login: String,
    pub invited_at: Instant,
    password_hash: Option<String>,
}

impl LeaderAccount {
    /// Whether the leader has set a password.
    #[must_use]
    pub const fn is_in_use(&self) -> bool {
        self.password_hash.is_some()
    }
}

/// Adds the account of that person, without a password.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the person has one, or the login is taken.
pub fn insert(
    db: &mut Db,
    membership: Id<id::Membership>,
    (login, name, language): (&str, &str, Language),
    now: Instant,
) -> Result<Id<id::User>> {
    let id = Id::new();
    user::insert(db, id, &id.to_string(), name, language, now)?;
    update(users::table.find(id)).set(users::login.eq(login)).execute(db)?;
    insert_into(leader_account::table)
        .values((
            leader_account::user_id.eq(id),
            leader_account::membership_id.eq(membership),
            leader_account::invited_at.eq(now),
        ))
        .execute(db)?;
    Ok(id)
}

/// Notes that the leader was invited once more.
pub fn invite(db: &mut Db, user: Id<id::User>, now: Instant) -> Result<()> {
    update(leader_account::table.find(user)).set(leader_account::invited_at.eq(now)).execute(db)?;
    Ok(())
}

/// The account of that person, if the person has one.
pub fn of_membership(db: &mut Db, id: Id<id::Membership>) -> Result<Option<LeaderAccount>> {
    Ok(leader_account::table
        .inner_join(users::table.on(users::id.eq(leader_account::user_id)))
        .filter(leader_account::membership_id.eq(id))
        .select((
            users::id,
            users::login.assume_not_null(),
            leader_account::invited_at,
            users::password_hash,
        ))
        .first(db)
        .optional()?)
}

/// The account of the person who leads the squad, if that person does; the leader may have none yet.
pub fn of_leader(
    db: &mut Db,
    squad: Id<id::Squad>,
    id: Id<id::Membership>,
) -> Result<Option<Option<LeaderAccount>>> {
    type Row = (Option<Id<id::User>>, Option<String>, Option<Instant>, Option<String>);
    let row: Option<Row> = leadership::table
        .left_join(
            leader_account::table.on(leader_account::membership_id.eq(leadership::membership_id)),
        )
        .left_join(users::table.on(users::id.nullable().eq(leader_account::user_id.nullable())))
        .filter(leadership::squad_id.eq(squad))
        .filter(leadership::membership_id.eq(id))
        .filter(leadership::state.eq(LeadershipState::InOffice))
        .select((
            users::id.nullable(),
            users::login.nullable(),
            leader_account::invited_at.nullable(),
            users::password_hash.nullable(),
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(user, login, invited_at, password_hash)| {
        let (user, (login, invited_at)) = user.zip(login.zip(invited_at))?;
        Some(LeaderAccount { user, login, invited_at, password_hash })
    }))
}

/// Login and name of everybody who has such an account.
pub fn logins(db: &mut Db) -> Result<Vec<(String, String)>> {
    Ok(users::table
        .filter(users::login.is_not_null())
        .order(users::created_at)
        .select((users::login.assume_not_null(), users::name))
        .load(db)?)
}

/// The squad that a user leads now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct Led {
    pub leadership: Id<id::Leadership>,
    pub squad: Id<id::Squad>,
    pub membership: Id<id::Membership>,
}

/// The squad that a user leads, by the leadership that is open; none once the term has ended.
pub fn led_by(db: &mut Db, user: Id<id::User>) -> Result<Option<Led>> {
    Ok(leader_account::table
        .inner_join(
            leadership::table.on(leadership::membership_id.eq(leader_account::membership_id)),
        )
        .filter(leader_account::user_id.eq(user))
        .filter(leadership::state.eq(LeadershipState::InOffice))
        .select((leadership::id, leadership::squad_id, leadership::membership_id))
        .first(db)
        .optional()?)
}
