//! The pages that say why there is no other: not found, not allowed, others were faster, we failed.

use super::{Page, Sample, button::UnmetText, layout, typed::Typed};
use crate::{
    domain::{
        body::DutyKind,
        events::Event,
        history::is_shown,
        id::Id,
        member_list::ListState,
        permissions::Unmet,
        time::Instant,
        workflow::{Act, State},
    },
    storage,
    web::request::{context::RequestContext, error::WebError, reply::Reply},
};
use actix_web::http::StatusCode;
use serde::Serialize;

/// A page that says what the matter is and what to do next.
#[derive(Serialize)]
pub struct ErrorPage {
    problem: &'static str,
    missing: Vec<UnmetText>,
    clause: Option<&'static str>,
    happened: Vec<Happened>,
    /// The words and choices of the form that was not carried out.
    sent: Vec<Typed>,
    back: Option<String>,
    /// A letter that no paper shows.
    letter: Option<char>,
    request_id: String,
}

impl Page for ErrorPage {
    fn template(&self) -> &'static str {
        "pages/error.html"
    }
}

impl Sample for ErrorPage {
    fn samples() -> Vec<Self> {
        let bare = |problem| Self {
            problem,
            missing: Vec::new(),
            clause: None,
            happened: Vec::new(),
            sent: Vec::new(),
            back: None,
            letter: None,
            request_id: "0192".to_owned(),
        };
        let missing = [
            Unmet::Duty(DutyKind::VettingOfficer),
            Unmet::State(State::List(ListState::Sent)),
            Unmet::Copies(3),
            Unmet::Members,
        ];
        let denied = Self {
            missing: missing.iter().map(UnmetText::from).collect(),
            clause: Some("7, 19"),
            ..bare("denied")
        };
        let stale = |problem, is_own: bool| Self {
            happened: vec![Happened {
                act: Act::ReturnOutcomes.as_str(),
                at: Instant::default(),
                by: (!is_own).then(|| "Үлгіев Ү.".to_owned()),
                duty: Some(DutyKind::VettingOfficer),
                is_own,
                now: Some(("membership", "registered")),
            }],
            sent: vec![
                Typed::Text { label: "field-outgoing-number", value: "3-14/1200".to_owned() },
                Typed::Choice { of: "membership", is: "registered", count: 3 },
            ],
            back: Some("/inbox".to_owned()),
            ..bare(problem)
        };
        let stale = [stale("stale", false), stale("stale-own", true)];
        [
            "not-found",
            "foreign-form",
            "bad-request",
            "away",
            "busy",
            "too-large",
            "too-often",
            "failed",
        ]
        .into_iter()
        .map(bare)
        .chain([denied, Self { letter: Some('漢'), ..bare("unprintable") }])
        .chain(stale)
        .collect()
    }
}

/// An act of somebody meanwhile. Names of users of other bodies stay out.
#[derive(Serialize)]
struct Happened {
    act: &'static str,
    at: Instant,
    by: Option<String>,
    duty: Option<DutyKind>,
    /// The reader has done it, in another window or with another form.
    is_own: bool,
    /// The state that holds now, by its words.
    now: Option<(&'static str, &'static str)>,
}

/// The page of an error, in the user's language.
pub fn error_page(cx: &RequestContext, error: &WebError) -> Reply {
    if let WebError::SignIn(next) = error {
        return Reply::Redirect(format!(
            "/sign-in?next={}",
            form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>()
        ));
    }
    if let WebError::Failed(cause) = error {
        tracing::error!(request = cx.request_id(), cause, "failed");
    }
    let missing: &[Unmet] = if let WebError::Denied(missing) = error { missing } else { &[] };
    let (happened, back) = match error {
        WebError::Stale { subjects, back } => (happened(cx, subjects), Some(back.clone())),
        _ => (Vec::new(), None),
    };
    // Duties that any body may have are the product's own: no clause gives them.
    let is_product =
        missing.iter().any(|m| matches!(m, Unmet::Duty(duty) if duty.body_kind().is_none()));
    let is_own = !happened.is_empty() && happened.iter().all(|act| act.is_own);
    let sent = cx.typed().map(Typed::of).unwrap_or_default();
    let page = ErrorPage {
        problem: match error {
            WebError::Stale { .. } if is_own => "stale-own",
            other => other.word(),
        },
        missing: missing.iter().map(UnmetText::from).collect(),
        clause: (!is_product).then_some("7, 19"),
        happened,
        sent,
        back,
        letter: if let WebError::Unprintable(letter) = error { *letter } else { None },
        request_id: cx.request_id().to_owned(),
    };
    layout::render(cx, error.status(), &page, None).unwrap_or_else(|fault| {
        tracing::error!(request = cx.request_id(), ?fault, "the error page failed");
        Reply::Page(StatusCode::INTERNAL_SERVER_ERROR, String::from("500"))
    })
}

/// Who did what, and when, to subjects that were not as the user saw them.
fn happened(cx: &RequestContext, subjects: &[Id]) -> Vec<Happened> {
    let told = cx.read(|db| {
        let mut told = Vec::new();
        for subject in subjects {
            let entries = storage::journal::latest(db, *subject)?;
            let Some(entry) = entries.first() else { continue };
            let actor = entry.record.actor;
            let Some(me) = &cx.me else { continue };
            let is_of_body = actor.body().is_some_and(|body| me.is_in(body));
            let is_own = actor.user() == Some(me.user.id);
            let by = match actor.user() {
                Some(user) if is_of_body && !is_own => {
                    Some(storage::offices::user::get(db, user)?.name)
                }
                _ => None,
            };
            let is_shown = |event: &Event| me.bodies.iter().any(|body| is_shown(body.kind, event));
            let step = entries.iter().find_map(|entry| {
                let event = &entry.record.event;
                Some((event.step()?, is_shown(event)))
            });
            told.push(Happened {
                act: entry.record.act.as_str(),
                at: entry.record.at,
                by,
                duty: actor.duty(),
                is_own,
                now: step.filter(|(_, is_shown)| *is_shown).map(|(step, _)| step.to.words()),
            });
        }
        Ok(told)
    });
    told.unwrap_or_default()
}
