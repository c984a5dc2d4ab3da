//! The bodies that squads can be filtered by: those whose squads a reader may see, and those that lead them.

use crate::{
    domain::{
        id::{self, Id},
        squad::SquadState,
    },
    storage::{
        Db, Result, Scope,
        db::schema::{attachment, squad},
        offices::{body::Body, directory::Directory},
    },
};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

/// The akimats whose squads a reader may see, by name: those of the scope and those whose squads its units lead.
pub fn akimats<'a>(db: &mut Db, directory: &'a Directory, scope: &Scope) -> Result<Vec<&'a Body>> {
    let mut found = scope.akimats.clone();
    found.extend(scope.councils.iter().filter_map(|council| directory.get(*council)?.parent));
    let units = directory.units_of(scope);
    if !units.is_empty() {
        let led = attachment::table
            .inner_join(squad::table.on(squad::id.eq(attachment::squad_id)))
            .filter(attachment::unit_id.eq_any(units))
            .filter(attachment::to_at.is_null())
            .filter(squad::state.eq(SquadState::Created));
        found.extend(led.select(squad::akimat_id).distinct().load::<Id<id::Body>>(db)?);
    }
    Ok(directory.by_name(&found))
}

/// The structural units that lead squads which a reader may see, by name.
pub fn units<'a>(db: &mut Db, directory: &'a Directory, scope: &Scope) -> Result<Vec<&'a Body>> {
    let mut found = directory.units_of(scope);
    if !scope.akimats.is_empty() || !scope.councils.is_empty() {
        let leading = attachment::table
            .inner_join(squad::table.on(squad::id.eq(attachment::squad_id)))
            .filter(
                squad::akimat_id
                    .eq_any(scope.akimats.clone())
                    .or(squad::council_id.eq_any(scope.councils.clone())),
            )
            .filter(attachment::to_at.is_null());
        found.extend(leading.select(attachment::unit_id).distinct().load::<Id<id::Body>>(db)?);
    }
    Ok(directory.by_name(&found))
}
