//! Compare-and-set of a state: by version, so that of two who act on the same thing the first wins.

use super::schema::{body, leadership, list_entry, member_list, membership, squad};
use crate::{
    domain::{body::BodyState, id::Id, workflow::State},
    storage::{Db, Result},
};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, update};

/// Moves one thing on; false when it is no longer in that version and state.
pub fn transition(db: &mut Db, id: Id, version: i32, from: State, to: State) -> Result<bool> {
    macro_rules! step {
        ($table:ident, $from:expr, $to:expr) => {
            update($table::table.find(id).filter($table::version.eq(version)).filter($table::state.eq($from)))
                .set(($table::state.eq($to), $table::version.eq(version + 1)))
                .execute(db)?
        };
    }
    let rows = match (from, to) {
        (State::Squad(from), State::Squad(to)) => step!(squad, from, to),
        (State::List(from), State::List(to)) => step!(member_list, from, to),
        (State::Entry(from), State::Entry(to)) => step!(list_entry, from, to),
        (State::Membership(from), State::Membership(to)) => step!(membership, from, to),
        (State::Leadership(from), State::Leadership(to)) => step!(leadership, from, to),
        // A body is closed by what names its successor; here it only changes hands once.
        (State::Body(BodyState::Open), State::Body(_)) => {
            let open = body::table.find(id).filter(body::version.eq(version)).filter(body::valid_to.is_null());
            crate::storage::offices::directory::note_change(db)?;
            update(open).set(body::version.eq(version + 1)).execute(db)?
        }
        _ => 0,
    };
    Ok(rows == 1)
}
