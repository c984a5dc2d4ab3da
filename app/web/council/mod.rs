//! Pages and forms of the coordination council.

pub mod decisions;
