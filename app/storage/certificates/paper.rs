//! The paper of a certificate: what it says, its bytes under seal, its prints, and to whom it was handed over.

use crate::{
    domain::{
        certificate::{CertificateKind, PrintKind, printed},
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result, StorageError,
        account::link,
        db::{
            counter,
            schema::{certificate, certificate_print, users},
            sealing::{Keys, SealContext},
        },
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, insert_into, update,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The next number of a subdivision in the series of a kind, and as it is printed.
pub fn next_number(
    db: &mut Db,
    issuer: Id<id::Body>,
    kind: CertificateKind,
    (series, width): (&str, u16),
) -> Result<(i64, String)> {
    let number = counter::next(db, &format!("certificate-{kind}-{issuer}"))?;
    Ok((number, printed(series, number, width)))
}

/// The contents of a paper.
#[derive(Clone, Debug)]
pub struct Paper {
    pub issuer: Id<id::Body>,
    pub number: (i64, String),
    pub issued_on: NaiveDate,
    pub holder: String,
    pub issuer_name: String,
    pub position: String,
    pub rank: String,
    pub signatory: String,
}

/// Keeps the paper of a certificate that was signed by that user: it is rendered once and never again.
pub fn keep(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Certificate>,
    (paper, bytes, code): (&Paper, &[u8], &str),
    by: Id<id::User>,
) -> Result<()> {
    update(certificate::table.find(id))
        .set((
            (
                certificate::issuer_id.eq(paper.issuer),
                certificate::number.eq(paper.number.0),
                certificate::printed_number.eq(&paper.number.1),
                certificate::issued_on.eq(paper.issued_on),
                certificate::signed_by.eq(by),
            ),
            (
                certificate::holder.eq(&paper.holder),
                certificate::issuer_name.eq(&paper.issuer_name),
                certificate::position.eq(&paper.position),
                certificate::rank.eq(&paper.rank),
                certificate::signatory.eq(&paper.signatory),
            ),
            (
                certificate::paper_sealed.eq(keys.seal(
                    SealContext::CertificatePaper,
                    id,
                    bytes,
                )?),
                certificate::paper_sha256.eq(Sha256::digest(bytes).to_vec()),
                certificate::code_hash.eq(link::hash(code)),
                certificate::code_sealed.eq(keys.seal(
                    SealContext::CertificateCode,
                    id,
                    code.as_bytes(),
                )?),
            ),
        ))
        .execute(db)?;
    Ok(())
}

/// The bytes of the paper, the same as on the day of signing.
///
/// # Errors
/// [`StorageError::Damaged`] when they have changed.
pub fn bytes(db: &mut Db, keys: &Keys, id: Id<id::Certificate>) -> Result<Option<Vec<u8>>> {
    let (sealed, sha256): (Option<Vec<u8>>, Option<Vec<u8>>) = certificate::table
        .find(id)
        .select((certificate::paper_sealed, certificate::paper_sha256))
        .first(db)?;
    let Some(sealed) = sealed else { return Ok(None) };
    let bytes = keys.open(SealContext::CertificatePaper, id, &sealed)?;
    if sha256.as_deref() != Some(&Sha256::digest(&bytes)[..]) {
        return Err(StorageError::Damaged);
    }
    Ok(Some(bytes))
}

/// The contents of a paper and its code, to be printed beside others on one sheet.
///
/// # Errors
/// [`StorageError::Damaged`] when the code can't be opened.
pub fn said(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Certificate>,
) -> Result<Option<(CertificateKind, Paper, String)>> {
    type Row = (
        CertificateKind,
        Id<id::Body>,
        (i64, String),
        NaiveDate,
        (String, String, String, String, String),
        Vec<u8>,
    );
    let row: Option<Row> = certificate::table
        .find(id)
        .filter(certificate::paper_sealed.is_not_null())
        .select((
            certificate::kind,
            certificate::issuer_id,
            (certificate::number.assume_not_null(), certificate::printed_number.assume_not_null()),
            certificate::issued_on.assume_not_null(),
            (
                certificate::holder.assume_not_null(),
                certificate::issuer_name.assume_not_null(),
                certificate::position.assume_not_null(),
                certificate::rank.assume_not_null(),
                certificate::signatory.assume_not_null(),
            ),
            certificate::code_sealed.assume_not_null(),
        ))
        .first(db)
        .optional()?;
    let Some((kind, issuer, number, issued_on, says, sealed)) = row else { return Ok(None) };
    let (holder, issuer_name, position, rank, signatory) = says;
    let code = keys.open(SealContext::CertificateCode, id, &sealed)?;
    let code = String::from_utf8(code).map_err(|_| StorageError::Damaged)?;
    let paper = Paper { issuer, number, issued_on, holder, issuer_name, position, rank, signatory };
    Ok(Some((kind, paper, code)))
}

/// A print of a paper.
#[derive(Clone, Debug, Queryable)]
pub struct Print {
    pub kind: PrintKind,
    pub at: Instant,
    pub by: String,
}

/// Notes a print.
pub fn note_print(
    db: &mut Db,
    of: Id<id::Certificate>,
    kind: PrintKind,
    by: Id<id::User>,
    now: Instant,
) -> Result<()> {
    insert_into(certificate_print::table)
        .values((
            certificate_print::id.eq(Id::<id::CertificatePrint>::new()),
            certificate_print::certificate_id.eq(of),
            certificate_print::kind.eq(kind),
            certificate_print::printed_by.eq(by),
            certificate_print::printed_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// The prints of a paper, the first one first.
pub fn prints(db: &mut Db, of: Id<id::Certificate>) -> Result<Vec<Print>> {
    Ok(certificate_print::table
        .inner_join(users::table.on(users::id.eq(certificate_print::printed_by)))
        .filter(certificate_print::certificate_id.eq(of))
        .order(certificate_print::id)
        .select((certificate_print::kind, certificate_print::printed_at, users::name))
        .load(db)?)
}

/// To whom a certificate was handed over, and on which document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandingOver {
    pub to: String,
    pub document: String,
}

/// Keeps it.
pub fn hand_over(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Certificate>,
    on: NaiveDate,
    over: &HandingOver,
) -> Result<()> {
    let plain = serde_json::to_vec(over).map_err(|e| StorageError::Other(e.to_string()))?;
    update(certificate::table.find(id))
        .set((
            certificate::handed_over_on.eq(on),
            certificate::handing_over_sealed.eq(keys.seal(SealContext::HandingOver, id, &plain)?),
        ))
        .execute(db)?;
    Ok(())
}

/// To whom it was handed over, if it was.
pub fn handing_over(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Certificate>,
) -> Result<Option<HandingOver>> {
    let sealed: Option<Vec<u8>> =
        certificate::table.find(id).select(certificate::handing_over_sealed).first(db)?;
    let Some(sealed) = sealed else { return Ok(None) };
    let plain = keys.open(SealContext::HandingOver, id, &sealed)?;
    serde_json::from_slice(&plain).map(Some).map_err(|_| StorageError::Damaged)
}
