//! Pages of auditors: acts and accesses in the bodies that they audit. They show no case, no name of a member and no document.

pub mod access_log;
pub mod journal;
pub mod statistics;

use crate::{
    domain::{
        body::{BodyKind, DutyKind},
        id::{self, Id},
        language::Named,
        permissions::{Unmet, chains_of},
    },
    phrases,
    storage::offices::body::Body,
    web::request::{
        context::RequestContext, current_user::CurrentUser, error::WebError, filters::ListFilters,
    },
};
use serde::Serialize;

/// The bodies that a reader audits: those of the duty and those below them.
struct Audited {
    bodies: Vec<Body>,
}

/// A body that a filter offers.
#[derive(Clone, Debug, Serialize)]
struct BodyChoice {
    id: Id<id::Body>,
    name: Named,
}

impl Audited {
    /// What the reader audits; 403 for whoever audits nothing.
    fn of(cx: &RequestContext, me: &CurrentUser) -> Result<Self, WebError> {
        let own = me.scope_of(DutyKind::Auditor);
        if own.is_empty() {
            return Err(WebError::Denied(vec![Unmet::Duty(DutyKind::Auditor)]));
        }
        // What a body was before it succeeded others is audited on.
        let own = cx.directory.with_predecessors(&own);
        Ok(Self { bodies: cx.directory.with_below(&own).into_iter().cloned().collect() })
    }

    /// Whether a body of the Border Service is among them.
    fn has_border(&self) -> bool {
        self.bodies.iter().any(|body| body.kind.is_border())
    }

    fn ids(&self) -> Vec<Id<id::Body>> {
        self.bodies.iter().map(|body| body.id).collect()
    }

    /// The chains that are theirs: an audited subdivision's.
    fn chains(&self) -> Vec<String> {
        let territories =
            self.bodies.iter().filter(|body| body.kind == BodyKind::TerritorialSubdivision);
        territories.flat_map(|body| chains_of(body.id)).collect()
    }

    /// Whether a chain is theirs.
    fn has_chain(&self, chain: &str) -> bool {
        self.chains().iter().any(|own| own == chain)
    }

    /// The one body that a filter names, or all; another one is not there.
    fn chosen(&self, filters: &ListFilters) -> Result<Option<Id<id::Body>>, WebError> {
        let Some(text) = filters.text("body") else { return Ok(None) };
        self.bodies
            .iter()
            .find(|body| body.id.to_string() == text)
            .map(|body| Some(body.id))
            .ok_or(WebError::NotFound)
    }

    /// The choices of a filter.
    fn choices(&self) -> Vec<BodyChoice> {
        self.bodies.iter().map(|body| BodyChoice { id: body.id, name: body.name.clone() }).collect()
    }

    fn name(&self, id: Option<Id<id::Body>>) -> Option<&Named> {
        self.bodies.iter().find(|body| Some(body.id) == id).map(|body| &body.name)
    }
}

/// A word of the journal in the reader's language, or as it stands there when no phrase says it.
fn word(cx: &RequestContext, of: &str, is: &str) -> String {
    phrases::say(cx.language, &phrases::key_of(of, is), &phrases::Arguments::new())
        .unwrap_or_else(|| is.to_owned())
}
