//! A list as a spreadsheet: as it was sent, and as it was answered, with what its reader may see on its page and no more.

use crate::{
    domain::{
        id::{self, Id},
        language::Language,
        member_list::EntryState,
    },
    intake::export,
    phrases,
    storage::{
        self,
        access_log::Opened,
        lists::{dispatch::Sent, entry::Entry, member_list::MemberList},
    },
    web::request::{
        context::RequestContext, current_user::CurrentUser, error::WebError,
        incoming::IncomingRequest, permit::Permit, reply::Reply,
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was sent under one number: the values of that day, whatever has been corrected since. It holds IINs, and leaves a trace
/// for each.
pub async fn sent(request: IncomingRequest, path: web::Path<(String, i32)>) -> HttpResponse {
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let (list, entries) = find(cx, me, &path.0)?;
            let dispatches = cx.read(|db| storage::lists::dispatch::of_list(db, list.id))?;
            let dispatch = dispatches
                .into_iter()
                .find(|dispatch| dispatch.serial == path.1)
                .ok_or(WebError::NotFound)?;
            let sent =
                cx.read(|db| storage::lists::dispatch::snapshot(db, &cx.app.keys, dispatch.id))?;
            let memberships: BTreeMap<Id<id::ListEntry>, Id<id::Membership>> =
                entries.iter().map(|entry| (entry.id, entry.membership)).collect();
            let opened: Vec<Id<id::Membership>> =
                sent.iter().filter_map(|sent| memberships.get(&sent.entry).copied()).collect();
            let on = (&*opened, Some(list.id));
            cx.log_access_to_all(me, Opened::Iin, &list.squad.parties(), on)?;
            let content = export::as_sent(sent.into_iter().map(row))
                .map_err(|e| WebError::Failed(e.to_string()))?;
            Ok(Reply::spreadsheet(content, name(&list.reference, &dispatch.serial.to_string())))
        })
        .await
}

/// Who stands on the list and what has become of each, as the list's page says it.
pub async fn answered(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let (list, entries) = find(cx, me, &id)?;
            let says = |key: &str| phrases::plain(cx.language, key);
            let headings = [
                ("№".to_owned(), 8),
                (says("name"), 40),
                (says("birth-date"), 14),
                (says("state"), 34),
                (says("export-to-mend"), 40),
            ];
            let content =
                export::sheet(&headings, entries.iter().map(|entry| line(cx.language, entry)));
            Ok(Reply::spreadsheet(
                content.map_err(|e| WebError::Failed(e.to_string()))?,
                name(&list.reference, "answers"),
            ))
        })
        .await
}

/// The list and those of its entries that the reader may see.
/// A list and the people on it whom the reader sees.
pub(super) fn find(
    cx: &RequestContext,
    me: &CurrentUser,
    id: &str,
) -> Result<(MemberList, Vec<Entry>), WebError> {
    let id: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
    let list = cx
        .read(|db| storage::lists::member_list::find(db, &me.scope, id))?
        .ok_or(WebError::NotFound)?;
    let mut entries = cx.read(|db| storage::lists::entry::of_list(db, id))?;
    entries.retain(|entry| entry.is_visible(&me.scope, &list));
    Ok((list, entries))
}

fn row(sent: Sent) -> [String; 11] {
    [
        sent.position.to_string(),
        sent.surname,
        sent.given_name.unwrap_or_default(),
        sent.patronymic.unwrap_or_default(),
        sent.iin,
        date(sent.birth_date),
        sent.document_number.unwrap_or_default(),
        sent.address.unwrap_or_default(),
        sent.phone.unwrap_or_default(),
        sent.email.unwrap_or_default(),
        sent.language.map(|language| language.to_string()).unwrap_or_default(),
    ]
}

fn line(language: Language, entry: &Entry) -> Vec<String> {
    let word = |of, is| phrases::word(language, of, is);
    let is_returned = entry.state == EntryState::Returned;
    let to_mend =
        entry.return_code.filter(|_| is_returned).map(|code| word("return", code.as_str()));
    let state = if is_returned {
        word("entry", entry.state.as_str())
    } else {
        word("membership", entry.membership_state.as_str())
    };
    vec![
        entry.position.to_string(),
        entry.full_name(),
        date(entry.birth_date),
        state,
        to_mend.unwrap_or_default(),
    ]
}

fn date(date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |date| date.format("%d.%m.%Y").to_string())
}

/// A name of ASCII letters, for every program and every system.
fn name(reference: &str, what: &str) -> String {
    let digits: String =
        reference.chars().filter(|letter| letter.is_ascii_digit() || *letter == '-').collect();
    format!("jasaq{digits}-{what}.xlsx")
}
