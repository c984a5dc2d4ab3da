//! Plans of squads, who goes, and what came of it (clauses 7, 10, 23).

pub mod assignment;
pub mod days_away;
pub mod plan;
pub mod result;
