//! One request of one reader: who is it, what may be seen, in which language; the only way from HTTP to the house.

use super::{
    error::{WebError, denied},
    form::{FieldError, SubmittedForm},
    reply::Reply,
    session::{self, ABSOLUTE, IDLE},
    user_agent,
};
use crate::{
    acts::{Command, Done, Refusal, perform},
    domain::{
        body::DutyKind,
        id::Id,
        language::Language,
        permissions::{Case, Holding, Parties, Unmet, can},
        time::{Instant, today},
        workflow::Act,
    },
    state::AppState,
    storage::{self, Db, Scope, StorageError, access_log::Opened, lists::member_list::MemberList, offices::user::User},
    templates,
    web::account::language,
};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse,
    dev::Payload,
    http::{StatusCode, header::USER_AGENT},
    web,
};
use serde::Serialize;
use serde_json::json;
use std::{
    future::{Ready, ready},
    sync::Arc,
    time::Duration,
};
use subtle::ConstantTimeEq;
use tera::Context;
use tokio::{sync::Semaphore, time::timeout};

/// Longest wait for a place among those who hash.
const PATIENCE: Duration = Duration::from_secs(2);

/// What waits on a reader is counted as far as this: a longer count helps nobody and costs time.
pub const WAITING: i64 = 100;

/// Id of a request, in the log and on the page that says that we failed.
#[derive(Clone)]
pub struct RequestId(pub String);

/// What a handler takes from a request before it knows its reader.
pub struct IncomingRequest {
    app: Arc<AppState>,
    path: String,
    token: Option<String>,
    device: String,
    device_token: Option<String>,
    language: Option<Language>,
    switched: Option<Language>,
    request_id: String,
}

impl FromRequest for IncomingRequest {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(app) = request.app_data::<web::Data<AppState>>() else {
            return ready(Err(actix_web::error::ErrorInternalServerError("no house")));
        };
        let cookie = |name: &str| request.cookie(name).map(|cookie| cookie.value().to_owned());
        ready(Ok(Self {
            app: app.clone().into_inner(),
            path: page_path(request, &app.settings.public_url),
            token: cookie(session::cookie_name(app.settings.is_https())),
            device: request.headers().get(USER_AGENT).and_then(|v| v.to_str().ok()).map(user_agent::words).unwrap_or_default(),
            device_token: cookie(session::device_cookie_name(app.settings.is_https())).filter(|token| !token.is_empty()),
            language: cookie("language").and_then(|word| word.parse().ok()),
            switched: None,
            request_id: request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        }))
    }
}

/// The path of the page that the reader is on: a form's is the one that it was sent from.
fn page_path(request: &HttpRequest, public_url: &str) -> String {
    if request.method() == actix_web::http::Method::GET {
        return request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
    }
    let referer = request.headers().get(actix_web::http::header::REFERER).and_then(|value| value.to_str().ok());
    let own = referer.and_then(|from| from.strip_prefix(public_url)).filter(|path| path.starts_with('/'));
    own.unwrap_or("/inbox").to_owned()
}

impl IncomingRequest {
    /// Takes note that a form was not sent to be carried out but to be shown in another language, with what is typed in it.
    #[must_use]
    pub fn switching_language(mut self, form: &SubmittedForm) -> Self {
        self.switched = form.text("language_switch").parse().ok();
        self
    }

    /// Answers anybody.
    pub async fn open(self, f: impl FnOnce(&RequestContext) -> Result<Reply, WebError> + Send + 'static) -> HttpResponse {
        self.run(move |cx| f(cx)).await
    }

    /// Answers whoever is signed in.
    pub async fn signed(self, f: impl FnOnce(&RequestContext, &CurrentUser) -> Result<Reply, WebError> + Send + 'static) -> HttpResponse {
        self.run(move |cx| match &cx.me {
            Some(me) => f(cx, me),
            None => Err(WebError::SignIn(cx.path.clone())),
        })
        .await
    }

    /// Answers a form of whoever is signed in, if a page of this session made it.
    pub async fn form(
        self,
        form: SubmittedForm,
        f: impl FnOnce(&RequestContext, &CurrentUser, &SubmittedForm) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        self.switching_language(&form)
            .signed(move |cx, me| {
                let is_ours = form.text("form_token").as_bytes().ct_eq(me.form_token.as_bytes());
                if bool::from(is_ours) { f(cx, me, &form) } else { Err(WebError::ForeignForm) }
            })
            .await
    }

    /// Answers anybody who has a password hashed, when there is a place for it: page threads do not wait for one.
    pub async fn hashing(self, f: impl FnOnce(&RequestContext) -> Result<Reply, WebError> + Send + 'static) -> HttpResponse {
        let places = Arc::clone(&self.app.hashing);
        let place = timeout(PATIENCE, places.acquire_owned()).await;
        self.open(move |cx| if matches!(place, Ok(Ok(_))) { f(cx) } else { Err(WebError::Away) }).await
    }

    /// Answers a form of whoever is signed in that has a password hashed.
    pub async fn hashing_form(
        self,
        form: SubmittedForm,
        f: impl FnOnce(&RequestContext, &CurrentUser, &SubmittedForm) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        let places = Arc::clone(&self.app.hashing);
        let place = timeout(PATIENCE, places.acquire_owned()).await;
        self.form(form, move |cx, me, form| if matches!(place, Ok(Ok(_))) { f(cx, me, form) } else { Err(WebError::Away) }).await
    }

    /// Answers a form with a file that takes time and memory to read, when there is a place for it.
    pub async fn reading(
        self,
        form: SubmittedForm,
        f: impl FnOnce(&RequestContext, &CurrentUser, &SubmittedForm) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        let places = Arc::clone(&self.app.reading);
        self.in_place(places, form, f).await
    }

    /// Answers with a page that takes memory to make, when there is a place for it.
    pub async fn reading_page(
        self,
        f: impl FnOnce(&RequestContext, &CurrentUser) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        let places = Arc::clone(&self.app.reading);
        let place = timeout(5 * PATIENCE, places.acquire_owned()).await;
        self.signed(move |cx, me| if matches!(place, Ok(Ok(_))) { f(cx, me) } else { Err(WebError::Away) }).await
    }

    /// Answers a form that asks for the journal to be gone through, one at a time.
    pub async fn verifying(
        self,
        form: SubmittedForm,
        f: impl FnOnce(&RequestContext, &CurrentUser, &SubmittedForm) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        let places = Arc::clone(&self.app.verifying);
        self.in_place(places, form, f).await
    }

    async fn in_place(
        self,
        places: Arc<Semaphore>,
        form: SubmittedForm,
        f: impl FnOnce(&RequestContext, &CurrentUser, &SubmittedForm) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        let place = timeout(5 * PATIENCE, places.acquire_owned()).await;
        self.form(form, move |cx, me, form| if matches!(place, Ok(Ok(_))) { f(cx, me, form) } else { Err(WebError::Away) }).await
    }

    async fn run(self, f: impl FnOnce(&RequestContext) -> Result<Reply, WebError> + Send + 'static) -> HttpResponse {
        let (app, language, request_id) = (Arc::clone(&self.app), self.language.unwrap_or(Language::Kk), self.request_id.clone());
        let switched = self.switched.map(|language| language::cookie(language, app.settings.is_https()));
        let answer = web::block(move || {
            let cx = match self.cx() {
                Ok(cx) => cx,
                Err(stopped) => return stopped.0.error_page(&stopped.1),
            };
            f(&cx).unwrap_or_else(|error| cx.error_page(&error))
        })
        .await;
        // A panic in the blocking pool must become a page, too.
        let mut response = answer
            .unwrap_or_else(|_| RequestContext::bare(app, language, request_id).error_page(&WebError::Failed("a handler panicked".into())))
            .into_response();
        if let Some(cookie) = switched {
            // Only a cookie that can't be written is refused, and the language is a word of ours.
            let _ = response.add_cookie(&cookie);
        }
        response
    }

    fn cx(self) -> Result<RequestContext, Box<(RequestContext, WebError)>> {
        let mut cx = RequestContext::bare(self.app, self.language.unwrap_or(Language::Kk), self.request_id);
        cx.path = self.path;
        cx.device = self.device;
        cx.device_token = self.device_token;
        cx.is_language_switch = self.switched.is_some();
        cx.language = self.switched.unwrap_or(cx.language);
        let Some(token) = self.token else { return Ok(cx) };
        match current_user(&cx.app, &token, cx.now) {
            Ok(Some(me)) => {
                cx.language = self.switched.unwrap_or(me.user.language);
                let is_new = cx.language != me.user.language;
                let kept = if is_new { language::keep(&cx.app, me.user.id, cx.language) } else { Ok(()) };
                cx.me = Some(me);
                match kept {
                    Ok(()) => Ok(cx),
                    Err(error) => Err(Box::new((cx, error.into()))),
                }
            }
            Ok(None) => Ok(cx),
            Err(error) => Err(Box::new((cx, error.into()))),
        }
    }
}

/// Whether a token is that of a session that is going on.
pub fn is_live(app: &AppState, token: &str) -> bool {
    let (hash, now) = (session::hash(token), app.clock.now());
    app.store.read(|db| storage::account::session::find(db, &hash, now - IDLE, now - ABSOLUTE)).is_ok_and(|found| found.is_some())
}

/// User, duties and roles are read at each request: a change acts at once.
fn current_user(app: &AppState, token: &str, now: Instant) -> Result<Option<CurrentUser>, StorageError> {
    let hash = session::hash(token);
    let found = app.store.read(|db| -> Result<_, StorageError> {
        let Some((user, form_token, seen_at)) = storage::account::session::find(db, &hash, now - IDLE, now - ABSOLUTE)? else {
            return Ok(None);
        };
        let holdings = storage::offices::user::holdings(db, user.id, now)?;
        let bodies = storage::offices::body::all(db, &holdings.iter().map(|h| h.body).collect::<Vec<_>>())?;
        Ok(Some((CurrentUser { scope: Scope::of(&holdings), user, holdings, bodies, form_token, token_hash: hash.clone() }, seen_at)))
    })?;
    let Some((me, seen_at)) = found else { return Ok(None) };
    if now - seen_at > chrono::TimeDelta::minutes(1) {
        // A page does not wait for a long act of somebody else.
        app.store.write_if_free(|db| storage::account::session::touch(db, &hash, now))?;
    }
    Ok(Some(me))
}

/// Whoever is signed in.
pub struct CurrentUser {
    pub user: User,
    pub holdings: Vec<Holding>,
    pub bodies: Vec<storage::offices::body::Body>,
    pub scope: Scope,
    pub form_token: String,
    pub token_hash: Vec<u8>,
}

impl CurrentUser {
    /// Whether the reader holds such a duty anywhere.
    #[must_use]
    pub fn has(&self, kind: DutyKind) -> bool {
        self.holdings.iter().any(|h| h.kind == kind)
    }

    /// The duty under which the reader opens what a case holds of a person.
    #[must_use]
    pub fn opens_under(&self, parties: &Parties) -> Option<Holding> {
        let opens = |kind| matches!(kind, DutyKind::AkimatOfficer | DutyKind::VettingOfficer | DutyKind::Head);
        self.holdings.iter().copied().find(|h| opens(h.kind) && parties.of(h.kind) == Some(h.body))
    }
}

/// A request being answered in the blocking pool.
pub struct RequestContext {
    pub app: Arc<AppState>,
    pub path: String,
    pub language: Language,
    pub me: Option<CurrentUser>,
    pub now: Instant,
    /// Browser and system in two words.
    pub device: String,
    /// The cookie that the browser is known by.
    pub device_token: Option<String>,
    /// The form was sent to be shown again in another language: nothing is carried out and nothing is wrong with it.
    pub is_language_switch: bool,
    request_id: String,
}

impl RequestContext {
    fn bare(app: Arc<AppState>, language: Language, request_id: String) -> Self {
        let now = app.clock.now();
        Self {
            app,
            path: String::from("/"),
            language,
            me: None,
            now,
            device: String::new(),
            device_token: None,
            is_language_switch: false,
            request_id,
        }
    }

    /// Reads from the database.
    ///
    /// # Errors
    /// Those of `f`, and a page that says that the database is away.
    pub fn read<T>(&self, f: impl FnOnce(&mut Db) -> Result<T, StorageError>) -> Result<T, WebError> {
        self.app.store.read(f).map_err(WebError::from)
    }

    /// Carries an act out.
    ///
    /// # Errors
    /// The act's refusal.
    pub fn act<V: Command>(&self, me: &CurrentUser, form: &SubmittedForm, command: &V) -> Result<Done, Refusal<V::Error>> {
        if self.is_language_switch {
            return Err(Refusal::Invalid(Vec::new()));
        }
        let Some(key) = once(form) else { return Err(Refusal::NotFound) };
        perform(&self.app, me.user.id, &key, command)
    }

    /// What this very form has led to already, if it was sent before.
    ///
    /// # Errors
    /// Those of the database.
    pub fn done(&self, me: &CurrentUser, form: &SubmittedForm, act: Act) -> Result<Option<Id>, WebError> {
        let Some(key) = once(form) else { return Ok(None) };
        self.read(|db| storage::idempotency::result(db, &key, me.user.id, act))
    }

    /// Notes that the reader has opened a copy or an IIN.
    ///
    /// # Errors
    /// Those of the database: then nothing is shown.
    pub fn opened(&self, me: &CurrentUser, opened: Opened, membership: Id, list: &MemberList) -> Result<(), WebError> {
        let (under, on) = (me.opens_under(&list.squad.parties), (membership, list.id));
        Ok(self.app.store.write(|db| storage::access_log::insert(db, me.user.id, under, opened, on, self.now))?)
    }

    /// Notes that the reader has opened every IIN of a list at once.
    ///
    /// # Errors
    /// Those of the database: then nothing is handed over.
    pub fn opened_all(&self, me: &CurrentUser, memberships: &[Id], list: &MemberList) -> Result<(), WebError> {
        let under = me.opens_under(&list.squad.parties);
        Ok(self.app.store.write(|db| storage::access_log::insert_all(db, me.user.id, under, memberships, list.id, self.now))?)
    }

    /// A page with what every page needs.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn page(&self, page: &str, status: StatusCode, content: &impl Serialize) -> Result<Reply, WebError> {
        let mut context = Context::from_serialize(content)?;
        context.insert("lang", self.language.as_str());
        context.insert("path", &self.path);
        context.insert("today", &today(self.now));
        context.insert("is_development", &(self.app.settings.environment == crate::config::Environment::Development));
        context.insert("asset", &crate::web::assets::paths());
        match &self.me {
            Some(me) => {
                let mut shown = signed_in(me);
                // A page without its badge is still a page.
                shown["waiting"] = json!(self.read(|db| storage::handoff::waiting(db, &me.holdings, WAITING)).unwrap_or_default());
                context.insert("theme", &me.user.theme);
                if me.has(DutyKind::Administrator) {
                    shown["undelivered"] = json!(self.read(|db| undelivered(db, &me.scope, self.now)).unwrap_or_default());
                }
                context
                    .insert("mail_waits", &self.read(|db| storage::mail::mail_server::mail_waits_since(db, self.now)).unwrap_or_default());
                context.insert("me", &shown);
                context.insert("form_token", &me.form_token);
            }
            None => context.insert("me", &None::<()>),
        }
        Ok(Reply::Page(status, templates::render(&self.app.templates, page, &context)?))
    }

    /// A page with status 200.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn show(&self, page: &str, content: &impl Serialize) -> Result<Reply, WebError> {
        self.page(page, StatusCode::OK, content)
    }

    /// The form for the first time: with what the content says is typed already, or with nothing, and without faults.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn first_form(&self, page: &str, mut content: serde_json::Value) -> Result<Reply, WebError> {
        if let Some(map) = content.as_object_mut() {
            map.entry("typed").or_insert_with(|| json!({}));
            map.insert("errors".into(), json!([]));
        }
        self.show(page, &content)
    }

    /// The form again, with what was typed and what is wrong with it.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn rerender(&self, page: &str, content: serde_json::Value, form: &SubmittedForm, errors: &[FieldError]) -> Result<Reply, WebError> {
        let (mut content, errors) = (content, if self.is_language_switch { &[] } else { errors });
        if let Some(map) = content.as_object_mut() {
            map.insert("typed".into(), json!(form.typed()));
            map.insert("errors".into(), json!(errors));
        }
        self.page(page, if self.is_language_switch { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &content)
    }

    fn error_page(&self, error: &WebError) -> Reply {
        if let WebError::SignIn(next) = error {
            return Reply::Redirect(format!("/sign-in?next={}", form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>()));
        }
        if let WebError::Failed(cause) = error {
            tracing::error!(request = self.request_id, cause, "failed");
        }
        let missing: &[Unmet] = if let WebError::Denied(missing) = error { missing } else { &[] };
        let (happened, back) = match error {
            WebError::Stale { subjects, back } => (self.happened(subjects), Some(back)),
            _ => (Vec::new(), None),
        };
        let content = json!({
            "problem": error.word(),
            "missing": missing.iter().map(missing_words).collect::<Vec<_>>(),
            // Duties that any body may have are the product's own: no clause gives them.
            "clause": (!missing.iter().any(|m| matches!(m, Unmet::Duty(duty) if duty.body_kind().is_none()))).then_some("7, 19"),
            "happened": happened,
            "back": back,
            "request_id": self.request_id,
        });
        self.page("pages/error.html", error.status(), &content).unwrap_or_else(|fault| {
            tracing::error!(request = self.request_id, ?fault, "the error page failed");
            Reply::Page(StatusCode::INTERNAL_SERVER_ERROR, String::from("500"))
        })
    }

    /// Who did what, and when, to subjects that were not as the reader saw them. Names of users of other bodies stay out.
    fn happened(&self, subjects: &[Id]) -> Vec<serde_json::Value> {
        let told = self.read(|db| {
            let mut told = Vec::new();
            for subject in subjects {
                let Some(entry) = storage::journal::latest(db, *subject)? else { continue };
                let words = entry.words();
                let own = entry.body_id.is_some_and(|body| self.me.as_ref().is_some_and(|r| r.bodies.iter().any(|b| b.id == body)));
                let by = match entry.user_id {
                    Some(user) if own => Some(storage::offices::user::get(db, user)?.name),
                    _ => None,
                };
                told.push(json!({ "act": entry.act, "at": entry.at, "by": by, "duty": words["actor"]["duty"], "to": words["data"]["to"] }));
            }
            Ok(told)
        });
        told.unwrap_or_default()
    }
}

/// The key of a form: sent with other words it is another act; sent twice as it is, it is one.
fn once(form: &SubmittedForm) -> Option<String> {
    form.id("form_key").map(|key| format!("{key}:{}", form.digest()))
}

/// Who is signed in, and which parts of the house they have business in.
fn signed_in(me: &CurrentUser) -> serde_json::Value {
    let duties: Vec<_> = me
        .holdings
        .iter()
        .filter_map(|h| me.bodies.iter().find(|b| b.id == h.body).map(|b| json!({ "kind": h.kind, "body": b.name })))
        .collect();
    let has = |kind| me.has(kind);
    json!({
        "name": me.user.name,
        "has_cases": !me.scope.bodies().is_empty(),
        "duties": duties,
        "akimat": has(DutyKind::AkimatOfficer),
        "council": has(DutyKind::CouncilSecretary),
        "territory": has(DutyKind::VettingOfficer) || has(DutyKind::Head),
        "unit": has(DutyKind::UnitRepresentative),
        "head": has(DutyKind::Head),
        "auditor": has(DutyKind::Auditor),
        "administrator": has(DutyKind::Administrator),
    })
}

/// How many mails to bodies that the reader administers could not be delivered.
fn undelivered(db: &mut Db, scope: &Scope, now: Instant) -> Result<usize, StorageError> {
    let bodies = storage::offices::people::bodies(db, scope)?;
    storage::mail::undelivered::count_failed(db, &bodies, WAITING, now)
}

/// What is missing for an act, as templates say it.
pub fn missing_words(missing: &Unmet) -> serde_json::Value {
    match missing {
        Unmet::Duty(duty) => json!({ "key": missing.key(), "duty": duty }),
        Unmet::State(state) => json!({ "key": missing.key(), "of": state.words().0, "is": state.words().1 }),
        Unmet::Copies(n) => json!({ "key": missing.key(), "n": n }),
        _ => json!({ "key": missing.key() }),
    }
}

/// Stops whoever may not carry the act out on the case now, before anything else is done for it.
///
/// # Errors
/// What is missing, or that somebody has moved the case on.
pub fn may(me: &CurrentUser, act: Act, case: &Case, back: &str) -> Result<(), WebError> {
    can(&me.holdings, act, case, &[]).map(drop).map_err(|missing| denied(case, missing, back))
}

/// Whether a button is there, and if not, why: the same check that the act makes.
pub fn button(me: &CurrentUser, act: Act, case: &Case, unmet: &[Unmet]) -> serde_json::Value {
    match can(&me.holdings, act, case, unmet) {
        Ok(_) => json!({ "can": true, "clause": crate::domain::workflow::row(act).clause, "missing": [] }),
        Err(missing) => json!({
            "can": false,
            "clause": crate::domain::workflow::row(act).clause,
            // A button that is somebody else's is not shown at all; one that only waits says on what.
            "is_mine": !missing.iter().any(|m| matches!(m, Unmet::Duty(_) | Unmet::Automatic)),
            "missing": missing.iter().map(missing_words).collect::<Vec<_>>(),
        }),
    }
}
