//! All that the page of one list shows.

use super::{
    dispatch::Dispatch,
    entry::{self, Entry, RegisterNote},
    known::{OTHER, OTHER_ENTRY},
    member_list::{self, MemberList},
};
use crate::{
    domain::{
        id::{self, Id},
        membership::MembershipState,
        permissions::Holding,
    },
    storage::{
        Db, Result, Scope,
        case_handoffs::{self, CaseHandoffs},
        db::schema::{
            copy, correction, dispatch, entry_change, leadership, list_entry, membership,
            particulars,
        },
        squads::leadership::OPEN,
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, IntoSql, JoinOnDsl, NullableExpressionMethods,
    QueryDsl, Queryable, RunQueryDsl, dsl, sql_types::Bool,
};

/// An entry with what is known of its person besides.
#[derive(Clone, Debug, Queryable)]
pub struct Listed {
    pub entry: Entry,
    /// Leads the squad, or is named to.
    pub is_leader: bool,
    /// Stands on another list, or has stood there; for whoever vets the person.
    pub is_known_elsewhere: bool,
    /// Was returned and came back corrected; until it has its outcome.
    pub came_back: bool,
}

/// A list as its reader may see it.
#[derive(Clone, Debug)]
pub struct ListRows {
    pub list: MemberList,
    /// The reader sends for the squad's akimat.
    pub is_akimat: bool,
    /// The reader belongs to the subdivision that vets.
    pub is_territory: bool,
    /// The entries that the reader may see, in the list's order.
    pub entries: Vec<Listed>,
    /// Oldest first.
    pub dispatches: Vec<Dispatch>,
    pub handoffs: CaseHandoffs,
    /// Which registers were asked; of the subdivision only.
    pub notes: Vec<RegisterNote>,
    /// Pages of copies that nobody has matched; of the akimat only.
    pub loose: i64,
}

/// The list with all that its page shows, if the reader may see it.
pub fn read(
    db: &mut Db,
    scope: &Scope,
    holdings: &[Holding],
    id: Id<id::MemberList>,
) -> Result<Option<ListRows>> {
    let Some(list) = member_list::find(db, scope, id)? else { return Ok(None) };
    let is_akimat = scope.akimats.contains(&list.squad.akimat);
    let is_territory = scope.territories.contains(&list.squad.territory);
    let mut entries = entries(db, id, is_territory)?;
    entries.retain(|listed| listed.entry.is_visible(scope, &list));
    Ok(Some(ListRows {
        is_akimat,
        is_territory,
        entries,
        dispatches: super::dispatch::of_list(db, id)?,
        handoffs: case_handoffs::on(db, id.any(), holdings)?,
        notes: if is_territory { entry::register_notes(db, id)? } else { Vec::new() },
        loose: if is_akimat {
            copy::table.filter(copy::list_id.eq(id)).count().get_result(db)?
        } else {
            0
        },
        list,
    }))
}

fn entries(db: &mut Db, list: Id<id::MemberList>, is_vetting: bool) -> Result<Vec<Listed>> {
    let of_squad = leadership::table
        .filter(leadership::squad_id.nullable().eq(membership::squad_id))
        .filter(leadership::state.eq_any(OPEN));
    let leads = dsl::exists(of_squad.filter(leadership::membership_id.eq(membership::id)));
    let came_back =
        dsl::exists(entry_change::table.filter(entry_change::entry_id.eq(list_entry::id)));
    let on_list = entry::joined!().filter(list_entry::list_id.eq(list)).order(list_entry::position);
    Ok(if is_vetting {
        let is_known = super::known::is_known_elsewhere!()
            .and(membership::state.eq(MembershipState::BeingVetted));
        on_list.select((entry::columns!(), leads, is_known, came_back)).load(db)?
    } else {
        let is_known = false.into_sql::<Bool>();
        on_list.select((entry::columns!(), leads, is_known, came_back)).load(db)?
    })
}
