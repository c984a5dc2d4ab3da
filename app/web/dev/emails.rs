//! Every mail that there is, with samples, in each choice of language; development only.

use crate::{
    domain::language::Language,
    emails::{self, Email, Letter, Sample},
    web::{
        pages::{self, Page},
        request::{
            context::RequestContext, error::WebError, incoming::IncomingRequest, reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The kinds, each with its languages.
#[derive(Serialize)]
pub struct EmailsPage {
    kinds: Vec<&'static str>,
    languages: &'static [Language],
}

/// One of them as plain text, with the way to its other languages and to its HTML.
#[derive(Serialize)]
pub struct EmailPage {
    kind: &'static str,
    language: Language,
    languages: &'static [Language],
    subject: String,
    text: String,
}

impl EmailsPage {
    fn read() -> Self {
        Self {
            kinds: Email::samples().iter().map(|email| email.kind.as_str()).collect(),
            languages: Language::ALL,
        }
    }
}

impl Page for EmailsPage {
    fn template(&self) -> &'static str {
        "pages/dev/emails.html"
    }
}

impl Page for EmailPage {
    fn template(&self) -> &'static str {
        "pages/dev/email.html"
    }
}

impl pages::Sample for EmailsPage {
    fn samples() -> Vec<Self> {
        vec![Self::read()]
    }
}

impl pages::Sample for EmailPage {
    fn samples() -> Vec<Self> {
        let (subject, text) =
            ("Т-2026-0001: тізім келіп түсті".into(), "Тізім келіп түсті.".into());
        vec![Self {
            kind: "vet_list",
            language: Language::Kk,
            languages: Language::ALL,
            subject,
            text,
        }]
    }
}

/// The list of kinds.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request.open(|cx| cx.show(&EmailsPage::read())).await
}

/// One mail.
pub async fn show(request: IncomingRequest, name: web::Path<String>) -> HttpResponse {
    request
        .open(move |cx| {
            let (sample, language) = named(&name).ok_or(WebError::NotFound)?;
            let Letter { subject, text, .. } = letter(cx, &sample)?;
            cx.show(&EmailPage {
                kind: sample.email.kind.as_str(),
                language,
                languages: Language::ALL,
                subject,
                text,
            })
        })
        .await
}

/// Its HTML, which brings its own style along.
pub async fn html(request: IncomingRequest, name: web::Path<String>) -> HttpResponse {
    request
        .open(move |cx| {
            let (sample, _) = named(&name).ok_or(WebError::NotFound)?;
            Ok(Reply::Preview(letter(cx, &sample)?.html))
        })
        .await
}

/// `vet_list.kk`: a kind and a language.
fn named(name: &str) -> Option<(Sample, Language)> {
    let (kind, language) = name.split_once('.')?;
    let language: Language = language.parse().ok()?;
    let sample =
        emails::samples(language).into_iter().find(|sample| sample.email.kind.as_str() == kind)?;
    Some((sample, language))
}

fn letter(cx: &RequestContext, sample: &Sample) -> Result<Letter, WebError> {
    let Sample { email, reference, squad, to } = sample;
    let link = format!(
        "{}{}",
        cx.app.settings.public_url,
        email.page.unwrap_or("/lists/0192f0c0000070008000000000000000")
    );
    Ok(emails::render(&cx.app.templates, email, reference, squad, &link, to)?)
}
