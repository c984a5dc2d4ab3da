//! Through which bodies a user sees mails, and how much of them.
//!
//! Administrators see mails to their bodies, with address and owner, and never the text: it speaks of cases. Officers see mails
//! to their own bodies and those that announce what they have handed over, and read the text; of other bodies' readers they
//! see body and duty.

use crate::{
    domain::id::{self, Id},
    emails::reminds,
    storage::{
        Scope,
        offices::{body::Body, directory::Directory},
    },
};

/// The bodies of a user.
pub struct Reach<'a> {
    /// Those of the own duties on cases.
    pub own: Vec<Id<id::Body>>,
    /// Those that the user administers.
    pub administered: Vec<&'a Body>,
}

impl<'a> Reach<'a> {
    pub fn of(directory: &'a Directory, scope: &Scope) -> Self {
        Self { own: scope.bodies(), administered: directory.administered(scope) }
    }

    pub fn administers(&self, body: Id<id::Body>) -> bool {
        self.administered.iter().any(|own| own.id == body)
    }

    pub fn all(&self) -> Vec<Id<id::Body>> {
        self.own.iter().copied().chain(self.administered.iter().map(|body| body.id)).collect()
    }

    /// Whether addresses and names of readers in that body are shown.
    pub fn shows_readers_of(&self, body: Id<id::Body>) -> bool {
        self.own.contains(&body) || self.administers(body)
    }

    /// How a body keeps after its own work stays within it.
    pub fn is_told(&self, kind: &str, body: Id<id::Body>) -> bool {
        !reminds(kind) || self.shows_readers_of(body)
    }
}
