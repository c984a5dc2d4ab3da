//! The Rules clause by clause, and what the system does for each: made from the workflow table, so that it can say nothing else.

use crate::{
    domain::{
        clause::{Clause, EDITION},
        handoff::HandoffKind,
        own_decision::OwnDecision,
        rules::{acts_on, acts_on_none},
        workflow::{Change, Row, State},
    },
    web::{pages::Loose, request::incoming::IncomingRequest},
};
use actix_web::HttpResponse;
use serde_json::{Value, json};

/// The page.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, _| {
            let clauses: Vec<Value> = Clause::ALL.iter().map(|clause| words(*clause)).collect();
            let own: Vec<Value> = OwnDecision::ALL.iter().map(|own| json!({ "decision": own, "clause": own.beside() })).collect();
            let content =
                json!({ "clauses": clauses, "own": own, "on_none": acts_on_none().map(act).collect::<Vec<_>>(), "edition": EDITION });
            cx.show(&Loose("pages/rules.html", content))
        })
        .await
}

fn words(clause: Clause) -> Value {
    json!({
        "clause": clause,
        "standing": clause.standing(),
        "amended": clause.amended(),
        "acts": acts_on(clause).map(act).collect::<Vec<_>>(),
    })
}

/// A row of the table as templates see it.
fn act(row: &Row) -> Value {
    let handoffs = |kinds: &[HandoffKind]| -> Vec<Value> {
        kinds.iter().map(|kind| json!({ "kind": kind, "duty": kind.duty(), "nature": kind.nature() })).collect()
    };
    json!({
        "act": row.act,
        "who": row.who.duties(),
        "case": row.case,
        "when": row.when.states().iter().copied().map(state).collect::<Vec<_>>(),
        "changes": row.changes.iter().copied().map(change).collect::<Vec<_>>(),
        "opens": handoffs(row.opens),
        "may_open": handoffs(row.may_open),
        "tells": row.notifies.iter().map(|notice| json!({ "receipt": notice, "duty": notice.duty() })).collect::<Vec<_>>(),
    })
}

fn state(state: State) -> Value {
    json!({ "of": state.words().0, "is": state.words().1 })
}

fn change(change: Change) -> Value {
    json!({ "of": change.to.words().0, "from": change.from.map(|from| from.words().1), "to": change.to.words().1 })
}
