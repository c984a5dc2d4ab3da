//! Clause 7: squads are proposed, created or rejected, and get their leaders.

pub mod leadership;
pub mod propose_squad;
pub mod record_decision;
