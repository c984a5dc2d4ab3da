//! Whether a certificate is valid: by the code on the paper, for anybody.

use crate::{
    domain::certificate::{CertificateKind, CertificateState, CheckAnswer},
    each,
    storage::{
        Db, Result,
        account::link::hash,
        db::schema::{certificate, certificate_check},
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable,
    RunQueryDsl, insert_into, update,
};

/// The facts that are told of a certificate.
#[derive(Clone, Debug, Queryable)]
pub struct Known {
    pub kind: CertificateKind,
    pub number: String,
    pub issuer: String,
    state: CertificateState,
}

impl Known {
    /// Whether it is valid: from handing over on, until it is void.
    #[must_use]
    pub fn answer(&self) -> CheckAnswer {
        if self.state == CertificateState::HandedOver {
            CheckAnswer::Valid
        } else {
            CheckAnswer::NotValid
        }
    }
}

/// The certificate that has this code printed on it.
pub fn by_code(db: &mut Db, code: &str) -> Result<Option<Known>> {
    Ok(certificate::table
        .filter(certificate::code_hash.eq(hash(code)))
        .select((
            certificate::kind,
            certificate::printed_number.assume_not_null(),
            certificate::issuer_name.assume_not_null(),
            certificate::state,
        ))
        .first(db)
        .optional()?)
}

/// Counts one check of a day, without who made it.
pub fn count(db: &mut Db, day: NaiveDate, answer: CheckAnswer) -> Result<()> {
    let values = (
        certificate_check::checked_on.eq(day),
        certificate_check::answer.eq(answer),
        certificate_check::checks.eq(0_i64),
    );
    each!(db, c => insert_into(certificate_check::table).values(values).on_conflict_do_nothing().execute(c))?;
    update(certificate_check::table.find((day, answer)))
        .set(certificate_check::checks.eq(certificate_check::checks + 1))
        .execute(db)?;
    Ok(())
}

/// The checks of a day by answer.
pub fn of_day(db: &mut Db, day: NaiveDate) -> Result<Vec<(CheckAnswer, i64)>> {
    Ok(certificate_check::table
        .filter(certificate_check::checked_on.eq(day))
        .order(certificate_check::answer)
        .select((certificate_check::answer, certificate_check::checks))
        .load(db)?)
}
