//! What a handler takes from a request before it knows its user, and how the handler is run.

use super::{
    client::Client,
    context::RequestContext,
    current_user::{self, CurrentUser},
    error::WebError,
    form::SubmittedForm,
    glance::Glance,
    language,
    not_taken::NotTaken,
    own_path::own_path,
    parking,
    permit::Permit,
    policy::Policy,
    reply::Reply,
    session, user_agent,
};
use crate::{
    domain::language::Language, state::AppState, storage::StorageError, strangers::Strangers,
    web::pages::conflict,
};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload, http::header::USER_AGENT,
    web,
};
use std::{
    future::{Ready, ready},
    sync::Arc,
};
use subtle::ConstantTimeEq;

/// Id of a request, in the log and on the page that says that we failed.
#[derive(Clone)]
pub struct RequestId(pub String);

/// A request of anybody.
pub struct IncomingRequest {
    app: Arc<AppState>,
    is_page: bool,
    glance: Glance,
    policy: Option<Policy>,
    path: String,
    /// The path that a form was sent to.
    action: String,
    token: Option<String>,
    device: String,
    device_token: Option<String>,
    language: Option<Language>,
    switched: Option<Language>,
    not_taken: Option<NotTaken>,
    permit: Option<Permit>,
    client: Client,
    /// Failures of strangers are counted here, at the door of that kind.
    counted: Option<Door>,
    request_id: String,
}

impl FromRequest for IncomingRequest {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(app) = request.app_data::<web::Data<AppState>>() else {
            return ready(Err(actix_web::error::ErrorInternalServerError("no state")));
        };
        let cookie = |name: &str| request.cookie(name).map(|cookie| cookie.value().to_owned());
        let is_https = app.settings.is_https();
        // A borrow of the extensions that lasts as long as this literal would meet the one that reads cookies.
        let policy = request.extensions().get::<Policy>().copied();
        let glance = request.extensions().get::<Glance>().copied().unwrap_or_default();
        ready(Ok(Self {
            app: app.clone().into_inner(),
            is_page: request.method() == actix_web::http::Method::GET,
            glance,
            policy,
            path: page_path(request, &app.settings.public_url),
            action: request.path().to_owned(),
            token: cookie(session::cookie_name(is_https)),
            device: request
                .headers()
                .get(USER_AGENT)
                .and_then(|v| v.to_str().ok())
                .map(user_agent::words)
                .unwrap_or_default(),
            device_token: cookie(session::device_cookie_name(is_https))
                .filter(|token| !token.is_empty()),
            language: cookie("language").and_then(|word| word.parse().ok()),
            switched: None,
            not_taken: None,
            permit: None,
            client: Client::of(request, app),
            counted: None,
            request_id: request
                .extensions()
                .get::<RequestId>()
                .map(|id| id.0.clone())
                .unwrap_or_default(),
        }))
    }
}

/// Doors at which strangers are counted, each by itself.
#[derive(Clone, Copy)]
enum Door {
    Accounts,
    Checks,
}

impl Door {
    const fn strangers(self, app: &AppState) -> &Strangers {
        match self {
            Self::Accounts => &app.strangers,
            Self::Checks => &app.checkers,
        }
    }
}

/// The path of the page that the reader is on: a form's is the one that it was sent from.
fn page_path(request: &HttpRequest, public_url: &str) -> String {
    if request.method() == actix_web::http::Method::GET {
        return request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
    }
    let referer = request
        .headers()
        .get(actix_web::http::header::REFERER)
        .and_then(|value| value.to_str().ok());
    let own =
        referer.and_then(|from| from.strip_prefix(public_url)).filter(|path| path.starts_with('/'));
    own.unwrap_or("/inbox").to_owned()
}

impl IncomingRequest {
    /// Takes note of what a form says of itself: that there was no place for it, and that it was sent to be shown again, in
    /// another language or in a new session, with what is typed in it.
    #[must_use]
    pub fn with_form(mut self, form: &SubmittedForm) -> Self {
        self.not_taken = form.not_taken;
        self.switched = form.text("language_switch").parse().ok();
        if self.switched.is_some() && !form.text("shown_from").is_empty() {
            self.path = own_path(form.text("shown_from"));
        }
        self
    }

    /// Runs the handler only when there is such a place; else the answer is 503.
    #[must_use]
    pub fn with(mut self, permit: impl Into<Option<Permit>>) -> Self {
        self.permit = permit.into();
        self
    }

    /// Refuses strangers whose address has failed too often, before anything is done for them.
    #[must_use]
    pub const fn counting_strangers(mut self) -> Self {
        self.counted = Some(Door::Accounts);
        self
    }

    /// Knows nobody: cookies say nothing and none is set, the language is the one that is asked for, and who asks
    /// too often has to wait.
    #[must_use]
    pub fn by_nobody(mut self, language: Option<Language>) -> Self {
        (self.token, self.device_token, self.language, self.switched) =
            (None, None, language, None);
        self.counted = Some(Door::Checks);
        self
    }

    /// Answers anybody.
    pub async fn open(
        mut self,
        f: impl FnOnce(&RequestContext) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        let (app, language, request_id) =
            (Arc::clone(&self.app), self.language.unwrap_or(Language::Kk), self.request_id.clone());
        let switched =
            self.switched.map(|language| language::cookie(language, app.settings.is_https()));
        if self.counted.is_some() || self.permit == Some(Permit::Hashing) {
            let (client, token, looked) =
                (self.client, self.device_token.clone(), Arc::clone(&app));
            let looked = web::block(move || client.look(&looked, token.as_deref())).await;
            // A database that is away is said by the handler.
            self.client = looked.ok().and_then(Result::ok).unwrap_or(client);
        }
        let is_shut_out = self.client.is_stranger
            && self.counted.is_some_and(|door| {
                door.strangers(&app).are_shut_out(self.client.address, app.clock.now())
            });
        let not_taken = self.not_taken;
        let place = match self.permit.filter(|_| !is_shut_out && not_taken.is_none()) {
            Some(permit) => {
                let session = self.token.as_deref().unwrap_or_default();
                permit.acquire(&app, session, &self.client).await.map(Some)
            }
            None => Some(None),
        };
        let answer = web::block(move || {
            let cx = match self.context() {
                Ok(cx) => cx,
                Err(stopped) => return conflict::error_page(&stopped.0, &stopped.1),
            };
            let reply = match (not_taken, place) {
                _ if is_shut_out => Err(WebError::TooOften),
                (Some(cause), _) => Err(cause.into()),
                (None, Some(_)) => f(&cx),
                (None, None) => Err(WebError::Busy),
            };
            let reply = reply.unwrap_or_else(|error| conflict::error_page(&cx, &error));
            reply.after(cx.statements())
        })
        .await;
        // A panic in the blocking pool must become a page, too.
        let failed = || {
            conflict::error_page(
                &RequestContext::bare(app, language, request_id),
                &WebError::Failed("a handler panicked".into()),
            )
        };
        let mut response = answer.unwrap_or_else(|_| failed()).into_response();
        if let Some(cookie) = switched {
            // Only a cookie that can't be written is refused, and the language is a word of ours.
            let _ = response.add_cookie(&cookie);
        }
        response
    }

    /// Answers a signed-in user.
    ///
    /// The route's policy comes last: a case that is not the user's is not found, one that is says what is missing, and what
    /// neither has refused is refused here.
    pub async fn signed(
        self,
        f: impl FnOnce(&RequestContext, &CurrentUser) -> Result<Reply, WebError> + Send + 'static,
    ) -> HttpResponse {
        let policy = self.policy;
        self.open(move |cx| admit(cx, policy, f)).await
    }

    /// Answers a form of a signed-in user, if a page of this session made it. The form of a session that has ended by time
    /// is kept until its user has signed in.
    pub async fn form(
        self,
        form: SubmittedForm,
        f: impl FnOnce(&RequestContext, &CurrentUser, &SubmittedForm) -> Result<Reply, WebError>
        + Send
        + 'static,
    ) -> HttpResponse {
        let (action, policy) = (self.action.clone(), self.policy);
        self.with_form(&form)
            .open(move |cx| {
                if cx.me.is_none() {
                    parking::park(cx, &action, policy, &form)?;
                }
                admit(cx, policy, |cx, me| {
                    let token = form.text("form_token").as_bytes();
                    if !bool::from(token.ct_eq(me.form_token.as_bytes())) {
                        return Err(WebError::ForeignForm);
                    }
                    let answer = f(cx, me, &form);
                    if matches!(answer, Err(WebError::Stale { .. })) {
                        cx.keep_typed(&form);
                    }
                    answer.map(|reply| cx.said_once(reply))
                })
            })
            .await
    }

    fn context(self) -> Result<RequestContext, Box<(RequestContext, WebError)>> {
        let mut cx =
            RequestContext::bare(self.app, self.language.unwrap_or(Language::Kk), self.request_id);
        cx.path = self.path;
        cx.device = self.device;
        cx.device_token = self.device_token;
        cx.client = self.client;
        cx.session_hash = self.token.as_deref().map(session::hash);
        cx.glance = self.glance;
        cx.is_shown_again = self.switched.is_some();
        cx.language = self.switched.unwrap_or(cx.language);
        let begun = match self.token {
            Some(token) => begin(&mut cx, &token, self.switched, self.is_page),
            None => Ok(()),
        };
        match begun {
            Ok(()) => Ok(cx),
            Err(error) => Err(Box::new((cx, error.into()))),
        }
    }
}

/// Answers a user whom the route's policy admits.
fn admit(
    cx: &RequestContext,
    policy: Option<Policy>,
    f: impl FnOnce(&RequestContext, &CurrentUser) -> Result<Reply, WebError>,
) -> Result<Reply, WebError> {
    let Some(me) = &cx.me else { return Err(WebError::SignIn(cx.path.clone())) };
    let policy = policy.ok_or(WebError::NotFound)?;
    let admitted = policy.admits(&me.holdings, me.user.login.is_some());
    if admitted.is_err() && policy.is_hidden() {
        return Err(WebError::NotFound);
    }
    cx.may_write(admitted.is_ok());
    let reply = f(cx, me)?;
    admitted.map(|()| reply).map_err(WebError::Denied)
}

/// Finds out who is signed in, in the snapshot that the page is read from.
fn begin(
    cx: &mut RequestContext,
    token: &str,
    switched: Option<Language>,
    is_page: bool,
) -> Result<(), StorageError> {
    let app = Arc::clone(&cx.app);
    let (now, glance) = (cx.now, cx.glance);
    let Some((me, directory)) =
        cx.in_snapshot(|snapshot| current_user::find(&app, snapshot, token, glance, now))?
    else {
        return Ok(());
    };
    cx.language = switched.unwrap_or(me.user.language);
    if cx.language != me.user.language {
        language::keep(&cx.app, me.user.id, cx.language)?;
    }
    cx.directory = directory;
    cx.me = Some(me);
    if is_page {
        cx.read_badges();
    }
    Ok(())
}
