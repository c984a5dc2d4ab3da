//! THE function that carries an act out: permission → table → compare-and-set → journal → handoffs → outbox.
//!
//! All of it is one transaction. A command says what is special about it. This file does all that every act must do, so that no
//! act can forget it.

use crate::{
    acts::{ActContext, Command, Done, Refusal},
    domain::{
        authority::Authority,
        caller::Caller,
        edition::Edition,
        handoff::CaseKind,
        id::{self, Id},
        permissions::{Anchor, Case, Holding, Unmet},
        time::{Instant, today},
        workflow::{Act, Row, When, row},
    },
    state::AppState,
    storage::{self, Db, Scope, StorageError, journal::Writer},
};

/// Carries an act out for a caller, once for each form key.
///
/// # Errors
/// A [`Refusal`]; then nothing was changed.
pub fn perform<V: Command>(
    app: &AppState,
    caller: Caller,
    form_key: &str,
    command: &V,
) -> Result<Done<V::Next>, Refusal<V::Error>> {
    let now = app.clock.now();
    let attempt = app.store.write(|db| within(app, db, caller, form_key, command, now));
    let done = match attempt {
        // Two submits of one form met in the transaction: the slower one shows what the faster one did.
        Err(Refusal::Storage(StorageError::Unique)) => app.store.read(|db| {
            storage::idempotency::result(db, form_key, caller, command.act())?
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
    caller: Caller,
    form_key: &str,
    command: &V,
    now: Instant,
) -> Result<Done<V::Next>, Refusal<V::Error>> {
    let act = command.act();
    if let Some(result) = storage::idempotency::result(db, form_key, caller, act)? {
        return Ok(Done { result: result.of(), is_repeated: true });
    }
    storage::idempotency::take(db, form_key, caller, act, now)?;
    let row = row(act);
    let (_, case) = find(db, caller, command, now)?.ok_or(Refusal::NotFound)?;
    lock(db, row, &case)?;
    // Rights and case as they are now that nobody else moves them.
    let (rights, case) = find(db, caller, command, now)?.ok_or(Refusal::NotFound)?;
    let unmet = command.preconditions(db, &case)?;
    let authority = rights
        .for_act(act, &case, &unmet)
        .map_err(|missing| Refusal::Denied(Box::new(case.clone()), missing))?;
    let faults = command.validate(db, &case, now)?;
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    // The end of the chain is taken before anything else that others may hold, always in this order.
    let journal = Writer::open(db, &case.chain()?)?;
    let act_id = Id::new();
    let day = command.dated().unwrap_or_else(|| today(now));
    let edition = Edition::on(day, &app.settings.first_days);
    let mut cx = ActContext {
        app,
        db,
        authority,
        act_id,
        now,
        written_on: case.id,
        case,
        row,
        edition,
        opened: Vec::new(),
        followed: Vec::new(),
        journal,
    };
    let result = command.apply(&mut cx)?;
    cx.check_promises()?;
    let ActContext { db, journal, .. } = cx;
    journal.close(db)?;
    storage::idempotency::store_result(db, form_key, caller, result.any())?;
    Ok(Done { result, is_repeated: false })
}

/// The rights that a caller may act by, before the case is known.
enum Rights {
    Duties(Id<id::User>, Vec<Holding>),
    /// A right that needs no duty.
    Own(Authority),
}

impl Rights {
    /// The one that gives the act on the case, or everything that is missing.
    fn for_act(&self, act: Act, case: &Case, unmet: &[Unmet]) -> Result<Authority, Vec<Unmet>> {
        match self {
            Self::Duties(user, holdings) => Authority::of_user(*user, holdings, act, case, unmet),
            Self::Own(authority) => authority.checked(act, case, unmet),
        }
    }
}

/// The caller's rights now, and the case that they let the verb find.
fn find<V: Command>(
    db: &mut Db,
    caller: Caller,
    command: &V,
    now: Instant,
) -> Result<Option<(Rights, Case)>, StorageError> {
    let (rights, scope) = match caller {
        Caller::User(user) => {
            let holdings = storage::offices::user::holdings(db, user, now)?;
            // A leader's account holds no duty: the open leadership is its right.
            if holdings.is_empty()
                && let Some(led) = storage::squads::leader_account::led_by(db, user)?
            {
                let authority = Authority::Leader { user, squad: led.squad };
                (Rights::Own(authority), Scope::opened(led.squad))
            } else {
                let scope = Scope::of(&holdings);
                (Rights::Duties(user, holdings), scope)
            }
        }
        Caller::Link(link) => {
            let Some(opened) = storage::record::person_link::get(db, link, now)? else {
                return Ok(None);
            };
            (Rights::Own(Authority::Link(link)), Scope::opened(opened.squad))
        }
        Caller::System => (Rights::Own(Authority::System), Scope::default()),
        Caller::Applicant(_) => return Ok(None),
    };
    let case = command.case(db, &scope)?;
    Ok(case.map(|case| (rights, case)))
}

/// Acts on one anchor follow one another; a squad begins only while its bodies are there.
fn lock(db: &mut Db, row: &Row, case: &Case) -> Result<(), StorageError> {
    match case.anchor {
        Anchor::Squad(_) if row.when == When::Begins && row.is_on(CaseKind::Squad) => {
            let parties = case.parties;
            let bodies: Vec<Id<id::Body>> =
                [parties.akimat, parties.council, parties.unit].into_iter().flatten().collect();
            storage::offices::body::keep(db, &bodies)
        }
        Anchor::Squad(_) | Anchor::Body(_) => storage::anchor::lock(db, case.anchor),
    }
}
