//! One person of a list, with the ID-card copy: for the akimat that sent and the officer who vets.

use super::{copy_pages, list};
use crate::{
    acts::{Command, Fault, lists::copy_pages::is_open},
    domain::{
        id::{self, Id},
        member_list::EntryState,
        membership::{MembershipState, Outcome},
        permissions::Unmet,
        time::today,
        workflow::Act,
    },
    storage::{self, access_log::Opened},
    web::{
        pages::{Loose, button::button},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// The person's page.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            let content = content(cx, me, id)?;
            cx.first_form(&Loose("pages/lists/entry.html", content))
        })
        .await
}

/// Carries out an act that a form on a person's page asks for: then `next` is shown, or the page again with what is wrong.
pub fn submit<V: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    entry: Id<id::ListEntry>,
    command: &V,
    next: impl FnOnce(Id<V::Shown>) -> String,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(done) => Ok(Reply::Redirect(next(done.result))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/entries/{entry}"))?;
            cx.rerender(&Loose("pages/lists/entry.html", content(cx, me, entry)?), form, &field_errors(&faults))
        }
    }
}

/// What the page of a person shows. Showing an IIN leaves a trace.
pub fn content(cx: &RequestContext, me: &CurrentUser, id: Id<id::ListEntry>) -> Result<Value, WebError> {
    let found = cx.read(|db| {
        let Some((entry, list)) = storage::lists::entry::find(db, &me.scope, id)? else { return Ok(None) };
        let Some(stands) = storage::squads::membership::particulars(db, &cx.app.keys, entry.membership)? else { return Ok(None) };
        // What the akimat has corrected is the akimat's own until it is sent.
        let is_akimat = me.scope.akimats.contains(&list.squad.parties.akimat);
        let corrected = if is_akimat { storage::lists::correction::of(db, &cx.app.keys, id)? } else { None };
        let is_corrected = corrected.is_some();
        let typed = corrected.unwrap_or(stands);
        let case = list.case();
        let pages = copy_pages::seen(db, me, &entry, &list)?;
        let dispatches = storage::lists::dispatch::of_list(db, list.id)?;
        let received = dispatches.iter().filter_map(|d| d.received_at).next_back();
        let is_correctable = is_open(&case, entry.state);
        let is_territory = me.scope.territories.contains(&list.squad.parties.territory);
        let notes = if is_territory { storage::lists::entry::register_notes(db, list.id)? } else { Vec::new() };
        let vettable = if entry.state == EntryState::Open && entry.membership_state == MembershipState::BeingVetted {
            vec![]
        } else {
            vec![Unmet::Entries]
        };
        let is_known = is_territory && storage::squads::membership::known_elsewhere(db, &[entry.membership])?.contains(&entry.membership);
        let (before, after) = storage::lists::entry::neighbours(db, list.id, entry.position, is_territory)?;
        let mut line = list::line(&entry);
        line["is_corrected"] = json!(is_corrected);
        line["name"] = json!(typed.full_name());
        line["birth_date"] = json!(typed.birth_date);
        line["document_kind"] = json!(typed.document_kind);
        line["phone"] = json!(typed.phone);
        line["iin"] = json!(typed.iin.expose());
        line["document_number"] = json!(typed.document_number);
        line["address"] = json!(typed.address);
        line["is_known_elsewhere"] = json!(is_known);
        let content = json!({
            "entry": line,
            "pages": pages.iter().map(page).collect::<Vec<_>>(),
            "is_open": is_correctable,
            "before": before,
            "after": after,
            "list": { "id": list.id, "reference": list.reference, "state": list.state },
            "squad": crate::web::pages::squad_view::SquadView::from(&list.squad),
            "registers": list::registers(&notes, id),
            "is_territory": is_territory,
            "day": received.map(|at| (today(cx.now) - today(at)).num_days()),
            "outcomes": Outcome::ALL,
            "attach": button(me, Act::AttachCopies, &case, &[]),
            "withdraw": button(me, Act::WithdrawCandidate, &case, &[]),
            "decide": button(me, Act::ReturnOutcomes, &case, &vettable),
            "return": button(me, Act::ReturnEntries, &case, &vettable),
            "note": button(me, Act::NoteRegisters, &case, &vettable),
            "take_back": button(me, Act::TakeBackOutcome, &case, &[]),
        });
        Ok(Some((entry.membership, list, content)))
    })?;
    let (membership, list, content) = found.ok_or(WebError::NotFound)?;
    cx.log_access(me, Opened::Iin, membership, &list)?;
    Ok(content)
}

fn page(page: &storage::lists::copy::Page) -> Value {
    json!({ "id": page.id, "position": page.position, "is_picture": page.media_type.starts_with("image/") })
}
