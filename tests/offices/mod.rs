//! Bodies, people and duties.

mod bodies;
mod people;
