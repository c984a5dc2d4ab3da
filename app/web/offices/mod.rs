//! Pages of bodies and people, for their administrators.

pub mod administration;
pub mod bodies;
pub mod body_form;
pub mod duties;
pub mod grants;
pub mod invitations;
pub mod links;
pub mod people;
pub mod successions;
