//! Requests that only look: `HEAD`, and what a browser fetches before its reader has clicked.

use actix_web::{
    HttpMessage,
    dev::ServiceRequest,
    http::{
        Method,
        header::{HeaderMap, HeaderName},
    },
};

/// How a page is asked for. A glance changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glance {
    /// Somebody opens the page.
    #[default]
    No,
    /// Nothing but the head leaves.
    Head,
    /// The page may be shown later without being asked for again: one that leaves a trace of its reader is not given.
    Prefetch,
}

/// Answers `HEAD` as `GET`, and marks the request.
pub fn mark(request: &mut ServiceRequest) {
    let glance = if request.method() == Method::HEAD {
        // The server itself leaves the body out: it has seen the method already.
        request.head_mut().method = Method::GET;
        Glance::Head
    } else if is_prefetch(request.headers()) {
        Glance::Prefetch
    } else {
        Glance::No
    };
    request.extensions_mut().insert(glance);
}

fn is_prefetch(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose", "x-moz"].iter().any(|name| {
        headers
            .get(HeaderName::from_static(name))
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.to_ascii_lowercase().contains("pre"))
    })
}
