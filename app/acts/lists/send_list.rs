//! Act 4: an akimat sends a list with ID-card copies, or what was returned of it once corrected (clause 19).

use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    documents::{
        Unprintable,
        office::{self, ListedPerson, Number},
    },
    domain::{
        decision::NUMBER_LIMIT,
        events::lists::{DispatchRecorded, EntryCorrected, EntryResent, ListSent, PersonListed},
        handoff::HandoffKind,
        id::{self, Id},
        member_list::{EntryState, ListState},
        membership::MembershipState,
        permissions::{Case, Unmet},
        person::full_name,
        squad::SquadState,
        state::At,
        time::{Instant, today},
        workflow::{Act, State},
    },
    emails,
    storage::{
        self, Db, Result, Scope, StorageError,
        lists::{
            change::{self, Before, Change},
            dispatch::{NewDispatch, Sent},
            entry::Entry,
        },
    },
};
use chrono::NaiveDate;

/// A list to be sent.
#[derive(Clone, Debug)]
pub struct SendList {
    pub list: Id<id::MemberList>,
    pub version: i32,
    pub outgoing_number: String,
    pub outgoing_date: Option<NaiveDate>,
    /// The sender states citizenship, own will and consent of each person (clauses 1 and 14).
    pub is_stated: bool,
}

faults! {
    /// What can be wrong with a sending.
    SendListError {
        OutgoingNumber: "outgoing_number", "outgoing-number";
        OutgoingDate: "outgoing_date", "date-missing";
        DateInFuture: "outgoing_date", "date-in-future";
        Statement: "statement", "statement-missing";
        Correction: "entries", "correction-not-possible";
    }
}

impl Command for SendList {
    type Error = SendListError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::SendList
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn preconditions(&self, db: &mut Db, case: &Case) -> Result<Vec<Unmet>> {
        preconditions(db, case)
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.outgoing_date
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<SendListError>> {
        use SendListError as E;
        let number = self.outgoing_number.trim();
        let checks = [
            (!number.is_empty() && number.chars().count() <= NUMBER_LIMIT, E::OutgoingNumber),
            (self.outgoing_date.is_some(), E::OutgoingDate),
            (self.outgoing_date.is_none_or(|date| date <= today(now)), E::DateInFuture),
            (self.is_stated, E::Statement),
        ];
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::MemberList>, Refusal<SendListError>> {
        let Some(date) = self.outgoing_date else {
            return Err(Refusal::Invalid(vec![SendListError::OutgoingDate]));
        };
        let (from, _) = storage::lists::member_list::state_of(cx.db, self.list)?;
        let (travelling, staying): (Vec<Entry>, Vec<Entry>) =
            storage::lists::entry::of_list(cx.db, self.list)?
                .into_iter()
                .partition(|entry| entry.goes(from));
        // Nothing is kept apart in a draft.
        let changes = match from {
            ListState::Draft => Vec::new(),
            ListState::Sent | ListState::Received | ListState::Answered | ListState::Closed => {
                take_corrections(cx, &travelling)?
            }
        };
        let snapshot = snapshot(cx, &travelling)?;
        if snapshot.len() != travelling.len() {
            return Err(Refusal::Storage(StorageError::Damaged));
        }
        let new = NewDispatch {
            id: Id::new(),
            list: self.list,
            outgoing_number: self.outgoing_number.trim(),
            outgoing_date: date,
            sent_by: cx.authority.user()?,
            territory: cx.case.territory()?,
            entries: snapshot.len(),
            snapshot: &snapshot,
        };
        storage::lists::member_list::show_to_territory(cx.db, self.list, new.territory)?;
        let serial =
            storage::lists::dispatch::insert(cx.db, &cx.app.keys, &new, today(cx.now), cx.now)?;
        keep_letters(cx, &new)?;
        cx.record(DispatchRecorded { id: new.id, serial, entries: travelling.len() })?;
        cx.transition(
            &At::new(self.list, self.version, from),
            ListState::Sent,
            ListSent { dispatch: new.id },
        )?;
        for entry in &travelling {
            storage::lists::entry::set_sent_in(cx.db, entry.id, new.id)?;
            cx.transition(
                &entry.membership_at(),
                MembershipState::Listed,
                PersonListed { dispatch: new.id },
            )?;
            if entry.state == EntryState::Returned {
                cx.transition(&entry.at(), EntryState::Open, EntryResent {})?;
                storage::lists::entry::set_return_code(cx.db, entry.id, None)?;
            }
        }
        cx.close_about(cx.case.squad()?.any(), HandoffKind::SendList)?;
        for (entry, change) in &changes {
            storage::lists::change::put(cx.db, &cx.app.keys, *entry, new.id, change)?;
            let fields = change.before.keys().copied().collect();
            let is_copy_replaced = change.is_copy_replaced;
            cx.record(EntryCorrected { id: *entry, fields, is_copy_replaced })?;
        }
        if !staying.iter().any(|entry| entry.state == EntryState::Returned) {
            cx.close(HandoffKind::CorrectList)?;
        }
        let email = if from == ListState::Draft {
            emails::lists::receive_list(travelling.len())
        } else {
            emails::lists::receive_corrected(travelling.len())
        };
        cx.open(HandoffKind::ReceiveList, None, &email)?;
        Ok(self.list)
    }
}

/// Keeps the letter with which the list goes, in each language of offices. A name that no paper shows keeps no list from being sent.
fn keep_letters(cx: &mut ActContext<'_>, new: &NewDispatch<'_>) -> Result<()> {
    let squad = storage::squads::squad::get(cx.db, cx.case.squad()?)?;
    let mut name = |id: Id<id::Body>| storage::offices::body::get(cx.db, id).map(|body| body.name);
    let list = office::List {
        akimat: name(squad.akimat)?,
        territory: name(new.territory)?,
        squad: squad.name,
        sent: Number { number: new.outgoing_number.to_owned(), on: new.outgoing_date },
    };
    let people = listed(new.snapshot);
    for language in office::LANGUAGES {
        match office::cover_letter(language, &list, &people).pdf() {
            Ok(bytes) => {
                storage::lists::letter::insert(cx.db, &cx.app.keys, new.id, language, &bytes)?;
            }
            Err(Unprintable::Letter(..) | Unprintable::Long(_)) => {}
            Err(Unprintable::Failed(cause)) => return Err(StorageError::Other(cause)),
        }
    }
    Ok(())
}

/// The people of a sending as its letter has them.
#[must_use]
pub fn listed(sent: &[Sent]) -> Vec<ListedPerson> {
    let person = |sent: &Sent| ListedPerson {
        name: full_name(&sent.surname, sent.given_name.as_deref(), sent.patronymic.as_deref()),
        birth_date: sent.birth_date,
        iin: sent.iin.clone(),
        address: sent.address.clone(),
        pages: sent.copies_sha256.len(),
    };
    sent.iter().map(person).collect()
}

/// From now on the corrections of these entries stand. It gives what changed in those that did.
fn take_corrections(
    cx: &mut ActContext<'_>,
    entries: &[Entry],
) -> Result<Vec<(Id<id::ListEntry>, Change)>, Refusal<SendListError>> {
    let mut changes = Vec::with_capacity(entries.len());
    for entry in entries {
        let change =
            Change { before: take_correction(cx, entry)?, is_copy_replaced: entry.is_copy_changed };
        storage::lists::copy::forget_taken_away(cx.db, entry.id)?;
        if change.is_copy_replaced || !change.before.is_empty() {
            changes.push((entry.id, change));
        }
    }
    Ok(changes)
}

/// From now on what was corrected stands; registers that were asked about another number were asked about somebody else.
fn take_correction(
    cx: &mut ActContext<'_>,
    entry: &Entry,
) -> Result<Before, Refusal<SendListError>> {
    let keys = &cx.app.keys;
    let Some(typed) = storage::lists::correction::of(cx.db, keys, entry.id)? else {
        return Ok(Before::new());
    };
    let stands = storage::squads::membership::particulars(cx.db, keys, entry.membership)?
        .ok_or(Refusal::NotFound)?;
    if stands.iin != typed.iin {
        let leader = storage::squads::leadership::open_of(cx.db, cx.case.squad()?)?;
        let is_named = leader.is_some_and(|leader| leader.membership == entry.membership);
        if is_named
            || storage::squads::membership::is_taken(
                cx.db,
                keys,
                cx.case.squad()?,
                entry.membership,
                &typed.iin,
            )?
        {
            return Err(Refusal::Invalid(vec![SendListError::Correction]));
        }
        storage::lists::entry::delete_register_notes(cx.db, entry.id)?;
        storage::squads::squad::renew(cx.db, cx.case.squad()?)?;
    }
    storage::squads::membership::correct(
        cx.db,
        keys,
        entry.membership,
        cx.authority.holding()?.body,
        &typed,
        cx.now,
    )?;
    storage::lists::correction::remove(cx.db, entry.id)?;
    Ok(change::between(&stands, &typed))
}

/// What a list lacks before it can be sent: the same for the button, the page and the refusal.
pub fn preconditions(db: &mut Db, case: &Case) -> Result<Vec<Unmet>> {
    let State::List(state) = case.state else { return Ok(Vec::new()) };
    let entries = storage::lists::entry::of_list(db, case.id.of::<id::MemberList>())?;
    Ok(unmet(
        state,
        storage::squads::squad::reference(db, case.squad()?)?.1,
        &entries.iter().collect::<Vec<_>>(),
    ))
}

/// What a list lacks that was read already, with the state of its squad.
#[must_use]
pub fn unmet(list: ListState, squad: SquadState, entries: &[&Entry]) -> Vec<Unmet> {
    let travelling: Vec<_> = entries.iter().filter(|entry| entry.goes(list)).collect();
    let untouched = entries.iter().filter(|entry| entry.state == EntryState::Returned).count();
    let mut missing = Vec::new();
    if squad != SquadState::Created {
        missing.push(Unmet::SquadNotCreated);
    }
    if travelling.is_empty() {
        missing.push(if untouched > 0 { Unmet::Corrections(untouched) } else { Unmet::Entries });
    }
    match travelling.iter().filter(|entry| !entry.has_copy).count() {
        0 => {}
        without => missing.push(Unmet::Copies(without)),
    }
    missing
}

/// The values and the hashes of the pages of copies as they are sent; sealed, and never changed.
fn snapshot(cx: &mut ActContext<'_>, entries: &[Entry]) -> Result<Vec<Sent>> {
    let pages =
        storage::lists::copy::of_entries(cx.db, &entries.iter().map(|e| e.id).collect::<Vec<_>>())?;
    let mut sent = Vec::with_capacity(entries.len());
    for entry in entries {
        let typed =
            storage::squads::membership::particulars(cx.db, &cx.app.keys, entry.membership)?
                .ok_or(StorageError::Damaged)?;
        sent.push(Sent {
            entry: entry.id,
            position: entry.position,
            iin: typed.iin.expose().to_owned(),
            surname: typed.surname,
            given_name: typed.given_name,
            patronymic: typed.patronymic,
            birth_date: typed.birth_date,
            document_kind: typed.document_kind,
            document_number: typed.document_number,
            address: typed.address,
            phone: typed.phone,
            email: typed.email,
            language: typed.language,
            copies_sha256: pages
                .iter()
                .filter(|(id, _)| *id == entry.id)
                .map(|(_, page)| hex::encode(&page.sha256))
                .collect(),
        });
    }
    Ok(sent)
}
