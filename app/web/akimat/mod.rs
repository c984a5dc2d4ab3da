//! Pages and forms of the akimat.

pub mod candidates;
pub mod copies;
pub mod dispatches;
pub mod drafts;
pub mod imports;
pub mod proposals;
pub mod removals;
pub mod reviews;
pub mod withdrawals;
