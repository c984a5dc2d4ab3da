//! Every mail that there is, with samples, in each choice of language; development only.

use crate::{
    domain::{
        body::DutyKind,
        language::{Language, Named},
    },
    emails::{self, Email, Letter, Recipient},
    web::{
        answer::Answer,
        error::WebError,
        visit::{Call, Visit},
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// The kinds, each with its languages.
pub async fn index(call: Call) -> HttpResponse {
    call.open(|visit| {
        let kinds: Vec<&str> = Email::samples().iter().map(Email::kind).collect();
        visit.show("pages/emails.html", &json!({ "kinds": kinds, "languages": languages() }))
    })
    .await
}

/// One of them as plain text, with the way to its other languages and to its HTML.
pub async fn show(call: Call, name: web::Path<String>) -> HttpResponse {
    call.open(move |visit| {
        let (email, language) = named(&name).ok_or(WebError::NotFound)?;
        let letter = letter(visit, &email, language)?;
        let content = json!({
            "kind": email.kind(),
            "language": language,
            "languages": languages(),
            "subject": letter.subject,
            "text": letter.text,
        });
        visit.show("pages/email.html", &content)
    })
    .await
}

/// Its HTML, which brings its own style along.
pub async fn html(call: Call, name: web::Path<String>) -> HttpResponse {
    call.open(move |visit| {
        let (email, language) = named(&name).ok_or(WebError::NotFound)?;
        Ok(Answer::Preview(letter(visit, &email, language)?.html))
    })
    .await
}

fn languages() -> Vec<Value> {
    Language::ALL.iter().map(|language| json!(language)).collect()
}

/// `vet_list.kk`: a kind and a language.
fn named(name: &str) -> Option<(Email, Language)> {
    let (kind, language) = name.split_once('.')?;
    let email = Email::samples().into_iter().find(|email| email.kind() == kind)?;
    Some((email, language.parse().ok()?))
}

fn letter(visit: &Visit, email: &Email, language: Language) -> Result<Letter, WebError> {
    let name = |kk: &str, ru: &str, en: &str| Named { kk: kk.into(), ru: ru.into(), en: en.into() };
    let to = Recipient {
        duty: DutyKind::AkimatOfficer,
        body: name("«Үлгі» ауданының әкімдігі", "Акимат района «Үлгі»", "Akimat of Ulgi district"),
        language,
        is_mailbox: false,
    };
    let link = format!("{}{}", visit.house.settings.public_url, email.page().unwrap_or("/lists/0192f0c0000070008000000000000000"));
    Ok(emails::render(&visit.house.templates, email, "Т-2026-0001", &name("Ақжайық", "Акжайык", "Ақжайық"), &link, &to)?)
}
