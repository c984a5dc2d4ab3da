//! Bodies, people and duties.

pub mod body;
pub mod directory;
pub mod duty;
pub mod people;
pub mod succession;
pub mod user;
