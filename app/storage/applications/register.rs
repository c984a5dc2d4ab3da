//! That a register was asked about an applicant, and when it answered; what it said has no place here.

use crate::{
    domain::{
        id::{self, Id},
        member_list::Register,
        time::Instant,
    },
    each,
    storage::{Db, Result, db::schema::application_register as note},
};
use diesel::{ExpressionMethods, QueryDsl, Queryable, RunQueryDsl, delete, insert_into, update};

/// That a register was asked, and when it answered.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct RegisterNote {
    pub register: Register,
    pub asked_at: Instant,
    pub answered_at: Option<Instant>,
}

/// Notes that a register was asked, and, with `answered`, that it has answered.
pub fn note(
    db: &mut Db,
    application: Id<id::Application>,
    register: Register,
    answered: bool,
    now: Instant,
) -> Result<()> {
    let new =
        (note::application_id.eq(application), note::register.eq(register), note::asked_at.eq(now));
    each!(db, c => insert_into(note::table).values(new).on_conflict_do_nothing().execute(c))?;
    if answered {
        let open = note::table.find((application, register)).filter(note::answered_at.is_null());
        update(open).set(note::answered_at.eq(now)).execute(db)?;
    }
    Ok(())
}

/// The notes on an application.
pub fn of(db: &mut Db, application: Id<id::Application>) -> Result<Vec<RegisterNote>> {
    Ok(note::table
        .filter(note::application_id.eq(application))
        .select((note::register, note::asked_at, note::answered_at))
        .load(db)?)
}

/// Deletes the notes on an application: it is decided.
pub fn delete_of(db: &mut Db, application: Id<id::Application>) -> Result<()> {
    delete(note::table.filter(note::application_id.eq(application))).execute(db)?;
    Ok(())
}
