//! THE function that carries an act out: permission → table → compare-and-set → journal → handoffs → outbox.
//!
//! All of it is one transaction. A verb says what is special about it; whatever every act must do stands here, so that no
//! act can forget it.

use crate::{
    acts::{ActContext, Command, Done, Refusal},
    domain::{
        handoff::CaseKind,
        id::{self, Id},
        permissions::{Case, Holding, can},
        time::Instant,
        workflow::{Row, When, row},
    },
    state::AppState,
    storage::{self, Db, Scope, StorageError, journal::Writer},
};

/// Carries an act out for a user, once for each form key.
///
/// # Errors
/// A [`Refusal`]; then nothing was changed.
pub fn perform<V: Command>(app: &AppState, user: Id<id::User>, form_key: &str, command: &V) -> Result<Done<V::Shown>, Refusal<V::Error>> {
    let now = app.clock.now();
    let attempt = app.store.write(|db| within(app, db, user, form_key, command, now));
    let done = match attempt {
        // Two submits of one form met in the transaction: the slower one shows what the faster one did.
        Err(Refusal::Storage(StorageError::Unique)) => app.store.read(|db| {
            storage::idempotency::result(db, form_key, user, command.act())?
                .map(|result| Done { result: result.of(), is_repeated: true })
                .ok_or(Refusal::Storage(StorageError::Unique))
        }),
        other => other,
    }?;
    app.wake.send_replace(());
    Ok(done)
}

fn within<V: Command>(
    app: &AppState,
    db: &mut Db,
    user: Id<id::User>,
    form_key: &str,
    command: &V,
    now: Instant,
) -> Result<Done<V::Shown>, Refusal<V::Error>> {
    let act = command.act();
    if let Some(result) = storage::idempotency::result(db, form_key, user, act)? {
        return Ok(Done { result: result.of(), is_repeated: true });
    }
    storage::idempotency::take(db, form_key, user, act, now)?;
    let row = row(act);
    let (_, case) = find(db, user, command, now)?.ok_or(Refusal::NotFound)?;
    lock(db, row, &case)?;
    // Duties and case as they are now that nobody else moves them.
    let (holdings, case) = find(db, user, command, now)?.ok_or(Refusal::NotFound)?;
    let unmet = command.preconditions(db, &case)?;
    let holding = can(&holdings, act, &case, &unmet).map_err(|missing| Refusal::Denied(Box::new(case.clone()), missing))?;
    let faults = command.validate(db, &case, now)?;
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    // The end of the chain is taken before anything else that others may hold, always in this order.
    let journal = Writer::open(db, &case.chain())?;
    let act_id = Id::new();
    let mut cx = ActContext { app, db, user, holding, act_id, now, case, row, opened: Vec::new(), followed: Vec::new(), journal };
    let result = command.apply(&mut cx)?;
    cx.check_promises()?;
    let ActContext { db, journal, .. } = cx;
    journal.close(db)?;
    storage::idempotency::store_result(db, form_key, result.any())?;
    Ok(Done { result, is_repeated: false })
}

/// The actor's duties now, and the case that they let the verb find.
fn find<V: Command>(db: &mut Db, user: Id<id::User>, command: &V, now: Instant) -> Result<Option<(Vec<Holding>, Case)>, StorageError> {
    let holdings = storage::offices::user::holdings(db, user, now)?;
    let case = command.case(db, &Scope::of(&holdings))?;
    Ok(case.map(|case| (holdings, case)))
}

/// Acts on one squad, or on one body, follow one another; a squad begins only while its bodies are there.
fn lock(db: &mut Db, row: &Row, case: &Case) -> Result<(), StorageError> {
    match case.kind {
        CaseKind::Body => storage::offices::body::lock(db, case.id.of::<id::Body>()),
        CaseKind::Squad | CaseKind::List if row.when == When::Begins => {
            storage::offices::body::keep(db, &[case.parties.akimat, case.parties.council, case.parties.unit])
        }
        CaseKind::Squad | CaseKind::List => storage::squads::squad::lock(db, case.squad),
    }
}
