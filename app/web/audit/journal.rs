//! The journal of the audited bodies, and whether its chains are what was written.

use super::{Audited, word};
use crate::{
    domain::{
        id::{self, Id},
        workflow::Act,
    },
    storage::{
        self, Db, StorageError,
        journal::{ChainFault, Cursor, Stored, Wanted},
    },
    web::{
        pages::Loose,
        request::{
            context::RequestContext,
            cursor::{read_moment, write_moment},
            filters::{ListFilters, Pairs},
            form::SubmittedForm,
            incoming::IncomingRequest,
            permit::Permit,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Entries on one page.
const PAGE: i64 = 50;

/// The newest entries.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/journal", &["body", "act", "from", "to"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let audited = Audited::of(cx, me)?;
            let chosen = audited.chosen(&filters)?;
            let (from, to) = (filters.date("from")?, filters.date("to")?);
            let act: Option<Act> = filters.get("act")?;
            let wanted = Wanted { act: act.map(|act| act.as_str().to_owned()), from: filters.from()?, until: filters.until()? };
            let before = filters.cursor("before", parse_cursor);
            // A body is asked for by name: what others wrote in its chain is not its.
            let (bodies, chains) = chosen.map_or_else(|| (audited.ids(), audited.chains()), |body| (vec![body], Vec::new()));
            let content = cx.read(|db| {
                let found = storage::journal::page(db, &bodies, &chains, &wanted, before.as_ref(), PAGE)?;
                let (entries, next) = crate::web::pages::paging::first_page(found, PAGE, |entry| cursor(&entry.cursor()));
                let lines = lines(db, cx, &audited, &entries)?;
                Ok(json!({ "entries": lines, "next": next }))
            })?;
            let mut content = content;
            content["bodies"] = json!(audited.choices());
            content["acts"] = json!(Act::ALL);
            content["filter"] = json!({ "body": chosen, "act": act, "from": from, "to": to });
            cx.show(&Loose("pages/audit/journal.html", content))
        })
        .await
}

/// Entries as the auditor reads them: codes, references of cases, officers of the audited bodies by name.
fn lines(db: &mut Db, cx: &RequestContext, audited: &Audited, entries: &[Stored]) -> Result<Vec<Value>, StorageError> {
    let references = storage::journal::references(db, &entries.iter().map(|e| e.case_id).collect::<Vec<_>>())?;
    let names = storage::offices::user::names(db, &entries.iter().filter_map(|e| e.user_id).collect::<Vec<_>>())?;
    let chains = entries.iter().filter_map(|e| e.chain.parse().ok());
    let bodies = storage::offices::body::all(db, &entries.iter().filter_map(|e| e.body_id).chain(chains).collect::<Vec<Id<id::Body>>>())?;
    let name_of = |id: Option<Id<id::Body>>| bodies.iter().find(|body| Some(body.id) == id).map(|body| &body.name);
    let line = |entry: &Stored| {
        // A line whose record is damaged still says what its columns say.
        let record = entry.record().ok();
        let basis = record.as_ref().and_then(|record| record.basis.shown());
        let is_audited = audited.name(entry.body_id).is_some();
        json!({
            // The numbers of a chain are its own auditors' to see.
            "number": audited.has_chain(&entry.chain).then_some(entry.number),
            "chain": name_of(entry.chain.parse().ok()),
            "at": entry.at,
            "act": word(cx, "act", &entry.act),
            "clause": basis.map(|(clause, _)| clause),
            "edition": basis.map(|(_, edition)| edition),
            "duty": record.as_ref().and_then(|record| record.actor.duty()),
            "body": name_of(entry.body_id),
            "by": names.iter().find(|(id, _)| is_audited && Some(*id) == entry.user_id).map(|(_, name)| name),
            "subject": word(cx, "subject", &entry.subject),
            "case": references.iter().find(|(id, _)| *id == entry.case_id).map(|(_, reference)| reference),
        })
    };
    Ok(entries.iter().map(line).collect())
}

fn cursor((at, chain, number): &Cursor) -> String {
    format!("{}.{number}.{chain}", write_moment(*at))
}

fn parse_cursor(text: &str) -> Option<Cursor> {
    let mut parts = text.splitn(3, '.');
    let at = read_moment(parts.next()?)?;
    let number = parts.next()?.parse().ok()?;
    Some((at, parts.next()?.to_owned(), number))
}

/// Goes through the chains that the auditor's bodies have written in. It changes nothing; a form asks for it because it
/// takes time.
pub async fn verify(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Verifying)
        .form(form, |cx, me, _| {
            let audited = Audited::of(cx, me)?;
            let results = cx.read(|db| {
                let mut chains = storage::journal::chains_of(db, &audited.ids())?;
                chains.extend(audited.chains());
                chains.sort();
                chains.dedup();
                chains.iter().map(|chain| verified(db, &audited, chain)).collect::<Result<Vec<_>, StorageError>>()
            })?;
            cx.show(&Loose("pages/audit/journal_verified.html", json!({ "chains": results })))
        })
        .await
}

/// A fault is named to whoever has its chain verified; the number of entries is told to the chain's own auditors.
fn verified(db: &mut Db, audited: &Audited, chain: &str) -> Result<Value, StorageError> {
    let bodies: Vec<Id<id::Body>> = chain.parse().into_iter().collect();
    let body = storage::offices::body::all(db, &bodies)?.pop().map(|body| body.name);
    let fault = storage::journal::verify(db, chain)?.map(|fault| {
        let (kind, number) = match fault {
            ChainFault::Changed { number, .. } => ("changed", number),
            ChainFault::Unreadable { number, .. } => ("unreadable", number),
            ChainFault::Missing { number, .. } => ("missing", number),
            ChainFault::Head { number, .. } => ("head", number),
        };
        json!({ "kind": kind, "number": number })
    });
    let is_own = audited.has_chain(chain);
    let head =
        storage::journal::head(db, chain)?.map(|(number, hash)| json!({ "number": is_own.then_some(number), "hash": hex::encode(hash) }));
    Ok(json!({ "chain": body, "fault": fault, "head": head }))
}
