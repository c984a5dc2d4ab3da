//! The unit has read a report, and its sender sees that.

use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::reports::ReportAcknowledged,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        report::ReportState,
        state::At,
        workflow::Act,
    },
    storage::{Db, Result, Scope, reports::report},
};

/// The report, and the version that was seen.
pub struct AcknowledgeReport {
    pub id: Id<id::Report>,
    pub version: i32,
}

impl Command for AcknowledgeReport {
    type Error = NothingTyped;
    type Next = id::Report;

    fn act(&self) -> Act {
        Act::AcknowledgeReport
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let found = report::find(db, scope, self.id)?;
        Ok(found.map(|(report, squad)| report.case(&squad)))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Report>, Refusal<NothingTyped>> {
        let at = At::new(self.id, self.version, ReportState::Sent);
        cx.transition(&at, ReportState::Acknowledged, ReportAcknowledged {})?;
        cx.close(HandoffKind::AcknowledgeReport)?;
        Ok(self.id)
    }
}
