//! The akimats that the page of all lists offers for a choice.

use crate::{
    domain::{
        id::{self, Id},
        kazakh,
        squad::SquadState,
    },
    storage::{
        Db, Result, Scope,
        db::schema::{attachment, squad},
        offices::{body::Body, directory::Directory},
    },
};
use diesel::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

/// The akimats of a scope and those whose squads its subdivisions vet, by name.
pub fn akimats<'d>(db: &mut Db, directory: &'d Directory, scope: &Scope) -> Result<Vec<&'d Body>> {
    let mut ids = scope.akimats.clone();
    let units = directory.units_of(scope);
    if !units.is_empty() {
        let led = attachment::table
            .inner_join(squad::table.on(squad::id.eq(attachment::squad_id)))
            .filter(attachment::unit_id.eq_any(units))
            .filter(attachment::to_at.is_null())
            .filter(squad::state.eq(SquadState::Created))
            .select(squad::akimat_id)
            .distinct();
        ids.extend(led.load::<Id<id::Body>>(db)?);
    }
    let mut akimats = directory.all(&ids);
    akimats.sort_by_cached_key(|body| kazakh::sort_key(&body.name.kk));
    Ok(akimats)
}
