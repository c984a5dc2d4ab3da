//! Bodies, people and duties.

mod bodies;
mod offers;
mod people;
