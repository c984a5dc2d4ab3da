//! Pages of the structural unit.

pub mod book;
