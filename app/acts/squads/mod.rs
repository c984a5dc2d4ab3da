//! Acts on squads (clause 7): an akimat proposes, the council creates or rejects and appoints leaders.

pub mod leadership;
pub mod propose_squad;
pub mod record_decision;
