//! Mails as a reader sees them, from the folder that the file mailer writes to; development only.

use crate::web::{
    pages::{Page, Sample},
    request::{context::RequestContext, error::WebError, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};
use mail_parser::{Address, MessageParser};
use serde::Serialize;
use std::{fs, path::PathBuf};

/// The newest mails first.
#[derive(Serialize)]
pub struct MailsPage {
    mails: Vec<SentMail>,
}

/// One mail.
#[derive(Serialize)]
pub struct MailPage {
    mail: SentMail,
}

/// A mail as its file has it.
#[derive(Serialize)]
struct SentMail {
    name: String,
    from: String,
    to: String,
    subject: String,
    lines: Vec<Line>,
    headers: Vec<Header>,
}

/// A line of the text; a link of ours leads on in the same window.
#[derive(Serialize)]
struct Line {
    text: String,
    url: Option<String>,
}

#[derive(Serialize)]
struct Header {
    name: &'static str,
    value: String,
}

impl SentMail {
    fn sample() -> Self {
        let line =
            |text: &str, url: Option<&str>| Line { text: text.into(), url: url.map(str::to_owned) };
        Self {
            name: "0192-1.eml".into(),
            from: "jasaq@ulgi.invalid".into(),
            to: "synaqov@ulgi.invalid".into(),
            subject: "Т-2026-0001: тізім келіп түсті".into(),
            lines: vec![
                line("Тізім келіп түсті.", None),
                line("https://ulgi.invalid/lists/0192", Some("/lists/0192")),
            ],
            headers: vec![Header { name: "Auto-Submitted", value: "auto-generated".into() }],
        }
    }
}

impl Page for MailsPage {
    fn template(&self) -> &'static str {
        "pages/dev/mails.html"
    }
}

impl Page for MailPage {
    fn template(&self) -> &'static str {
        "pages/dev/mail.html"
    }
}

impl Sample for MailsPage {
    fn samples() -> Vec<Self> {
        vec![Self { mails: vec![SentMail::sample()] }, Self { mails: Vec::new() }]
    }
}

impl Sample for MailPage {
    fn samples() -> Vec<Self> {
        vec![Self { mail: SentMail::sample() }]
    }
}

/// The folder.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .open(|cx| {
            let mut names: Vec<String> = folder(cx)
                .and_then(|folder| fs::read_dir(folder).ok())
                .map(|entries| {
                    entries
                        .flatten()
                        .filter_map(|e| e.file_name().into_string().ok())
                        .filter(|n| is_name(n))
                        .collect()
                })
                .unwrap_or_default();
            names.sort_unstable();
            cx.show(&MailsPage {
                mails: names.iter().rev().take(200).filter_map(|name| read(cx, name)).collect(),
            })
        })
        .await
}

/// One file of it.
pub async fn show(request: IncomingRequest, name: web::Path<String>) -> HttpResponse {
    request
        .open(move |cx| {
            let mail =
                is_name(&name).then(|| read(cx, &name)).flatten().ok_or(WebError::NotFound)?;
            cx.show(&MailPage { mail })
        })
        .await
}

fn folder(cx: &RequestContext) -> Option<PathBuf> {
    cx.app.settings.mail_url.strip_prefix("file://").map(PathBuf::from)
}

fn is_name(name: &str) -> bool {
    name.strip_suffix(".eml")
        .is_some_and(|stem| stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

fn read(cx: &RequestContext, name: &str) -> Option<SentMail> {
    let bytes = fs::read(folder(cx)?.join(name)).ok()?;
    let mail = MessageParser::default().parse(&bytes)?;
    let address = |address: Option<&Address>| {
        address.and_then(Address::first).and_then(|a| a.address()).unwrap_or_default().to_owned()
    };
    let names =
        ["Message-ID", "References", "Auto-Submitted", "List-Id", "Reply-To", "X-Jasaq-Act"]
            .into_iter();
    let headers = names.filter_map(|name| {
        mail.header_raw(name).map(|value| Header { name, value: value.trim().to_owned() })
    });
    let line =
        |line: &str| Line { text: line.to_owned(), url: own_path(cx, line).map(str::to_owned) };
    Some(SentMail {
        name: name.to_owned(),
        from: address(mail.from()),
        to: address(mail.to()),
        subject: mail.subject().unwrap_or_default().to_owned(),
        lines: mail.body_text(0).unwrap_or_default().lines().map(line).collect(),
        headers: headers.collect(),
    })
}

/// The link of a mail leads on in the same window; nothing else of a mail is a link.
fn own_path<'a>(cx: &RequestContext, line: &'a str) -> Option<&'a str> {
    line.strip_prefix(cx.app.settings.public_url.as_str()).filter(|path| path.starts_with('/'))
}
