//! Every mail that there is, with samples, in each choice of language; development only.

use crate::{
    domain::language::Language,
    emails::{self, Email, Letter, Sample},
    web::{
        pages::Loose,
        request::{context::RequestContext, error::WebError, incoming::IncomingRequest, reply::Reply},
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// The kinds, each with its languages.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .open(|cx| {
            let kinds: Vec<&str> = Email::samples().iter().map(|email| email.kind.as_str()).collect();
            cx.show(&Loose("pages/dev/emails.html", json!({ "kinds": kinds, "languages": languages() })))
        })
        .await
}

/// One of them as plain text, with the way to its other languages and to its HTML.
pub async fn show(request: IncomingRequest, name: web::Path<String>) -> HttpResponse {
    request
        .open(move |cx| {
            let (sample, language) = named(&name).ok_or(WebError::NotFound)?;
            let letter = letter(cx, &sample)?;
            let content = json!({
                "kind": sample.email.kind.as_str(),
                "language": language,
                "languages": languages(),
                "subject": letter.subject,
                "text": letter.text,
            });
            cx.show(&Loose("pages/dev/email.html", content))
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

fn languages() -> Vec<Value> {
    Language::ALL.iter().map(|language| json!(language)).collect()
}

/// `vet_list.kk`: a kind and a language.
fn named(name: &str) -> Option<(Sample, Language)> {
    let (kind, language) = name.split_once('.')?;
    let language: Language = language.parse().ok()?;
    let sample = emails::samples(language).into_iter().find(|sample| sample.email.kind.as_str() == kind)?;
    Some((sample, language))
}

fn letter(cx: &RequestContext, sample: &Sample) -> Result<Letter, WebError> {
    let Sample { email, reference, squad, to } = sample;
    let link = format!("{}{}", cx.app.settings.public_url, email.page.unwrap_or("/lists/0192f0c0000070008000000000000000"));
    Ok(emails::render(&cx.app.templates, email, reference, squad, &link, to)?)
}
