//! Registration prepares a certificate, and the end of a record makes it void.

use super::{close_without, register};
use crate::{
    acts::{ActContext, Refusal},
    domain::{
        certificate::{CertificateState, VoidCause},
        events::certificates::{CertificatePrepared, CertificateVoided},
        handoff::HandoffKind,
        id::{self, Id},
    },
    emails,
    storage::{
        Result,
        certificates::certificate::{self, Certificate, NewCertificate},
    },
};

/// Prepares certificates for people who have just been entered in the book, where they have none in the subdivision (clause 20).
pub fn prepare<E>(
    cx: &mut ActContext<'_>,
    people: &[Id<id::Membership>],
) -> Result<(), Refusal<E>> {
    let case = register(cx.db, cx.case.territory()?)?;
    cx.about(case, |cx| {
        let mut prepared = 0;
        for membership in people {
            prepared += usize::from(prepare_one(cx, *membership)?);
        }
        if prepared > 0 && !cx.stays_open(HandoffKind::SignCertificates)? {
            let email = emails::certificates::sign_certificates(prepared);
            cx.open(HandoffKind::SignCertificates, None, &email)?;
        }
        Ok(())
    })
}

/// Whether one was prepared: nobody has two of a kind in one subdivision.
fn prepare_one<E>(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
) -> Result<bool, Refusal<E>> {
    let territory = cx.case.territory()?;
    let (person, kind) = certificate::holder(cx.db, membership)?;
    let standing = certificate::of_person(cx.db, kind, person)?;
    let has_one = standing.iter().any(|one| one.territory == territory);
    // A lost paper is not replaced where its holder's unit has gone over to another subdivision.
    if has_one || certificate::record_of(cx.db, kind, territory, person)?.is_none() {
        return Ok(false);
    }
    let (id, by) = (Id::new(), cx.authority.user().ok());
    let new = NewCertificate { id, territory, kind, person, membership, by };
    certificate::insert(cx.db, &new, cx.now)?;
    cx.create(id, CertificateState::Prepared, CertificatePrepared { kind, membership })?;
    Ok(true)
}

/// Makes the certificates of a person void in each subdivision where the person has left the last record; the last thing that an act
/// does, for it may end in the chain of another subdivision.
pub fn void_without_record<E>(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
) -> Result<(), Refusal<E>> {
    let own = cx.case.territory()?;
    let (person, kind) = certificate::holder(cx.db, membership)?;
    let mut standing = certificate::of_person(cx.db, kind, person)?;
    // A unit that has changed its subdivision has left the certificates of its people there.
    standing.sort_by_key(|one| (one.territory != own, one.territory));
    for one in standing {
        if let Some(record) = certificate::record_of(cx.db, kind, one.territory, person)? {
            if one.membership == membership {
                certificate::go_on_for(cx.db, one.id, record)?;
            }
            continue;
        }
        let case = register(cx.db, one.territory)?;
        if one.territory == own {
            cx.about(case, |cx| end(cx, &one))?;
        } else {
            cx.go_on_about(case)?;
            end(cx, &one)?;
        }
    }
    Ok(())
}

fn end<E>(cx: &mut ActContext<'_>, standing: &Certificate) -> Result<(), Refusal<E>> {
    void(cx, standing, VoidCause::OffRecord)?;
    close_without(cx, CertificateState::Prepared, HandoffKind::SignCertificates)?;
    Ok(close_without(cx, CertificateState::Signed, HandoffKind::HandOverCertificates)?)
}

/// Makes a certificate void. Where there is a paper, somebody is to say what has become of it.
pub fn void<E>(
    cx: &mut ActContext<'_>,
    certificate: &Certificate,
    cause: VoidCause,
) -> Result<(), Refusal<E>> {
    // The check of the table asks for the cause with the state.
    certificate::note_void(cx.db, certificate, cause, cx.now)?;
    cx.transition(&certificate.at(), CertificateState::Void, CertificateVoided { cause })?;
    let has_paper = certificate.state != CertificateState::Prepared;
    if has_paper && cause.fate().is_none() && !cx.stays_open(HandoffKind::SettlePapers)? {
        cx.open(HandoffKind::SettlePapers, None, &emails::certificates::settle_papers())?;
    }
    Ok(())
}
