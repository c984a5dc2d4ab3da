//! Squads, their members, their leaders and the decisions about them (clause 7).

pub mod choices;
pub mod decision;
pub mod leader_account;
pub mod leaderless;
pub mod leadership;
pub mod membership;
pub mod squad;
pub mod squad_page;
