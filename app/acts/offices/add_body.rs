//! An administrator adds a body below the own one: a council at an akimat, a unit in a subdivision.

use super::body_form::{BodyError, BodyForm};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        body::{BodyKind, BodyState},
        events::offices::BodyAdded,
        id::{self, Id},
        permissions::{Case, Unmet},
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, StorageError, offices::body::Body},
};

/// A body to be added below another.
pub struct AddBody {
    pub id: Id<id::Body>,
    pub parent: Id<id::Body>,
    pub form: BodyForm,
}

impl Command for AddBody {
    type Error = BodyError;
    type Next = id::Body;

    fn act(&self) -> Act {
        Act::AddBody
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let found = storage::offices::body::find(db, scope, self.parent)?;
        Ok(found.filter(|(parent, _)| parent.kind.below().is_some()).map(|(_, case)| case))
    }

    fn preconditions(&self, db: &mut Db, case: &Case) -> Result<Vec<Unmet>> {
        preconditions(db, case.id.of::<id::Body>())
    }

    fn validate(&self, db: &mut Db, case: &Case, _: Instant) -> Result<Vec<BodyError>> {
        let kind = kind_below(db, case.id.of::<id::Body>())?;
        self.form.faults(db, kind, Some(self.parent), None)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Body>, Refusal<BodyError>> {
        let (kind, parent) = (kind_below(cx.db, self.parent)?, Some(self.parent));
        let name = self.form.name();
        let days = storage::offices::body::get(cx.db, self.parent)?.vetting_days;
        storage::offices::body::insert(
            cx.db,
            &Body::new(self.id, kind, parent, name, self.form.mailbox.clone(), days),
            cx.now,
        )?;
        let akimats = self.form.akimats(cx.db, kind, parent)?;
        storage::offices::body::set_served(cx.db, self.id, &akimats)?;
        cx.create(self.id, BodyState::Open, BodyAdded { kind, serves: akimats })?;
        Ok(self.id)
    }
}

/// An akimat has one council (clause 7).
pub fn preconditions(db: &mut Db, parent: Id<id::Body>) -> Result<Vec<Unmet>> {
    Ok(if storage::offices::body::council_of(db, parent)?.is_some() {
        vec![Unmet::CouncilOpen]
    } else {
        Vec::new()
    })
}

fn kind_below(db: &mut Db, parent: Id<id::Body>) -> Result<BodyKind> {
    let parent = storage::offices::body::get(db, parent)?;
    parent
        .kind
        .below()
        .ok_or_else(|| StorageError::Other(format!("nothing stands below a {}", parent.kind)))
}
