//! Pages of copies: shown in their place to whoever may see what they belong to.

use crate::{
    domain::{
        id::{self, Id},
        permissions::Parties,
    },
    storage::{
        self,
        access_log::Opened,
        lists::{
            copy::{Owner, Page},
            entry_page,
        },
    },
    web::request::{
        context::RequestContext, current_user::CurrentUser, error::WebError,
        incoming::IncomingRequest, reply::Reply,
    },
};
use actix_web::{HttpResponse, web};

/// One page. Opening one of somebody's ID card leaves a trace; a PDF of old is only handed over.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let (page, of) = find(cx, me, &id)?;
            let content = cx.read(|db| storage::lists::copy::content(db, &cx.app.keys, page.id))?;
            if let Some(Shown { membership, list, parties }) = of {
                cx.log_access_to_all(me, Opened::Copy, &parties, (&[membership], list))?;
            }
            let name = (!page.media_type.starts_with("image/")).then(|| "copy.pdf".to_owned());
            Ok(Reply::File { media_type: page.media_type, content, name })
        })
        .await
}

/// One page as a small picture, in which nothing can be read: to tell pages apart.
pub async fn thumbnail(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let (page, _) = find(cx, me, &id)?;
            let content = cx
                .read(|db| storage::lists::copy::thumbnail(db, &cx.app.keys, page.id))?
                .ok_or(WebError::NotFound)?;
            Ok(Reply::File { media_type: "image/jpeg".into(), content, name: None })
        })
        .await
}

/// Whose document a page shows, on which list if it is one of a list.
struct Shown {
    membership: Id<id::Membership>,
    list: Option<Id<id::MemberList>>,
    parties: Parties,
}

/// The page, if the reader may see what it belongs to, and whose document it shows.
fn find(
    cx: &RequestContext,
    me: &CurrentUser,
    id: &str,
) -> Result<(Page, Option<Shown>), WebError> {
    let id: Id<id::CopyPage> = id.parse().map_err(|_| WebError::NotFound)?;
    let found = cx.read(|db| {
        let Some(page) = storage::lists::copy::find(db, id)? else { return Ok(None) };
        let of = match page.owner {
            Owner::Entry(entry) => match storage::lists::entry::find(db, &me.scope, entry)? {
                Some((entry, list))
                    if entry_page::seen(db, &me.scope, &entry, &list)?
                        .iter()
                        .any(|seen| seen.id == id) =>
                {
                    Some(Shown {
                        membership: entry.membership,
                        list: Some(list.id),
                        parties: list.squad.parties(),
                    })
                }
                _ => return Ok(None),
            },
            Owner::List(list) => {
                let list = storage::lists::member_list::find(db, &me.scope, list)?;
                if !list.is_some_and(|list| me.scope.akimats.contains(&list.squad.akimat)) {
                    return Ok(None);
                }
                None
            }
            Owner::Application(application, _) => {
                match storage::applications::application::find(db, &me.scope, application)? {
                    // The unit has no need of copies.
                    Some(one) if me.scope.territories.contains(&one.territory) => Some(Shown {
                        membership: one.membership,
                        list: None,
                        parties: one.case().parties,
                    }),
                    _ => return Ok(None),
                }
            }
            Owner::Decision(decision) => {
                let councils = cx.directory.with_predecessors(&me.scope.councils);
                if storage::squads::decision::items(db, &councils, decision)?.is_empty() {
                    return Ok(None);
                }
                None
            }
        };
        Ok(Some((page, of)))
    })?;
    found.ok_or(WebError::NotFound)
}
