//! Serials of references.

use super::schema::counter;
use crate::{
    each,
    storage::{Db, Result},
};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, insert_into, update};

/// The next serial of that name, from 1.
pub(in crate::storage) fn next(db: &mut Db, name: &str) -> Result<i64> {
    each!(db, c => insert_into(counter::table).values((counter::name.eq(name), counter::value.eq(0_i64))).on_conflict_do_nothing().execute(c))?;
    let value = update(counter::table.find(name))
        .set(counter::value.eq(counter::value + 1))
        .returning(counter::value)
        .get_result(db)?;
    Ok(value)
}
