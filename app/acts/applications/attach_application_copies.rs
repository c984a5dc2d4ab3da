//! Act 20: the copy of the identity card or passport, and of an insurance certificate if the applicant attaches one (clause 16).

use super::case;
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::failed,
        lists::copy_pages::{self, PAGES_OF_ENTRY, Picture},
    },
    domain::{
        application::ApplicationCopy,
        events::applications::ApplicationCopyAttached,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{
        Db, Result, Scope,
        lists::copy::{self, Owner},
    },
};

/// Pages of one of the two.
pub struct AttachApplicationCopies {
    pub application: Id<id::Application>,
    pub shows: ApplicationCopy,
    pub pages: Vec<Picture>,
}

faults! {
    /// The faults of copies.
    AttachApplicationCopiesError {
        None: "copy", "file-missing";
        TooMany: "copy", "copy-too-many";
    }
}

impl Command for AttachApplicationCopies {
    type Error = AttachApplicationCopiesError;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::AttachApplicationCopies
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn validate(
        &self,
        db: &mut Db,
        _: &Case,
        _: Instant,
    ) -> Result<Vec<AttachApplicationCopiesError>> {
        use AttachApplicationCopiesError as E;
        let there = copy::of(db, Owner::Application(self.application, self.shows))?.len();
        let checks = [
            (!self.pages.is_empty(), E::None),
            (there + self.pages.len() <= PAGES_OF_ENTRY, E::TooMany),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Application>, Refusal<AttachApplicationCopiesError>> {
        let (application, shows) = (self.application, self.shows);
        for picture in &self.pages {
            let id = copy_pages::keep(cx, Owner::Application(application, shows), picture)?;
            cx.record(ApplicationCopyAttached { id, application, shows })?;
        }
        Ok(application)
    }
}
