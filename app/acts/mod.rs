//! What the system does: one verb per file, all carried out by [`perform`].

#[macro_use]
mod faults;
mod account;
pub mod add_body;
pub mod add_candidates;
pub mod attach_copies;
pub mod body_form;
pub mod change_body;
pub mod change_password;
pub mod correct_address;
pub mod correct_candidate;
pub mod disable_user;
pub mod end_duty;
pub mod end_own_sessions;
pub mod end_sessions;
pub mod grant;
pub mod grant_duty;
pub mod invite_user;
pub mod match_copies;
pub mod means;
pub mod note_registers;
pub mod pages;
pub mod perform;
mod person;
mod post;
pub mod propose_squad;
pub mod receive_list;
pub mod record_decision;
pub mod remind;
pub mod remove_people;
pub mod resend_mail;
pub mod return_entries;
pub mod return_outcomes;
pub mod send_digests;
pub mod send_link;
pub mod send_list;
pub mod send_reset_links;
mod settle;
pub mod succeed_body;
pub mod take_back_outcome;
pub mod use_link;
pub mod withdraw_candidate;

pub use perform::{Deed, Done, Refusal, Verb, perform};

use crate::{
    clock::Clock,
    config::Settings,
    storage::{Store, sealing::Keys},
};
use std::{path::PathBuf, sync::Arc};
use tera::Tera;
use tokio::sync::{Semaphore, watch};

/// What the system stands on; every act and every page gets it.
pub struct House {
    pub store: Store,
    pub clock: Clock,
    pub keys: Keys,
    pub templates: Tera,
    pub settings: Settings,
    /// This program, which reads spreadsheets in a process of its own.
    pub program: PathBuf,
    /// Places for those who hash passwords, each of which takes 46 MiB for a moment.
    pub hashing: Arc<Semaphore>,
    /// Places for those who read a spreadsheet or a picture.
    pub reading: Arc<Semaphore>,
    /// The place for whoever goes through the journal.
    pub verifying: Arc<Semaphore>,
    /// Rung after each act, so that mails leave at once; every worker of the node hears it.
    pub wake: watch::Sender<()>,
}

/// A fault of one field of a form, with the code that its sentence is found by.
pub trait Fault {
    /// Name of the form's field.
    fn field(&self) -> &'static str;
    /// The phrase `error-…` that says what is wrong and what to do.
    fn code(&self) -> &'static str;
}
