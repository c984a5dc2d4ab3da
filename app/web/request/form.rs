//! What a form sent, kept as it was typed so that nothing is lost when it is refused.

use super::{
    arrival::{self, Arrival, OPEN_LIMIT},
    error::WebError,
    file::File,
    not_taken::NotTaken,
    permit::Permit,
    session::cookie_name,
};
use crate::{
    acts::Fault,
    domain::{
        address::{self, AddressFault},
        id::{self, Id},
        language::Language,
        time::typed_day,
    },
    phrases,
    state::AppState,
};
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web};
use chrono::NaiveDate;
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, str::FromStr};

/// The fields and files of a form, in the order of their sending.
#[derive(Clone, Default)]
pub struct SubmittedForm {
    fields: Vec<(String, String)>,
    files: Vec<(String, File)>,
    /// A file or the whole was larger than it may be; the rest was still read.
    pub is_too_large: bool,
    /// Why nothing of it was kept.
    pub(super) not_taken: Option<NotTaken>,
}

/// Fields that every page writes itself, whatever was sent.
const ABOUT_THE_PAGE: [&str; 4] = ["form_token", "language_switch", "shown_from", "shown_error"];

impl SubmittedForm {
    /// A form of these fields.
    #[cfg(test)]
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self { fields, ..Self::default() }
    }

    /// All that a page needs to show the form again: the fields, and the names of the files, which a browser does not keep.
    pub fn shown_again(&self) -> impl Iterator<Item = (String, String)> {
        let fields =
            self.fields.iter().filter(|(name, _)| !ABOUT_THE_PAGE.contains(&name.as_str()));
        fields.cloned().chain(self.file_names())
    }

    /// The names of the chosen files, by field.
    fn file_names(&self) -> BTreeMap<String, String> {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for (field, file) in self.files.iter().filter(|(_, file)| !file.is_empty()) {
            let said = names.entry(field.clone()).or_default();
            let comma = if said.is_empty() { "" } else { ", " };
            *said = format!("{said}{comma}{}", file.short_name());
        }
        names
    }

    /// The place that the handler needs: one for its files, if any was chosen.
    #[must_use]
    pub fn reading(&self) -> Option<Permit> {
        self.files.iter().any(|(_, file)| !file.is_empty()).then_some(Permit::Reading)
    }

    /// The first value of that field, without blanks round it; empty when there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value of that field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Fields whose name begins so, with the rest of the name.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.fields
            .iter()
            .filter_map(move |(key, value)| Some((key.strip_prefix(prefix)?, value.as_str())))
    }

    /// An id that may be left out.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when a value can't be read.
    pub fn id<T>(&self, name: &str) -> Result<Option<Id<T>>, WebError> {
        let text = self.text(name);
        if text.is_empty() { Ok(None) } else { read(text).map(Some) }
    }

    /// The ids that are the values of that field.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when one can't be read: an act on fewer things than were named is another act.
    pub fn ids<T>(&self, name: &str) -> Result<Vec<Id<T>>, WebError> {
        self.all(name).map(read).collect()
    }

    /// The ids that end the names of fields which begin so, each with the value of its field.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when one can't be read.
    pub fn ids_with_prefix<T>(&self, prefix: &str) -> Result<Vec<(Id<T>, &str)>, WebError> {
        let named = self
            .fields
            .iter()
            .filter_map(|(key, value)| Some((key.strip_prefix(prefix)?, value.as_str())));
        named.map(|(id, value)| Ok((read(id)?, value))).collect()
    }

    /// The version that the page showed.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when it can't be read.
    pub fn version(&self, name: &str) -> Result<i32, WebError> {
        read(self.text(name))
    }

    /// An address of mail as it is kept, or the typed text where it can't be one.
    #[must_use]
    pub fn address(&self, name: &str) -> String {
        address::read(self.text(name)).unwrap_or_else(|_| self.text(name).to_owned())
    }

    /// The faults that stood on the page when its reader asked for another language.
    #[must_use]
    pub fn shown_errors(&self) -> Vec<FieldError> {
        let read = |said: &str| {
            let mut parts = said.splitn(3, '|').map(str::to_owned);
            let (field, key, detail) = (parts.next()?, parts.next()?, parts.next()?);
            phrases::say(Language::Kk, &key, &phrases::Arguments::new())?;
            let code = key.strip_prefix("error-").map_or_else(|| key.clone(), str::to_owned);
            Some(FieldError { field, code, detail: (!detail.is_empty()).then_some(detail) })
        };
        self.all("shown_error").filter_map(read).collect()
    }

    /// The fault of an address names the letter that keeps it from being one.
    #[must_use]
    pub fn with_letter(&self, error: FieldError) -> FieldError {
        match address::read(self.text(&error.field)) {
            Err(AddressFault::Letter(letter)) if error.code == "address" => FieldError {
                code: "address-letter".to_owned(),
                detail: Some(letter.to_string()),
                ..error
            },
            _ => error,
        }
    }

    /// A date as a date field sends it, or as people here write one.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        typed_day(self.text(name))
    }

    /// The file of that field, if one was chosen.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|(key, file)| key == name && !file.is_empty()).map(|(_, file)| file)
    }

    /// Every file that was chosen for that field.
    pub fn files<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a File> {
        self.files
            .iter()
            .filter(move |(key, file)| key == name && !file.is_empty())
            .map(|(_, file)| file)
    }

    /// A short hash of everything that was typed and chosen, whatever the order of the page's fields.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut sha = Sha256::new();
        let files =
            self.files.iter().map(|(name, file)| (name.as_bytes(), file.sha256().as_slice()));
        let fields = self
            .fields
            .iter()
            .filter(|(name, _)| !ABOUT_THE_PAGE.contains(&name.as_str()))
            .map(|(name, value)| (name.as_bytes(), value.as_bytes()));
        let mut sent: Vec<_> = fields.chain(files).collect();
        sent.sort_by_key(|(name, _)| *name);
        for (name, value) in sent {
            for part in [name, value] {
                sha.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
                sha.update(part);
            }
        }
        hex::encode(&sha.finalize()[..16])
    }

    /// The form without its files, which are dealt with.
    #[must_use]
    pub fn without_files(&self) -> Self {
        Self { files: Vec::new(), ..self.clone() }
    }

    /// Puts another value into a field.
    pub fn set(&mut self, name: &str, value: String) {
        self.forget(name);
        self.fields.push((name.to_owned(), value));
    }

    /// Drops a field that must not be shown again.
    pub fn forget(&mut self, name: &str) {
        self.fields.retain(|(key, _)| key != name);
    }

    /// The key of the form: sent with other words it is another act; sent twice as it is, it is one.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        let key: Id<id::FormKey> = self.text("form_key").parse().ok()?;
        Some(format!("{key}:{}", self.digest()))
    }

    /// What was typed, for the form that is shown again.
    #[must_use]
    pub fn values(&self) -> BTreeMap<String, String> {
        self.shown_again().collect()
    }
}

/// A value that only pages of ours write: it is well formed, or the form is not ours.
fn read<T: FromStr>(text: &str) -> Result<T, WebError> {
    text.parse().map_err(|_| WebError::BadRequest)
}

/// A fault as the error summary shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(into = "FieldPhrase")]
pub struct FieldError {
    pub field: String,
    /// What is wrong: `error-CODE` says it, or, of what was read from people's particulars, `finding-…` itself.
    pub code: String,
    /// The wrong part of the input, where the phrase names it.
    pub detail: Option<String>,
}

/// A fault with the whole name of its phrase.
#[derive(Serialize)]
struct FieldPhrase {
    field: String,
    key: String,
    detail: Option<String>,
}

impl From<FieldError> for FieldPhrase {
    fn from(FieldError { field, code, detail }: FieldError) -> Self {
        let key = if code.starts_with("finding-") { code } else { format!("error-{code}") };
        Self { field, key, detail }
    }
}

/// The faults of an act, for the page.
pub fn field_errors<F: Fault>(faults: &[F]) -> Vec<FieldError> {
    let mut field_errors: Vec<FieldError> = Vec::new();
    for fault in faults {
        if !field_errors.iter().any(|s| s.field == fault.field() && s.code == fault.code()) {
            field_errors.push(FieldError {
                field: fault.field().to_owned(),
                code: fault.code().to_owned(),
                detail: None,
            });
        }
    }
    field_errors
}

impl From<Arrival> for SubmittedForm {
    fn from(Arrival { fields, files, is_too_large, not_taken }: Arrival) -> Self {
        Self { fields, files, is_too_large, not_taken }
    }
}

impl FromRequest for SubmittedForm {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let token = [false, true]
            .iter()
            .find_map(|is_https| request.cookie(cookie_name(*is_https)))
            .map(|cookie| cookie.value().to_owned());
        let app = request.app_data::<web::Data<AppState>>().cloned();
        let content_type = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default();
        let is_multipart = content_type.starts_with("multipart/form-data");
        let length: Option<usize> = request
            .headers()
            .get(header::CONTENT_LENGTH)
            .and_then(|v| v.to_str().ok()?.parse().ok());
        // A few words are read from anybody: nobody is looked up for them, and they wait for no place.
        let is_small = !is_multipart && length.is_some_and(|length| length <= OPEN_LIMIT);
        let (headers, payload) = (request.headers().clone(), payload.take());
        Box::pin(async move {
            // Only a user may send more.
            if !is_small && let Some((app, token)) = known(app, token).await {
                return arrival::large(&app, &token, &headers, payload, is_multipart)
                    .await
                    .map(Self::from);
            }
            arrival::small(payload).await.map(Self::from)
        })
    }
}

async fn known(
    app: Option<web::Data<AppState>>,
    token: Option<String>,
) -> Option<(web::Data<AppState>, String)> {
    let (app, token) = (app?, token?);
    let (looked_in, looked_for) = (app.clone(), token.clone());
    let is_known = web::block(move || super::current_user::is_known(&looked_in, &looked_for)).await;
    is_known.unwrap_or(false).then_some((app, token))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> SubmittedForm {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        SubmittedForm::of(fields.iter().map(own).collect())
    }

    #[test]
    fn an_id_or_version_that_is_none_refuses_the_whole_form() {
        let (one, other): (Id<id::ListEntry>, Id<id::ListEntry>) = (Id::new(), Id::new());
        let good = form(&[
            ("entry", &one.to_string()),
            ("entry", &other.to_string()),
            ("version", "3"),
            ("leader", ""),
        ]);
        assert_eq!(good.ids("entry").unwrap(), [one, other]);
        assert_eq!(good.ids::<id::ListEntry>("absent").unwrap(), []);
        assert_eq!(good.id::<id::Membership>("leader").unwrap(), None);
        assert_eq!(good.version("version").unwrap(), 3);
        let bad = form(&[
            ("entry", &one.to_string()),
            ("entry", "x"),
            ("version", "three"),
            ("leader", "x"),
        ]);
        assert!(bad.ids::<id::ListEntry>("entry").is_err(), "one of two");
        assert!(bad.id::<id::Membership>("leader").is_err());
        assert!(bad.version("version").is_err());
        assert!(form(&[]).version("version").is_err(), "a page of ours sends one");
        let named = [(format!("outcome-{one}"), "registered"), ("version-x".to_owned(), "1")];
        let named =
            form(&named.iter().map(|(name, value)| (name.as_str(), *value)).collect::<Vec<_>>());
        assert_eq!(named.ids_with_prefix("outcome-").unwrap(), [(one, "registered")]);
        assert!(named.ids_with_prefix::<id::ListEntry>("version-").is_err());
    }
}
