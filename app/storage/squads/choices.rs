//! The bodies that squads can be filtered by: those whose squads a reader may see, and those that lead them.

use crate::{
    domain::{
        body::BodyKind,
        id::{self, Id},
    },
    storage::{
        Db, Result, Scope,
        db::schema::{attachment, body, squad},
        offices::{body::Body, directory::Directory},
    },
};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl, dsl};

/// The akimats of whose squads these bodies see any: a look into an index for each akimat and body.
macro_rules! seen_by {
    ($column:ident, $bodies:expr) => {
        body::table
            .filter(body::kind.eq(BodyKind::Akimat))
            .filter(dsl::exists(
                squad::table
                    .filter(squad::akimat_id.eq(body::id))
                    .filter(squad::$column.eq_any($bodies.to_vec())),
            ))
            .select(body::id)
    };
}

/// The akimats whose squads a reader may see, by name: those of the scope and those whose squads its border bodies see.
pub fn akimats<'a>(db: &mut Db, directory: &'a Directory, scope: &Scope) -> Result<Vec<&'a Body>> {
    let mut found = scope.akimats.clone();
    found.extend(scope.councils.iter().filter_map(|council| directory.get(*council)?.parent));
    if !scope.territories.is_empty() {
        found.extend(seen_by!(territory_id, scope.territories).load::<Id<id::Body>>(db)?);
    }
    if !scope.units.is_empty() {
        found.extend(seen_by!(unit_id, scope.units).load::<Id<id::Body>>(db)?);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::db::plan;

    #[test]
    fn a_choice_of_akimats_looks_into_an_index_and_walks_no_squads() {
        let bodies = [Id::<id::Body>::new()];
        for plan in [plan::of(seen_by!(territory_id, bodies)), plan::of(seen_by!(unit_id, bodies))]
        {
            let is_looked_up = |step: &String| {
                step.starts_with("SEARCH squad") && step.contains("_id=? AND akimat_id=?")
            };
            assert!(plan.iter().any(is_looked_up), "{plan:#?}");
            assert!(!plan.iter().any(|step| step.contains("SCAN squad")), "{plan:#?}");
        }
    }
}
