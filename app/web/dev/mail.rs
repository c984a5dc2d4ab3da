//! Mails as a reader sees them, from the folder that the file mailer writes to; development only.

use crate::web::{
    pages::Loose,
    request::{context::RequestContext, error::WebError, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};
use mail_parser::{Address, MessageParser};
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

/// The mails, newest first.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .open(|cx| {
            let mut names: Vec<String> = folder(cx)
                .and_then(|folder| fs::read_dir(folder).ok())
                .map(|entries| entries.flatten().filter_map(|e| e.file_name().into_string().ok()).filter(|n| is_name(n)).collect())
                .unwrap_or_default();
            names.sort_unstable();
            let mails: Vec<Value> = names.iter().rev().take(200).filter_map(|name| read(cx, name)).collect();
            cx.show(&Loose("pages/dev/mails.html", json!({ "mails": mails })))
        })
        .await
}

/// One mail.
pub async fn show(request: IncomingRequest, name: web::Path<String>) -> HttpResponse {
    request
        .open(move |cx| {
            let mail = is_name(&name).then(|| read(cx, &name)).flatten().ok_or(WebError::NotFound)?;
            cx.show(&Loose("pages/dev/mail.html", json!({ "mail": mail })))
        })
        .await
}

fn folder(cx: &RequestContext) -> Option<PathBuf> {
    cx.app.settings.mail_url.strip_prefix("file://").map(PathBuf::from)
}

fn is_name(name: &str) -> bool {
    name.strip_suffix(".eml").is_some_and(|stem| stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

fn read(cx: &RequestContext, name: &str) -> Option<Value> {
    let bytes = fs::read(folder(cx)?.join(name)).ok()?;
    let mail = MessageParser::default().parse(&bytes)?;
    let address = |address: Option<&Address>| address.and_then(Address::first).and_then(|a| a.address()).unwrap_or_default().to_owned();
    let headers: Vec<Value> = ["Message-ID", "References", "Auto-Submitted", "List-Id", "Reply-To", "X-Jasaq-Act"]
        .iter()
        .filter_map(|name| mail.header_raw(*name).map(|value| json!({ "name": name, "value": value.trim() })))
        .collect();
    Some(json!({
        "name": name,
        "from": address(mail.from()),
        "to": address(mail.to()),
        "subject": mail.subject(),
        "lines": mail.body_text(0).unwrap_or_default().lines().map(|line| json!({ "text": line, "url": own_path(cx, line) })).collect::<Vec<_>>(),
        "headers": headers,
    }))
}

/// The link of a mail leads on in the same window; nothing else of a mail is a link.
fn own_path<'a>(cx: &RequestContext, line: &'a str) -> Option<&'a str> {
    line.strip_prefix(cx.app.settings.public_url.as_str()).filter(|path| path.starts_with('/'))
}
