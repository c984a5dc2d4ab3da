//! The entries of lists: one person's line each.

use super::member_list::{self, MemberList};
use crate::{
    domain::{
        id::{self, Id},
        iin::Iin,
        member_list::{EntryState, ListState, Register, ReturnCode},
        membership::MembershipState,
        person::{DocumentKind, full_name},
        state::At,
        time::Instant,
    },
    each,
    storage::{
        Db, Result, Scope,
        db::{
            schema::{
                copy, correction, dispatch, list_entry, membership, particulars, person,
                register_note,
            },
            sealing::Keys,
            union::union,
        },
    },
};
use chrono::NaiveDate;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete, dsl, insert_into, update,
};

crate::storage::db::transition::stated!(EntryState in list_entry);

/// An entry with the membership it stands for.
#[derive(Clone, Debug, Queryable)]
pub struct Entry {
    pub id: Id<id::ListEntry>,
    pub list: Id<id::MemberList>,
    pub position: i32,
    pub state: EntryState,
    pub version: i32,
    pub return_code: Option<ReturnCode>,
    pub sent_in: Option<Id<id::Dispatch>>,
    pub membership: Id<id::Membership>,
    pub membership_state: MembershipState,
    pub membership_version: i32,
    pub surname: String,
    pub given_name: Option<String>,
    pub patronymic: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub document_kind: DocumentKind,
    pub phone: Option<String>,
    /// Whether there is at least one page of an ID-card copy.
    pub has_copy: bool,
    /// It was returned, and its particulars were corrected since it was sent last.
    pub is_corrected: bool,
    /// It was returned, and pages of its copy were attached or taken away since it was sent last.
    pub is_copy_changed: bool,
}

impl Entry {
    /// Whether it was returned and mended since it was sent last.
    #[must_use]
    pub const fn is_mended(&self) -> bool {
        self.is_corrected || self.is_copy_changed
    }

    /// Whether it travels when its list is sent: of a draft everybody who is open, later those who were returned and mended. The
    /// subdivision may ask to be asked: then nothing need be mended.
    #[must_use]
    pub fn goes(&self, list: ListState) -> bool {
        match list {
            ListState::Draft => self.state == EntryState::Open,
            ListState::Sent | ListState::Received | ListState::Answered | ListState::Closed => {
                self.state == EntryState::Returned
                    && (self.is_mended() || self.return_code == Some(ReturnCode::AskSubdivision))
            }
        }
    }

    /// Where the entry is.
    #[must_use]
    pub const fn at(&self) -> At<EntryState> {
        At::new(self.id, self.version, self.state)
    }

    /// Where the membership is that it stands for.
    #[must_use]
    pub const fn membership_at(&self) -> At<MembershipState> {
        At::new(self.membership, self.membership_version, self.membership_state)
    }

    /// Whether the reader of its list may see it: the subdivision sees what has travelled to it.
    #[must_use]
    pub fn is_visible(&self, scope: &Scope, list: &MemberList) -> bool {
        self.sent_in.is_some() || scope.akimats.contains(&list.squad.akimat)
    }

    /// The parts of the name that the person has.
    #[must_use]
    pub fn full_name(&self) -> String {
        full_name(&self.surname, self.given_name.as_deref(), self.patronymic.as_deref())
    }
}

/// The columns of an [`Entry`], of entries joined with memberships and particulars.
macro_rules! columns {
    () => {
        (
            list_entry::id,
            list_entry::list_id,
            list_entry::position,
            list_entry::state,
            list_entry::version,
            list_entry::return_code.nullable(),
            list_entry::sent_in.nullable(),
            membership::id,
            membership::state,
            membership::version,
            particulars::surname,
            particulars::given_name,
            particulars::patronymic,
            particulars::birth_date,
            particulars::document_kind,
            particulars::phone,
            dsl::exists(
                copy::table
                    .filter(copy::entry_id.eq(list_entry::id.nullable()))
                    .filter(copy::taken_away_at.is_null()),
            ),
            crate::storage::lists::entry::is_corrected!(),
            crate::storage::lists::entry::is_copy_changed!(),
        )
    };
}
pub(in crate::storage) use columns;

/// Whether the particulars of a returned entry were corrected since its list was sent last.
macro_rules! is_corrected {
    () => {
        list_entry::state
            .eq($crate::domain::member_list::EntryState::Returned)
            .and(dsl::exists(correction::table.filter(correction::entry_id.eq(list_entry::id))))
    };
}
pub(in crate::storage) use is_corrected;

/// Whether pages of the copy of a returned entry were attached or taken away since its list was sent last.
macro_rules! is_copy_changed {
    () => {{
        let last = dispatch::table
            .filter(dispatch::list_id.eq(list_entry::list_id))
            .select(dsl::max(dispatch::sent_at))
            .single_value();
        let pages = copy::table.filter(copy::entry_id.eq(list_entry::id.nullable())).filter(
            copy::taken_away_at
                .is_not_null()
                .or(copy::attached_at.nullable().gt(last).assume_not_null()),
        );
        list_entry::state
            .eq($crate::domain::member_list::EntryState::Returned)
            .and(dsl::exists(pages))
    }};
}
pub(in crate::storage) use is_copy_changed;

/// Entries with their memberships and particulars.
macro_rules! joined {
    () => {
        list_entry::table
            .inner_join(membership::table.on(membership::id.eq(list_entry::membership_id)))
            .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
    };
}
pub(in crate::storage) use joined;

macro_rules! entries {
    () => {
        joined!().select(columns!())
    };
}

/// Adds entries, each an id of its own and a membership, at the end of a list.
pub fn insert_all(
    db: &mut Db,
    list: Id<id::MemberList>,
    new: &[(Id<id::ListEntry>, Id<id::Membership>)],
) -> Result<()> {
    let last: Option<i32> = list_entry::table
        .filter(list_entry::list_id.eq(list))
        .select(dsl::max(list_entry::position))
        .first(db)?;
    let row = |(position, (id, membership)): (i32, &(Id<id::ListEntry>, Id<id::Membership>))| {
        (
            list_entry::id.eq(*id),
            list_entry::list_id.eq(list),
            list_entry::membership_id.eq(*membership),
            list_entry::position.eq(position),
            list_entry::state.eq(EntryState::Open),
            list_entry::version.eq(1),
        )
    };
    let rows: Vec<_> = (last.unwrap_or(0) + 1..).zip(new).map(row).collect();
    for part in rows.chunks(crate::storage::BATCH) {
        each!(db, c => insert_into(list_entry::table).values(part).execute(c))?;
    }
    Ok(())
}

/// The entries of a list in its own order.
pub fn of_list(db: &mut Db, list: Id<id::MemberList>) -> Result<Vec<Entry>> {
    Ok(entries!().filter(list_entry::list_id.eq(list)).order(list_entry::position).load(db)?)
}

/// The entries before and after a position of a list; with `is_vetting` only of people who are being vetted.
pub fn neighbours(
    db: &mut Db,
    list: Id<id::MemberList>,
    position: i32,
    is_vetting: bool,
) -> Result<(Option<Id<id::ListEntry>>, Option<Id<id::ListEntry>>)> {
    let on_list = || {
        let query = list_entry::table
            .inner_join(membership::table.on(membership::id.eq(list_entry::membership_id)))
            .filter(list_entry::list_id.eq(list))
            .select((list_entry::id, list_entry::position))
            .limit(1)
            .into_boxed();
        if is_vetting {
            query
                .filter(list_entry::state.eq(EntryState::Open))
                .filter(membership::state.eq(MembershipState::BeingVetted))
        } else {
            query.filter(list_entry::state.ne(EntryState::Withdrawn))
        }
    };
    let before =
        on_list().filter(list_entry::position.lt(position)).order(list_entry::position.desc());
    let after = on_list().filter(list_entry::position.gt(position)).order(list_entry::position);
    let found: Vec<(Id<id::ListEntry>, i32)> = union(vec![before, after]).load(db)?;
    let beside = |is_there: &dyn Fn(i32) -> bool| {
        found.iter().find(|(_, at)| is_there(*at)).map(|(id, _)| *id)
    };
    Ok((beside(&|at| at < position), beside(&|at| at > position)))
}

/// The entry and its list, if the reader may see the list.
pub fn find(
    db: &mut Db,
    scope: &Scope,
    id: Id<id::ListEntry>,
) -> Result<Option<(Entry, MemberList)>> {
    let Some(entry) = entries!().filter(list_entry::id.eq(id)).first::<Entry>(db).optional()?
    else {
        return Ok(None);
    };
    Ok(member_list::find(db, scope, entry.list)?
        .filter(|list| entry.is_visible(scope, list))
        .map(|list| (entry, list)))
}

/// The entry of the person with that IIN on a list, unless it was withdrawn.
pub fn with_iin(
    db: &mut Db,
    keys: &Keys,
    list: Id<id::MemberList>,
    iin: &Iin,
) -> Result<Option<Id<id::ListEntry>>> {
    Ok(list_entry::table
        .inner_join(membership::table.on(membership::id.eq(list_entry::membership_id)))
        .inner_join(person::table.on(person::id.eq(membership::person_id)))
        .filter(list_entry::list_id.eq(list))
        .filter(list_entry::state.ne(EntryState::Withdrawn))
        .filter(person::iin_hmac.eq(keys.index(iin)))
        .select(list_entry::id)
        .first(db)
        .optional()?)
}

/// Marks an entry as changed in its words; false when it is no longer in that version.
pub fn renew(db: &mut Db, id: Id<id::ListEntry>, version: i32) -> Result<bool> {
    let seen = list_entry::table.find(id).filter(list_entry::version.eq(version));
    Ok(update(seen).set(list_entry::version.eq(version + 1)).execute(db)? == 1)
}

/// Notes the first sending that an entry travels in.
pub fn set_sent_in(db: &mut Db, id: Id<id::ListEntry>, dispatch: Id<id::Dispatch>) -> Result<()> {
    update(list_entry::table.find(id).filter(list_entry::sent_in.is_null()))
        .set(list_entry::sent_in.eq(dispatch))
        .execute(db)?;
    Ok(())
}

/// Notes what to mend in a returned entry, or forgets it.
pub fn set_return_code(db: &mut Db, id: Id<id::ListEntry>, code: Option<ReturnCode>) -> Result<()> {
    update(list_entry::table.find(id)).set(list_entry::return_code.eq(code)).execute(db)?;
    Ok(())
}

/// Notes when an entry got its outcome or was withdrawn; `None` when the outcome was taken back.
pub fn set_settled_at(db: &mut Db, id: Id<id::ListEntry>, at: Option<Instant>) -> Result<()> {
    update(list_entry::table.find(id)).set(list_entry::settled_at.eq(at)).execute(db)?;
    Ok(())
}

/// Notes that a register was asked, and, with `answered`, that it answered; what it said has no place here.
pub fn note_register(
    db: &mut Db,
    entry: Id<id::ListEntry>,
    register: Register,
    answered: bool,
    now: Instant,
) -> Result<()> {
    let new = (
        register_note::entry_id.eq(entry),
        register_note::register.eq(register),
        register_note::asked_at.eq(now),
    );
    each!(db, c => insert_into(register_note::table).values(new).on_conflict_do_nothing().execute(c))?;
    if answered {
        let open = register_note::table
            .find((entry, register))
            .filter(register_note::answered_at.is_null());
        update(open).set(register_note::answered_at.eq(now)).execute(db)?;
    }
    Ok(())
}

/// That a register was asked about an entry, and when it answered.
#[derive(Clone, Debug, Queryable)]
pub struct RegisterNote {
    pub entry: Id<id::ListEntry>,
    pub register: Register,
    pub asked_at: Instant,
    pub answered_at: Option<Instant>,
}

/// The notes on the entries of a list.
pub fn register_notes(db: &mut Db, list: Id<id::MemberList>) -> Result<Vec<RegisterNote>> {
    Ok(register_note::table
        .inner_join(list_entry::table.on(list_entry::id.eq(register_note::entry_id)))
        .filter(list_entry::list_id.eq(list))
        .select(register_note::all_columns)
        .load(db)?)
}

/// The notes on one entry.
pub fn register_notes_of(db: &mut Db, entry: Id<id::ListEntry>) -> Result<Vec<RegisterNote>> {
    Ok(register_note::table
        .filter(register_note::entry_id.eq(entry))
        .select(register_note::all_columns)
        .load(db)?)
}

/// Deletes the working notes on an entry once its outcome is returned.
pub fn delete_register_notes(db: &mut Db, entry: Id<id::ListEntry>) -> Result<()> {
    delete(register_note::table.filter(register_note::entry_id.eq(entry))).execute(db)?;
    Ok(())
}
