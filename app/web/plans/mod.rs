//! Pages of plans, for the leader's telephone and for the unit's desk (clauses 7, 10).

pub mod form;
pub mod index;
pub mod my_squad;
pub mod new;
pub mod plan;
