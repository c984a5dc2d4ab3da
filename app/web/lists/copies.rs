//! Copies of ID cards for a whole list: uploaded together, then matched to its people.

use super::copies_page::{CopiesPage, RefusedFile};
use crate::{
    acts::lists::{
        attach_copies::AttachCopies,
        copy_pages::{self, Picture},
        copy_repeats::{self, Repeat},
        match_copies::MatchCopies,
    },
    domain::{
        id::{self, Id},
        workflow::Act,
    },
    intake::file_name,
    storage::{self, lists::member_list::MemberList},
    web::{
        pages::button::may,
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            pictures::{Allowance, read_pictures},
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// The choice beside a page that belongs to nobody.
const USELESS: &str = "useless";

/// How many loose pages each person without a copy is to be offered, in the order of the list.
#[derive(Deserialize)]
pub struct Suggestion {
    per: Option<usize>,
}

/// The copies of a list: who has one, and pages whose people are still to be named.
pub async fn index(
    request: IncomingRequest,
    id: web::Path<String>,
    suggestion: web::Query<Suggestion>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let list = own_list(cx, me, &id)?;
            cx.first_form(&CopiesPage::read(cx, me, &list, suggestion.per.unwrap_or(0))?)
        })
        .await
}

/// Takes files for a list; a file named by the IIN of one of its people goes to that person at once.
pub async fn upload(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with(form.reading())
        .form(form, move |cx, me, form| {
            let list = own_list(cx, me, &id)?;
            let UploadedFiles { files, mut refused } = read_files(cx, form, &list)?;
            let pages = new_pages(cx, &list, files, &mut refused)?;
            let (is_empty, is_whole) = (pages.is_empty(), refused.is_empty());
            let refuse = |code: &str, refused| {
                let page = CopiesPage::read(cx, me, &list, 0)?.with_refused(refused);
                // What came of each file stands beside its name.
                cx.rerender(
                    &page,
                    &form.without_files(),
                    &[FieldError { field: "copy".into(), code: code.into(), detail: None }],
                )
            };
            if form.is_too_large {
                return refuse("files-too-large", Vec::new());
            }
            if is_empty && !is_whole {
                return refuse("files-none-taken", refused);
            }
            let command = AttachCopies { list: list.id, pages, replaces: replaces(form) };
            match cx.act(me, form, &command) {
                Ok(_) if is_whole => Ok(Reply::Redirect(format!("/lists/{}/copies", list.id))),
                // The readable files are kept, so that nobody chooses twenty files again because of one.
                Ok(_) => refuse("files-some-refused", refused),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/lists/{}", list.id))?;
                    cx.rerender(&CopiesPage::read(cx, me, &list, 0)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// Whether new pages take the place of earlier ones.
pub(super) fn replaces(form: &SubmittedForm) -> bool {
    form.text("replaces") == "yes"
}

/// A page with its person, if the name of its file tells.
type Page = (Option<Id<id::ListEntry>>, Picture);

/// The pages of uploaded files, and the files that were not taken.
#[derive(Default)]
struct UploadedFiles {
    /// The pages of each file.
    files: Vec<Vec<Page>>,
    refused: Vec<RefusedFile>,
}

/// The pages that are not on the list yet. Files are named of which all or some pages are.
fn new_pages(
    cx: &RequestContext,
    list: &MemberList,
    files: Vec<Vec<Page>>,
    refused: &mut Vec<RefusedFile>,
) -> Result<Vec<Page>, WebError> {
    let lengths: Vec<usize> = files.iter().map(Vec::len).collect();
    let pages: Vec<Page> = files.into_iter().flatten().collect();
    let known = cx.read(|db| copy_repeats::known(db, &cx.app.keys, list.id, &pages))?;
    let repeats = copy_repeats::of(&known, &pages);
    let mut pages = pages.into_iter().zip(repeats);
    let mut new = Vec::new();
    for length in lengths {
        let (known, of_file): (Vec<_>, Vec<_>) =
            pages.by_ref().take(length).partition(|(_, repeat)| repeat.is_some());
        if let Some(((_, page), Some(repeat))) = known.first() {
            refused.push(repeated(&page.source, *repeat, !of_file.is_empty()));
        }
        new.extend(of_file.into_iter().map(|(page, _)| page));
    }
    Ok(new)
}

fn repeated(name: &str, repeat: Repeat, is_partly_new: bool) -> RefusedFile {
    if is_partly_new {
        return RefusedFile::new(name, "copy-same-partly");
    }
    match repeat {
        Repeat::Waiting(page) => RefusedFile::new(name, "copy-same-waiting").at(page),
        Repeat::Attached(person) => RefusedFile::new(name, "copy-same-attached").at(person),
        Repeat::Returned(person) => RefusedFile::new(name, "copy-same-unreadable").at(person),
        Repeat::SameForm => RefusedFile::new(name, "copy-same-form"),
    }
}

fn read_files(
    cx: &RequestContext,
    form: &SubmittedForm,
    list: &MemberList,
) -> Result<UploadedFiles, WebError> {
    let open = cx.read(|db| copy_pages::open_entries(db, &list.case()))?;
    let (mut files, mut allowance) = (UploadedFiles::default(), Allowance::new());
    for file in form.files("copy") {
        let entry = match file_name::iin_of(&file.name) {
            Some(iin) => {
                cx.read(|db| storage::lists::entry::with_iin(db, &cx.app.keys, list.id, &iin))?
            }
            None => None,
        };
        let entry = entry.filter(|entry| open.contains(entry));
        match read_pictures(cx, file, &mut allowance)? {
            Ok(pages) => files.files.push(pages.into_iter().map(|page| (entry, page)).collect()),
            Err(code) => files.refused.push(RefusedFile::new(&file.name, code)),
        }
    }
    Ok(files)
}

/// Gives pages to the people whose they are, and throws useless ones away.
pub async fn update(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list = own_list(cx, me, &id)?;
            let mut command = MatchCopies::of(list.id);
            command.replaces = replaces(form);
            for (page, choice) in form.ids_with_prefix("page-")? {
                match choice {
                    "" => {}
                    USELESS => command.useless.push(page),
                    entry => command
                        .matches
                        .push((page, entry.parse().map_err(|_| WebError::BadRequest)?)),
                }
            }
            let back = format!("/lists/{}/copies", list.id);
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    let faults = faults_of(refusal, &back)?;
                    cx.rerender(&CopiesPage::read(cx, me, &list, 0)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// The list, if the user may attach copies to it now.
fn own_list(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<MemberList, WebError> {
    let id: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
    let list = cx
        .read(|db| storage::lists::member_list::find(db, &me.scope, id))?
        .ok_or(WebError::NotFound)?;
    may(me, Act::AttachCopies, &list.case(), &format!("/lists/{id}"))?;
    Ok(list)
}
