//! HTTP and nothing else: who are you, may you see it, parse; then an act; then 303; then a page.

mod account;
mod act_lines;
mod applications;
mod assets;
mod audit;
mod certificates;
mod dev;
mod foreign;
mod health;
mod histories;
mod icons;
mod inbox;
mod lists;
mod mail;
mod offices;
mod pages;
mod plans;
mod recent_acts;
mod record;
mod reports;
mod request;
pub mod routes;
mod rules;
pub mod samples;
mod search;
mod serve;
mod squads;

pub use account::password::hash as hash_password;
pub use request::policy;
pub use serve::{Server, serve};
