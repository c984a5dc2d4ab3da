//! Act 18: a leader or the unit reports a breach that became known (clauses 9, 12). The unit is mailed at once.

use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_said},
    },
    domain::{
        events::reports::FactReported,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        report::{PLACE_LIMIT, Regime, ReportState, SEEN_LIMIT},
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{
        Db, Result, Scope, StorageError,
        reports::report::{self, Account, NewReport, Report},
    },
};

/// A report of the squad that the actor leads, or of a squad of the actor's unit.
pub struct ReportFact {
    pub id: Id<id::Report>,
    pub squad: Id<id::Squad>,
    pub regime: Option<Regime>,
    pub seen_at: Option<Instant>,
    pub account: Account,
}

faults! {
    /// The faults of a report.
    ReportFactError {
        Regime: "regime", "report-regime";
        Time: "seen_on", "report-time";
        Future: "seen_on", "report-future";
        Place: "place", "report-place";
        Seen: "seen", "report-seen";
    }
}

impl Command for ReportFact {
    type Error = ReportFactError;
    type Next = id::Report;

    fn act(&self) -> Act {
        Act::ReportFact
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let squad = report::squad(db, scope, self.squad)?;
        Ok(squad.map(|squad| Report::case_of(self.id, "", ReportState::Sent, &squad)))
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<ReportFactError>> {
        use ReportFactError as E;
        let checks = [
            (self.regime.is_some(), E::Regime),
            (self.seen_at.is_some(), E::Time),
            (self.seen_at.is_none_or(|at| at <= now), E::Future),
            (is_said(&self.account.place, PLACE_LIMIT), E::Place),
            (is_said(&self.account.seen, SEEN_LIMIT), E::Seen),
        ];
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Report>, Refusal<ReportFactError>> {
        use ReportFactError as E;
        let regime = self.regime.ok_or_else(|| Refusal::Invalid(vec![E::Regime]))?;
        let seen_at = self.seen_at.ok_or_else(|| Refusal::Invalid(vec![E::Time]))?;
        let by = cx.authority.user().map_err(StorageError::from)?;
        let (id, squad, account) = (self.id, self.squad, &self.account);
        let new = NewReport { id, squad, by, regime, seen_at, account };
        cx.case.reference = report::insert(cx.db, &cx.app.keys, &new, cx.now)?;
        cx.create(id, ReportState::Sent, FactReported {})?;
        cx.open(HandoffKind::AcknowledgeReport, None, &emails::reports::acknowledge_report())?;
        Ok(id)
    }
}
