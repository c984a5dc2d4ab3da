//! What an act may do while it is carried out: each step is checked against the table and written to the journal.

use crate::{
    acts::{
        Breach, Refusal,
        mail::queue_mail::{self, About, Posting},
    },
    domain::{
        authority::Authority,
        body::DutyKind,
        edition::Edition,
        events::{Event, StepFacts},
        handoff::{DueNature, HandoffKind},
        id::{self, Id},
        journal::{Actor, Record},
        leadership::LeadershipState,
        permissions::Case,
        state::{At, ThingState},
        time::{Instant, end_of_day_after},
        workflow::{Act, Change, Notice, Row, Term, Told, Who, row},
    },
    emails::{Email, MailKind},
    state::AppState,
    storage::{
        self, Db, Stated, StorageError,
        handoff::Closing,
        inbox::Handoff,
        journal::{Link, Writer},
        offices::{body::Body, user::User},
    },
};

/// An act under way: what a command may do, each step checked against the table and written to the journal.
pub struct ActContext<'a> {
    pub app: &'a AppState,
    pub db: &'a mut Db,
    pub authority: Authority,
    pub act_id: Id<id::ActRun>,
    pub now: Instant,
    pub case: Case,
    /// The case that entries of the journal are written on: the act's own, also while something is done about another.
    pub(super) written_on: Id,
    /// The edition of the Rules on the day of the act, or of the paper that it records.
    pub edition: Edition,
    pub(super) row: &'static Row,
    pub(super) opened: Vec<HandoffKind>,
    pub(super) followed: Vec<&'static Row>,
    pub(super) journal: Writer,
}

impl ActContext<'_> {
    /// Notes the beginning of something that the command has just inserted.
    pub fn create<F: StepFacts, E>(
        &mut self,
        id: Id<<F::State as ThingState>::Thing>,
        to: F::State,
        facts: F,
    ) -> Result<Link, Refusal<E>> {
        step(self.row, None, to)?;
        Ok(self.write(self.row, facts.event(id, None, to))?)
    }

    /// Goes on about another case, in the chain that its acts are written to.
    pub fn go_on_about(&mut self, case: Case) -> Result<(), StorageError> {
        let chain = case.chain()?;
        if !self.journal.is_of(&chain) {
            let next = Writer::open(self.db, &chain)?;
            std::mem::replace(&mut self.journal, next).close(self.db)?;
        }
        self.written_on = case.id;
        self.case = case;
        Ok(())
    }

    /// Does something about another case of the same chain, and comes back to the act's own.
    pub fn about<T>(&mut self, case: Case, act: impl FnOnce(&mut Self) -> T) -> T {
        let own = std::mem::replace(&mut self.case, case);
        let done = act(self);
        self.case = own;
        done
    }

    /// Moves something on, if it is still in that version and state.
    pub fn transition<F: StepFacts, E>(
        &mut self,
        at: &At<F::State>,
        to: F::State,
        facts: F,
    ) -> Result<Link, Refusal<E>>
    where
        F::State: Stated,
    {
        self.transition_under(self.row, at, to, facts)
    }

    /// Moves something on by an act that follows from this one by itself; the system is its actor.
    pub fn cascade<F: StepFacts, E>(
        &mut self,
        act: Act,
        at: &At<F::State>,
        to: F::State,
        facts: F,
    ) -> Result<Link, Refusal<E>>
    where
        F::State: Stated,
    {
        if !self.row.then.contains(&act) {
            return Err(Breach::NotFollowing { act, of: self.row.act }.into());
        }
        self.followed.push(row(act));
        self.transition_under(row(act), at, to, facts)
    }

    fn transition_under<F: StepFacts, E>(
        &mut self,
        row: &'static Row,
        at: &At<F::State>,
        to: F::State,
        facts: F,
    ) -> Result<Link, Refusal<E>>
    where
        F::State: Stated,
    {
        step(row, Some(at.state), to)?;
        if !F::State::transition(self.db, at, to)? {
            return Err(Refusal::Stale(vec![at.id.any()]));
        }
        Ok(self.write(row, facts.event(at.id, Some(at.state), to))?)
    }

    /// Notes what changes no state: a decision, a sending, a copy.
    pub fn record(&mut self, event: impl Into<Event>) -> Result<Link, StorageError> {
        self.write(self.row, event.into())
    }

    fn write(&mut self, row: &Row, event: Event) -> Result<Link, StorageError> {
        // Whatever follows from an act by itself is the system's.
        let actor = if row.who == Who::System { Actor::System } else { self.authority.actor() };
        let act = (row.act.into(), self.act_id);
        let record = Record::new(
            act,
            row.basis.recorded(self.edition),
            actor,
            self.written_on,
            event,
            self.now,
        );
        self.journal.append(self.db, &record)
    }

    /// Opens a handoff and queues its one mail to each holder of the duty.
    pub fn open(
        &mut self,
        kind: HandoffKind,
        due: Option<Instant>,
        email: &Email,
    ) -> Result<(), StorageError> {
        let case = self.case.clone();
        self.open_on(&case, self.row, kind, due, email)
    }

    /// Opens a handoff on another case than the act's own, by an act that follows from this one.
    pub fn open_following(
        &mut self,
        case: &Case,
        act: Act,
        kind: HandoffKind,
        email: &Email,
    ) -> Result<(), StorageError> {
        self.open_on(case, row(act), kind, None, email)
    }

    /// Opens a handoff on another case than the act's own.
    pub fn open_about(
        &mut self,
        case: &Case,
        kind: HandoffKind,
        email: &Email,
    ) -> Result<(), StorageError> {
        self.open_on(case, self.row, kind, None, email)
    }

    fn open_on(
        &mut self,
        case: &Case,
        row: &Row,
        kind: HandoffKind,
        due: Option<Instant>,
        email: &Email,
    ) -> Result<(), StorageError> {
        if !row.opens.contains(&kind) && !row.may_open.contains(&kind) {
            return Err(StorageError::Other(format!("{} opens no {kind}", row.act)));
        }
        announces(email, MailKind::Handoff(kind))?;
        let to_body = party(case, kind.duty())?;
        let new = storage::handoff::NewHandoff {
            id: Id::new(),
            kind,
            case,
            from_body: self.body()?,
            to_body,
            act: self.act_id,
            due: self.due(kind, due)?,
        };
        let handoff = storage::handoff::open(self.db, &new, self.now)?;
        self.opened.push(kind);
        self.mail(case, row, kind.duty(), to_body, Some(handoff), email)
    }

    /// The due date by the term of the handoff: the act tells an internal one; the table counts a statutory one, from the moment that
    /// the act tells or from now on.
    fn due(
        &self,
        kind: HandoffKind,
        told: Option<Instant>,
    ) -> Result<Option<(Instant, DueNature)>, StorageError> {
        match (kind.row().term, told) {
            (Term::None, None) => Ok(None),
            (Term::Internal, Some(at)) => Ok(Some((at, DueNature::Internal))),
            (Term::Statutory(days), from) => {
                let from = from.unwrap_or(self.now);
                Ok(Some((end_of_day_after(from, days), DueNature::Statutory)))
            }
            (Term::None, Some(_)) => {
                Err(StorageError::Other(format!("no act sets the term of {kind}")))
            }
            (Term::Internal, None) => {
                Err(StorageError::Other(format!("{kind} is opened without its internal target")))
            }
        }
    }

    /// Whether a handoff that the act would open is open already, and stays as it was announced.
    pub fn stays_open(&mut self, kind: HandoffKind) -> Result<bool, StorageError> {
        let is_open = storage::handoff::is_open(self.db, kind, self.case.id)?;
        if is_open {
            self.opened.push(kind);
        }
        Ok(is_open)
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
        let closing = self.closing()?;
        storage::handoff::close(self.db, kind, case, closing).map(drop)
    }

    fn closing(&self) -> Result<Closing, StorageError> {
        let (act, body, user) = (self.act_id, self.body()?, self.authority.user().ok());
        Ok(Closing { act, body, user, at: self.now })
    }

    /// The body that hands over: where the duty is held, or the unit whose person or work it is about; of a register its subdivision.
    fn body(&self) -> Result<Id<id::Body>, StorageError> {
        match self.authority {
            Authority::Duty { holding, .. } => Ok(holding.body),
            Authority::Leader { .. } | Authority::Link(_) | Authority::System => {
                Ok(self.case.unit().or_else(|_| self.case.territory())?)
            }
        }
    }

    /// Closes one handoff by its reader; false when it is closed already.
    pub fn close_read(&mut self, handoff: &Handoff) -> Result<bool, StorageError> {
        if !self.row.closes.contains(&handoff.kind) {
            return Err(StorageError::Other(format!(
                "{} closes no {}",
                self.row.act, handoff.kind
            )));
        }
        let closing = self.closing()?;
        storage::handoff::close_read(self.db, handoff.id, closing)
    }

    /// Queues a mail that asks for nothing.
    pub fn notify(&mut self, notice: Notice, email: &Email) -> Result<(), StorageError> {
        if !self.row.notifies.contains(&notice) {
            return Err(StorageError::Other(format!("{} sends no {notice}", self.row.act)));
        }
        announces(email, MailKind::Notice(notice))?;
        let case = self.case.clone();
        let duty = notice
            .duty()
            .ok_or_else(|| StorageError::Other(format!("{notice} is for one user")))?;
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
        (duty, body): (DutyKind, Id<id::Body>),
        secret: Option<&str>,
    ) -> Result<(), StorageError> {
        self.expect_user_notice(notice, email)?;
        let body = storage::offices::body::get(self.db, body)?;
        let bare = posting(self.act_id, self.row, &self.case, email, (duty, &body));
        let posting = Posting { secret, ..bare };
        queue_mail::to_user(self.app, self.db, &posting, email, user, self.now)
    }

    /// Queues a mail for the person of a record, in the name of the unit, about a certificate in that of the subdivision; none where
    /// the person has died or the unit has made sure of no address.
    pub fn notify_person(
        &mut self,
        notice: Notice,
        email: &Email,
        membership: Id<id::Membership>,
        secret: Option<&str>,
    ) -> Result<Option<Id<id::Mail>>, StorageError> {
        if !self.row.notifies.contains(&notice) || notice.row().to != Told::Person {
            return Err(StorageError::Other(format!("{} sends no person {notice}", self.row.act)));
        }
        announces(email, MailKind::Notice(notice))?;
        let Some(reach) = storage::record::contact::of(self.db, membership)? else {
            return Ok(None);
        };
        let (duty, body) = match (self.authority, self.case.parties.unit) {
            // A subdivision tells its own decisions, also where the case has a unit.
            (Authority::Duty { holding, .. }, _) if holding.kind == DutyKind::VettingOfficer => {
                (holding.kind, holding.body)
            }
            (_, Some(unit)) => (DutyKind::UnitRepresentative, unit),
            (_, None) => (DutyKind::VettingOfficer, self.case.territory()?),
        };
        let body = storage::offices::body::get(self.db, body)?;
        let bare = posting(self.act_id, self.row, &self.case, email, (duty, &body));
        let posting = Posting { secret, ..bare };
        queue_mail::to_person(self.app, self.db, &posting, email, (membership, &reach), self.now)
    }

    /// Queues a mail for the leader in office of the case's squad, where the unit has made sure of an address.
    pub fn notify_leader(&mut self, notice: Notice, email: &Email) -> Result<(), StorageError> {
        let open = storage::squads::leadership::open_of(self.db, self.case.squad()?)?;
        match open.filter(|open| open.state == LeadershipState::InOffice) {
            Some(leader) => self.notify_person(notice, email, leader.membership, None).map(drop),
            None => Ok(()),
        }
    }

    /// Queues a mail for a body's own mailbox and for these users, each under the own duty.
    pub fn notify_body(
        &mut self,
        notice: Notice,
        email: &Email,
        (duty, body): (DutyKind, Id<id::Body>),
        told: &[(User, DutyKind, Id<id::Body>)],
    ) -> Result<(), StorageError> {
        self.expect_user_notice(notice, email)?;
        for (user, duty, body) in told {
            self.notify_user(notice, email, user, (*duty, *body), None)?;
        }
        let body = storage::offices::body::get(self.db, body)?;
        let posting = posting(self.act_id, self.row, &self.case, email, (duty, &body));
        queue_mail::to_mailbox(self.app, self.db, &posting, email, self.now).map(drop)
    }

    /// The act sends such a notice, and to no holders of a duty that the table names.
    fn expect_user_notice(&self, notice: Notice, email: &Email) -> Result<(), StorageError> {
        if !self.row.notifies.contains(&notice) || notice.row().to != Told::User {
            return Err(StorageError::Other(format!("{} sends no user {notice}", self.row.act)));
        }
        announces(email, MailKind::Notice(notice))
    }

    /// Queues a mail for each holder of the duty, or for the body's own mailbox when nobody holds it.
    fn mail(
        &mut self,
        case: &Case,
        row: &Row,
        duty: DutyKind,
        body: Id<id::Body>,
        handoff: Option<Id<id::Handoff>>,
        email: &Email,
    ) -> Result<(), StorageError> {
        let body = storage::offices::body::get(self.db, body)?;
        let bare = posting(self.act_id, row, case, email, (duty, &body));
        let posting = Posting { handoff, ..bare };
        queue_mail::to_holders(self.app, self.db, &posting, email, self.now)
    }

    /// What the table says an act always opens, it has opened; so have the acts that followed from it.
    pub(super) fn check_promises<E>(&self) -> Result<(), Refusal<E>> {
        let broken = |row: &&'static Row| row.opens.iter().any(|kind| !self.opened.contains(kind));
        match [self.row].into_iter().chain(self.followed.iter().copied()).find(broken) {
            Some(row) => Err(Refusal::Storage(StorageError::Other(format!(
                "{} has not opened all that it opens",
                row.act
            )))),
            None => Ok(()),
        }
    }
}

/// Only steps of the table are taken.
fn step<S: ThingState>(row: &Row, from: Option<S>, to: S) -> Result<(), Breach> {
    let change = Change { from: from.map(Into::into), to: to.into() };
    if row.changes.contains(&change) {
        Ok(())
    } else {
        Err(Breach::NoStep { act: row.act, change })
    }
}

/// A mail of an act on a case, under that duty of that body.
fn posting<'a>(
    act_id: Id<id::ActRun>,
    row: &Row,
    case: &'a Case,
    email: &Email,
    (duty, body): (DutyKind, &'a Body),
) -> Posting<'a> {
    let act = announced_by(email.kind, row.act).as_str();
    Posting { act_id, act, about: About::from(case), duty, body, handoff: None, secret: None }
}

/// The act that the header of a mail names. A vacancy looks alike whatever its cause, so its mail names what it asks for.
const fn announced_by(kind: MailKind, act: Act) -> Act {
    match kind {
        MailKind::Handoff(HandoffKind::AppointLeader) => Act::AppointLeader,
        MailKind::Handoff(_)
        | MailKind::Notice(_)
        | MailKind::Reminder(_)
        | MailKind::Above(_)
        | MailKind::Digest => act,
    }
}

/// A handoff or notice is announced by its own mail.
fn announces(email: &Email, kind: MailKind) -> Result<(), StorageError> {
    if email.kind == kind {
        return Ok(());
    }
    Err(StorageError::Other(format!("a mail of {} announces {kind}", email.kind)))
}

fn party(case: &Case, duty: DutyKind) -> Result<Id<id::Body>, StorageError> {
    case.parties.of(duty).ok_or_else(|| StorageError::Other(format!("no body for {duty}")))
}
