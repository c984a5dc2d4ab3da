//! Pages of auditors: acts and openings in the bodies they audit. They show no case, no name of a member and no document.

pub mod access_log;
pub mod journal;
pub mod statistics;

use crate::{
    domain::{
        body::{BodyKind, DutyKind},
        id::{self, Id},
        language::Named,
        permissions::Unmet,
        time::Instant,
    },
    phrases,
    storage::{self, offices::body::Body},
    web::request::{context::RequestContext, current_user::CurrentUser, error::WebError},
};
use chrono::{DateTime, Datelike, NaiveDate};
use serde_json::{Value, json};

/// The bodies that a reader audits: those of the duty and those below them.
struct Audited {
    bodies: Vec<Body>,
}

impl Audited {
    /// What the reader audits; 403 for whoever audits nothing.
    fn of(cx: &RequestContext, me: &CurrentUser) -> Result<Self, WebError> {
        let own: Vec<Id<id::Body>> = me.holdings.iter().filter(|h| h.kind == DutyKind::Auditor).map(|h| h.body).collect();
        if own.is_empty() {
            return Err(WebError::Denied(vec![Unmet::Duty(DutyKind::Auditor)]));
        }
        // What a body was before it succeeded others is audited on.
        let bodies = cx.read(|db| {
            let own = storage::offices::body::with_predecessors(db, &own)?;
            storage::offices::body::with_below(db, &own)
        })?;
        Ok(Self { bodies })
    }

    fn ids(&self) -> Vec<Id<id::Body>> {
        self.bodies.iter().map(|body| body.id).collect()
    }

    /// The chains that are theirs: an audited subdivision's.
    fn chains(&self) -> Vec<String> {
        let territories = self.bodies.iter().filter(|body| body.kind == BodyKind::TerritorialSubdivision);
        territories.map(|body| body.id.to_string()).collect()
    }

    /// Whether a chain is theirs.
    fn has_chain(&self, chain: &str) -> bool {
        self.chains().iter().any(|own| own == chain)
    }

    /// The one body that a filter names, or all; another one is not there.
    fn chosen(&self, id: Option<&str>) -> Result<Option<Id<id::Body>>, WebError> {
        let Some(text) = given(id) else { return Ok(None) };
        self.bodies.iter().find(|body| body.id.to_string() == text).map(|body| Some(body.id)).ok_or(WebError::NotFound)
    }

    fn words(&self) -> Vec<Value> {
        self.bodies.iter().map(|body| json!({ "id": body.id, "name": body.name })).collect()
    }

    fn name(&self, id: Option<Id<id::Body>>) -> Option<&Named> {
        self.bodies.iter().find(|body| Some(body.id) == id).map(|body| &body.name)
    }
}

/// What a filter's field says, if anything.
fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

/// A day that a filter names, of this century: databases keep no others.
fn day(text: Option<&str>) -> Result<Option<NaiveDate>, WebError> {
    let Some(text) = given(text) else { return Ok(None) };
    let day: NaiveDate = text.parse().map_err(|_| WebError::BadRequest)?;
    if (2000..2100).contains(&day.year()) { Ok(Some(day)) } else { Err(WebError::BadRequest) }
}

/// A moment as it stands in an address, and back.
fn written(at: Instant) -> i64 {
    at.and_utc().timestamp_micros()
}

fn moment(text: &str) -> Option<Instant> {
    let micros = text.parse().ok().filter(|micros| *micros >= 0)?;
    DateTime::from_timestamp_micros(micros).map(|at| at.naive_utc())
}

/// A word of the journal in the reader's language, or as it stands there when no phrase says it.
fn word(cx: &RequestContext, of: &str, is: &str) -> String {
    let key = format!("{of}-{is}").replace('_', "-");
    phrases::say(cx.language, &key, &phrases::Arguments::new()).unwrap_or_else(|| is.to_owned())
}
