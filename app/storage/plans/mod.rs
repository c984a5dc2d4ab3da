//! Plans of squads, and who goes (clauses 7, 10).

pub mod assignment;
pub mod plan;
