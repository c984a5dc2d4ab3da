//! Member lists.

use crate::{
    domain::{
        handoff::{CaseKind, DueNature},
        id::{self, Id},
        language::Named,
        member_list::{EntryState, ListState, ListTrouble},
        permissions::Case,
        time::{Instant, day_begins, today},
        workflow::State,
    },
    storage::{
        Db, Result, Scope, StorageError,
        db::{
            counter,
            schema::{attachment, body, dispatch, handoff, list_entry, member_list, squad},
        },
        squads::squad::Squad,
    },
};
use chrono::Datelike;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
    dsl, insert_into,
};

crate::storage::db::transition::stated!(ListState in member_list);

/// A list with its squad.
#[derive(Clone, Debug)]
pub struct MemberList {
    pub id: Id<id::MemberList>,
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
            id: self.id.any(),
            squad: self.squad.id,
            reference: self.reference.clone(),
            state: State::List(self.state),
            parties: self.squad.parties,
        }
    }
}

#[derive(Queryable)]
struct Row {
    id: Id<id::MemberList>,
    reference: String,
    squad_id: Id<id::Squad>,
    state: ListState,
    created_at: Instant,
    version: i32,
}

/// One line of the lists' page.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Id<id::MemberList>,
    pub reference: String,
    pub state: ListState,
    pub created_at: Instant,
    pub squad_kk: String,
    pub squad_ru: String,
    pub entries: i64,
}

/// A list as a search finds it.
#[derive(Clone, Debug)]
pub struct FoundList {
    pub id: Id<id::MemberList>,
    pub reference: String,
    pub state: ListState,
    pub created_at: Instant,
    pub squad: Named,
}

/// Adds an empty draft to a squad and gives its reference.
///
/// # Errors
/// [`StorageError::Unique`] when the squad has a draft.
pub fn insert(db: &mut Db, id: Id<id::MemberList>, squad: Id<id::Squad>, now: Instant) -> Result<String> {
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
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::MemberList>) -> Result<Option<MemberList>> {
    let Some(row) = member_list::table.find(id).first::<Row>(db).optional()? else { return Ok(None) };
    let mut through = Scope { akimats: scope.akimats.clone(), ..Scope::default() };
    if row.state != ListState::Draft {
        through.territories.clone_from(&scope.territories);
    }
    let Some(squad) = crate::storage::squads::squad::find(db, &through, row.squad_id)? else { return Ok(None) };
    Ok(Some(MemberList { id: row.id, reference: row.reference, state: row.state, version: row.version, created_at: row.created_at, squad }))
}

/// The squad's draft, if it has one: its id, version and reference.
pub fn draft_of(db: &mut Db, squad: Id<id::Squad>) -> Result<Option<(Id<id::MemberList>, i32)>> {
    Ok(member_list::table
        .filter(member_list::squad_id.eq(squad))
        .filter(member_list::state.eq(ListState::Draft))
        .select((member_list::id, member_list::version))
        .first(db)
        .optional()?)
}

/// The ids and references of a squad's lists, oldest first.
pub fn of_squad(db: &mut Db, squad: Id<id::Squad>) -> Result<Vec<(Id<id::MemberList>, String, ListState)>> {
    Ok(member_list::table
        .filter(member_list::squad_id.eq(squad))
        .order(member_list::id)
        .select((member_list::id, member_list::reference, member_list::state))
        .load(db)?)
}

/// Lists through the bodies of a scope: the akimat's own, and what was sent to the subdivision.
macro_rules! visible {
    ($scope:expr) => {{
        let mut query = member_list::table
            .inner_join(squad::table.on(squad::id.eq(member_list::squad_id)))
            .inner_join(attachment::table.on(attachment::squad_id.eq(squad::id).and(attachment::to_at.is_null())))
            .inner_join(body::table.on(body::id.eq(attachment::unit_id)))
            .select((member_list::id, member_list::reference, member_list::state, member_list::created_at, squad::name_kk, squad::name_ru))
            .order(member_list::id.desc())
            .into_boxed();
        if !$scope.akimats.is_empty() {
            query = query.or_filter(squad::akimat_id.eq_any($scope.akimats.clone()));
        }
        if !$scope.territories.is_empty() {
            let led = body::parent_id.eq_any($scope.territories.clone());
            query = query.or_filter(member_list::state.ne(ListState::Draft).nullable().and(led));
        }
        if $scope.akimats.is_empty() && $scope.territories.is_empty() {
            query = query.filter(member_list::id.eq_any(Vec::<Id<id::MemberList>>::new()));
        }
        query
    }};
}

/// Which lists to show of those that a reader may see.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<ListState>,
    pub squad: Option<Id<id::Squad>>,
    pub akimat: Option<Id<id::Body>>,
    /// Made not before that moment …
    pub from: Option<Instant>,
    /// … and before that one.
    pub until: Option<Instant>,
    pub trouble: Option<ListTrouble>,
}

/// The newest lists that the reader may see, before that id; one more than `limit` tells that there are more.
pub fn page(
    db: &mut Db,
    scope: &Scope,
    filter: &Filter,
    before: Option<Id<id::MemberList>>,
    limit: i64,
    now: Instant,
) -> Result<Vec<Line>> {
    let mut query = visible!(scope).limit(limit + 1);
    if let Some(state) = filter.state {
        query = query.filter(member_list::state.eq(state));
    }
    if let Some(squad) = filter.squad {
        query = query.filter(member_list::squad_id.eq(squad));
    }
    if let Some(akimat) = filter.akimat {
        query = query.filter(squad::akimat_id.eq(akimat));
    }
    if let Some(from) = filter.from {
        query = query.filter(member_list::created_at.ge(from));
    }
    if let Some(until) = filter.until {
        query = query.filter(member_list::created_at.lt(until));
    }
    query = match filter.trouble {
        None => query,
        Some(ListTrouble::Returned) => {
            let returned = list_entry::table.filter(list_entry::list_id.eq(member_list::id));
            query.filter(dsl::exists(returned.filter(list_entry::state.eq(EntryState::Returned))))
        }
        Some(ListTrouble::PastTarget) => {
            let open = handoff::table.filter(handoff::case_id.eq(member_list::id)).filter(handoff::closed_at.is_null());
            let own = open.filter(handoff::to_body.eq_any(scope.territories.clone())).filter(handoff::due_nature.eq(DueNature::Internal));
            query.filter(dsl::exists(own.filter(handoff::due_at.lt(day_begins(today(now))))))
        }
    };
    if let Some(before) = before {
        query = query.filter(member_list::id.lt(before));
    }
    let rows = query.load(db)?;
    lines(db, rows)
}

/// The newest lists of that reference, or that were sent or received under one of those numbers.
pub fn found(db: &mut Db, scope: &Scope, reference: Option<&str>, numbers: &[String], limit: i64) -> Result<Vec<FoundList>> {
    let query = visible!(scope).limit(limit + 1);
    let rows: Vec<(Id<id::MemberList>, String, ListState, Instant, String, String)> = if let Some(reference) = reference {
        query.filter(member_list::reference.eq(reference)).load(db)?
    } else {
        let outgoing = dispatch::table.filter(dispatch::outgoing_number.eq_any(numbers.to_vec())).select(dispatch::list_id);
        let incoming = dispatch::table.filter(dispatch::incoming_number.eq_any(numbers.to_vec())).select(dispatch::list_id);
        query.filter(member_list::id.eq_any(outgoing).or(member_list::id.eq_any(incoming))).load(db)?
    };
    let list = |(id, reference, state, created_at, kk, ru)| FoundList { id, reference, state, created_at, squad: Named::of_squad(kk, ru) };
    Ok(rows.into_iter().map(list).collect())
}

fn lines(db: &mut Db, rows: Vec<(Id<id::MemberList>, String, ListState, Instant, String, String)>) -> Result<Vec<Line>> {
    let counts: Vec<(Id<id::MemberList>, i64)> = list_entry::table
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
pub fn state_of(db: &mut Db, id: Id<id::MemberList>) -> Result<(ListState, i32)> {
    member_list::table.find(id).select((member_list::state, member_list::version)).first(db).map_err(StorageError::from)
}
