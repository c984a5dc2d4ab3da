//! Forms that no page of ours has sent, and the page that says so to somebody who only came by another address or with an old
//! browser. Nobody is known yet, so it speaks all languages.

use crate::{
    domain::language::Language,
    phrases,
    state::AppState,
    web::pages::{Page, Sample},
};
use actix_web::{
    HttpResponse,
    dev::ServiceRequest,
    http::{Method, header},
    web,
};
use serde::Serialize;

/// Why a form is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// The browser does not say which site sent it.
    Unsaid,
    /// The page that sent it has another address than ours: another name of the same server, or another site.
    OtherAddress,
}

/// The page.
#[derive(Serialize)]
pub struct ForeignPage {
    title: String,
    parts: Vec<Part>,
    url: String,
}

/// One language's part.
#[derive(Serialize)]
struct Part {
    lang: &'static str,
    title: String,
    what: String,
    todo: String,
}

impl Page for ForeignPage {
    fn template(&self) -> &'static str {
        "pages/foreign.html"
    }
}

impl Sample for ForeignPage {
    fn samples() -> Vec<Self> {
        [Foreign::Unsaid, Foreign::OtherAddress]
            .map(|cause| Self::new(cause, "https://jasaq.test"))
            .into()
    }
}

impl ForeignPage {
    fn new(cause: Foreign, url: &str) -> Self {
        let what = match cause {
            Foreign::Unsaid => "foreign-unsaid",
            Foreign::OtherAddress => "foreign-address",
        };
        let part = |language: &Language| Part {
            lang: language.as_str(),
            title: phrases::plain(*language, "foreign-title"),
            what: phrases::plain(*language, what),
            todo: phrases::plain(*language, "foreign-todo"),
        };
        Self {
            title: phrases::plain(Language::Kk, "foreign-title"),
            parts: Language::ALL.iter().map(part).collect(),
            url: url.to_owned(),
        }
    }
}

/// Unsafe methods must come from our own pages: by `Sec-Fetch-Site`, or by `Origin` where a browser sends no such header.
pub fn cause(request: &ServiceRequest) -> Option<Foreign> {
    if [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method()) {
        return None;
    }
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin"), _) => None,
        (Some(_), _) => Some(Foreign::OtherAddress),
        (None, Some(origin)) => {
            let is_ours = request
                .app_data::<web::Data<AppState>>()
                .is_some_and(|app| app.settings.public_url == origin);
            (!is_ours).then_some(Foreign::OtherAddress)
        }
        (None, None) => Some(Foreign::Unsaid),
    }
}

/// The answer to such a form: 403, and nothing was carried out.
pub fn refuse(request: &ServiceRequest, cause: Foreign) -> HttpResponse {
    let page = request.app_data::<web::Data<AppState>>().and_then(|app| {
        let page = ForeignPage::new(cause, &app.settings.public_url);
        let context = tera::Context::from_serialize(&page).ok()?;
        crate::templates::render(&app.templates, page.template(), &context).ok()
    });
    let mut response = HttpResponse::Forbidden();
    response.insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"));
    response.body(page.unwrap_or_default())
}
