//! What a handler answers with.

use actix_web::{
    HttpResponse,
    cookie::Cookie,
    http::{StatusCode, header},
};

/// How many statements an answer took.
#[derive(Clone, Copy, Debug)]
pub struct Statements(pub u32);

/// An answer, made in the blocking pool and sent by the worker.
pub enum Reply {
    /// A rendered page.
    Page(StatusCode, String),
    /// 303: see the page there.
    Redirect(String),
    /// 303 with cookies to be set.
    RedirectWith(String, Vec<Cookie<'static>>),
    /// 303 with cookies to be removed: whatever the browser has kept of the session goes.
    Farewell(String, Vec<Cookie<'static>>),
    /// A mail as its reader's program shows it, with styles of its own and nothing that runs.
    Preview(String),
    /// An answer with the number of statements that it took.
    Counted(Box<Reply>, u32),
    /// A file: shown in its place when it has no name, saved under its name otherwise, and never a page of ours.
    File { media_type: String, content: Vec<u8>, name: Option<String> },
}

impl Reply {
    /// Notes how many statements it took, for the log and for the test of budgets.
    #[must_use]
    pub fn after(self, statements: u32) -> Self {
        Self::Counted(Box::new(self), statements)
    }

    /// A spreadsheet to be saved.
    #[must_use]
    pub fn spreadsheet(content: Vec<u8>, name: String) -> Self {
        let media_type =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
        Self::File { media_type, content, name: Some(name) }
    }

    /// A PDF to be saved.
    #[must_use]
    pub fn document(content: Vec<u8>, name: String) -> Self {
        Self::File { media_type: "application/pdf".to_owned(), content, name: Some(name) }
    }

    /// The answer as HTTP.
    #[must_use]
    pub fn into_response(self) -> HttpResponse {
        match self {
            Self::Counted(reply, statements) => {
                let mut response = reply.into_response();
                response.extensions_mut().insert(Statements(statements));
                response
            }
            Self::Page(status, html) => {
                HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html)
            }
            Self::Redirect(url) => {
                HttpResponse::SeeOther().insert_header((header::LOCATION, url)).finish()
            }
            Self::Farewell(url, cookies) => {
                let mut response = Self::RedirectWith(url, cookies).into_response();
                let kept = header::HeaderValue::from_static("\"storage\"");
                response
                    .headers_mut()
                    .insert(header::HeaderName::from_static("clear-site-data"), kept);
                response
            }
            Self::RedirectWith(url, cookies) => {
                let mut response = HttpResponse::SeeOther();
                response.insert_header((header::LOCATION, url));
                for cookie in cookies {
                    response.cookie(cookie);
                }
                response.finish()
            }
            Self::Preview(html) => HttpResponse::Ok()
                .content_type("text/html; charset=utf-8")
                .insert_header((
                    header::CONTENT_SECURITY_POLICY,
                    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                ))
                .body(html),
            Self::File { media_type, content, name } => {
                let disposition = name.map_or_else(
                    || "inline".to_owned(),
                    |name| format!("attachment; filename=\"{name}\""),
                );
                HttpResponse::Ok()
                    .content_type(media_type)
                    .insert_header((header::CONTENT_DISPOSITION, disposition))
                    .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
                    .body(content)
            }
        }
    }
}
