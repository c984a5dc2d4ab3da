//! Pages of squads, proposals and decisions (clause 7).

pub mod decision_extract;
pub mod decision_new;
pub mod decisions;
pub mod index;
pub mod proposals;
pub mod squad;
