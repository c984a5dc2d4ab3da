//! Signed-in sessions. Only the SHA-256 of the token is stored.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        permissions::Holding,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{duty, generation, session, users},
        mail::mail_server,
        offices::{generation as body_generation, user::User},
    },
};
use chrono::TimeDelta;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete, insert_into, update,
};

/// A session that nobody uses ends after this time.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends after this time in any case.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// The telephone of a squad leader stays signed in for this time without use, and for that time in any case.
pub const LEADER_IDLE: TimeDelta = TimeDelta::days(14);
pub const LEADER_ABSOLUTE: TimeDelta = TimeDelta::days(90);
/// How long it is known of a session that it ended by time; its last form is kept as long.
pub const KNOWN: TimeDelta = TimeDelta::hours(1);

/// The sessions that go on at that moment: those of offices, and those of leaders.
#[diesel::dsl::auto_type(no_type_alias)]
pub(in crate::storage) fn goes_on(now: Instant) -> _ {
    let seen: Instant = now - IDLE;
    let begun: Instant = now - ABSOLUTE;
    let leader_seen: Instant = now - LEADER_IDLE;
    let leader_begun: Instant = now - LEADER_ABSOLUTE;
    let of_office = session::is_leaders
        .eq(false)
        .and(session::seen_at.gt(seen))
        .and(session::created_at.gt(begun));
    let of_leader = session::is_leaders
        .eq(true)
        .and(session::seen_at.gt(leader_seen))
        .and(session::created_at.gt(leader_begun));
    of_office.or(of_leader)
}

/// A session as its owner sees it.
#[derive(Clone, Debug, Queryable)]
pub struct Session {
    pub token_hash: Vec<u8>,
    /// Browser and system in two words.
    pub device: String,
    pub began_at: Instant,
    pub seen_at: Instant,
}

/// Adds a session.
pub fn insert(
    db: &mut Db,
    token_hash: &[u8],
    user: &User,
    form_token: &str,
    device: &str,
    now: Instant,
) -> Result<()> {
    let is_leaders = user.login.is_some();
    // One telephone at a time.
    if is_leaders {
        end_all(db, user.id)?;
    }
    insert_into(session::table)
        .values((
            session::token_hash.eq(token_hash),
            session::user_id.eq(user.id),
            session::is_leaders.eq(is_leaders),
            session::form_token.eq(form_token),
            session::created_at.eq(now),
            session::seen_at.eq(now),
            session::device.eq(device),
        ))
        .execute(db)?;
    Ok(())
}

/// What the first statement of a request finds out.
pub struct SignedIn {
    pub user: User,
    pub form_token: String,
    pub seen_at: Instant,
    /// The duties that the user holds now, the oldest first.
    pub holdings: Vec<Holding>,
    /// The number of the bodies in memory ([`crate::storage::offices::directory`]).
    pub generation: i64,
    /// Since when mail waits that should have left.
    pub mail_waits_since: Option<Instant>,
}

/// Whose live session it is, with all that every page needs: one statement.
pub fn find(db: &mut Db, token_hash: &[u8], now: Instant) -> Result<Option<SignedIn>> {
    type Held = (Id<id::Duty>, DutyKind, Id<id::Body>, Option<Instant>);
    type Found =
        (User, String, Instant, Option<Held>, Option<i64>, Option<Instant>, Option<Instant>);
    let is_held = duty::from_at.le(now).and(duty::to_at.is_null().or(duty::to_at.gt(now)));
    let rows: Vec<Found> = session::table
        .inner_join(users::table.on(users::id.eq(session::user_id)))
        .left_join(duty::table.on(duty::user_id.eq(users::id).and(is_held)))
        .filter(session::token_hash.eq(token_hash))
        .filter(goes_on(now))
        .filter(users::disabled_at.is_null())
        .order((duty::from_at, duty::id))
        .select((
            users::all_columns,
            session::form_token,
            session::seen_at,
            (duty::id, duty::kind, duty::body_id, duty::confirmed_at).nullable(),
            generation::table
                .find(body_generation::BODIES)
                .select(generation::value)
                .single_value(),
            mail_server::oldest_waiting(),
            mail_server::away_since(),
        ))
        .load(db)?;
    let Some((user, form_token, seen_at, _, number, oldest, away)) = rows.first().cloned() else {
        return Ok(None);
    };
    let holdings = rows
        .into_iter()
        .filter_map(|row| row.3)
        .map(|(duty, kind, body, confirmed_at)| Holding {
            duty,
            kind,
            body,
            is_confirmed: confirmed_at.is_some(),
        })
        .collect();
    let mail_waits_since = oldest.and_then(|due_at| mail_server::waits_since(due_at, away, now));
    Ok(Some(SignedIn {
        user,
        form_token,
        seen_at,
        holdings,
        generation: number.unwrap_or_default(),
        mail_waits_since,
    }))
}

/// The form token of a session that goes on, or has ended by time and is still known.
pub fn known(db: &mut Db, token_hash: &[u8], now: Instant) -> Result<Option<String>> {
    Ok(session::table
        .inner_join(users::table.on(users::id.eq(session::user_id)))
        .filter(session::token_hash.eq(token_hash))
        .filter(goes_on(now - KNOWN))
        .filter(users::disabled_at.is_null())
        .select(session::form_token)
        .first(db)
        .optional()?)
}

/// Notes that the session is in use.
pub fn touch(db: &mut Db, token_hash: &[u8], now: Instant) -> Result<()> {
    update(session::table.find(token_hash)).set(session::seen_at.eq(now)).execute(db)?;
    Ok(())
}

/// Ends one session.
pub fn end(db: &mut Db, token_hash: &[u8]) -> Result<()> {
    delete(session::table.find(token_hash)).execute(db)?;
    Ok(())
}

/// Ends every session of a user.
pub fn end_all(db: &mut Db, user: Id<id::User>) -> Result<()> {
    delete(session::table.filter(session::user_id.eq(user))).execute(db)?;
    Ok(())
}

/// Ends every session of a user but this one.
pub fn end_others(db: &mut Db, user: Id<id::User>, this: &[u8]) -> Result<()> {
    delete(session::table.filter(session::user_id.eq(user)).filter(session::token_hash.ne(this)))
        .execute(db)?;
    Ok(())
}

/// Ends one session of that user; false when there is none.
pub fn end_of(db: &mut Db, user: Id<id::User>, token_hash: &[u8]) -> Result<bool> {
    Ok(delete(session::table.find(token_hash).filter(session::user_id.eq(user))).execute(db)? == 1)
}

/// The live sessions of a user, the latest used first.
pub fn of_user(db: &mut Db, user: Id<id::User>, now: Instant) -> Result<Vec<Session>> {
    Ok(session::table
        .filter(session::user_id.eq(user))
        .filter(goes_on(now))
        .order(session::seen_at.desc())
        .select((session::token_hash, session::device, session::created_at, session::seen_at))
        .load(db)?)
}
