//! Copies of ID cards are attached: to one person, or many at once and then matched to the people of a list.

use super::entries;
use crate::{
    acts::lists::{
        attach_copies::AttachCopies,
        copy_pages::{self, Picture},
        match_copies::MatchCopies,
    },
    domain::{
        id::{self, Id},
        kazakh::fold,
        workflow::Act,
    },
    intake::copy,
    storage::{
        self,
        lists::{
            copy::{Owner, Page},
            entry::Entry,
            member_list::MemberList,
        },
    },
    web::{
        pages::{
            Loose,
            button::{button, may},
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, File, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            permit::Permit,
            reply::Reply,
        },
        squads::squad,
    },
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const PAGE: &str = "pages/lists/copies.html";
/// What the choice beside a page says when it is of no use.
const USELESS: &str = "useless";

/// How many loose pages each person without a copy is to be offered, in the order of the list.
#[derive(Deserialize)]
pub struct Suggestion {
    per: Option<usize>,
}

/// The copies of a list: who has one, and pages whose people are still to be named.
pub async fn index(request: IncomingRequest, id: web::Path<String>, suggestion: web::Query<Suggestion>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let list = own_list(cx, me, &id)?;
            let content = content(cx, me, &list, suggestion.per.unwrap_or(0))?;
            cx.first_form(&Loose(PAGE, content))
        })
        .await
}

/// Takes files for a list; whose name holds the IIN of one of its people goes to that person at once.
pub async fn upload(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Reading)
        .form(form, move |cx, me, form| {
            let list = own_list(cx, me, &id)?;
            let open = cx.read(|db| copy_pages::open_entries(db, &list.case()))?;
            let (mut taken, mut refused, mut left) = (Vec::new(), Vec::new(), Allowance::new());
            for file in form.files("copy") {
                let iin = copy::iin_of(&file.name);
                let entry =
                    iin.map(|iin| cx.read(|db| storage::lists::entry::with_iin(db, &cx.app.keys, list.id, &iin))).transpose()?.flatten();
                match pictures(cx, file, &mut left)? {
                    Ok(pages) => taken.extend(pages.into_iter().map(|page| (entry.filter(|entry| open.contains(entry)), page))),
                    Err(code) => refused.push(json!({ "name": file.name, "key": format!("error-{code}") })),
                }
            }
            let rerender = |errors: &[FieldError], refused: Value| {
                let mut content = content(cx, me, &list, 0)?;
                content["refused"] = refused;
                cx.rerender(&Loose(PAGE, content), form, errors)
            };
            if form.is_too_large {
                return rerender(&[FieldError { field: "copy".into(), code: "files-too-large".into() }], json!([]));
            }
            if taken.is_empty() && !refused.is_empty() {
                return rerender(&[FieldError { field: "copy".into(), code: "files-none-taken".into() }], json!(refused));
            }
            match cx.act(me, form, &AttachCopies { list: list.id, pages: taken }) {
                Ok(_) if refused.is_empty() => Ok(Reply::Redirect(format!("/lists/{}/copies", list.id))),
                // What could be read is kept: nobody has to choose twenty files again because of one.
                Ok(_) => rerender(&[FieldError { field: "copy".into(), code: "files-some-refused".into() }], json!(refused)),
                Err(refusal) => rerender(&field_errors(&faults_of(refusal, &format!("/lists/{}", list.id))?), json!([])),
            }
        })
        .await
}

/// Gives pages to the people they are of, and throws away what is of no use.
pub async fn update(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list = own_list(cx, me, &id)?;
            let chosen = form.with_prefix("page-").filter_map(|(page, choice)| Some((page.parse::<Id<id::CopyPage>>().ok()?, choice)));
            let (useless, rest): (Vec<_>, Vec<_>) = chosen.partition(|(_, choice)| *choice == USELESS);
            let command = MatchCopies {
                list: list.id,
                matches: rest.into_iter().filter_map(|(page, entry)| Some((page, entry.parse().ok()?))).collect(),
                useless: useless.into_iter().map(|(page, _)| page).collect(),
            };
            let back = format!("/lists/{}/copies", list.id);
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    let faults = faults_of(refusal, &back)?;
                    cx.rerender(&Loose(PAGE, content(cx, me, &list, 0)?), form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// Attaches the pages of files to one person.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Reading)
        .form(form, move |cx, me, form| {
            let entry: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            // Who may not attach is told so before anything is decoded.
            let (_, list) = cx.read(|db| storage::lists::entry::find(db, &me.scope, entry))?.ok_or(WebError::NotFound)?;
            may(me, Act::AttachCopies, &list.case(), &format!("/lists/{}", list.id))?;
            let fault = |code: &str| {
                let errors = [FieldError { field: "copy".into(), code: code.into() }];
                cx.rerender(&Loose("pages/lists/entry.html", entries::content(cx, me, entry)?), form, &errors)
            };
            if form.is_too_large {
                return fault("files-too-large");
            }
            let (mut pages, mut left) = (Vec::new(), Allowance::new());
            for file in form.files("copy") {
                match pictures(cx, file, &mut left)? {
                    Ok(read) => pages.extend(read.into_iter().map(|page| (Some(entry), page))),
                    Err(code) => return fault(code),
                }
            }
            entries::submit(cx, me, form, entry, &AttachCopies { list: list.id, pages }, |_| format!("/entries/{entry}"))
        })
        .await
}

/// Takes one page of somebody's copy away.
pub async fn remove(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let page: Id<id::CopyPage> = id.parse().map_err(|_| WebError::NotFound)?;
            let found = cx.read(|db| match storage::lists::copy::find(db, page)?.map(|page| page.owner) {
                Some(Owner::Entry(entry)) => storage::lists::entry::find(db, &me.scope, entry),
                _ => Ok(None),
            })?;
            let (entry, list) = found.ok_or(WebError::NotFound)?;
            let command = MatchCopies { list: list.id, matches: Vec::new(), useless: vec![page] };
            entries::submit(cx, me, form, entry.id, &command, |_| format!("/entries/{}", entry.id))
        })
        .await
}

/// What one form may bring: so many pages, drawn within so long a time, so that others get their turn.
pub struct Allowance {
    pages: usize,
    until: Instant,
}

impl Allowance {
    /// That of a form that has just arrived.
    #[must_use]
    pub fn new() -> Self {
        Self { pages: 200, until: Instant::now() + Duration::from_secs(90) }
    }
}

/// The pages of a file that somebody sent, or the code of what is wrong with it.
pub fn pictures(cx: &RequestContext, file: &File, left: &mut Allowance) -> Result<Result<Vec<Picture>, &'static str>, WebError> {
    if left.pages == 0 || Instant::now() > left.until {
        return Ok(Err("copy-too-much"));
    }
    let source: String = file.name.chars().filter(|c| !c.is_control()).take(200).collect();
    let read = copy::read(&cx.app.program, &file.content).map_err(|e| WebError::Failed(e.to_string()))?;
    let picture =
        |page: crate::intake::picture::Picture| Picture { content: page.content, thumbnail: page.thumbnail, source: source.clone() };
    let pages: Vec<Picture> = match read {
        Ok(pages) => pages.into_iter().map(picture).collect(),
        Err(unreadable) => return Ok(Err(unreadable.code())),
    };
    match left.pages.checked_sub(pages.len()) {
        Some(rest) => left.pages = rest,
        None => return Ok(Err("copy-too-much")),
    }
    Ok(Ok(pages))
}

/// The list, if the reader may attach copies to it now.
fn own_list(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<MemberList, WebError> {
    let id: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
    let list = cx.read(|db| storage::lists::member_list::find(db, &me.scope, id))?.ok_or(WebError::NotFound)?;
    may(me, Act::AttachCopies, &list.case(), &format!("/lists/{id}"))?;
    Ok(list)
}

fn content(cx: &RequestContext, me: &CurrentUser, list: &MemberList, per: usize) -> Result<Value, WebError> {
    let case = list.case();
    let (people, loose, of_people) = cx.read(|db| {
        let mut people = storage::lists::entry::of_list(db, list.id)?;
        people.retain(|entry| copy_pages::is_open(&case, entry.state));
        let of_people = storage::lists::copy::of_entries(db, &people.iter().map(|entry| entry.id).collect::<Vec<_>>())?;
        Ok((people, storage::lists::copy::loose(db, &cx.app.keys, list.id)?, of_people))
    })?;
    let suggested = suggested(&people, &loose, per);
    let pages = |entry: Id<id::ListEntry>| -> Vec<Id<id::CopyPage>> {
        of_people.iter().filter(|(owner, _)| *owner == entry).map(|(_, page)| page.id).collect()
    };
    let without = people.iter().filter(|entry| !entry.has_copy).count();
    Ok(json!({
        "list": { "id": list.id, "reference": list.reference, "state": list.state },
        "squad": squad::words(&list.squad),
        "people": people.iter().map(|e| json!({ "id": e.id, "position": e.position, "name": e.full_name(), "pages": pages(e.id) })).collect::<Vec<_>>(),
        "without": without,
        "loose": loose.iter().zip(suggested).map(|((page, source), entry)| json!({ "id": page.id, "position": page.position, "source": source, "suggested": entry })).collect::<Vec<_>>(),
        "refused": [],
        "attach": button(me, Act::AttachCopies, &case, &[]),
    }))
}

/// Whom each loose page may be of: in the order of the list, so many for each who has none, or by the name of its file.
fn suggested(people: &[Entry], loose: &[(Page, String)], per: usize) -> Vec<Option<Id<id::ListEntry>>> {
    if per > 0 {
        let without = people.iter().filter(|entry| !entry.has_copy).flat_map(|entry| std::iter::repeat_n(Some(entry.id), per));
        return without.chain(std::iter::repeat(None)).take(loose.len()).collect();
    }
    loose.iter().map(|(_, source)| by_name(people, &fold(source))).collect()
}

fn by_name(people: &[Entry], source: &str) -> Option<Id<id::ListEntry>> {
    let is_named = |entry: &&Entry| [&entry.surname, &entry.given_name].iter().all(|name| source.contains(&fold(name)));
    let mut named = people.iter().filter(is_named);
    let found = named.next()?;
    named.next().is_none().then_some(found.id)
}
