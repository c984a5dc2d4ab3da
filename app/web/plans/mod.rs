//! Pages of plans, for the leader's telephone, for the unit's desk, and for members who have only a link (clauses 7, 10, 23).

pub mod assignment;
pub mod days_away;
pub mod form;
pub mod index;
pub mod my_squad;
pub mod new;
pub mod plan;
pub mod result;
pub mod sheet;
pub mod steps;
