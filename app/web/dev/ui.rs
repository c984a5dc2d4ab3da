//! Every component in every state, on one page: what a change of style is looked at on, and tested on.

use crate::{
    domain::{
        body::BodyState,
        handoff::Urgency,
        leadership::LeadershipState,
        member_list::{EntryState, ListState, Register, ReturnCode},
        membership::{MembershipState, Outcome},
        squad::SquadState,
    },
    web::{pages::Loose, request::incoming::IncomingRequest},
};
use actix_web::HttpResponse;
use chrono::TimeDelta;
use serde_json::{Value, json};

/// The page. Its people and bodies are made up and look it.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request.open(|cx| {
        let name = json!({ "kk": "«Үлгі» ауданының әкімдігі", "ru": "Акимат района «Үлгі»", "en": "Akimat of Ulgi district" });
        let squad = json!({ "kk": "Тірек", "ru": "Опора", "en": "Тірек" });
        let (id, now) = ("00000000000070008000000000000000", cx.now);
        let handoff = |days: i64, nature: &str| {
            json!({
                "id": id, "kind": "vet_list", "nature": "duty", "case_kind": "list", "case_id": id, "squad": squad, "reference": "Т-2026-0001",
                "body": name, "opened_at": now, "closed_at": null, "due_at": now + TimeDelta::days(days), "due_nature": nature,
                "days": days, "days_past": -days,
            })
        };
        let group = |word: &str, handoffs: Vec<Value>| {
            let is_folded = word == "done" || word == "others";
            json!({ "word": word, "is_folded": is_folded, "handoffs": handoffs, "all": "/ui" })
        };
        let groups: Vec<Value> = Urgency::ALL
            .iter()
            .map(|urgency| match urgency {
                Urgency::StatutoryPassed => group(urgency.as_str(), vec![handoff(-2, "statutory")]),
                Urgency::InternalPassed => group(urgency.as_str(), vec![handoff(-1, "internal")]),
                Urgency::DueSoon => group(urgency.as_str(), vec![handoff(0, "internal"), handoff(4, "internal")]),
                _ => group(urgency.as_str(), vec![handoff(21, "internal")]),
            })
            .chain([group("others", vec![handoff(9, "internal")])])
            .collect();
        let entry = |(at, state): (usize, &MembershipState)| {
            let is_vetted = *state == MembershipState::BeingVetted;
            let registers: Vec<Value> = Register::ALL.iter().enumerate()
                .map(|(n, register)| json!({ "register": register, "asked_at": now, "answered_at": (n == 0).then_some(now) }))
                .collect();
            json!({
                "id": format!("{at}"), "position": at + 1, "version": 1, "name": "Үлгібаева Әсел Мысалқызы", "birth_date": "1990-01-31",
                "state": if *state == MembershipState::Listed { EntryState::Returned } else { EntryState::Open },
                "return_code": ReturnCode::ALL[0], "membership_state": state, "document_kind": if at == 1 { "passport" } else { "id_card" },
                "has_copy": at > 0, "leader": at == 1, "is_known_elsewhere": is_vetted, "registers": registers,
            })
        };
        let counts: Vec<Value> = MembershipState::ALL.iter().zip([3, 5, 8, 21, 2, 1, 4]).map(|(state, count)| json!({ "of": "membership", "state": state, "count": count })).collect();
        let act = |act: &str, failed: bool| {
            json!({
                "act": act, "at": now, "clause": "19", "edition": "26.05.2023 No. 405", "duty": "vetting_officer", "body": name, "by": "Сынақов Бауыржан",
                "deputy_for": null, "number": 7, "code": null, "steps": [{ "of": "list", "from": "sent", "to": "received", "n": 1 }],
                "mails": [{ "kind": "vet_list", "duty": "vetting_officer", "body": name, "is_mailbox": false, "n": 2, "sent_at": (!failed).then_some(now), "failed": failed, "attempts": 1 }],
            })
        };
        let words = |of: &str, words: Vec<&str>| json!({ "of": of, "words": words });
        let choice = json!([{ "value": "sent", "of": "list", "is": "sent" }, { "value": "closed", "of": "list", "is": "closed" }]);
        cx.show(&Loose("pages/dev/ui.html", json!({
            "states": [
                words("squad", SquadState::ALL.iter().map(|s| s.as_str()).collect()),
                words("list", ListState::ALL.iter().map(|s| s.as_str()).collect()),
                words("membership", MembershipState::ALL.iter().map(|s| s.as_str()).collect()),
                words("leadership", LeadershipState::ALL.iter().map(|s| s.as_str()).collect()),
                words("body", BodyState::ALL.iter().map(|s| s.as_str()).collect()),
            ],
            "ways": [
                crate::web::pages::steps::steps("list", &[("draft", true), ("sent", true), ("received", false), ("answered", false), ("closed", false)]),
                crate::web::pages::steps::steps("list", &[("draft", true), ("closed", true)]),
            ],
            "waits": [{ "kind": "vet_list", "body": name }],
            "missing": { "can": false, "clause": "19", "missing": [{ "key": "missing-copies", "n": 3 }, { "key": "missing-state", "of": "list", "is": "draft" }] },
            "missing_ours": { "can": false, "clause": null, "missing": [{ "key": "missing-duty", "duty": "administrator" }] },
            "groups": groups,
            "entries": MembershipState::ALL.iter().enumerate().map(entry).collect::<Vec<_>>(),
            "outcomes": Outcome::ALL,
            "counts": counts,
            "total": 44,
            "acts": [act("receive_list", false), act("send_list", true)],
            "dispatches": [
                { "serial": 1, "outgoing_number": "03-12/417", "outgoing_date": "2026-11-22", "entries": 7, "incoming_number": "88", "incoming_date": "2026-11-23", "received_at": now },
                { "serial": 2, "outgoing_number": "03-12/418", "outgoing_date": "2026-11-24", "entries": 1, "received_at": null },
            ],
            "filters": {
                "path": "/ui", "fields": ["state", "period"], "chosen": { "state": "sent" }, "options": { "state": choice },
                "chips": [{ "field": "state", "said": { "value": "sent", "of": "list", "is": "sent" }, "href": "/ui" }],
            },
            "typed": {},
            "errors": [{ "field": "email", "key": "error-address" }],
        })))
    })
    .await
}
