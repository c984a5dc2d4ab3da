//! One person of a list, with the ID-card copy: for the akimat that sent and the officer who vets.

use super::{
    answer::Answer,
    error::{WebError, faults_of},
    lists,
    posted::{Posted, shown},
    visit::{Call, Reader, Visit, button},
};
use crate::{
    acts::{Fault, Verb},
    domain::{
        id::Id,
        member_list::{EntryState, ReturnCode},
        membership::{MembershipState, Outcome},
        permissions::Missing,
        time::today,
        workflow::Act,
    },
    storage::{self, opening::Opened},
};
use actix_web::{HttpResponse, http::StatusCode, web};
use serde_json::{Value, json};

/// The person's page.
pub async fn show(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let mut content = content(visit, reader, id)?;
        content["typed"] = json!({});
        content["errors"] = json!([]);
        visit.page("pages/entry.html", StatusCode::OK, &content)
    })
    .await
}

/// Carries out an act that a form on a person's page asks for: then `next` is shown, or the page again with what is wrong.
pub fn settle<V: Verb<Error: Fault>>(
    visit: &Visit,
    reader: &Reader,
    posted: &Posted,
    entry: Id,
    verb: &V,
    next: impl FnOnce(Id) -> String,
) -> Result<Answer, WebError> {
    match visit.act(reader, posted, verb) {
        Ok(done) => Ok(Answer::See(next(done.result))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/entries/{entry}"))?;
            visit.again("pages/entry.html", content(visit, reader, entry)?, posted, &shown(&faults))
        }
    }
}

/// What the page of a person shows. Showing an IIN leaves a trace.
pub fn content(visit: &Visit, reader: &Reader, id: Id) -> Result<Value, WebError> {
    let found = visit.read(|db| {
        let Some((entry, list)) = storage::entry::find(db, &reader.scope, id)? else { return Ok(None) };
        let Some(typed) = storage::membership::particulars(db, &visit.house.keys, entry.membership)? else { return Ok(None) };
        let case = list.case();
        let copy = entry.copy.map(|copy| storage::copy::get(db, copy)).transpose()?.flatten();
        let received = storage::dispatch::of_list(db, list.id)?.iter().filter_map(|d| d.received_at).next_back();
        let is_territory = reader.scope.territories.contains(&list.squad.parties.territory);
        let notes = if is_territory { storage::entry::register_notes(db, list.id)? } else { Vec::new() };
        let vettable = if entry.state == EntryState::Open && entry.membership_state == MembershipState::BeingVetted {
            vec![]
        } else {
            vec![Missing::Entries]
        };
        let mut line = lists::line(&entry);
        line["iin"] = json!(typed.iin.expose());
        line["document_number"] = json!(typed.document_number);
        line["address"] = json!(typed.address);
        line["copy_type"] = json!(copy.map(|c| c.media_type));
        let content = json!({
            "entry": line,
            "list": { "id": list.id, "reference": list.reference, "state": list.state },
            "squad": super::squads::words(&list.squad),
            "registers": lists::registers(&notes, id),
            "is_territory": is_territory,
            "day": received.map(|at| (today(visit.now) - today(at)).num_days()),
            "return_codes": ReturnCode::ALL,
            "outcomes": Outcome::ALL,
            "attach": button(reader, Act::AttachCopy, &case, &[]),
            "withdraw": button(reader, Act::WithdrawCandidate, &case, &[]),
            "decide": button(reader, Act::ReturnOutcomes, &case, &vettable),
            "return": button(reader, Act::ReturnEntries, &case, &vettable),
            "note": button(reader, Act::NoteRegisters, &case, &vettable),
            "take_back": button(reader, Act::TakeBackOutcome, &case, &[]),
        });
        Ok(Some((reader.opens_under(&list.squad.parties), (entry.membership, list.id), content)))
    })?;
    let (under, on, content) = found.ok_or(WebError::NotFound)?;
    visit.house.store.write(|db| storage::opening::insert(db, reader.user.id, under, Opened::Iin, on, visit.now))?;
    Ok(content)
}

/// The copy itself; pictures are shown, a PDF is only handed over. Opening it leaves a trace.
pub async fn copy(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let found = visit.read(|db| {
            let Some((entry, list)) = storage::entry::find(db, &reader.scope, id)? else { return Ok(None) };
            let Some(copy) = entry.copy.map(|copy| storage::copy::get(db, copy)).transpose()?.flatten() else { return Ok(None) };
            let content = storage::copy::content(db, &visit.house.keys, copy.id)?;
            Ok(Some((reader.opens_under(&list.squad.parties), (entry.membership, list.id), copy.media_type, content)))
        })?;
        let (under, on, media_type, content) = found.ok_or(WebError::NotFound)?;
        visit.house.store.write(|db| storage::opening::insert(db, reader.user.id, under, Opened::Copy, on, visit.now))?;
        let name = (!media_type.starts_with("image/")).then_some("copy.pdf");
        Ok(Answer::File { media_type, content, name })
    })
    .await
}
