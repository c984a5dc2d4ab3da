//! `body add | succeed`.

use super::BodyCommand;
use crate::{
    domain::{
        body::{BodyKind, BodyState},
        events::{
            Event, StepFacts,
            offices::{BodyAdded, BodySucceeded},
        },
        id::{self, Id},
        journal::{Actor, Record, RecordedAct, SYSTEM_CHAIN},
        language::Named,
        workflow::{Act, RecordedBasis},
    },
    state::AppState,
    storage::{self, Db, StorageError, offices::body::Body},
};

/// Runs a command about bodies.
pub fn run(app: &AppState, command: BodyCommand) -> Result<(), String> {
    let (kind, mailbox, kk, ru, en, parent, serves, vetting_days) = match command {
        BodyCommand::Add { kind, mailbox, kk, ru, en, parent, serves, vetting_days } => {
            (kind, mailbox, kk, ru, en, parent, serves, vetting_days)
        }
        BodyCommand::Succeed { old, new } => return succeed(app, &old, &new),
    };
    let find = |mailbox: &str, wanted: BodyKind| find(app, mailbox, wanted);
    let parent = match (kind, parent) {
        (BodyKind::Council, Some(mailbox)) => Some(find(&mailbox, BodyKind::Akimat)?),
        (BodyKind::StructuralUnit, Some(mailbox)) => {
            Some(find(&mailbox, BodyKind::TerritorialSubdivision)?)
        }
        (BodyKind::Council | BodyKind::StructuralUnit, None) => {
            return Err("--parent names the body above it".into());
        }
        _ => None,
    };
    let serves = serves
        .iter()
        .map(|mailbox| find(mailbox, BodyKind::Akimat))
        .collect::<Result<Vec<_>, _>>()?;
    let new = Body::new(
        Id::new(),
        kind,
        parent.map(|p| p.id),
        Named { kk, ru, en },
        mailbox,
        vetting_days,
    );
    let ids: Vec<Id<id::Body>> = serves.iter().map(|akimat| akimat.id).collect();
    app.store.write(|db| add(db, app, &new, &ids)).map_err(|e| e.to_string())
}

/// Lets one body succeed another; administrators do it for the bodies below their own, this is for those above.
fn succeed(app: &AppState, old: &str, new: &str) -> Result<(), String> {
    let named = |mailbox: &str| {
        let found = app
            .store
            .read(|db| storage::offices::body::by_email(db, mailbox))
            .map_err(|e: StorageError| e.to_string())?;
        found.ok_or_else(|| format!("no body has the mailbox {mailbox}"))
    };
    let (old, new) = (named(old)?, named(new)?);
    if old.kind != new.kind || old.id == new.id {
        return Err(format!("a {} is succeeded by another {}", old.kind, old.kind));
    }
    let done = app.store.write(|db| {
        let councils = [
            storage::offices::body::council_of(db, old.id)?,
            storage::offices::body::council_of(db, new.id)?,
        ];
        if councils.iter().all(Option::is_some) {
            return Err(StorageError::Other(
                "both akimats have a council: let one council succeed the other first".into(),
            ));
        }
        storage::offices::body::lock(db, old.id)?;
        let succeeded = BodySucceeded { successor: new.id };
        note(
            db,
            app,
            Act::SucceedBody,
            succeeded.event(old.id, Some(BodyState::Open), BodyState::Closed),
        )?;
        storage::offices::body::lock(db, new.id)?;
        storage::offices::succession::lock(db, old.id)?;
        storage::offices::succession::succeed(db, old.id, new.id, app.clock.now())
    });
    done.map_err(|e| e.to_string())
}

/// Adds a body and journals it.
pub fn add(
    db: &mut Db,
    app: &AppState,
    new: &Body,
    serves: &[Id<id::Body>],
) -> Result<(), StorageError> {
    let now = app.clock.now();
    if storage::offices::body::by_email(db, &new.email)?.is_some() {
        return Err(StorageError::Unique);
    }
    storage::offices::body::insert(db, new, now)?;
    for akimat in serves {
        storage::offices::body::serve(db, new.id, *akimat)?;
    }
    let added = BodyAdded { kind: new.kind, serves: serves.to_vec() };
    note(db, app, Act::AddBody, added.event(new.id, None, BodyState::Open))
}

/// Writes an entry of the command line into the system's chain.
pub fn note(
    db: &mut Db,
    app: &AppState,
    act: impl Into<RecordedAct>,
    event: impl Into<Event>,
) -> Result<(), StorageError> {
    let event = event.into();
    let (_, subject) = event.subject();
    let act = (act.into(), Id::new());
    let record = Record::new(
        act,
        RecordedBasis::Administration,
        Actor::Operator,
        subject,
        event,
        app.clock.now(),
    );
    storage::journal::append(db, SYSTEM_CHAIN, &record)
}

fn find(app: &AppState, mailbox: &str, wanted: BodyKind) -> Result<Body, String> {
    let found = app
        .store
        .read(|db| storage::offices::body::by_email(db, mailbox))
        .map_err(|e: StorageError| e.to_string())?;
    found
        .filter(|body| body.kind == wanted)
        .ok_or_else(|| format!("no {wanted} has the mailbox {mailbox}"))
}
