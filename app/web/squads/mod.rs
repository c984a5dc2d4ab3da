//! Pages of squads, proposals and decisions (clause 7).

pub mod decisions;
pub mod proposals;
pub mod squad;
