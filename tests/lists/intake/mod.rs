//! The reader of member lists against whole files.

mod expected;
mod files;
mod layouts;
pub mod lists;
mod marks;
mod names;
mod refused;
mod rows;
mod speed;
mod wrappings;
