//! THE function that carries an act out: permission → table → compare-and-set → journal → handoffs → outbox.
//!
//! All of it is one transaction. A verb says what is special about it; whatever every act must do stands here, so that no
//! act can forget it.

use crate::{
    acts::mail::queue_mail::{self, About, Posting},
    domain::{
        body::DutyKind,
        handoff::{CaseKind, DueNature, HandoffKind},
        id::Id,
        journal::{Actor, Entry},
        permissions::{Case, Holding, Unmet, can},
        time::Instant,
        workflow::{Act, Change, Notice, Row, State, row},
    },
    emails::Email,
    state::AppState,
    storage::{
        self, Db, Scope, StorageError,
        journal::{Link, Writer},
        offices::user::User,
    },
};
use serde_json::Value;

/// Why an act was not carried out. Nothing was changed.
#[derive(Debug)]
pub enum Refusal<E> {
    /// There is no such case among those the actor may see.
    NotFound,
    /// Something is missing, the same that the page says beside an absent button.
    Denied(Box<Case>, Vec<Unmet>),
    /// Others were faster: these subjects have moved on.
    Stale(Vec<Id>),
    /// What was typed can't be used; every fault at once.
    Invalid(Vec<E>),
    /// The database failed.
    Storage(StorageError),
}

impl<E> From<StorageError> for Refusal<E> {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// What an act led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// The case or thing to show next.
    pub result: Id,
    /// The form had been submitted before: nothing was done again.
    pub is_repeated: bool,
}

/// What is special about one act: `validate · generate · apply`.
pub trait Command {
    /// The faults that what was typed can have.
    type Error;

    /// Which act it is.
    fn act(&self) -> Act;

    /// Finds the case through what the actor may see.
    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>, StorageError>;

    /// What the case lacks for this act.
    fn preconditions(&self, _db: &mut Db, _case: &Case) -> Result<Vec<Unmet>, StorageError> {
        Ok(Vec::new())
    }

    /// Every fault of what was typed.
    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<Self::Error>, StorageError>;

    /// Writes what the act is about through the [`ActContext`] and gives what to show next.
    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id, Refusal<Self::Error>>;
}

/// Carries an act out for a user, once for each form key.
///
/// # Errors
/// A [`Refusal`]; then nothing was changed.
pub fn perform<V: Command>(app: &AppState, user: Id, form_key: &str, command: &V) -> Result<Done, Refusal<V::Error>> {
    let now = app.clock.now();
    let attempt = app.store.write(|db| within(app, db, user, form_key, command, now));
    let done = match attempt {
        // Two submits of one form met in the transaction: the slower one shows what the faster one did.
        Err(Refusal::Storage(StorageError::Unique)) => app.store.read(|db| {
            storage::idempotency::result(db, form_key, user, command.act())?
                .map(|result| Done { result, is_repeated: true })
                .ok_or(Refusal::Storage(StorageError::Unique))
        }),
        other => other,
    }?;
    app.wake.send_replace(());
    Ok(done)
}

fn within<V: Command>(app: &AppState, db: &mut Db, user: Id, form_key: &str, command: &V, now: Instant) -> Result<Done, Refusal<V::Error>> {
    let act = command.act();
    if let Some(result) = storage::idempotency::result(db, form_key, user, act)? {
        return Ok(Done { result, is_repeated: true });
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
    storage::idempotency::store_result(db, form_key, result)?;
    Ok(Done { result, is_repeated: false })
}

/// The actor's duties now, and the case that they let the verb find.
fn find<V: Command>(db: &mut Db, user: Id, command: &V, now: Instant) -> Result<Option<(Vec<Holding>, Case)>, StorageError> {
    let holdings = storage::offices::user::holdings(db, user, now)?;
    let case = command.case(db, &Scope::of(&holdings))?;
    Ok(case.map(|case| (holdings, case)))
}

/// Acts on one squad, or on one body, follow one another; a squad begins only while its bodies are there.
fn lock(db: &mut Db, row: &Row, case: &Case) -> Result<(), StorageError> {
    match case.kind {
        CaseKind::Body => storage::offices::body::lock(db, case.id),
        _ if row.when.is_empty() => storage::offices::body::keep(db, &[case.parties.akimat, case.parties.council, case.parties.unit]),
        _ => storage::squads::squad::lock(db, case.squad),
    }
}

/// An act under way: what a verb may do, each step checked against the table and written to the journal.
pub struct ActContext<'a> {
    pub app: &'a AppState,
    pub db: &'a mut Db,
    pub user: Id,
    pub holding: Holding,
    pub act_id: Id,
    pub now: Instant,
    pub case: Case,
    row: &'static Row,
    opened: Vec<HandoffKind>,
    followed: Vec<&'static Row>,
    journal: Writer,
}

impl ActContext<'_> {
    /// Notes the beginning of something that the verb has just inserted.
    pub fn create(&mut self, subject: Id, to: State, data: Value) -> Result<Link, StorageError> {
        step(self.row, Change { from: None, to })?;
        self.write(self.row, to.words().0, subject, with_state(None, to, data))
    }

    /// Moves something on, if it is still in that version and state.
    pub fn transition<E>(&mut self, subject: Id, version: i32, from: State, to: State, data: Value) -> Result<Link, Refusal<E>> {
        self.transition_under(self.row, subject, version, from, to, data)
    }

    /// Moves something on by an act that follows from this one by itself; the system is its actor.
    pub fn cascade<E>(&mut self, act: Act, subject: Id, version: i32, from: State, to: State) -> Result<Link, Refusal<E>> {
        self.followed.push(row(act));
        self.transition_under(row(act), subject, version, from, to, Value::Null)
    }

    fn transition_under<E>(
        &mut self,
        row: &'static Row,
        subject: Id,
        version: i32,
        from: State,
        to: State,
        data: Value,
    ) -> Result<Link, Refusal<E>> {
        step(row, Change { from: Some(from), to })?;
        if !storage::transition(self.db, subject, version, from, to)? {
            return Err(Refusal::Stale(vec![subject]));
        }
        Ok(self.write(row, to.words().0, subject, with_state(Some(from), to, data))?)
    }

    /// Notes what changes no state: a decision, a sending, a copy.
    pub fn record(&mut self, subject: &'static str, id: Id, data: Value) -> Result<Link, StorageError> {
        self.write(self.row, subject, id, data)
    }

    fn write(&mut self, row: &Row, subject: &'static str, subject_id: Id, data: Value) -> Result<Link, StorageError> {
        let actor = match row.who {
            Some(duty) => Actor::User { user: self.user, duty, body: self.holding.body },
            None => Actor::System,
        };
        let entry = Entry {
            act_id: self.act_id,
            act: row.act.as_str(),
            clause: None,
            edition: None,
            at: self.now,
            actor,
            subject,
            subject_id,
            case_id: self.case.id,
            data,
        };
        let entry = match row.clause {
            Some(clause) => entry.under(clause),
            None => entry,
        };
        self.journal.append(self.db, &entry)
    }

    /// Opens a handoff and queues its one mail to each holder of the duty.
    pub fn open(&mut self, kind: HandoffKind, due: Option<Instant>, email: &Email) -> Result<(), StorageError> {
        let case = self.case.clone();
        self.open_on(&case, self.row, kind, due, email)
    }

    /// Opens a handoff on another case than the act's own, by an act that follows from this one.
    pub fn open_following(&mut self, case: &Case, act: Act, kind: HandoffKind, email: &Email) -> Result<(), StorageError> {
        self.open_on(case, row(act), kind, None, email)
    }

    /// Opens a handoff on another case than the act's own.
    pub fn open_about(&mut self, case: &Case, kind: HandoffKind, email: &Email) -> Result<(), StorageError> {
        self.open_on(case, self.row, kind, None, email)
    }

    fn open_on(&mut self, case: &Case, row: &Row, kind: HandoffKind, due: Option<Instant>, email: &Email) -> Result<(), StorageError> {
        if !row.opens.contains(&kind) && !row.may_open.contains(&kind) {
            return Err(StorageError::Other(format!("{} opens no {kind}", row.act)));
        }
        let to_body = party(case, kind.duty())?;
        let new = storage::handoff::NewHandoff {
            id: Id::new(),
            kind,
            case_kind: case.kind,
            case_id: case.id,
            squad: case.squad,
            from_body: self.holding.body,
            to_body,
            act: self.act_id,
            due: due.map(|at| (at, DueNature::Internal)),
        };
        let handoff = storage::handoff::open(self.db, &new, self.now)?;
        self.opened.push(kind);
        self.mail(case, row, kind.duty(), to_body, Some(handoff), email)
    }

    /// Closes a handoff on the act's case, if one is open.
    pub fn close(&mut self, kind: HandoffKind) -> Result<(), StorageError> {
        self.close_about(self.case.id, kind)
    }

    /// Closes a handoff on another case than the act's own.
    pub fn close_about(&mut self, case: Id, kind: HandoffKind) -> Result<(), StorageError> {
        if !self.row.closes.contains(&kind) {
            return Err(StorageError::Other(format!("{} closes no {kind}", self.row.act)));
        }
        storage::handoff::close(self.db, kind, case, self.act_id, self.now).map(drop)
    }

    /// Queues a mail that asks for nothing.
    pub fn notify(&mut self, notice: Notice, email: &Email) -> Result<(), StorageError> {
        if !self.row.notifies.contains(&notice) {
            return Err(StorageError::Other(format!("{} sends no {notice}", self.row.act)));
        }
        let case = self.case.clone();
        let duty = notice.duty().ok_or_else(|| StorageError::Other(format!("{notice} is for one user")))?;
        let body = party(&case, duty)?;
        self.mail(&case, self.row, duty, body, None, email)
    }

    /// Queues a mail to the user whom the act is about, in the duty and body that it concerns. A secret, the token of a
    /// link, stands in the mail and nowhere else.
    pub fn notify_user(
        &mut self,
        notice: Notice,
        email: &Email,
        user: &User,
        concerns: (DutyKind, Id),
        secret: Option<&str>,
    ) -> Result<(), StorageError> {
        if !self.row.notifies.contains(&notice) || notice.duty().is_some() {
            return Err(StorageError::Other(format!("{} sends no user {notice}", self.row.act)));
        }
        let body = storage::offices::body::get(self.db, concerns.1)?;
        let posting = Posting {
            act_id: self.act_id,
            act: self.row.act.as_str(),
            about: About::from(&self.case),
            duty: concerns.0,
            body: &body,
            handoff: None,
            secret,
        };
        queue_mail::to_user(self.app, self.db, &posting, email, user, self.now)
    }

    /// Queues a mail for each holder of the duty, or for the body's own mailbox when nobody holds it.
    fn mail(&mut self, case: &Case, row: &Row, duty: DutyKind, body: Id, handoff: Option<Id>, email: &Email) -> Result<(), StorageError> {
        let body = storage::offices::body::get(self.db, body)?;
        let posting =
            Posting { act_id: self.act_id, act: row.act.as_str(), about: About::from(case), duty, body: &body, handoff, secret: None };
        queue_mail::to_holders(self.app, self.db, &posting, email, self.now)
    }

    /// What the table says an act always opens, it has opened; so have the acts that followed from it.
    fn check_promises<E>(&self) -> Result<(), Refusal<E>> {
        let broken = |row: &&'static Row| row.opens.iter().any(|kind| !self.opened.contains(kind));
        match [self.row].into_iter().chain(self.followed.iter().copied()).find(broken) {
            Some(row) => Err(Refusal::Storage(StorageError::Other(format!("{} has not opened all that it opens", row.act)))),
            None => Ok(()),
        }
    }
}

/// Only steps of the table are taken.
fn step(row: &Row, change: Change) -> Result<(), StorageError> {
    if row.changes.contains(&change) {
        return Ok(());
    }
    Err(StorageError::Other(format!("the workflow has no step {change:?} for {}", row.act)))
}

fn party(case: &Case, duty: DutyKind) -> Result<Id, StorageError> {
    case.parties.of(duty).ok_or_else(|| StorageError::Other(format!("no body for {duty}")))
}

fn with_state(from: Option<State>, to: State, data: Value) -> Value {
    let mut words = serde_json::Map::new();
    if let Some(from) = from {
        words.insert("from".into(), from.words().1.into());
    }
    words.insert("to".into(), to.words().1.into());
    if let Value::Object(more) = data {
        words.extend(more);
    }
    Value::Object(words)
}
