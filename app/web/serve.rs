//! The HTTP server: middleware every request goes through, and a graceful end.

use crate::{
    config::Environment,
    domain::id::{self, Id},
    state::AppState,
    strangers,
    web::{
        foreign,
        request::{glance, incoming::RequestId, reply::Statements},
        routes,
    },
};
use actix_web::{
    App, Error, HttpMessage, HttpServer,
    body::{BoxBody, MessageBody},
    dev::{ServerHandle, ServiceRequest, ServiceResponse},
    http::{StatusCode, header},
    middleware::{Compress, Next, from_fn},
    web,
};
use std::{
    io,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A server that listens.
pub struct Server {
    /// Where it listens; a port of 0 in the settings is a free one here.
    pub address: SocketAddr,
    /// Stops it.
    pub handle: ServerHandle,
    /// Runs until it is stopped: finishes requests under way for up to 30 s.
    pub running: actix_web::dev::Server,
}

/// Binds the server of a program; it answers once `running` is awaited.
///
/// # Errors
/// When the address can't be bound.
pub fn serve(app: Arc<AppState>) -> io::Result<Server> {
    let is_development = app.settings.environment == Environment::Development;
    let (bind, workers) = (app.settings.bind, app.settings.workers);
    let data = web::Data::from(app);
    let mut server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .wrap(Compress::default())
            .wrap(from_fn(watch))
            .configure(|config| routes::configure(config, is_development))
    })
    .client_request_timeout(Duration::from_secs(5))
    .shutdown_timeout(30)
    .worker_max_blocking_threads(8);
    if workers > 0 {
        server = server.workers(workers);
    }
    let server = server.bind(bind)?;
    let address = server.addrs().first().copied().unwrap_or(bind);
    let running = server.run();
    Ok(Server { address, handle: running.handle(), running })
}

/// Gives each request an id, refuses forms of other sites, sets the headers of every answer, writes one line in the log.
async fn watch(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let began = Instant::now();
    let id = Id::<id::Request>::new().to_string();
    let (method, pattern) = (request.method().clone(), request.match_pattern().unwrap_or_default());
    glance::mark(&mut request);
    let is_https =
        request.app_data::<web::Data<AppState>>().is_some_and(|app| app.settings.is_https());
    let is_development = request
        .app_data::<web::Data<AppState>>()
        .is_some_and(|app| app.settings.environment == Environment::Development);
    request.extensions_mut().insert(RequestId(id.clone()));
    if let Some(policy) = routes::policy(request.method().as_str(), &pattern) {
        request.extensions_mut().insert(policy);
    }
    let mut response = if let Some(cause) = foreign::cause(&request) {
        let refused = foreign::refuse(&request, cause);
        request.into_response(refused)
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    set_headers(response.headers_mut(), is_https, pattern.starts_with("/assets/"));
    let retry_after = match response.status() {
        StatusCode::SERVICE_UNAVAILABLE => Some(RETRY_AFTER),
        StatusCode::TOO_MANY_REQUESTS => Some(strangers::COUNTED),
        _ => None,
    };
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    // The pattern and not the path: tokens and whatever a reader typed into an address stay out of the log.
    let statements =
        response.response().extensions().get::<Statements>().map(|statements| statements.0);
    if let Some(statements) = statements.filter(|_| is_development) {
        response
            .headers_mut()
            .insert(header::HeaderName::from_static("x-statements"), statements.into());
    }
    let (status, micros) = (response.status().as_u16(), began.elapsed().as_micros());
    tracing::info!(request = id, %method, pattern, status, micros, statements, "answered");
    Ok(response)
}

/// Seconds after which somebody who was sent away may come again.
const RETRY_AFTER: u32 = 30;

fn set_headers(headers: &mut header::HeaderMap, is_https: bool, is_asset: bool) {
    let mut set = |name: header::HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, header::HeaderValue::from_static(value));
        }
    };
    set(header::CONTENT_SECURITY_POLICY, CSP);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Nobody finds a page of ours by a search engine.
    set(header::HeaderName::from_static("x-robots-tag"), "noindex");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if is_https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if !is_asset {
        set(header::CACHE_CONTROL, "no-store");
    }
}
