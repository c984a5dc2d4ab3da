//! Copies of one person's ID card: attached on the person's page, or taken away.

use super::{copies::replaces, entries};
use crate::{
    acts::lists::{attach_copies::AttachCopies, match_copies::MatchCopies},
    domain::{
        id::{self, Id},
        workflow::Act,
    },
    storage::{self, lists::copy::Owner},
    web::{
        pages::button::may,
        request::{
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            pictures::{Allowance, read_pictures},
        },
    },
};
use actix_web::{HttpResponse, web};

/// Attaches the pages of files to one person.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with(form.reading())
        .form(form, move |cx, me, form| {
            let entry: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            // Users who may not attach are told so before anything is decoded.
            let (_, list) = cx
                .read(|db| storage::lists::entry::find(db, &me.scope, entry))?
                .ok_or(WebError::NotFound)?;
            may(me, Act::AttachCopies, &list.case(), &format!("/lists/{}", list.id))?;
            let refuse = |code: &str| {
                let errors = [FieldError { field: "copy".into(), code: code.into(), detail: None }];
                cx.rerender(&entries::page(cx, me, entry)?, form, &errors)
            };
            if form.is_too_large {
                return refuse("files-too-large");
            }
            let (mut pages, mut allowance) = (Vec::new(), Allowance::new());
            for file in form.files("copy") {
                match read_pictures(cx, file, &mut allowance)? {
                    Ok(read) => pages.extend(read.into_iter().map(|page| (Some(entry), page))),
                    Err(code) => return refuse(code),
                }
            }
            let command = AttachCopies { list: list.id, pages, replaces: replaces(form) };
            entries::submit(cx, me, form, entry, &command, |_| format!("/entries/{entry}"))
        })
        .await
}

/// Takes one page of somebody's copy away.
pub async fn remove(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let page: Id<id::CopyPage> = id.parse().map_err(|_| WebError::NotFound)?;
            let found =
                cx.read(|db| match storage::lists::copy::find(db, page)?.map(|page| page.owner) {
                    Some(Owner::Entry(entry)) => storage::lists::entry::find(db, &me.scope, entry),
                    Some(Owner::List(_) | Owner::Decision(_) | Owner::Application(..)) | None => {
                        Ok(None)
                    }
                })?;
            let (entry, list) = found.ok_or(WebError::NotFound)?;
            let command = MatchCopies { useless: vec![page], ..MatchCopies::of(list.id) };
            entries::submit(cx, me, form, entry.id, &command, |_| format!("/entries/{}", entry.id))
        })
        .await
}
