//! Users, and who holds a duty now.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        language::Language,
        permissions::Holding,
        theme::Theme,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            for_update,
            schema::{duty, users},
        },
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable,
    RunQueryDsl, insert_into, update,
};

/// A user.
#[derive(Clone, Queryable)]
pub struct User {
    pub id: Id<id::User>,
    /// The address that the account is signed in to by.
    pub email: String,
    pub name: String,
    pub language: Language,
    pub password_hash: Option<String>,
    pub failed_sign_ins: i32,
    pub blocked_until: Option<Instant>,
    pub disabled_at: Option<Instant>,
    pub created_at: Instant,
    /// When somebody has shown to read the account's mail.
    pub proven_at: Option<Instant>,
    /// Whether information mails come together, once a morning.
    pub digest: bool,
    /// When the last such mail was made.
    pub digested_at: Option<Instant>,
    pub theme: Theme,
    /// The address of an account in other hands, to whose owner this is an offer.
    pub offered_to: Option<String>,
    /// The account whose owner has accepted the offer.
    pub accepted_by: Option<Id<id::User>>,
    /// A squad leader signs in by it; such an account holds no duty and has no email.
    pub login: Option<String>,
}

impl User {
    /// Where the user is written to.
    #[must_use]
    pub fn address(&self) -> &str {
        self.offered_to.as_deref().unwrap_or(&self.email)
    }
}

/// Adds a user without a password.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the address is taken.
pub fn insert(
    db: &mut Db,
    id: Id<id::User>,
    email: &str,
    name: &str,
    language: Language,
    now: Instant,
) -> Result<()> {
    insert_into(users::table)
        .values((
            users::id.eq(id),
            users::email.eq(email.to_lowercase()),
            users::name.eq(name),
            users::language.eq(language),
            users::created_at.eq(now),
            users::failed_sign_ins.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

/// The user of that address, in any case of letters.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<User>> {
    Ok(users::table.filter(users::email.eq(email.to_lowercase())).first(db).optional()?)
}

/// The leader of that login.
pub fn by_login(db: &mut Db, login: &str) -> Result<Option<User>> {
    Ok(users::table.filter(users::login.eq(login)).first(db).optional()?)
}

/// The user of that id.
pub fn get(db: &mut Db, id: Id<id::User>) -> Result<User> {
    Ok(users::table.find(id).first(db)?)
}

/// All accounts, by address.
pub fn all(db: &mut Db) -> Result<Vec<User>> {
    Ok(users::table
        .filter(users::offered_to.is_null())
        .filter(users::login.is_null())
        .order(users::email)
        .load(db)?)
}

/// Counts a sign-in that failed, and blocks further ones until then.
pub fn note_failure(db: &mut Db, id: Id<id::User>, blocked_until: Option<Instant>) -> Result<()> {
    update(users::table.find(id))
        .set((
            users::failed_sign_ins.eq(users::failed_sign_ins + 1),
            users::blocked_until.eq(blocked_until),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets the sign-ins that failed.
pub fn note_success(db: &mut Db, id: Id<id::User>) -> Result<()> {
    update(users::table.find(id))
        .set((users::failed_sign_ins.eq(0), users::blocked_until.eq(None::<Instant>)))
        .execute(db)?;
    Ok(())
}

/// Notes that whoever has the password reads the account's mail.
pub fn prove(db: &mut Db, id: Id<id::User>, now: Instant) -> Result<()> {
    update(users::table.find(id)).set(users::proven_at.eq(now)).execute(db)?;
    Ok(())
}

/// The user as it stands, held until the transaction ends.
pub fn hold(db: &mut Db, id: Id<id::User>) -> Result<User> {
    Ok(for_update(users::table.find(id)).get_result(db)?)
}

/// Sets the language of screens and mails.
pub fn set_language(db: &mut Db, id: Id<id::User>, language: Language) -> Result<()> {
    update(users::table.find(id)).set(users::language.eq(language)).execute(db)?;
    Ok(())
}

/// Sets how pages look.
pub fn set_theme(db: &mut Db, id: Id<id::User>, theme: Theme) -> Result<()> {
    update(users::table.find(id)).set(users::theme.eq(theme)).execute(db)?;
    Ok(())
}

/// The duties that a user holds at that moment.
pub fn holdings(db: &mut Db, user: Id<id::User>, now: Instant) -> Result<Vec<Holding>> {
    let rows: Vec<(Id<id::Duty>, DutyKind, Id<id::Body>, bool)> = duty::table
        .filter(duty::user_id.eq(user))
        .filter(duty::from_at.le(now).and(duty::to_at.is_null().or(duty::to_at.gt(now))))
        .order(duty::from_at)
        .select((duty::id, duty::kind, duty::body_id, duty::confirmed_at.is_not_null()))
        .load(db)?;
    let held = |(duty, kind, body, is_confirmed)| Holding { duty, kind, body, is_confirmed };
    Ok(rows.into_iter().map(held).collect())
}

/// The users who hold a duty in a body at that moment and have not been disabled.
pub fn holders(db: &mut Db, body: Id<id::Body>, kind: DutyKind, now: Instant) -> Result<Vec<User>> {
    let mut found: Vec<User> = duty::table
        .inner_join(users::table.on(users::id.eq(duty::user_id)))
        .filter(duty::body_id.eq(body))
        .filter(duty::kind.eq(kind))
        .filter(duty::from_at.le(now).and(duty::to_at.is_null().or(duty::to_at.gt(now))))
        .filter(users::disabled_at.is_null())
        .order(users::id)
        .select(users::all_columns)
        .load(db)?;
    found.dedup_by_key(|user| user.id);
    Ok(found)
}

/// The duties of a user who is not shut out.
pub fn holdings_in_force(db: &mut Db, user: Id<id::User>, now: Instant) -> Result<Vec<Holding>> {
    if get(db, user)?.disabled_at.is_some() {
        return Ok(Vec::new());
    }
    holdings(db, user, now)
}

/// Everybody who holds or held one of these duties in these bodies, by name.
pub fn of_bodies(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    kinds: &[DutyKind],
) -> Result<Vec<(Id<id::User>, String)>> {
    let mut found: Vec<(Id<id::User>, String)> = duty::table
        .inner_join(users::table.on(users::id.eq(duty::user_id)))
        .filter(duty::body_id.eq_any(bodies.to_vec()))
        .filter(duty::kind.eq_any(kinds.to_vec()))
        .order((users::name, users::id))
        .select((users::id, users::name))
        .load(db)?;
    found.dedup();
    Ok(found)
}

/// The names of these users.
pub fn names(db: &mut Db, ids: &[Id<id::User>]) -> Result<Vec<(Id<id::User>, String)>> {
    Ok(users::table
        .filter(users::id.eq_any(ids.to_vec()))
        .select((users::id, users::name))
        .load(db)?)
}
