//! Squads, their members, their leaders and the decisions about them (clause 7).

pub mod decision;
pub mod leadership;
pub mod membership;
pub mod squad;
