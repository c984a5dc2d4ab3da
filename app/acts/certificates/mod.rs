//! Certificates: prepared, signed, printed, handed over, void (clauses 20, 21).

pub mod hand_over_certificate;
pub(in crate::acts) mod prepare;
pub mod prepare_certificates;
pub mod print_certificates;
pub mod settle_paper;
pub mod sign_certificates;
pub mod void_certificate;

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        certificate::CertificateState,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
    },
    storage::{
        self, Db, Result, Scope,
        certificates::certificate::{self, Certificate},
    },
};

/// The register of a subdivision as a case.
pub fn register(db: &mut Db, territory: Id<id::Body>) -> Result<Case> {
    let body = storage::offices::body::get(db, territory)?;
    Ok(Case::of_register(territory, body.name))
}

/// The register as a case, for its subdivision.
fn own_register(db: &mut Db, scope: &Scope, territory: Id<id::Body>) -> Result<Option<Case>> {
    if !scope.territories.contains(&territory) {
        return Ok(None);
    }
    register(db, territory).map(Some)
}

/// The register of a certificate as a case, for its subdivision.
fn register_of(db: &mut Db, scope: &Scope, id: Id<id::Certificate>) -> Result<Option<Case>> {
    match certificate::find(db, scope, id)? {
        Some(found) => own_register(db, scope, found.territory),
        None => Ok(None),
    }
}

/// The certificate in the register of the act, in the version that was seen.
fn seen<E>(
    cx: &mut ActContext<'_>,
    id: Id<id::Certificate>,
    version: i32,
) -> Result<Certificate, Refusal<E>> {
    let territory = cx.case.territory()?;
    let found = certificate::in_register(cx.db, territory, id)?.ok_or(Refusal::NotFound)?;
    if found.version == version { Ok(found) } else { Err(Refusal::Stale(vec![id.any()])) }
}

/// Closes what waits for certificates in that state, if none is left in it.
fn close_without(
    cx: &mut ActContext<'_>,
    state: CertificateState,
    kind: HandoffKind,
) -> Result<()> {
    let territory = cx.case.territory()?;
    if certificate::has(cx.db, territory, state)? { Ok(()) } else { cx.close(kind) }
}
