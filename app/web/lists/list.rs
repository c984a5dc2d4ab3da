//! Member lists: what the akimat builds and sends, what the subdivision receives and answers.

use crate::{
    acts::{Fault, Verb, lists::send_list},
    domain::{
        id::Id,
        member_list::{ListState, ListTrouble, Register, ReturnCode},
        membership::{MembershipState, Outcome},
        permissions::Missing,
        time::today,
        workflow::Act,
    },
    storage::{
        self, Db, Scope, StorageError,
        lists::{
            copy::Owner,
            entry::{Entry, RegisterNote},
            member_list::{Filter, Line},
        },
    },
    web::request::{
        context::{Call, Reader, Visit, button},
        error::{WebError, faults_of},
        filters::{Asked, Pairs, of_names, of_words},
        form::{Posted, shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Lists on one page.
const PAGE: i64 = 50;

/// The lists that the reader may see, newest first.
pub async fn index(call: Call, pairs: web::Query<Pairs>) -> HttpResponse {
    let asked = Asked::read("/lists", &["state", "squad", "body", "trouble", "from", "to"], pairs.into_inner());
    call.signed(move |visit, reader| {
        let filter = Filter {
            state: asked.get("state")?,
            squad: asked.get("squad")?,
            akimat: asked.get("body")?,
            from: asked.from()?,
            until: asked.until()?,
            trouble: asked.get("trouble")?,
        };
        let before = asked.cursor("before", |id| id.parse().ok());
        let lines = visit.read(|db| storage::lists::member_list::page(db, &reader.scope, &filter, before, PAGE, visit.now))?;
        let (lines, next) = crate::web::first_page(lines, PAGE, |line| line.id.to_string());
        let filters = asked.words(&visit.read(|db| options(db, reader, filter.squad))?);
        let lines: Vec<Value> = lines.iter().map(index_line).collect();
        visit.show(
            "pages/lists/lists.html",
            &json!({ "lists": lines, "next": next.map(|id| asked.next("before", &id)), "filters": filters }),
        )
    })
    .await
}

/// Squads that a filter offers by name; where there are more, the way leads through a squad's page.
const SQUADS: i64 = 100;

/// What the lists can be filtered by; a choice that is none is not offered.
fn options(db: &mut Db, reader: &Reader, squad: Option<Id>) -> Result<Value, StorageError> {
    let is_territory = !reader.scope.territories.is_empty();
    let seen = Scope { akimats: reader.scope.akimats.clone(), territories: reader.scope.territories.clone(), ..Scope::default() };
    let mut squads = storage::squads::squad::page(db, &seen, &storage::squads::squad::Filter::default(), None, SQUADS)?;
    if squads.len() > usize::try_from(SQUADS).unwrap_or(0) {
        squads = storage::squads::squad::among(db, &seen, &squad.into_iter().collect::<Vec<_>>())?;
    }
    let bodies = crate::web::squads::squad::akimats(db, &seen)?;
    let states = ListState::ALL.iter().filter(|state| !reader.scope.akimats.is_empty() || **state != ListState::Draft);
    let troubles = ListTrouble::ALL.iter().filter(|trouble| is_territory || **trouble != ListTrouble::PastTarget);
    Ok(json!({
        "state": of_words("list", states.copied()),
        "squad": of_names(squads.iter().map(|s| (s.id, &s.name))),
        "body": of_names(bodies.iter().filter(|_| bodies.len() > 1).map(|b| (b.id, &b.name))),
        "trouble": of_words("trouble", troubles.copied()),
    }))
}

/// A list as pages of lists show it.
pub fn index_line(l: &Line) -> Value {
    let squad = json!({ "kk": l.squad_kk, "ru": l.squad_ru, "en": l.squad_kk });
    json!({ "id": l.id, "reference": l.reference, "state": l.state, "created_at": l.created_at, "squad": squad, "entries": l.entries })
}

/// One list, for whoever sent or received it.
pub async fn show(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let content = content(visit, reader, id)?;
        crate::web::note_opened(visit, reader, id)?;
        visit.form("pages/lists/list.html", content)
    })
    .await
}

/// Carries out an act that a form on a list's page asks for: then the list is shown, or its page again with what was typed.
pub fn settle<V: Verb<Error: Fault>>(visit: &Visit, reader: &Reader, posted: &Posted, list: Id, verb: &V) -> Result<Answer, WebError> {
    match visit.act(reader, posted, verb) {
        Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/lists/{list}"))?;
            visit.again("pages/lists/list.html", content(visit, reader, list)?, posted, &shown(&faults))
        }
    }
}

/// What the page of a list shows; forms on it that were refused show it again.
pub fn content(visit: &Visit, reader: &Reader, id: Id) -> Result<Value, WebError> {
    visit.read(|db| read(db, visit, reader, id))?.ok_or(WebError::NotFound)
}

fn read(db: &mut Db, visit: &Visit, reader: &Reader, id: Id) -> Result<Option<Value>, StorageError> {
    let Some(list) = storage::lists::member_list::find(db, &reader.scope, id)? else { return Ok(None) };
    let case = list.case();
    let mut entries = storage::lists::entry::of_list(db, id)?;
    entries.retain(|entry| entry.is_visible(&reader.scope, &list));
    let dispatches = storage::lists::dispatch::of_list(db, id)?;
    let is_akimat = reader.scope.akimats.contains(&list.squad.parties.akimat);
    let is_territory = reader.scope.territories.contains(&list.squad.parties.territory);
    let notes = if is_territory { storage::lists::entry::register_notes(db, id)? } else { Vec::new() };
    let vetted: Vec<Id> = entries.iter().filter(|e| e.membership_state == MembershipState::BeingVetted).map(|e| e.membership).collect();
    let known = if is_territory { storage::squads::membership::known_elsewhere(db, &vetted)? } else { Vec::new() };
    let leader = storage::squads::leadership::open_of(db, list.squad.id)?;
    let lines: Vec<Value> = entries
        .iter()
        .map(|e| {
            let mut line = line(e);
            line["leader"] = json!(leader.as_ref().is_some_and(|l| l.membership == e.membership));
            line["registers"] = registers(&notes, e.id);
            line["is_known_elsewhere"] = json!(known.contains(&e.membership));
            line
        })
        .collect();
    let count = |state: MembershipState| entries.iter().filter(|e| e.membership_state == state).count();
    let counts: Vec<Value> =
        MembershipState::ALL.iter().filter(|s| count(**s) > 0).map(|s| json!({ "state": s, "count": count(*s) })).collect();
    let send_lacks = send_list::lacks(db, &case)?;
    let removable = if count(MembershipState::ToBeRemoved) == 0 { vec![Missing::Entries] } else { Vec::new() };
    let vettable = if count(MembershipState::BeingVetted) == 0 { vec![Missing::Entries] } else { Vec::new() };
    let received = dispatches.iter().filter_map(|d| d.received_at).next_back();
    let waits: Vec<Value> = storage::handoff::of_case(db, id)?
        .into_iter()
        .map(|(kind, kk, ru, en)| json!({ "kind": kind, "body": { "kk": kk, "ru": ru, "en": en } }))
        .collect();
    Ok(Some(json!({
        "list": { "id": list.id, "reference": list.reference, "state": list.state, "version": list.version, "created_at": list.created_at },
        "squad": crate::web::squads::squad::words(&list.squad),
        "steps": steps(list.state),
        "entries": lines,
        "counts": counts,
        "dispatches": dispatches.iter().map(dispatch).collect::<Vec<_>>(),
        "day": received.map(|at| (today(visit.now) - today(at)).num_days()),
        "vetting_days": storage::offices::body::get(db, list.squad.parties.territory)?.vetting_days,
        "waits": waits,
        "is_akimat": is_akimat,
        "is_territory": is_territory,
        "registers": Register::ALL,
        "return_codes": ReturnCode::ALL,
        "outcomes": Outcome::ALL,
        "send": button(reader, Act::SendList, &case, &send_lacks),
        "attach": button(reader, Act::AttachCopies, &case, &[]),
        "withdraw": button(reader, Act::WithdrawCandidate, &case, &[]),
        "receive": button(reader, Act::ReceiveList, &case, &[]),
        "note": button(reader, Act::NoteRegisters, &case, &vettable),
        "decide": button(reader, Act::ReturnOutcomes, &case, &vettable),
        "return": button(reader, Act::ReturnEntries, &case, &vettable),
        "loose": if is_akimat { storage::lists::copy::of(db, Owner::List(id))?.len() } else { 0 },
        "take_back": button(reader, Act::TakeBackOutcome, &case, &[]),
        "remove": button(reader, Act::RemovePeople, &case, &removable),
    })))
}

/// The states that a list goes through.
fn steps(state: ListState) -> Vec<Value> {
    let way: Vec<_> = ListState::ALL.iter().map(|s| (s.as_str(), *s < state || *s == ListState::Closed && state == *s)).collect();
    crate::web::steps("list", &way)
}

/// Which registers were asked about an entry, and when they answered.
pub fn registers(notes: &[RegisterNote], entry: Id) -> Value {
    let words = |register: &Register| {
        let note = notes.iter().find(|n| n.entry == entry && n.register == *register);
        json!({ "register": register, "asked_at": note.map(|n| n.asked_at), "answered_at": note.and_then(|n| n.answered_at) })
    };
    Register::ALL.iter().map(words).collect()
}

/// An entry as templates see it: no IIN, no document number.
pub fn line(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "position": entry.position,
        "state": entry.state,
        "version": entry.version,
        "return_code": entry.return_code,
        "membership": entry.membership,
        "membership_state": entry.membership_state,
        "name": entry.full_name(),
        "birth_date": entry.birth_date,
        "document_kind": entry.document_kind,
        "phone": entry.phone,
        "has_copy": entry.has_copy,
    })
}

fn dispatch(d: &storage::lists::dispatch::Dispatch) -> Value {
    json!({
        "serial": d.serial,
        "outgoing_number": d.outgoing_number,
        "outgoing_date": d.outgoing_date,
        "sent_at": d.sent_at,
        "entries": d.entries,
        "incoming_number": d.incoming_number,
        "incoming_date": d.incoming_date,
        "received_at": d.received_at,
    })
}
