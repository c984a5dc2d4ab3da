//! Certificates: the register, signing and printing, one certificate, and the check by anybody (clauses 20, 21).

pub mod batch;
pub mod certificate;
pub mod check;
pub mod extract;
pub mod letter;
pub mod register;
pub mod signatory;

use crate::{
    domain::{
        certificate::{CertificateKind, CertificateState},
        id::{self, Id},
        language::Named,
    },
    storage::certificates::certificate::Certificate,
    web::request::{context::RequestContext, current_user::CurrentUser, error::WebError},
};
use chrono::NaiveDate;
use serde::Serialize;

/// The register of that id, if it is one of the reader's own subdivisions.
fn own_register(
    cx: &RequestContext,
    me: &CurrentUser,
    id: &str,
) -> Result<(Id<id::Body>, Named), WebError> {
    let id: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
    let name = cx.directory.name(id).filter(|_| me.scope.territories.contains(&id));
    Ok((id, name.cloned().ok_or(WebError::NotFound)?))
}

/// A certificate as lists show it.
#[derive(Serialize)]
struct CertificateLine {
    id: Id<id::Certificate>,
    version: i32,
    kind: CertificateKind,
    state: CertificateState,
    number: Option<String>,
    holder: String,
    issued_on: Option<NaiveDate>,
    handed_over_on: Option<NaiveDate>,
    /// Nobody has said what has become of the void paper.
    is_unsettled: bool,
}

impl From<&Certificate> for CertificateLine {
    fn from(of: &Certificate) -> Self {
        Self {
            id: of.id,
            version: of.version,
            kind: of.kind,
            state: of.state,
            number: of.number.clone(),
            holder: of.holder(),
            issued_on: of.issued_on,
            handed_over_on: of.handed_over_on,
            is_unsettled: of.is_unsettled(),
        }
    }
}

impl CertificateLine {
    fn sample(state: CertificateState) -> Self {
        let is_signed = state != CertificateState::Prepared;
        Self {
            id: Id::new(),
            version: 1,
            kind: CertificateKind::Volunteer,
            state,
            number: is_signed.then(|| "Е000417".to_owned()),
            holder: "Үлгіев Үлгі Үлгіұлы".to_owned(),
            issued_on: is_signed.then(NaiveDate::default),
            handed_over_on: (state == CertificateState::HandedOver).then(NaiveDate::default),
            is_unsettled: state == CertificateState::Void,
        }
    }
}
