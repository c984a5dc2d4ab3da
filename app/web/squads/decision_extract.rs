//! An extract of a decision of the council, as PDF (clause 7).

use crate::{
    documents::office::{self, DecidedItem, Number},
    domain::{
        id::{self, Id},
        language::Named,
    },
    phrases, storage,
    web::request::{error::WebError, incoming::IncomingRequest, paper},
};
use actix_web::{HttpResponse, web};

/// The extract, for the council whose decision it is.
pub async fn show(request: IncomingRequest, path: web::Path<(String, String)>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let (id, language) = path.into_inner();
            let id: Id<id::Decision> = id.parse().map_err(|_| WebError::NotFound)?;
            let language = paper::language(&language)?;
            let councils = cx.directory.with_predecessors(&me.scope.councils);
            let (items, leaders, council) = cx.read(|db| {
                use storage::squads::decision;
                Ok((
                    decision::items(db, &councils, id)?,
                    decision::leaders(db, id)?,
                    decision::council(db, id)?,
                ))
            })?;
            let first = items.first().ok_or(WebError::NotFound)?;
            let council = council.and_then(|id| cx.directory.name(id)).ok_or(WebError::NotFound)?;
            let decided: Vec<DecidedItem> = items
                .iter()
                .map(|item| DecidedItem {
                    decided: phrases::word(language, "decision", item.kind.as_str()),
                    squad: Named::of_squad(item.squad_kk.clone(), item.squad_ru.clone()),
                    leader: leaders.get(&item.position).cloned(),
                    votes: [item.votes_for, item.votes_against, item.votes_abstained],
                })
                .collect();
            let number = Number { number: first.number.clone(), on: first.decided_on };
            let letter =
                office::decision_extract(language, council, &number, &first.presided_by, &decided);
            paper::show(&letter, "uzindi")
        })
        .await
}
