//! Bodies with their names and successions, users and their duties.

pub mod body;
pub mod confirmation;
pub mod directory;
pub mod duty;
pub(in crate::storage) mod generation;
pub mod offer;
pub mod people;
pub mod person_page;
pub mod succession;
pub mod user;
