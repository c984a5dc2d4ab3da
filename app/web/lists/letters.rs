//! Letters about a list between its two bodies, as PDF: the one it went with, and the answer (clause 19).

use super::exports::find;
use crate::{
    acts::lists::send_list::listed,
    documents::office::{self, Number, VettedPerson},
    domain::{
        id::{self, Id},
        membership::MembershipState,
        time::today,
    },
    storage::{
        self,
        access_log::Opened,
        lists::{dispatch::Dispatch, member_list::MemberList},
    },
    web::request::{
        context::RequestContext, error::WebError, incoming::IncomingRequest, paper, permit::Permit,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, web};
use std::collections::BTreeMap;

/// The letter of a sending, as it was kept with it. It holds IINs, and leaves a trace for each.
pub async fn cover(
    request: IncomingRequest,
    path: web::Path<(String, i32, String)>,
) -> HttpResponse {
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let (id, serial, language) = path.into_inner();
            let language = paper::language(&language)?;
            let (list, entries) = find(cx, me, &id)?;
            let dispatches = cx.read(|db| storage::lists::dispatch::of_list(db, list.id))?;
            let dispatch = dispatches
                .into_iter()
                .find(|dispatch| dispatch.serial == serial)
                .ok_or(WebError::NotFound)?;
            let keys = &cx.app.keys;
            let (sent, kept) = cx.read(|db| {
                Ok((
                    storage::lists::dispatch::snapshot(db, keys, dispatch.id)?,
                    storage::lists::letter::of_dispatch(db, keys, dispatch.id, language)?,
                ))
            })?;
            let memberships: BTreeMap<Id<id::ListEntry>, Id<id::Membership>> =
                entries.iter().map(|entry| (entry.id, entry.membership)).collect();
            let opened: Vec<Id<id::Membership>> =
                sent.iter().filter_map(|sent| memberships.get(&sent.entry).copied()).collect();
            let on = (&*opened, Some(list.id));
            cx.log_access_to_all(me, Opened::Iin, &list.squad.parties(), on)?;
            let name = format!("ilespe-hat-{serial}");
            if let Some(content) = kept {
                return Ok(Reply::document(content, format!("{name}-{language}.pdf")));
            }
            let people = listed(&sent);
            paper::show(
                &office::cover_letter(language, &facts(cx, &list, &dispatch)?, &people),
                &name,
            )
        })
        .await
}

/// The answer to the list: who is registered, and whom to remove. It has no reasons. It names the letter that brought the people: a later
/// one brings corrections of theirs.
pub async fn reply(request: IncomingRequest, path: web::Path<(String, String)>) -> HttpResponse {
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let (id, language) = path.into_inner();
            let language = paper::language(&language)?;
            let (list, entries) = find(cx, me, &id)?;
            let dispatches = cx.read(|db| storage::lists::dispatch::of_list(db, list.id))?;
            let dispatch = dispatches.first().ok_or(WebError::NotFound)?;
            let people: Vec<VettedPerson> = entries
                .iter()
                .filter_map(|entry| {
                    let is_registered = is_registered(entry.membership_state)?;
                    Some(VettedPerson { name: entry.full_name(), is_registered })
                })
                .collect();
            if people.is_empty() {
                return Err(WebError::NotFound);
            }
            let list = facts(cx, &list, dispatch)?;
            paper::show(&office::reply(language, &list, &people, today(cx.now)), "zhauap-hat")
        })
        .await
}

/// Whether a person was registered, once the subdivision has decided: whatever has become of the record since.
pub(super) const fn is_registered(state: MembershipState) -> Option<bool> {
    match state {
        MembershipState::Registered | MembershipState::OffRecord => Some(true),
        MembershipState::ToBeRemoved | MembershipState::Removed => Some(false),
        MembershipState::Proposed
        | MembershipState::Listed
        | MembershipState::BeingVetted
        | MembershipState::Refused
        | MembershipState::Withdrawn => None,
    }
}

fn facts(
    cx: &RequestContext,
    list: &MemberList,
    dispatch: &Dispatch,
) -> Result<office::List, WebError> {
    let name = |id| cx.directory.name(id).cloned().ok_or(WebError::NotFound);
    Ok(office::List {
        akimat: name(list.squad.akimat)?,
        territory: name(list.squad.territory)?,
        squad: list.squad.name.clone(),
        sent: Number { number: dispatch.outgoing_number.clone(), on: dispatch.outgoing_date },
    })
}
