//! Reports of facts to a structural unit (clauses 9, 12).

pub mod acknowledge_report;
pub mod report_fact;
