//! People who were registered before certificates were made get theirs prepared (clause 20).

use super::{prepare::prepare, register};
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal, perform},
    domain::{
        caller::Caller,
        id::{self, Id},
        permissions::Case,
        workflow::Act,
    },
    state::AppState,
    storage::{self, Db, Result, Scope, StorageError},
};

/// People who are looked at together.
const BATCH: i64 = 200;

/// People of one subdivision who are in the book and have no certificate.
struct PrepareCertificates {
    territory: Id<id::Body>,
    people: Vec<Id<id::Membership>>,
}

impl Command for PrepareCertificates {
    type Error = NothingTyped;
    type Next = id::Body;

    fn act(&self) -> Act {
        Act::PrepareCertificates
    }

    fn case(&self, db: &mut Db, _: &Scope) -> Result<Option<Case>> {
        register(db, self.territory).map(Some)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Body>, Refusal<NothingTyped>> {
        prepare(cx, &self.people)?;
        Ok(self.territory)
    }
}

/// Prepares what is lacking, one subdivision at a time, and says for how many people.
pub fn prepare_lacking(app: &AppState) -> Result<usize> {
    let mut lacking =
        app.store.read(|db| storage::certificates::certificate::lacking(db, BATCH))?;
    let Some((territory, _)) = lacking.first().copied() else { return Ok(0) };
    lacking.retain(|(of, _)| *of == territory);
    let people: Vec<_> = lacking.into_iter().map(|(_, membership)| membership).collect();
    let count = people.len();
    let command = PrepareCertificates { territory, people };
    let key = Id::<id::ActRun>::new().to_string();
    match perform(app, Caller::System, &key, &command) {
        Ok(_) => Ok(count),
        Err(Refusal::Storage(error)) => Err(error),
        Err(refusal) => Err(StorageError::Other(format!("{}: {refusal:?}", command.act()))),
    }
}
