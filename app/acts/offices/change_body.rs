//! An administrator renames a body or changes its mailbox, its internal target or the akimats that it serves.

use super::body_form::{BodyError, BodyForm};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        body::{BodyKind, BodyState},
        events::offices::BodyChanged,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, offices::body::Body},
};

/// A body as it is from now on. What is dated keeps the name of its time.
pub struct ChangeBody {
    pub body: Id<id::Body>,
    pub version: i32,
    pub form: BodyForm,
}

impl Command for ChangeBody {
    type Error = BodyError;
    type Next = id::Body;

    fn act(&self) -> Act {
        Act::ChangeBody
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::offices::body::find(db, scope, self.body)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, _: &Case, _: Instant) -> Result<Vec<BodyError>> {
        let body = storage::offices::body::get(db, self.body)?;
        self.form.faults(db, body.kind, body.parent, Some(body.id))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Body>, Refusal<BodyError>> {
        let body = storage::offices::body::get(cx.db, self.body)?;
        let days = self
            .form
            .vetting_days
            .filter(|_| body.kind == BodyKind::TerritorialSubdivision)
            .unwrap_or(body.vetting_days);
        let akimats = self.form.akimats(cx.db, body.kind, body.parent)?;
        let name = self.form.name();
        let changed =
            BodyChanged { renamed: name != body.name, vetting_days: days, serves: akimats.clone() };
        cx.transition(&Body::open_at(self.body, self.version), BodyState::Open, changed)?;
        storage::offices::body::change(cx.db, self.body, &name, &self.form.mailbox, days, cx.now)?;
        if body.kind == BodyKind::StructuralUnit {
            storage::offices::body::set_served(cx.db, self.body, &akimats)?;
        }
        Ok(self.body)
    }
}
