//! Act 3: an akimat adds candidates to a squad's draft list; later people come on a new list (clause 19).

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::lists::{CandidateProposed, EntryAdded, ListBegun},
        id::{self, Id},
        member_list::{EntryState, ListState},
        membership::MembershipState,
        permissions::Case,
        person::Particulars,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// The file that candidates came from; its content is not kept.
#[derive(Clone, Debug)]
pub struct Import {
    /// The draft that is used up by saving it.
    pub draft: Id<id::Draft>,
    pub file_name: String,
    pub file_sha256: Vec<u8>,
}

/// Candidates for one squad, all or none.
pub struct AddCandidates {
    pub squad: Id<id::Squad>,
    pub candidates: Vec<Particulars>,
    pub import: Option<Import>,
}

faults! {
    /// What can be wrong with candidates.
    AddCandidatesError {
        None: "candidates", "candidates-none";
        AlreadyInSquad: "candidates", "candidates-already-in-squad";
    }
}

impl Command for AddCandidates {
    type Error = AddCandidatesError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::AddCandidates
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::find(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<AddCandidatesError>> {
        Ok(if self.candidates.is_empty() { vec![AddCandidatesError::None] } else { Vec::new() })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<AddCandidatesError>> {
        let iins: Vec<_> = self.candidates.iter().map(|c| c.iin.clone()).collect();
        if storage::squads::membership::known_to(cx.db, &cx.app.keys, cx.case.akimat()?, &iins)?
            .iter()
            .any(|k| k.squad == self.squad)
        {
            return Err(Refusal::Invalid(vec![AddCandidatesError::AlreadyInSquad]));
        }
        put_on_list(cx, &self.candidates, self.import.as_ref())
    }
}

/// Puts candidates on the squad's draft list, which is made when there is none, and gives the list.
pub(in crate::acts) fn put_on_list<E>(
    cx: &mut ActContext<'_>,
    candidates: &[Particulars],
    import: Option<&Import>,
) -> Result<Id<id::MemberList>, Refusal<E>> {
    let squad = cx.case.squad()?;
    let list = if let Some((list, _)) = storage::lists::member_list::draft_of(cx.db, squad)? {
        list
    } else {
        let list = Id::new();
        storage::lists::member_list::insert(cx.db, list, squad, cx.case.akimat()?, cx.now)?;
        cx.create(list, ListState::Draft, ListBegun {})?;
        list
    };
    let new: Vec<(Id<id::Membership>, &Particulars)> =
        candidates.iter().map(|candidate| (Id::new(), candidate)).collect();
    storage::squads::membership::insert_all(
        cx.db,
        &cx.app.keys,
        squad,
        cx.authority.holding()?.body,
        &new,
        cx.now,
    )?;
    let entries: Vec<(Id<id::ListEntry>, Id<id::Membership>)> =
        new.iter().map(|(membership, _)| (Id::new(), *membership)).collect();
    storage::lists::entry::insert_all(cx.db, list, &entries)?;
    for (entry, membership) in entries {
        cx.create(membership, MembershipState::Proposed, CandidateProposed {})?;
        cx.create(entry, EntryState::Open, EntryAdded { list, membership })?;
    }
    if let Some(import) = import {
        storage::lists::list_import::insert(
            cx.db,
            list,
            &import.file_name,
            &import.file_sha256,
            candidates.len(),
            cx.authority.user()?,
            cx.now,
        )?;
        storage::lists::draft::remove(cx.db, import.draft)?;
    }
    Ok(list)
}
