//! Act 20: a page that shows the wrong thing is taken away, while nothing is decided.

use super::case;
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::applications::ApplicationCopyRemoved,
        id::{self, Id},
        permissions::Case,
        workflow::Act,
    },
    storage::{
        Db, Result, Scope,
        lists::copy::{self, Owner},
    },
};

/// One page of an application.
pub struct RemoveApplicationCopy {
    pub application: Id<id::Application>,
    pub page: Id<id::CopyPage>,
}

impl Command for RemoveApplicationCopy {
    type Error = NothingTyped;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::RemoveApplicationCopy
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        match copy::find(db, self.page)?.map(|page| page.owner) {
            Some(Owner::Application(of, _)) if of == self.application => case(db, scope, of),
            _ => Ok(None),
        }
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Application>, Refusal<NothingTyped>> {
        let application = cx.case.id.of();
        if !copy::delete_page(cx.db, self.page)? {
            return Err(Refusal::NotFound);
        }
        cx.record(ApplicationCopyRemoved { id: self.page, application })?;
        Ok(application)
    }
}
