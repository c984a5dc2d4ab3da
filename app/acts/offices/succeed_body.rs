//! An administrator lets one body succeed another of the same kind: open work goes over, the past stays as it was written.

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        body::BodyState,
        events::offices::{BodySucceeded, DutyEnded},
        id::{self, Id},
        permissions::{Case, Unmet},
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, offices::body::Body},
};

/// A body to be closed, and who takes over.
pub struct SucceedBody {
    pub body: Id<id::Body>,
    pub version: i32,
    pub successor: Option<Id<id::Body>>,
}

faults! {
    /// What can be wrong with a succession.
    SucceedBodyError {
        Successor: "successor", "successor";
    }
}

impl Command for SucceedBody {
    type Error = SucceedBodyError;
    type Next = id::Body;

    fn act(&self) -> Act {
        Act::SucceedBody
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        if let Some(successor) = self.successor
            && storage::offices::body::find(db, scope, successor)?.is_none()
        {
            return Ok(None);
        }
        Ok(storage::offices::body::find(db, scope, self.body)?.map(|(_, case)| case))
    }

    fn preconditions(&self, _: &mut Db, case: &Case) -> Result<Vec<Unmet>> {
        Ok(preconditions(case))
    }

    fn validate(&self, db: &mut Db, _: &Case, _: Instant) -> Result<Vec<SucceedBodyError>> {
        let body = storage::offices::body::get(db, self.body)?;
        let successor = self.successor.map(|id| storage::offices::body::get(db, id)).transpose()?;
        let is_good = successor.is_some_and(|new| {
            new.kind == body.kind && new.id != body.id && new.closed_at.is_none()
        });
        Ok(if is_good { Vec::new() } else { vec![SucceedBodyError::Successor] })
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Body>, Refusal<SucceedBodyError>> {
        let Some(successor) = self.successor else {
            return Err(Refusal::Invalid(vec![SucceedBodyError::Successor]));
        };
        storage::offices::body::lock(cx.db, successor)?;
        if storage::offices::body::get(cx.db, successor)?.closed_at.is_some() {
            return Err(Refusal::Stale(vec![successor.any()]));
        }
        storage::offices::succession::lock(cx.db, self.body)?;
        cx.transition(
            &Body::open_at(self.body, self.version),
            BodyState::Closed,
            BodySucceeded { successor },
        )?;
        let now = cx.now;
        for duty in storage::offices::duty::of_bodies(cx.db, &[self.body])?
            .iter()
            .filter(|duty| duty.is_open(now))
        {
            cx.record(DutyEnded { id: duty.id, user: duty.user, to: now })?;
        }
        storage::offices::succession::succeed(cx.db, self.body, successor, cx.now)?;
        Ok(successor)
    }
}

/// The body in which somebody administers is closed from above, never by its own administrator.
#[must_use]
pub fn preconditions(case: &Case) -> Vec<Unmet> {
    if case.parties.administration == Some(case.id.of::<id::Body>()) {
        vec![Unmet::OwnBody]
    } else {
        Vec::new()
    }
}
