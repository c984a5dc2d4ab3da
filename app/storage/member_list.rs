//! Member lists.

use super::{
    Db, Result, Scope, StorageError, counter,
    schema::{attachment, body, list_entry, member_list, squad},
    squad::Squad,
};
use crate::domain::{
    handoff::CaseKind,
    id::Id,
    member_list::{EntryState, ListState},
    permissions::Case,
    time::Instant,
    workflow::State,
};
use chrono::Datelike;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
    dsl, insert_into,
};

/// A list with its squad.
#[derive(Clone, Debug)]
pub struct MemberList {
    pub id: Id,
    pub reference: String,
    pub state: ListState,
    pub version: i32,
    pub created_at: Instant,
    pub squad: Squad,
}

impl MemberList {
    /// The list as the permission check sees it.
    #[must_use]
    pub fn case(&self) -> Case {
        Case {
            kind: CaseKind::List,
            id: self.id,
            squad: self.squad.id,
            reference: self.reference.clone(),
            state: State::List(self.state),
            parties: self.squad.parties,
        }
    }
}

#[derive(Queryable)]
struct Row {
    id: Id,
    reference: String,
    squad_id: Id,
    state: ListState,
    created_at: Instant,
    version: i32,
}

/// One line of the lists' page.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Id,
    pub reference: String,
    pub state: ListState,
    pub created_at: Instant,
    pub squad_kk: String,
    pub squad_ru: String,
    pub entries: i64,
}

/// Adds an empty draft to a squad and gives its reference.
///
/// # Errors
/// [`StorageError::Unique`] when the squad has a draft.
pub fn insert(db: &mut Db, id: Id, squad: Id, now: Instant) -> Result<String> {
    let year = crate::domain::time::today(now).year();
    let reference = format!("Т-{year}-{:04}", counter::next(db, &format!("list-{year}"))?);
    insert_into(member_list::table)
        .values((
            member_list::id.eq(id),
            member_list::reference.eq(&reference),
            member_list::squad_id.eq(squad),
            member_list::state.eq(ListState::Draft),
            member_list::created_at.eq(now),
            member_list::version.eq(1),
        ))
        .execute(db)?;
    Ok(reference)
}

/// The list, if the reader may see it: the akimat its own, the subdivision those that were sent to it, nobody else any.
pub fn find(db: &mut Db, scope: &Scope, id: Id) -> Result<Option<MemberList>> {
    let Some(row) = member_list::table.find(id).first::<Row>(db).optional()? else { return Ok(None) };
    let mut through = Scope { akimats: scope.akimats.clone(), ..Scope::default() };
    if row.state != ListState::Draft {
        through.territories.clone_from(&scope.territories);
    }
    let Some(squad) = super::squad::find(db, &through, row.squad_id)? else { return Ok(None) };
    Ok(Some(MemberList { id: row.id, reference: row.reference, state: row.state, version: row.version, created_at: row.created_at, squad }))
}

/// The squad's draft, if it has one: its id, version and reference.
pub fn draft_of(db: &mut Db, squad: Id) -> Result<Option<(Id, i32)>> {
    Ok(member_list::table
        .filter(member_list::squad_id.eq(squad))
        .filter(member_list::state.eq(ListState::Draft))
        .select((member_list::id, member_list::version))
        .first(db)
        .optional()?)
}

/// The ids and references of a squad's lists, oldest first.
pub fn of_squad(db: &mut Db, squad: Id) -> Result<Vec<(Id, String, ListState)>> {
    Ok(member_list::table
        .filter(member_list::squad_id.eq(squad))
        .order(member_list::id)
        .select((member_list::id, member_list::reference, member_list::state))
        .load(db)?)
}

/// The newest lists that the reader may see, before that id; one more than `limit` tells that there are more.
pub fn page(db: &mut Db, scope: &Scope, state: Option<ListState>, before: Option<Id>, limit: i64) -> Result<Vec<Line>> {
    let mut query = member_list::table
        .inner_join(squad::table.on(squad::id.eq(member_list::squad_id)))
        .inner_join(attachment::table.on(attachment::squad_id.eq(squad::id).and(attachment::to_at.is_null())))
        .inner_join(body::table.on(body::id.eq(attachment::unit_id)))
        .filter(
            squad::akimat_id
                .eq_any(scope.akimats.clone())
                .nullable()
                .or(member_list::state.ne(ListState::Draft).nullable().and(body::parent_id.eq_any(scope.territories.clone()))),
        )
        .order(member_list::id.desc())
        .limit(limit + 1)
        .select((member_list::id, member_list::reference, member_list::state, member_list::created_at, squad::name_kk, squad::name_ru))
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(member_list::state.eq(state));
    }
    if let Some(before) = before {
        query = query.filter(member_list::id.lt(before));
    }
    let rows: Vec<(Id, String, ListState, Instant, String, String)> = query.load(db)?;
    let counts: Vec<(Id, i64)> = list_entry::table
        .filter(list_entry::list_id.eq_any(rows.iter().map(|row| row.0).collect::<Vec<_>>()))
        .filter(list_entry::state.ne(EntryState::Withdrawn))
        .group_by(list_entry::list_id)
        .select((list_entry::list_id, dsl::count_star()))
        .load(db)?;
    let entries = |id| counts.iter().find(|(list, _)| *list == id).map_or(0, |(_, count)| *count);
    Ok(rows
        .into_iter()
        .map(|(id, reference, state, created_at, squad_kk, squad_ru)| Line {
            entries: entries(id),
            id,
            reference,
            state,
            created_at,
            squad_kk,
            squad_ru,
        })
        .collect())
}

/// The list of that id without regard to a reader: for acts that have found it through their actor's scope.
pub fn state_of(db: &mut Db, id: Id) -> Result<(ListState, i32)> {
    member_list::table.find(id).select((member_list::state, member_list::version)).first(db).map_err(StorageError::from)
}
