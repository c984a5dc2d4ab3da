//! Member lists: what the akimat builds and sends, what the subdivision receives and answers.

use crate::{
    acts::{Command, Fault, lists::send_list},
    domain::{
        id::{self, Id},
        member_list::{ListState, ListTrouble, Register, ReturnCode},
        membership::{MembershipState, Outcome},
        permissions::Unmet,
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
        offices::directory::Directory,
    },
    web::{
        pages::{Loose, button::button},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            filters::{ListFilters, Options, Pairs, of_names, of_words},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Lists on one page.
const PAGE: i64 = 50;

/// The lists that the reader may see, newest first.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/lists", &["state", "squad", "body", "trouble", "from", "to"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let filter = Filter {
                state: filters.get("state")?,
                squad: filters.get("squad")?,
                akimat: filters.get("body")?,
                from: filters.from()?,
                until: filters.until()?,
                trouble: filters.get("trouble")?,
            };
            let before = filters.cursor("before", |id| id.parse().ok());
            let lines = cx.read(|db| storage::lists::member_list::page(db, &me.scope, &filter, before, PAGE, cx.now))?;
            let (lines, next) = crate::web::pages::paging::first_page(lines, PAGE, |line| line.id.to_string());
            let choices = filters.bar(cx.read(|db| options(db, &cx.directory, me, filter.squad))?);
            let lines: Vec<Value> = lines.iter().map(index_line).collect();
            cx.show(&Loose(
                "pages/lists/lists.html",
                json!({ "lists": lines, "next": next.map(|id| filters.next("before", &id)), "filters": choices }),
            ))
        })
        .await
}

/// Squads that a filter offers by name; where there are more, the way leads through a squad's page.
const SQUADS: i64 = 100;

/// What the lists can be filtered by; a choice that is none is not offered.
fn options(db: &mut Db, directory: &Directory, me: &CurrentUser, squad: Option<Id<id::Squad>>) -> Result<Options, StorageError> {
    let is_territory = !me.scope.territories.is_empty();
    let seen = Scope { akimats: me.scope.akimats.clone(), territories: me.scope.territories.clone(), ..Scope::default() };
    let mut squads = storage::squads::squad::page(db, &seen, &storage::squads::squad::Filter::default(), None, SQUADS)?;
    if squads.len() > usize::try_from(SQUADS).unwrap_or(0) {
        squads = storage::squads::squad::among(db, &seen, &squad.into_iter().collect::<Vec<_>>())?;
    }
    let bodies = storage::squads::choices::akimats(db, directory, &seen)?;
    let states = ListState::ALL.iter().filter(|state| !me.scope.akimats.is_empty() || **state != ListState::Draft);
    let troubles = ListTrouble::ALL.iter().filter(|trouble| is_territory || **trouble != ListTrouble::PastTarget);
    Ok(Options::from([
        ("state", of_words("list", states.copied())),
        ("squad", of_names(squads.iter().map(|s| (s.id, &s.name)))),
        ("body", of_names(bodies.iter().filter(|_| bodies.len() > 1).map(|b| (b.id, &b.name)))),
        ("trouble", of_words("trouble", troubles.copied())),
    ]))
}

/// A list as pages of lists show it.
pub fn index_line(l: &Line) -> Value {
    let squad = json!({ "kk": l.squad_kk, "ru": l.squad_ru, "en": l.squad_kk });
    json!({ "id": l.id, "reference": l.reference, "state": l.state, "created_at": l.created_at, "squad": squad, "entries": l.entries })
}

/// One list, for whoever sent or received it.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let content = content(cx, me, id)?;
            cx.note_opened(me, id.any())?;
            cx.first_form(&Loose("pages/lists/list.html", content))
        })
        .await
}

/// Carries out an act that a form on a list's page asks for: then the list is shown, or its page again with what was typed.
pub fn submit<V: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    list: Id<id::MemberList>,
    command: &V,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/lists/{list}"))?;
            cx.rerender(&Loose("pages/lists/list.html", content(cx, me, list)?), form, &field_errors(&faults))
        }
    }
}

/// What the page of a list shows; forms on it that were refused show it again.
pub fn content(cx: &RequestContext, me: &CurrentUser, id: Id<id::MemberList>) -> Result<Value, WebError> {
    cx.read(|db| read(db, cx, me, id))?.ok_or(WebError::NotFound)
}

fn read(db: &mut Db, cx: &RequestContext, me: &CurrentUser, id: Id<id::MemberList>) -> Result<Option<Value>, StorageError> {
    let Some(list) = storage::lists::member_list::find(db, &me.scope, id)? else { return Ok(None) };
    let case = list.case();
    let mut entries = storage::lists::entry::of_list(db, id)?;
    entries.retain(|entry| entry.is_visible(&me.scope, &list));
    let dispatches = storage::lists::dispatch::of_list(db, id)?;
    let is_akimat = me.scope.akimats.contains(&list.squad.parties.akimat);
    let is_territory = me.scope.territories.contains(&list.squad.parties.territory);
    let notes = if is_territory { storage::lists::entry::register_notes(db, id)? } else { Vec::new() };
    let vetted: Vec<Id<id::Membership>> =
        entries.iter().filter(|e| e.membership_state == MembershipState::BeingVetted).map(|e| e.membership).collect();
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
    let send_unmet = send_list::preconditions(db, &case)?;
    let removable = if count(MembershipState::ToBeRemoved) == 0 { vec![Unmet::Entries] } else { Vec::new() };
    let vettable = if count(MembershipState::BeingVetted) == 0 { vec![Unmet::Entries] } else { Vec::new() };
    let received = dispatches.iter().filter_map(|d| d.received_at).next_back();
    let waits: Vec<Value> = storage::handoff::of_case(db, id.any())?
        .into_iter()
        .map(|(kind, kk, ru, en)| json!({ "kind": kind, "body": { "kk": kk, "ru": ru, "en": en } }))
        .collect();
    Ok(Some(json!({
        "list": { "id": list.id, "reference": list.reference, "state": list.state, "version": list.version, "created_at": list.created_at },
        "squad": crate::web::pages::squad_view::SquadView::from(&list.squad),
        "steps": steps(list.state),
        "entries": lines,
        "counts": counts,
        "dispatches": dispatches.iter().map(dispatch).collect::<Vec<_>>(),
        "day": received.map(|at| (today(cx.now) - today(at)).num_days()),
        "vetting_days": storage::offices::body::get(db, list.squad.parties.territory)?.vetting_days,
        "waits": waits,
        "is_akimat": is_akimat,
        "is_territory": is_territory,
        "registers": Register::ALL,
        "return_codes": ReturnCode::ALL,
        "outcomes": Outcome::ALL,
        "send": button(me, Act::SendList, &case, &send_unmet),
        "attach": button(me, Act::AttachCopies, &case, &[]),
        "withdraw": button(me, Act::WithdrawCandidate, &case, &[]),
        "receive": button(me, Act::ReceiveList, &case, &[]),
        "note": button(me, Act::NoteRegisters, &case, &vettable),
        "decide": button(me, Act::ReturnOutcomes, &case, &vettable),
        "return": button(me, Act::ReturnEntries, &case, &vettable),
        "loose": if is_akimat { storage::lists::copy::of(db, Owner::List(id))?.len() } else { 0 },
        "take_back": button(me, Act::TakeBackOutcome, &case, &[]),
        "remove": button(me, Act::RemovePeople, &case, &removable),
    })))
}

/// The states that a list goes through.
fn steps(state: ListState) -> Vec<crate::web::pages::steps::Step> {
    let way: Vec<_> = ListState::ALL.iter().map(|s| (s.as_str(), *s < state || *s == ListState::Closed && state == *s)).collect();
    crate::web::pages::steps::steps("list", &way)
}

/// Which registers were asked about an entry, and when they answered.
pub fn registers(notes: &[RegisterNote], entry: Id<id::ListEntry>) -> Value {
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
