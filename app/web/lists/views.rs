//! What several pages of lists show alike: the list, its squad, one line a person.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        member_list::{EntryState, ListState, Register, ReturnCode},
        membership::MembershipState,
        person::DocumentKind,
        time::{Instant, today},
    },
    storage::{
        lists::{
            entry::{Entry, RegisterNote},
            list_page::Listed,
            member_list::MemberList,
        },
        squads::squad::Squad,
    },
};
use chrono::NaiveDate;
use serde::Serialize;

/// The list that a page is about.
#[derive(Clone, Debug, Serialize)]
pub struct ListHeader {
    pub id: Id<id::MemberList>,
    pub reference: String,
    pub state: ListState,
    pub version: i32,
}

impl From<&MemberList> for ListHeader {
    fn from(list: &MemberList) -> Self {
        Self {
            id: list.id,
            reference: list.reference.clone(),
            state: list.state,
            version: list.version,
        }
    }
}

/// The squad of the list that a page is about.
#[derive(Clone, Debug, Serialize)]
pub struct SquadHeader {
    pub id: Id<id::Squad>,
    pub name: Named,
    pub akimat: Named,
}

impl From<&Squad> for SquadHeader {
    fn from(squad: &Squad) -> Self {
        Self { id: squad.id, name: squad.name.clone(), akimat: squad.akimat_name.clone() }
    }
}

/// Whether a register was asked about a person, and when it answered.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterLine {
    pub register: Register,
    pub asked_at: Option<Instant>,
    pub answered_at: Option<Instant>,
}

/// Every register, with what is noted of it about an entry.
pub fn registers(notes: &[RegisterNote], entry: Id<id::ListEntry>) -> Vec<RegisterLine> {
    let line = |register: &Register| {
        let note = notes.iter().find(|note| note.entry == entry && note.register == *register);
        RegisterLine {
            register: *register,
            asked_at: note.map(|note| note.asked_at),
            answered_at: note.and_then(|note| note.answered_at),
        }
    };
    Register::ALL.iter().map(line).collect()
}

/// A person of a list: no IIN, no document number.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "the template asks each by name")]
pub struct EntryLine {
    pub id: Id<id::ListEntry>,
    pub position: i32,
    pub state: EntryState,
    pub version: i32,
    pub return_code: Option<ReturnCode>,
    pub membership_state: MembershipState,
    pub name: String,
    pub birth_date: Option<NaiveDate>,
    pub document_kind: DocumentKind,
    pub has_copy: bool,
    pub leader: bool,
    pub is_known_elsewhere: bool,
    /// It was returned and came back corrected.
    pub came_back: bool,
    /// It was returned, and has been mended but not sent again.
    pub is_mended: bool,
    pub registers: Vec<RegisterLine>,
}

impl EntryLine {
    /// The line of an entry, with what is noted of its registers.
    pub fn of(listed: &Listed, notes: &[RegisterNote]) -> Self {
        let entry = &listed.entry;
        Self {
            id: entry.id,
            position: entry.position,
            state: entry.state,
            version: entry.version,
            return_code: entry.return_code,
            membership_state: entry.membership_state,
            name: entry.full_name(),
            birth_date: entry.birth_date,
            document_kind: entry.document_kind,
            has_copy: entry.has_copy,
            leader: listed.is_leader,
            is_known_elsewhere: listed.is_known_elsewhere,
            came_back: listed.came_back,
            is_mended: entry.is_mended(),
            registers: registers(notes, entry.id),
        }
    }
}

/// Whether an entry waits on the subdivision: it can be returned, and an outcome can be.
pub fn is_vetted(entry: &Entry) -> bool {
    entry.state == EntryState::Open && entry.membership_state == MembershipState::BeingVetted
}

/// Which day of vetting it is.
pub fn day(received_at: Option<Instant>, now: Instant) -> Option<i64> {
    received_at.map(|at| (today(now) - today(at)).num_days())
}
