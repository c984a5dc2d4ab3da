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
    emails: Vec<EmailName>,
    languages: &'static [Language],
}

/// A mail as the list names it.
#[derive(Serialize)]
struct EmailName {
    name: String,
    kind: &'static str,
}

/// One of them as plain text, with the way to its other languages and to its HTML.
#[derive(Serialize)]
pub struct EmailPage {
    kind: &'static str,
    name: String,
    language: Language,
    languages: &'static [Language],
    subject: String,
    text: String,
}

impl EmailsPage {
    fn read() -> Self {
        let emails = Email::samples();
        let named = names(&emails).into_iter().zip(&emails);
        Self {
            emails: named
                .map(|(name, email)| EmailName { name, kind: email.kind.as_str() })
                .collect(),
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
            name: "vet_list".into(),
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
                name: name.split('.').next().unwrap_or_default().to_owned(),
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

/// The kind of each, with a number where another one of that kind stands before it: `receive_list`, `receive_list-2`.
fn names(emails: &[Email]) -> Vec<String> {
    let name = |(at, email): (usize, &Email)| match emails[..at]
        .iter()
        .filter(|other| other.kind == email.kind)
        .count()
    {
        0 => email.kind.to_string(),
        before => format!("{}-{}", email.kind, before + 1),
    };
    emails.iter().enumerate().map(name).collect()
}

/// `vet_list.kk`: a name and a language.
fn named(name: &str) -> Option<(Sample, Language)> {
    let (name, language) = name.split_once('.')?;
    let language: Language = language.parse().ok()?;
    let at = names(&Email::samples()).iter().position(|known| known == name)?;
    Some((emails::samples(language).into_iter().nth(at)?, language))
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
