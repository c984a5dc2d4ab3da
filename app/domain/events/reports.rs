//! Events of reports (clauses 9, 12). None of them holds the account or the place.

use crate::domain::{events::events, report::ReportState};

events! {
    /// Events of reports to a structural unit.
    ReportEvent
    steps {
        /// Somebody has reported a breach to the unit.
        FactReported = "fact_reported" (ReportState) {}
        /// The unit has read the report.
        ReportAcknowledged = "report_acknowledged" (ReportState) {}
    }
    notes {}
}
