//! Reports of facts (clauses 9, 12).

pub mod report;
