//! Compare-and-set of a state: by version, so that of two who act on the same thing the first wins.

use crate::{
    domain::state::{At, ThingState},
    storage::{Db, Result},
};

/// A state that a table keeps for each of its rows.
pub trait Stated: ThingState {
    /// Moves one thing on; false when it is no longer in that version and state.
    fn transition(db: &mut Db, at: &At<Self>, to: Self) -> Result<bool>;
}

/// Keeps a state in the columns `state` and `version` of a table.
macro_rules! stated {
    ($state:ident in $table:ident) => {
        impl $crate::storage::db::transition::Stated for $state {
            fn transition(
                db: &mut $crate::storage::Db,
                at: &$crate::domain::state::At<Self>,
                to: Self,
            ) -> $crate::storage::Result<bool> {
                use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
                let row = $table::table
                    .find(at.id)
                    .filter($table::version.eq(at.version))
                    .filter($table::state.eq(at.state));
                let moved = ($table::state.eq(to), $table::version.eq(at.version + 1));
                Ok(diesel::update(row).set(moved).execute(db)? == 1)
            }
        }
    };
}
pub(in crate::storage) use stated;
