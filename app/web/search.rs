//! Searches: what is looked for is posted and kept sealed; its results have an opaque id for an address.

use crate::{
    domain::{
        id::{self, Id},
        search::Terms,
    },
    storage::{
        self,
        search_results::{Person, Seen},
    },
    web::{
        pages::Loose,
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::{Value, json};

/// Results of one kind on one page.
const PAGE: i64 = 20;

/// The form.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            entitled(me)?;
            cx.show(&Loose("pages/search.html", blank()))
        })
        .await
}

/// Keeps what is looked for and leads to what is found.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            entitled(me)?;
            let typed = form.text("q");
            if cx.is_language_switch || Terms::of(typed).is_none() {
                return cx.rerender(
                    &Loose("pages/search.html", blank()),
                    form,
                    &[FieldError { field: "q".into(), code: "search-terms".into() }],
                );
            }
            let id = cx.write(|db| storage::search::insert(db, &cx.app.keys, me.user.id, typed, cx.now))?;
            Ok(Reply::Redirect(format!("/searches/{id}")))
        })
        .await
}

/// Whoever has no cases has nothing to look for.
fn entitled(me: &CurrentUser) -> Result<(), WebError> {
    if me.scope.bodies().is_empty() { Err(WebError::Denied(Vec::new())) } else { Ok(()) }
}

fn blank() -> Value {
    json!({ "typed": {}, "errors": [], "found": false, "here": "/search", "by_iin": false })
}

/// Behind whom the page before ended: an id, since a name has no place in an address.
#[derive(Deserialize)]
pub struct Place {
    after: Option<String>,
}

/// What is found now, as far as the reader's duties show it.
pub async fn show(request: IncomingRequest, id: web::Path<String>, place: web::Query<Place>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Search> = id.parse().map_err(|_| WebError::NotFound)?;
            let typed = cx.read(|db| storage::search::find(db, &cx.app.keys, id, me.user.id, cx.now))?;
            let typed = typed.ok_or(WebError::NotFound)?;
            let terms = Terms::of(&typed).ok_or(WebError::NotFound)?;
            let after = place.after.as_deref().and_then(|id| id.parse().ok());
            let mut content = results(cx, me, id, &terms, after)?;
            // An IIN that was typed is not written on a page.
            let field_errors = if terms.iin.is_some() { "" } else { &typed };
            content["typed"] = json!({ "q": field_errors });
            content["here"] = json!(format!("/searches/{id}"));
            content["by_iin"] = json!(terms.iin.is_some());
            cx.first_form(&Loose("pages/search.html", content))
        })
        .await
}

fn results(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::Search>,
    terms: &Terms,
    after: Option<Id<id::Membership>>,
) -> Result<Value, WebError> {
    let (scope, keys) = (&me.scope, &cx.app.keys);
    let has_lists = !scope.akimats.is_empty() || !scope.territories.is_empty();
    let (people, squads, lists, decisions) = cx.read(|db| {
        let people = storage::search_results::people(db, keys, scope, terms, after, PAGE)?;
        // Further pages are of people: everything else stands on the first.
        if after.is_some() {
            return Ok((people, Vec::new(), Vec::new(), Vec::new()));
        }
        let squads = storage::search_results::squads(db, scope, terms, PAGE)?;
        let lists = storage::lists::member_list::found(db, scope, terms.reference.as_deref(), &terms.numbers, PAGE)?;
        let councils = storage::offices::body::with_predecessors(db, &scope.councils)?;
        let decisions = storage::squads::decision::by_number(db, &councils, &terms.numbers, PAGE)?;
        Ok((people, squads, lists, decisions))
    })?;
    let (people, next) = crate::web::pages::paging::first_page(people, PAGE, |person| person.membership);
    let (squads, more_squads) = crate::web::pages::paging::first_page(squads, PAGE, |squad| squad.id);
    let (lists, more_lists) = crate::web::pages::paging::first_page(lists, PAGE, |list| list.id);
    let (decisions, more_decisions) = crate::web::pages::paging::first_page(decisions, PAGE, |decision| decision.id);
    Ok(json!({
        "found": true,
        "is_first": after.is_none(),
        "is_empty": people.is_empty() && squads.is_empty() && lists.is_empty() && decisions.is_empty(),
        "people": people.iter().map(line).collect::<Vec<_>>(),
        "next": next.map(|last| format!("/searches/{id}?after={last}")),
        "squads": squads.iter().map(crate::web::squads::squad::words).collect::<Vec<_>>(),
        "more_squads": more_squads.is_some(),
        "lists": lists.iter().map(crate::web::lists::list::index_line).collect::<Vec<_>>(),
        "has_lists": has_lists,
        "more_lists": more_lists.is_some(),
        "decisions": decisions.iter().map(crate::web::squads::decisions::words).collect::<Vec<_>>(),
        "more_decisions": more_decisions.is_some(),
    }))
}

/// A person as the page of results shows one, in the words of the reader's duty.
fn line(person: &Person) -> Value {
    let squad = format!("/squads/{}", person.squad);
    let (href, state, list) = match &person.seen {
        Seen::Entry { entry, list, state } => (format!("/entries/{entry}"), Some(state), Some(list)),
        Seen::Book { state } => (squad, Some(state), None),
        Seen::Name => (squad, None, None),
    };
    json!({ "name": person.name, "squad": person.squad_name, "href": href, "state": state, "list": list })
}
