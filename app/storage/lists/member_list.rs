//! Member lists.

use crate::{
    domain::{
        handoff::{CaseKind, DueNature},
        id::{self, Id},
        language::Named,
        member_list::{EntryState, ListState, ListTrouble},
        permissions::{Anchor, Case},
        time::{Instant, day_begins, today},
        workflow::State,
    },
    storage::{
        Db, Result, Scope, StorageError,
        db::{
            counter,
            schema::{dispatch, handoff, list_entry, member_list, squad},
            scope::Viewer,
            union::union,
        },
        squads::squad::Squad,
    },
};
use chrono::Datelike;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, dsl, insert_into, update,
};

crate::storage::db::transition::stated!(ListState in member_list);

/// The columns of a line of the lists' page: the last two are the squad's names.
type Columns = (Id<id::MemberList>, String, ListState, Instant, String, String);

/// Lists with the names of their squads.
macro_rules! lists {
    () => {
        member_list::table.inner_join(squad::table.on(squad::id.eq(member_list::squad_id))).select(
            (
                member_list::id,
                member_list::reference,
                member_list::state,
                member_list::created_at,
                squad::name_kk,
                squad::name_ru,
            ),
        )
    };
}

/// Whether a scope may see a list: the bodies that may are on its row.
macro_rules! is_seen {
    ($scope:expr) => {
        member_list::akimat_id
            .eq_any($scope.akimats.clone())
            .nullable()
            .or(member_list::territory_id.eq_any($scope.territories.clone()))
    };
}

/// The lists that one body may see, newest first, before an id; `None` for a body that sees no lists.
macro_rules! range {
    ($viewer:expr, $filter:expr, $territories:expr, $before:expr, $now:expr) => {{
        let mut query = lists!().order(member_list::id.desc()).into_boxed();
        if let Some(state) = $filter.state {
            query = query.filter(member_list::state.eq(state));
        }
        if let Some(squad) = $filter.squad {
            query = query.filter(member_list::squad_id.eq(squad));
        }
        if let Some(akimat) = $filter.akimat {
            query = query.filter(member_list::akimat_id.eq(akimat));
        }
        if let Some(from) = $filter.from {
            query = query.filter(member_list::created_at.ge(from));
        }
        if let Some(until) = $filter.until {
            query = query.filter(member_list::created_at.lt(until));
        }
        query = match $filter.trouble {
            None => query,
            Some(ListTrouble::Returned) => {
                let returned = list_entry::table.filter(list_entry::list_id.eq(member_list::id));
                query.filter(dsl::exists(
                    returned.filter(list_entry::state.eq(EntryState::Returned)),
                ))
            }
            Some(ListTrouble::PastTarget) => {
                let open = handoff::table
                    .filter(handoff::case_id.eq(member_list::id))
                    .filter(handoff::closed_at.is_null());
                let own = open
                    .filter(handoff::to_body.eq_any($territories.clone()))
                    .filter(handoff::due_nature.eq(DueNature::Internal));
                query.filter(dsl::exists(own.filter(handoff::due_at.lt(day_begins(today($now))))))
            }
        };
        if let Some(before) = $before {
            query = query.filter(member_list::id.lt(before));
        }
        match $viewer {
            Viewer::Akimat(id) => Some(query.filter(member_list::akimat_id.eq(id))),
            Viewer::Territory(id) => Some(query.filter(member_list::territory_id.eq(id))),
            Viewer::Council(_) | Viewer::Unit(_) => None,
        }
    }};
}

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
            anchor: Anchor::Squad(self.squad.id),
            title: self.squad.name.clone(),
            reference: self.reference.clone(),
            state: State::List(self.state),
            parties: self.squad.parties(),
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
pub fn insert(
    db: &mut Db,
    id: Id<id::MemberList>,
    squad: Id<id::Squad>,
    akimat: Id<id::Body>,
    now: Instant,
) -> Result<String> {
    let year = crate::domain::time::today(now).year();
    let reference = format!("Т-{year}-{:04}", counter::next(db, &format!("list-{year}"))?);
    insert_into(member_list::table)
        .values((
            member_list::id.eq(id),
            member_list::reference.eq(&reference),
            member_list::squad_id.eq(squad),
            member_list::akimat_id.eq(akimat),
            member_list::state.eq(ListState::Draft),
            member_list::created_at.eq(now),
            member_list::version.eq(1),
        ))
        .execute(db)?;
    Ok(reference)
}

/// Lets the subdivision that a list is sent to see it from now on.
pub fn show_to_territory(
    db: &mut Db,
    id: Id<id::MemberList>,
    territory: Id<id::Body>,
) -> Result<()> {
    update(member_list::table.find(id)).set(member_list::territory_id.eq(territory)).execute(db)?;
    Ok(())
}

/// The list, if the reader may see it: the akimat its own, the subdivision those that were sent to it, nobody else any.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::MemberList>) -> Result<Option<MemberList>> {
    let seen = member_list::table.filter(member_list::id.eq(id)).filter(is_seen!(scope));
    let columns = (
        member_list::id,
        member_list::reference,
        member_list::squad_id,
        member_list::state,
        member_list::created_at,
        member_list::version,
    );
    let Some(row) = seen.select(columns).first::<Row>(db).optional()? else { return Ok(None) };
    let squad = crate::storage::squads::squad::get(db, row.squad_id)?;
    Ok(Some(MemberList {
        id: row.id,
        reference: row.reference,
        state: row.state,
        version: row.version,
        created_at: row.created_at,
        squad,
    }))
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
pub fn of_squad(
    db: &mut Db,
    squad: Id<id::Squad>,
) -> Result<Vec<(Id<id::MemberList>, String, ListState)>> {
    Ok(member_list::table
        .filter(member_list::squad_id.eq(squad))
        .order(member_list::id)
        .select((member_list::id, member_list::reference, member_list::state))
        .load(db)?)
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
///
/// Each body of the scope is one range of its index: a page costs nothing for the lists that it does not show.
pub fn page(
    db: &mut Db,
    scope: &Scope,
    filter: &Filter,
    before: Option<Id<id::MemberList>>,
    limit: i64,
    now: Instant,
) -> Result<Vec<Line>> {
    let part = |viewer| {
        range!(viewer, filter, &scope.territories, before, now).map(|query| query.limit(limit + 1))
    };
    let parts: Vec<_> = scope.viewers().into_iter().filter_map(part).collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let rows = union(parts).load::<Columns>(db)?;
    lines(db, newest(rows, limit))
}

/// The newest lists of that reference, or that were sent or received under one of those numbers.
pub fn found(
    db: &mut Db,
    scope: &Scope,
    reference: Option<&str>,
    numbers: &[String],
    limit: i64,
) -> Result<Vec<FoundList>> {
    let seen = lists!().filter(is_seen!(scope)).order(member_list::id.desc()).limit(limit + 1);
    let rows: Vec<Columns> = if let Some(reference) = reference {
        seen.filter(member_list::reference.eq(reference)).load(db)?
    } else {
        let outgoing = dispatch::table
            .filter(dispatch::outgoing_number.eq_any(numbers.to_vec()))
            .select(dispatch::list_id);
        let incoming = dispatch::table
            .filter(dispatch::incoming_number.eq_any(numbers.to_vec()))
            .select(dispatch::list_id);
        seen.filter(member_list::id.eq_any(outgoing).or(member_list::id.eq_any(incoming)))
            .load(db)?
    };
    let list = |(id, reference, state, created_at, kk, ru)| FoundList {
        id,
        reference,
        state,
        created_at,
        squad: Named::of_squad(kk, ru),
    };
    Ok(rows.into_iter().map(list).collect())
}

/// The newest of the rows that were read for several bodies, each once.
fn newest(mut rows: Vec<Columns>, limit: i64) -> Vec<Columns> {
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    rows.dedup_by_key(|row| row.0);
    rows.truncate(usize::try_from(limit + 1).unwrap_or(usize::MAX));
    rows
}

fn lines(db: &mut Db, rows: Vec<Columns>) -> Result<Vec<Line>> {
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
    member_list::table
        .find(id)
        .select((member_list::state, member_list::version))
        .first(db)
        .map_err(StorageError::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::db::plan;

    #[test]
    fn a_page_of_lists_is_a_range_of_an_index_for_every_body() {
        let now = Instant::default();
        let all = Filter {
            state: Some(ListState::Sent),
            squad: None,
            akimat: Some(Id::new()),
            from: Some(now),
            until: Some(now),
            trouble: Some(ListTrouble::Returned),
        };
        for viewer in [Viewer::Akimat(Id::new()), Viewer::Territory(Id::new())] {
            for filter in [&Filter::default(), &all] {
                for before in [None, Some(Id::<id::MemberList>::new())] {
                    let plan = plan::of(
                        range!(viewer, filter, &Vec::<Id<id::Body>>::new(), before, now)
                            .unwrap()
                            .limit(51),
                    );
                    assert!(
                        plan.first()
                            .is_some_and(|step| step
                                .starts_with("SEARCH member_list USING INDEX member_list_")),
                        "{plan:#?}"
                    );
                    assert!(
                        !plan
                            .iter()
                            .any(|step| step.contains("TEMP B-TREE") || step.starts_with("SCAN")),
                        "{plan:#?}"
                    );
                }
            }
        }
        for viewer in [Viewer::Council(Id::new()), Viewer::Unit(Id::new())] {
            let plan = range!(
                viewer,
                &Filter::default(),
                &Vec::<Id<id::Body>>::new(),
                None::<Id<id::MemberList>>,
                now
            )
            .map(|query| plan::of(query.limit(51)));
            assert_eq!(plan, None);
        }
    }
}
