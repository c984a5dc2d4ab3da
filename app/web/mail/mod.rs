//! Mail that did not arrive.

pub mod corrections;
pub mod undelivered;
