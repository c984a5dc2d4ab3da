//! One request being answered in the blocking pool: what a handler reads, does and shows.

use super::{
    client::Client, current_user::CurrentUser, error::WebError, form::SubmittedForm,
    glance::Glance, reply::Reply,
};
use crate::{
    acts::{Command, Done, Refusal, perform},
    domain::{
        body::DutyKind,
        caller::Caller,
        id::{self, Id},
        language::Language,
        permissions::Parties,
        time::Instant,
        workflow::Act,
    },
    state::AppState,
    storage::{
        self, Db, StorageError,
        access_log::Opened,
        case_handoffs::CaseHandoffs,
        db::{statements, store::Snapshot},
        lists::member_list::MemberList,
        offices::directory::Directory,
    },
};
use std::{
    cell::{Cell, OnceCell, RefCell},
    sync::Arc,
};

/// Waiting handoffs and failed mails are counted as far as this: a longer count helps nobody and costs time.
pub const WAITING: i64 = 100;

/// In the address of a result: the form that leads there had been carried out before.
const REPEATED: &str = "repeated=yes";

/// The two numbers of the menu.
#[derive(Clone, Copy, Debug, Default)]
pub struct Badges {
    /// Handoffs that wait on the user.
    pub waiting: usize,
    /// Mails to administered bodies that did not arrive.
    pub undelivered: usize,
}

/// A request being answered.
pub struct RequestContext {
    pub app: Arc<AppState>,
    pub path: String,
    pub language: Language,
    pub me: Option<CurrentUser>,
    pub now: Instant,
    /// All bodies as they are at this request; empty when nobody is signed in.
    pub directory: Arc<Directory>,
    /// Browser and system in two words.
    pub device: String,
    /// The cookie that the browser is known by.
    pub device_token: Option<String>,
    pub client: Client,
    /// The hash of the token that the browser shows, whether or not its session goes on.
    pub session_hash: Option<Vec<u8>>,
    /// The form was sent to be shown again, in another language or in a new session: nothing is carried out.
    pub is_shown_again: bool,
    /// The form had been carried out before: its first result is shown.
    is_repeated: Cell<bool>,
    /// The form that came too late, for the page that says so.
    typed: OnceCell<SubmittedForm>,
    pub(super) glance: Glance,
    pub(super) request_id: String,
    snapshot: RefCell<Option<Snapshot>>,
    statements: Cell<u32>,
    is_read_only: Cell<bool>,
    badges: OnceCell<Badges>,
}

impl RequestContext {
    pub(super) fn bare(app: Arc<AppState>, language: Language, request_id: String) -> Self {
        let now = app.clock.now();
        Self {
            app,
            path: String::from("/"),
            language,
            me: None,
            now,
            directory: Arc::default(),
            device: String::new(),
            device_token: None,
            client: Client::NOBODY,
            session_hash: None,
            is_shown_again: false,
            is_repeated: Cell::default(),
            typed: OnceCell::new(),
            glance: Glance::No,
            request_id,
            snapshot: RefCell::default(),
            statements: Cell::default(),
            is_read_only: Cell::default(),
            badges: OnceCell::new(),
        }
    }

    /// The id under which the log knows the request.
    #[must_use]
    pub fn request_id(&self) -> &str {
        &self.request_id
    }

    /// How many statements the page has read with.
    #[must_use]
    pub const fn statements(&self) -> u32 {
        self.statements.get()
    }

    /// Works in the snapshot of the request, which begins with its first read. All that a page reads comes from one
    /// connection and one state of the database.
    pub(super) fn in_snapshot<T>(
        &self,
        f: impl FnOnce(&mut Snapshot) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let mut kept = self.snapshot.borrow_mut();
        let snapshot = match &mut *kept {
            Some(snapshot) => snapshot,
            none => none.insert(self.app.store.snapshot()?),
        };
        let before = statements::sent();
        let read = f(snapshot);
        self.statements.set(self.statements.get() + statements::sent() - before);
        read
    }

    /// Gives the connection back, before something is written: the next read sees what was written.
    fn end_snapshot(&self) {
        drop(self.snapshot.take());
    }

    /// A user whom the route does not admit writes nothing by it.
    pub(super) fn may_write(&self, may: bool) {
        self.is_read_only.set(!may);
    }

    /// Reads from the database.
    ///
    /// # Errors
    /// Those of `f`, and a page that says that the database is away.
    pub fn read<T>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T, StorageError>,
    ) -> Result<T, WebError> {
        Ok(self.in_snapshot(|snapshot| f(snapshot.db()))?)
    }

    /// Writes what is no act: a session, a draft, a search, a trace.
    ///
    /// # Errors
    /// Those of `f`: then nothing is kept.
    pub fn write<T>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T, StorageError>,
    ) -> Result<T, WebError> {
        if self.is_read_only.get() {
            return Err(WebError::Denied(Vec::new()));
        }
        self.end_snapshot();
        match self.glance {
            Glance::No => Ok(self.app.store.write(f)?),
            Glance::Head => Ok(self.app.store.rehearse(f)?),
            Glance::Prefetch => Err(WebError::Busy),
        }
    }

    /// Carries an act out.
    ///
    /// # Errors
    /// The act's refusal.
    pub fn act<C: Command>(
        &self,
        me: &CurrentUser,
        form: &SubmittedForm,
        command: &C,
    ) -> Result<Done<C::Next>, Refusal<C::Error>> {
        self.act_as(Caller::User(me.user.id), form, command)
    }

    /// Carries an act out for a caller who needs no account: the holder of a link.
    pub fn act_as<C: Command>(
        &self,
        caller: Caller,
        form: &SubmittedForm,
        command: &C,
    ) -> Result<Done<C::Next>, Refusal<C::Error>> {
        if self.is_shown_again {
            return Err(Refusal::Invalid(Vec::new()));
        }
        let Some(key) = form.key() else { return Err(Refusal::NotFound) };
        self.end_snapshot();
        let done = perform(&self.app, caller, &key, command)?;
        self.is_repeated.set(self.is_repeated.get() || done.is_repeated);
        Ok(done)
    }

    /// The reply to a form. One that was carried out before leads to its first result, and the page says so.
    pub(super) fn said_once(&self, reply: Reply) -> Reply {
        match reply {
            Reply::Redirect(to) if self.is_repeated.get() => {
                let joint = if to.contains('?') { '&' } else { '?' };
                Reply::Redirect(format!("{to}{joint}{REPEATED}"))
            }
            reply => reply,
        }
    }

    /// Whether the page is the result of a form that had been carried out before.
    #[must_use]
    pub fn is_result_of_repeated(&self) -> bool {
        let query = self.path.split_once('?').map_or("", |(_, query)| query);
        query.split('&').any(|pair| pair == REPEATED)
    }

    /// Keeps a form that came too late for the page that shows it beside what holds now.
    pub(super) fn keep_typed(&self, form: &SubmittedForm) {
        let _ = self.typed.set(form.clone());
    }

    /// The form that came too late.
    #[must_use]
    pub fn typed(&self) -> Option<&SubmittedForm> {
        self.typed.get()
    }

    /// What this very form has led to already, if it was sent before.
    ///
    /// # Errors
    /// Those of the database.
    pub fn done(
        &self,
        me: &CurrentUser,
        form: &SubmittedForm,
        act: Act,
    ) -> Result<Option<Id>, WebError> {
        let Some(key) = form.key() else { return Ok(None) };
        self.read(|db| storage::idempotency::result(db, &key, Caller::User(me.user.id), act))
    }

    /// Notes that the user has opened a copy or an IIN.
    ///
    /// # Errors
    /// Those of the database: then nothing is shown.
    pub fn log_access(
        &self,
        me: &CurrentUser,
        opened: Opened,
        membership: Id<id::Membership>,
        list: &MemberList,
    ) -> Result<(), WebError> {
        let (under, on) = (me.opens_under(&list.squad.parties()), (membership, Some(list.id)));
        self.write(|db| {
            storage::access_log::insert(db, Caller::User(me.user.id), under, opened, on, self.now)
        })
    }

    /// Notes that the user has opened the same of several people at once: IINs of a list, papers of certificates.
    ///
    /// # Errors
    /// Those of the database: then nothing is handed over.
    pub fn log_access_to_all(
        &self,
        me: &CurrentUser,
        opened: Opened,
        parties: &Parties,
        on: (&[Id<id::Membership>], Option<Id<id::MemberList>>),
    ) -> Result<(), WebError> {
        let (caller, under) = (Caller::User(me.user.id), me.opens_under(parties));
        self.write(|db| storage::access_log::insert_all(db, caller, under, opened, on, self.now))
    }

    /// Counts a failure, if it is a stranger's.
    pub fn note_failure_of_stranger(&self) {
        if self.client.is_stranger {
            self.app.strangers.note_failure(self.client.address, self.now);
        }
    }

    /// Counts a check of a certificate: one that is not found as a failure.
    pub fn note_check(&self, is_found: bool) {
        let (checkers, address) = (&self.app.checkers, self.client.address);
        if is_found {
            checkers.note_success(address, self.now);
        } else {
            checkers.note_failure(address, self.now);
        }
    }

    /// Notes the opening of a case whose handoffs were read for its page.
    ///
    /// # Errors
    /// Those of the database.
    pub fn note_opening_of(
        &self,
        me: &CurrentUser,
        case: Id,
        handoffs: &CaseHandoffs,
    ) -> Result<(), WebError> {
        if handoffs.is_unopened(&me.holdings) {
            self.write(|db| {
                storage::handoff::note_opened(db, &me.holdings, case, me.user.id, self.now)
            })?;
        }
        Ok(())
    }

    /// The numbers of the menu; a page without them is still a page.
    pub fn read_badges(&self) -> Badges {
        *self.badges.get_or_init(|| {
            // Nothing waits on the account of a leader.
            let Some(me) = self.me.as_ref().filter(|me| me.user.login.is_none()) else {
                return Badges::default();
            };
            let waiting = self
                .read(|db| storage::handoff::waiting(db, &me.holdings, WAITING))
                .unwrap_or_default();
            let undelivered = if me.has(DutyKind::Administrator) {
                let bodies: Vec<Id<id::Body>> =
                    self.directory.administered(&me.scope).iter().map(|body| body.id).collect();
                self.read(|db| {
                    storage::mail::undelivered::count_failed(db, &bodies, WAITING, self.now)
                })
                .unwrap_or_default()
            } else {
                0
            };
            Badges { waiting, undelivered }
        })
    }
}
