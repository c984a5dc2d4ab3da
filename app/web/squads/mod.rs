//! Pages of squads (clause 7).

pub mod decisions;
pub mod proposals;
pub mod squad;
