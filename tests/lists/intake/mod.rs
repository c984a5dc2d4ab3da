//! The reader of member lists against whole files.

mod expected;
mod layouts;
pub mod lists;
mod names;
mod refused;
mod speed;
