//! Acts on squads (clause 7): an akimat proposes, the council creates or rejects and appoints leaders.

pub mod appoint_leader;
pub mod correct_decision;
pub mod create_squad;
pub mod decision;
pub mod end_leader_sessions;
pub mod invite_leader;
pub mod leadership;
pub mod propose_squad;
pub mod reject_squad;
