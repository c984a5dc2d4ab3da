//! Position and rank of heads, as certificates say them, and where certificates are handed over. A row never changes.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        language::Named,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{certificate, duty, signatory, users},
    },
};
use chrono::NaiveDate;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into,
};

/// The entry of a head, in Kazakh and Russian.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable)]
pub struct Signatory {
    pub position_kk: String,
    pub position_ru: String,
    pub rank_kk: String,
    pub rank_ru: String,
    /// Where certificates are handed over.
    pub place_kk: String,
    pub place_ru: String,
}

impl Signatory {
    /// Where certificates are handed over; in English as in Kazakh.
    #[must_use]
    pub fn place(&self) -> Named {
        let kk = self.place_kk.clone();
        Named { en: kk.clone(), kk, ru: self.place_ru.clone() }
    }
}

/// Enters what holds of that duty from a day on.
pub fn insert(
    db: &mut Db,
    of: Id<id::Duty>,
    from: NaiveDate,
    new: &Signatory,
    now: Instant,
) -> Result<()> {
    insert_into(signatory::table)
        .values((
            signatory::id.eq(Id::<id::Signatory>::new()),
            signatory::duty_id.eq(of),
            signatory::from_on.eq(from),
            signatory::position_kk.eq(&new.position_kk),
            signatory::position_ru.eq(&new.position_ru),
            signatory::rank_kk.eq(&new.rank_kk),
            signatory::rank_ru.eq(&new.rank_ru),
            signatory::place_kk.eq(&new.place_kk),
            signatory::place_ru.eq(&new.place_ru),
            signatory::recorded_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

macro_rules! entered {
    () => {
        (
            signatory::position_kk,
            signatory::position_ru,
            signatory::rank_kk,
            signatory::rank_ru,
            signatory::place_kk,
            signatory::place_ru,
        )
    };
}

/// The entry that holds on a day for the head who is that user, and the head's name.
pub fn of_head(
    db: &mut Db,
    territory: Id<id::Body>,
    user: Id<id::User>,
    (day, now): (NaiveDate, Instant),
) -> Result<Option<(Signatory, String)>> {
    Ok(signatory::table
        .inner_join(duty::table.on(duty::id.eq(signatory::duty_id)))
        .inner_join(users::table.on(users::id.eq(duty::user_id)))
        .filter(duty::body_id.eq(territory))
        .filter(duty::kind.eq(DutyKind::Head))
        .filter(duty::user_id.eq(user))
        .filter(duty::from_at.le(now).and(duty::to_at.is_null().or(duty::to_at.gt(now))))
        .filter(signatory::from_on.le(day))
        .order((signatory::from_on.desc(), signatory::id.desc()))
        .select((entered!(), users::name))
        .first(db)
        .optional()?)
}

/// Where a certificate is handed over: as it was entered of its signatory on the day of signing.
pub fn place_of(db: &mut Db, id: Id<id::Certificate>) -> Result<Option<Named>> {
    let entered: Option<Signatory> = signatory::table
        .inner_join(duty::table.on(duty::id.eq(signatory::duty_id)))
        .inner_join(
            certificate::table.on(certificate::signed_by
                .eq(duty::user_id.nullable())
                .and(certificate::issuer_id.eq(duty::body_id))),
        )
        .filter(certificate::id.eq(id))
        .filter(signatory::from_on.nullable().le(certificate::issued_on))
        .order((signatory::from_on.desc(), signatory::id.desc()))
        .select(entered!())
        .first(db)
        .optional()?;
    Ok(entered.as_ref().map(Signatory::place))
}

/// The last entry for a duty, and from which day it holds.
pub fn last(db: &mut Db, of: Id<id::Duty>) -> Result<Option<(Signatory, NaiveDate)>> {
    Ok(signatory::table
        .filter(signatory::duty_id.eq(of))
        .order((signatory::from_on.desc(), signatory::id.desc()))
        .select((entered!(), signatory::from_on))
        .first(db)
        .optional()?)
}
