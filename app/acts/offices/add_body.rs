//! An administrator adds a body below the own one: a council at an akimat, a unit in a subdivision.

use super::body_form::{BodyError, BodyForm};
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{
        body::{BodyKind, BodyState},
        id::Id,
        permissions::{Case, Missing},
        time::Instant,
        workflow::{Act, State},
    },
    storage::{self, Db, Result, Scope, StorageError, offices::body::Body},
};
use serde_json::json;

/// A body to be added below another.
pub struct AddBody {
    pub id: Id,
    pub parent: Id,
    pub form: BodyForm,
}

impl Verb for AddBody {
    type Error = BodyError;

    fn act(&self) -> Act {
        Act::AddBody
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let found = storage::offices::body::find(db, scope, self.parent)?;
        Ok(found.filter(|(parent, _)| parent.kind.below().is_some()).map(|(_, case)| case))
    }

    fn lacks(&self, db: &mut Db, case: &Case) -> Result<Vec<Missing>> {
        lacks(db, case.id)
    }

    fn validate(&self, db: &mut Db, case: &Case, _: Instant) -> Result<Vec<BodyError>> {
        let kind = kind_below(db, case.id)?;
        self.form.faults(db, kind, Some(self.parent), None)
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<BodyError>> {
        let (kind, parent) = (kind_below(deed.db, self.parent)?, Some(self.parent));
        let name = self.form.name();
        let days = storage::offices::body::get(deed.db, self.parent)?.vetting_days;
        storage::offices::body::insert(deed.db, &Body::new(self.id, kind, parent, name, self.form.mailbox.clone(), days), deed.now)?;
        let akimats = self.form.akimats(deed.db, kind, parent)?;
        storage::offices::body::set_served(deed.db, self.id, &akimats)?;
        deed.begin(self.id, State::Body(BodyState::Open), json!({ "kind": kind, "serves": akimats }))?;
        Ok(self.id)
    }
}

/// An akimat has one council (clause 7).
pub fn lacks(db: &mut Db, parent: Id) -> Result<Vec<Missing>> {
    Ok(if storage::offices::body::council_of(db, parent)?.is_some() { vec![Missing::CouncilOpen] } else { Vec::new() })
}

fn kind_below(db: &mut Db, parent: Id) -> Result<BodyKind> {
    let parent = storage::offices::body::get(db, parent)?;
    parent.kind.below().ok_or_else(|| StorageError::Other(format!("nothing stands below a {}", parent.kind)))
}
