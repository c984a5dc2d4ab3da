//! Copies of ID cards for a whole list: uploaded together, then matched to its people.

use super::copies_page::{CopiesPage, RefusedFile};
use crate::{
    acts::lists::{
        attach_copies::AttachCopies,
        copy_pages::{self, Picture},
        match_copies::MatchCopies,
    },
    domain::{
        id::{self, Id},
        workflow::Act,
    },
    intake::copy,
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
            let files = read_files(cx, form, &list)?;
            let (is_empty, is_whole) = (files.pages.is_empty(), files.refused.is_empty());
            let refuse = |code: &str, refused| {
                let page = CopiesPage::read(cx, me, &list, 0)?.with_refused(refused);
                cx.rerender(
                    &page,
                    form,
                    &[FieldError { field: "copy".into(), code: code.into(), detail: None }],
                )
            };
            if form.is_too_large {
                return refuse("files-too-large", Vec::new());
            }
            if is_empty && !is_whole {
                return refuse("files-none-taken", files.refused);
            }
            match cx.act(me, form, &AttachCopies { list: list.id, pages: files.pages }) {
                Ok(_) if is_whole => Ok(Reply::Redirect(format!("/lists/{}/copies", list.id))),
                // The readable files are kept, so that nobody chooses twenty files again because of one.
                Ok(_) => refuse("files-some-refused", files.refused),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/lists/{}", list.id))?;
                    cx.rerender(&CopiesPage::read(cx, me, &list, 0)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// The pages of uploaded files, each with its person if the name of the file tells, and the files that could not be read.
#[derive(Default)]
struct UploadedFiles {
    pages: Vec<(Option<Id<id::ListEntry>>, Picture)>,
    refused: Vec<RefusedFile>,
}

fn read_files(
    cx: &RequestContext,
    form: &SubmittedForm,
    list: &MemberList,
) -> Result<UploadedFiles, WebError> {
    let open = cx.read(|db| copy_pages::open_entries(db, &list.case()))?;
    let (mut files, mut allowance) = (UploadedFiles::default(), Allowance::new());
    for file in form.files("copy") {
        let entry = match copy::iin_of(&file.name) {
            Some(iin) => {
                cx.read(|db| storage::lists::entry::with_iin(db, &cx.app.keys, list.id, &iin))?
            }
            None => None,
        };
        let entry = entry.filter(|entry| open.contains(entry));
        match read_pictures(cx, file, &mut allowance)? {
            Ok(pages) => files.pages.extend(pages.into_iter().map(|page| (entry, page))),
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
            let mut command =
                MatchCopies { list: list.id, matches: Vec::new(), useless: Vec::new() };
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
