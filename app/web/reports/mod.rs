//! Reports of facts, from a leader's telephone and at the unit's desk (clauses 9, 12).

pub mod index;
pub mod new;
pub mod report;
