//! Squads, each with the structural unit that leads it now.

use crate::{
    domain::{
        handoff::CaseKind,
        id::{self, Id},
        kazakh,
        language::Named,
        permissions::{Anchor, Case, Parties},
        squad::{Post, SquadState},
        time::Instant,
        workflow::State,
    },
    storage::{
        Db, Result, Scope, StorageError,
        db::{
            counter, for_update,
            schema::{attachment, body, leadership, squad},
            scope::Viewer,
            union::union,
        },
        name_index,
    },
};
use chrono::Datelike;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, RunQueryDsl, dsl, insert_into, update,
};

diesel::alias! {
    const AKIMAT: Alias<Akimat> = body as akimat;
    const UNIT: Alias<Unit> = body as unit;
}

/// Squads, each with the unit that leads it now and the names of unit and akimat.
macro_rules! squads {
    () => {
        squad::table
            .inner_join(
                attachment::table
                    .on(attachment::squad_id.eq(squad::id).and(attachment::to_at.is_null())),
            )
            .inner_join(UNIT.on(UNIT.field(body::id).eq(attachment::unit_id)))
            .inner_join(AKIMAT.on(AKIMAT.field(body::id).eq(squad::akimat_id)))
            .select((
                (
                    squad::id,
                    squad::reference,
                    squad::name_kk,
                    squad::name_ru,
                    squad::area,
                    squad::state,
                    squad::version,
                    squad::created_at,
                    squad::sort_key,
                ),
                (squad::akimat_id, squad::council_id),
                UNIT.fields((body::id, body::parent_id)),
                UNIT.fields((body::name_kk, body::name_ru, body::name_en)),
                AKIMAT.fields((body::name_kk, body::name_ru, body::name_en)),
            ))
    };
}

/// Whether a scope may see a squad: the bodies that may are on its row.
macro_rules! is_seen {
    ($scope:expr) => {
        squad::akimat_id
            .eq_any($scope.akimats.clone())
            .nullable()
            .or(squad::council_id.eq_any($scope.councils.clone()).nullable())
            .or(squad::territory_id.eq_any($scope.territories.clone()))
            .or(squad::unit_id.eq_any($scope.units.clone()))
    };
}

/// The squads that one body may see, in the order of its index, behind a cursor.
macro_rules! range {
    ($viewer:expr, $filter:expr, $after:expr) => {{
        let mut query = squads!().order((squad::sort_key, squad::id)).into_boxed();
        query = match $viewer {
            Viewer::Akimat(id) => query.filter(squad::akimat_id.eq(id)),
            Viewer::Council(id) => query.filter(squad::council_id.eq(id)),
            Viewer::Territory(id) => query.filter(squad::territory_id.eq(id)),
            Viewer::Unit(id) => query.filter(squad::unit_id.eq(id)),
        };
        if let Some(state) = $filter.state {
            query = query.filter(squad::state.eq(state));
        }
        if let Some(akimat) = $filter.akimat {
            query = query.filter(squad::akimat_id.eq(akimat));
        }
        if let Some(unit) = $filter.unit {
            query = query.filter(attachment::unit_id.eq(unit));
        }
        if let Some(Post::None) = $filter.leader {
            let led = leadership::table
                .filter(leadership::squad_id.eq(squad::id))
                .filter(leadership::state.eq_any(crate::storage::squads::leadership::OPEN));
            query = query.filter(squad::state.eq(SquadState::Created)).filter(dsl::not(dsl::exists(led)));
        }
        if let Some((key, id)) = $after {
            // The first condition finds the place in the index, the second the place within one key.
            let behind = squad::sort_key.gt(key.clone()).or(squad::id.gt(*id));
            query = query.filter(squad::sort_key.ge(key.clone())).filter(behind);
        }
        query
    }};
}

/// A squad as its pages need it.
#[derive(Clone, Debug)]
pub struct Squad {
    pub id: Id<id::Squad>,
    pub reference: String,
    pub name: Named,
    pub area: String,
    pub state: SquadState,
    pub version: i32,
    pub created_at: Instant,
    pub akimat_name: Named,
    pub unit_name: Named,
    pub akimat: Id<id::Body>,
    pub council: Id<id::Body>,
    /// The subdivision of the unit that leads it.
    pub territory: Id<id::Body>,
    pub unit: Id<id::Body>,
    sort_key: Vec<u8>,
}

impl Squad {
    /// The squad as the permission check sees it.
    #[must_use]
    pub fn case(&self) -> Case {
        Case {
            kind: CaseKind::Squad,
            id: self.id.any(),
            anchor: Anchor::Squad(self.id),
            title: self.name.clone(),
            reference: self.reference.clone(),
            state: State::Squad(self.state),
            parties: self.parties(),
        }
    }

    /// The four bodies that it concerns.
    #[must_use]
    pub const fn parties(&self) -> Parties {
        Parties {
            akimat: Some(self.akimat),
            council: Some(self.council),
            territory: Some(self.territory),
            unit: Some(self.unit),
            administration: None,
        }
    }

    /// Where a page that ends with this squad goes on.
    #[must_use]
    pub fn cursor(&self) -> (Vec<u8>, Id<id::Squad>) {
        (self.sort_key.clone(), self.id)
    }
}

/// What a new squad is made of.
pub struct NewSquad<'a> {
    pub id: Id<id::Squad>,
    pub akimat: Id<id::Body>,
    pub council: Id<id::Body>,
    pub unit: Id<id::Body>,
    pub name_kk: &'a str,
    pub name_ru: &'a str,
    pub area: &'a str,
}

/// Adds a proposed squad with its attachment and gives its reference.
pub fn insert(db: &mut Db, new: &NewSquad<'_>, now: Instant) -> Result<String> {
    let year = crate::domain::time::today(now).year();
    let reference = format!("Ж-{year}-{:04}", counter::next(db, &format!("squad-{year}"))?);
    insert_into(squad::table)
        .values((
            squad::id.eq(new.id),
            squad::reference.eq(&reference),
            squad::akimat_id.eq(new.akimat),
            squad::council_id.eq(new.council),
            squad::name_kk.eq(new.name_kk),
            squad::name_ru.eq(new.name_ru),
            squad::area.eq(new.area),
            squad::state.eq(SquadState::Proposed),
            squad::sort_key.eq(kazakh::sort_key(new.name_kk)),
            squad::created_at.eq(now),
            squad::version.eq(1),
        ))
        .execute(db)?;
    insert_into(attachment::table)
        .values((
            attachment::id.eq(Id::<id::Attachment>::new()),
            attachment::squad_id.eq(new.id),
            attachment::unit_id.eq(new.unit),
            attachment::from_at.eq(now),
        ))
        .execute(db)?;
    name_index::add_squad(db, new.akimat, new.id, new.name_kk, new.name_ru)?;
    Ok(reference)
}

/// Holds the squad until the transaction ends: acts on one squad follow one another.
pub fn lock(db: &mut Db, id: Id<id::Squad>) -> Result<()> {
    let _: Id<id::Squad> = for_update(squad::table.find(id).select(squad::id)).get_result(db)?;
    Ok(())
}

/// The version of a squad.
pub fn version(db: &mut Db, id: Id<id::Squad>) -> Result<i32> {
    Ok(squad::table.find(id).select(squad::version).first(db)?)
}

/// Marks a squad as changed in who its members are, so that a decision that was being written looks again.
pub fn renew(db: &mut Db, id: Id<id::Squad>) -> Result<()> {
    update(squad::table.find(id)).set(squad::version.eq(squad::version + 1)).execute(db)?;
    Ok(())
}

/// Lets the border bodies see a squad: its council has created it.
pub fn show_to_border(
    db: &mut Db,
    id: Id<id::Squad>,
    territory: Id<id::Body>,
    unit: Id<id::Body>,
) -> Result<()> {
    update(squad::table.find(id))
        .set((squad::territory_id.eq(territory), squad::unit_id.eq(unit)))
        .execute(db)?;
    Ok(())
}

/// The squad, if the reader may see it.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::Squad>) -> Result<Option<Squad>> {
    Ok(squads!()
        .filter(squad::id.eq(id))
        .filter(is_seen!(scope))
        .first::<Row>(db)
        .optional()?
        .and_then(Squad::of))
}

/// The squad of that id without regard to a reader: for rows that the reader may see and that belong to it.
pub fn get(db: &mut Db, id: Id<id::Squad>) -> Result<Squad> {
    Squad::of(squads!().filter(squad::id.eq(id)).first::<Row>(db)?).ok_or(StorageError::Damaged)
}

/// The squad, if the reader leads it or the link of a mail opens it.
pub fn opened(db: &mut Db, scope: &Scope, id: Id<id::Squad>) -> Result<Option<Squad>> {
    if scope.opened == Some(id) { get(db, id).map(Some) } else { Ok(None) }
}

/// The squad, if the reader leads it, the link of a mail opens it, or it is of one of the reader's bodies that may look.
pub fn opened_or(
    db: &mut Db,
    scope: &Scope,
    id: Id<id::Squad>,
    is_theirs: impl Fn(&Squad) -> bool,
) -> Result<Option<Squad>> {
    match opened(db, scope, id)? {
        Some(squad) => Ok(Some(squad)),
        None => Ok(find(db, scope, id)?.filter(is_theirs)),
    }
}

/// The squads that the units of that scope lead, and those of its subdivisions, with their names.
pub fn of_units(db: &mut Db, scope: &Scope) -> Result<Vec<(Id<id::Squad>, Named)>> {
    let rows: Vec<(Id<id::Squad>, String, String)> = squad::table
        .filter(
            squad::unit_id
                .eq_any(scope.units.clone())
                .or(squad::territory_id.eq_any(scope.territories.clone())),
        )
        .order((squad::sort_key, squad::id))
        .select((squad::id, squad::name_kk, squad::name_ru))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, kk, ru)| (id, Named::of_squad(kk, ru))).collect())
}

/// Those of these squads that the reader may see, in no order.
pub fn among(db: &mut Db, scope: &Scope, ids: &[Id<id::Squad>]) -> Result<Vec<Squad>> {
    let seen = squads!().filter(squad::id.eq_any(ids.to_vec())).filter(is_seen!(scope));
    Ok(seen.load::<Row>(db)?.into_iter().filter_map(Squad::of).collect())
}

/// The squad of that reference, if the reader may see it.
pub fn by_reference(db: &mut Db, scope: &Scope, reference: &str) -> Result<Option<Squad>> {
    let seen = squads!().filter(squad::reference.eq(reference)).filter(is_seen!(scope));
    Ok(seen.first::<Row>(db).optional()?.and_then(Squad::of))
}

/// Which squads to show of those that a reader may see.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<SquadState>,
    pub akimat: Option<Id<id::Body>>,
    pub unit: Option<Id<id::Body>>,
    pub leader: Option<Post>,
}

/// One page of the squads a reader may see, in Kazakh order, after the cursor; one more than `limit` tells that there are more.
///
/// Each body of the scope is one range of its index: a page costs nothing for the squads that it does not show.
pub fn page(
    db: &mut Db,
    scope: &Scope,
    filter: &Filter,
    after: Option<&(Vec<u8>, Id<id::Squad>)>,
    limit: i64,
) -> Result<Vec<Squad>> {
    let parts: Vec<_> = scope
        .viewers()
        .into_iter()
        .map(|viewer| range!(viewer, filter, after).limit(limit + 1))
        .collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<Squad> =
        union(parts).load::<Row>(db)?.into_iter().filter_map(Squad::of).collect();
    found.sort_by_cached_key(Squad::cursor);
    found.dedup_by_key(|squad| squad.id);
    found.truncate(usize::try_from(limit + 1).unwrap_or(usize::MAX));
    Ok(found)
}

type Name = (String, String, String);
type Row = (
    (Id<id::Squad>, String, String, String, String, SquadState, i32, Instant, Vec<u8>),
    (Id<id::Body>, Id<id::Body>),
    (Id<id::Body>, Option<Id<id::Body>>),
    Name,
    Name,
);

crate::storage::db::transition::stated!(SquadState in squad);

impl Squad {
    fn of(
        (own, (akimat, council), (unit, territory), unit_name, akimat_name): Row,
    ) -> Option<Self> {
        let (id, reference, name_kk, name_ru, area, state, version, created_at, sort_key) = own;
        let named = |(kk, ru, en): Name| Named { kk, ru, en };
        Some(Self {
            id,
            reference,
            name: Named { en: name_kk.clone(), kk: name_kk, ru: name_ru },
            area,
            state,
            version,
            created_at,
            akimat_name: named(akimat_name),
            unit_name: named(unit_name),
            akimat,
            council,
            territory: territory?,
            unit,
            sort_key,
        })
    }
}

/// The name of a squad.
pub fn name(db: &mut Db, id: Id<id::Squad>) -> Result<Named> {
    let (kk, ru): (String, String) =
        squad::table.find(id).select((squad::name_kk, squad::name_ru)).first(db)?;
    Ok(Named { en: kk.clone(), kk, ru })
}

/// The reference and state of a squad, for acts that have found it through their actor's scope.
pub fn reference(db: &mut Db, id: Id<id::Squad>) -> Result<(String, SquadState)> {
    Ok(squad::table.find(id).select((squad::reference, squad::state)).first(db)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::db::plan;

    #[test]
    fn a_page_of_squads_is_a_range_of_an_index_for_every_body() {
        let after = (vec![1], Id::<id::Squad>::new());
        let viewers: [fn(Id<id::Body>) -> Viewer; 4] =
            [Viewer::Akimat, Viewer::Council, Viewer::Territory, Viewer::Unit];
        let filters = [
            Filter::default(),
            Filter {
                state: Some(SquadState::Created),
                akimat: Some(Id::new()),
                unit: Some(Id::new()),
                leader: Some(Post::None),
            },
        ];
        for viewer in viewers {
            for filter in &filters {
                for after in [None, Some(&after)] {
                    let plan = plan::of(range!(viewer(Id::new()), filter, after).limit(51));
                    // The one row of an akimat or a unit that is named may come first.
                    let is_one_body = |step: &&String| {
                        step.ends_with("USING INDEX sqlite_autoindex_body_1 (id=?)")
                    };
                    let first = plan.iter().find(|step| !is_one_body(step));
                    assert!(first.is_some_and(|step| step.starts_with("SEARCH squad USING INDEX squad_")), "{plan:#?}");
                    assert!(
                        !plan
                            .iter()
                            .any(|step| step.contains("TEMP B-TREE") || step.starts_with("SCAN")),
                        "{plan:#?}"
                    );
                }
            }
        }
    }
}
