//! Pages of bodies and people, for their administrators.

pub mod administration;
pub mod bodies;
pub mod body;
pub mod body_form;
pub mod body_page;
pub mod confirmations;
pub mod duties;
pub mod grants;
pub mod invitations;
pub mod links;
pub mod new_body;
pub mod people;
pub mod person;
pub mod person_page;
pub mod successions;
