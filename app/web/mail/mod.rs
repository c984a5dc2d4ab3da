//! Pages of undelivered mail, for officers and administrators.

pub mod corrections;
pub mod undelivered;
