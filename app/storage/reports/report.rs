//! Reports: of one squad each, seen by its unit and its leader. Place and account are sealed.

use crate::{
    domain::{
        handoff::CaseKind,
        id::{self, Id},
        permissions::{Anchor, Case, Parties},
        report::{Regime, ReportState},
        time::{Instant, today},
        workflow::State,
    },
    storage::{
        Db, Result, Scope, StorageError,
        db::{
            counter,
            schema::{report, users},
            sealing::{Keys, SealContext},
        },
        squads::squad::{self, Squad},
    },
};
use chrono::Datelike;
use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into,
};
use serde::{Deserialize, Serialize};

crate::storage::db::transition::stated!(ReportState in report);

/// A report, without what it tells.
#[derive(Clone, Debug, Queryable)]
pub struct Report {
    pub id: Id<id::Report>,
    pub reference: String,
    pub squad: Id<id::Squad>,
    pub regime: Regime,
    pub state: ReportState,
    pub version: i32,
    pub seen_at: Instant,
    pub reported_at: Instant,
    /// The name of the reporter.
    pub by: String,
}

/// The account of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub place: String,
    pub seen: String,
}

impl Report {
    /// The report as the permission check sees it: a case of the squad's unit.
    #[must_use]
    pub fn case(&self, squad: &Squad) -> Case {
        Self::case_of(self.id, &self.reference, self.state, squad)
    }

    /// A report of that squad as a case, before it is written.
    #[must_use]
    pub fn case_of(id: Id<id::Report>, reference: &str, state: ReportState, squad: &Squad) -> Case {
        Case {
            kind: CaseKind::Report,
            id: id.any(),
            anchor: Anchor::Squad(squad.id),
            title: squad.name.clone(),
            reference: reference.to_owned(),
            state: State::Report(state),
            parties: Parties {
                territory: Some(squad.territory),
                unit: Some(squad.unit),
                ..Parties::default()
            },
        }
    }
}

macro_rules! reports {
    () => {
        report::table.inner_join(users::table.on(users::id.eq(report::reported_by))).select((
            report::id,
            report::reference,
            report::squad_id,
            report::regime,
            report::state,
            report::version,
            report::seen_at,
            report::reported_at,
            users::name,
        ))
    };
}

/// A report before it has its reference.
pub struct NewReport<'a> {
    pub id: Id<id::Report>,
    pub squad: Id<id::Squad>,
    pub by: Id<id::User>,
    pub regime: Regime,
    pub seen_at: Instant,
    pub account: &'a Account,
}

/// Keeps a report and gives its reference.
pub fn insert(db: &mut Db, keys: &Keys, new: &NewReport<'_>, now: Instant) -> Result<String> {
    let year = today(now).year();
    let reference = format!("Х-{year}-{:04}", counter::next(db, &format!("report-{year}"))?);
    let plain = serde_json::to_vec(new.account).map_err(|e| StorageError::Other(e.to_string()))?;
    insert_into(report::table)
        .values((
            report::id.eq(new.id),
            report::reference.eq(&reference),
            report::squad_id.eq(new.squad),
            report::regime.eq(new.regime),
            report::state.eq(ReportState::Sent),
            report::version.eq(1),
            report::seen_at.eq(new.seen_at),
            report::content_sealed.eq(keys.seal(SealContext::ReportContent, new.id, &plain)?),
            report::reported_by.eq(new.by),
            report::reported_at.eq(now),
        ))
        .execute(db)?;
    Ok(reference)
}

/// The squad of reports, for its unit and its leader.
pub fn squad(db: &mut Db, scope: &Scope, id: Id<id::Squad>) -> Result<Option<Squad>> {
    squad::opened_or(db, scope, id, |squad| scope.units.contains(&squad.unit))
}

/// The report of that id with its squad, if the reader's unit leads the squad or the reader does.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::Report>) -> Result<Option<(Report, Squad)>> {
    let found: Option<Report> = reports!().filter(report::id.eq(id)).first(db).optional()?;
    let Some(found) = found else { return Ok(None) };
    Ok(squad(db, scope, found.squad)?.map(|squad| (found, squad)))
}

/// The reports of these squads, the latest first.
pub fn of_squads(db: &mut Db, squads: &[Id<id::Squad>], limit: i64) -> Result<Vec<Report>> {
    Ok(reports!()
        .filter(report::squad_id.eq_any(squads.to_vec()))
        .order(report::id.desc())
        .limit(limit)
        .load(db)?)
}

/// Opens the account of a report.
pub fn account(db: &mut Db, keys: &Keys, id: Id<id::Report>) -> Result<Account> {
    let sealed: Vec<u8> = report::table.find(id).select(report::content_sealed).first(db)?;
    let plain = keys.open(SealContext::ReportContent, id, &sealed)?;
    serde_json::from_slice(&plain).map_err(|_| StorageError::Damaged)
}

/// The report of that squad with the same account, if the same person has sent it since then.
pub fn same(
    db: &mut Db,
    keys: &Keys,
    (squad, by): (Id<id::Squad>, Id<id::User>),
    account: &Account,
    since: Instant,
) -> Result<Option<Id<id::Report>>> {
    let ids: Vec<Id<id::Report>> = report::table
        .filter(report::squad_id.eq(squad))
        .filter(report::reported_by.eq(by))
        .filter(report::reported_at.gt(since))
        .select(report::id)
        .load(db)?;
    for id in ids {
        if self::account(db, keys, id)? == *account {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
