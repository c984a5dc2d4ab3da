//! Everything that can stand between a reader and a page, and the sentence that the reader gets.

use super::not_taken::NotTaken;
use crate::{
    acts::Refusal,
    domain::{
        id::Id,
        permissions::{Case, Unmet},
    },
    storage::StorageError,
};
use actix_web::http::StatusCode;

/// Why there is no page. Each becomes one in the reader's language that says what to do next.
#[derive(Debug)]
pub enum WebError {
    /// Nobody is signed in; afterwards the reader goes on there.
    SignIn(String),
    /// Nothing there, or nothing of the reader's.
    NotFound,
    /// The reader may see it but not do it: what is missing.
    Denied(Vec<Unmet>),
    /// Others were faster: these subjects have moved on, and back there it shows how.
    Stale { subjects: Vec<Id>, back: String },
    /// The form was not made by a page of ours in this session.
    ForeignForm,
    /// Something in the request is not what any page of ours sends.
    BadRequest,
    /// The database is away: nothing was changed.
    Away,
    /// Too much is being done at once: nothing was changed.
    Busy,
    /// The form is larger than any of ours: nothing of it was kept.
    TooLarge,
    /// Too many failures have come from the reader's address.
    TooOften,
    /// A paper can't be printed: a letter that its type lacks, or a text that is too long.
    Unprintable(Option<char>),
    /// Our fault. The cause is in the log, under the request's id.
    Failed(String),
}

impl WebError {
    /// The status it is sent with.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::SignIn(_) => StatusCode::SEE_OTHER,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Denied(_) | Self::ForeignForm => StatusCode::FORBIDDEN,
            Self::Stale { .. } => StatusCode::CONFLICT,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Away | Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unprintable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The word that its phrases begin with.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::SignIn(_) => "sign-in",
            Self::NotFound => "not-found",
            Self::Denied(_) => "denied",
            Self::Stale { .. } => "stale",
            Self::ForeignForm => "foreign-form",
            Self::BadRequest => "bad-request",
            Self::Away => "away",
            Self::Busy => "busy",
            Self::TooLarge => "too-large",
            Self::TooOften => "too-often",
            Self::Unprintable(_) => "unprintable",
            Self::Failed(_) => "failed",
        }
    }
}

impl From<NotTaken> for WebError {
    fn from(cause: NotTaken) -> Self {
        match cause {
            NotTaken::Busy => Self::Busy,
            NotTaken::TooLarge => Self::TooLarge,
        }
    }
}

impl From<StorageError> for WebError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Away => Self::Away,
            StorageError::Busy => Self::Busy,
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<tera::Error> for WebError {
    fn from(error: tera::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// What remains of a refusal once faults of fields have been shown on their form: a page of its own, or the faults.
///
/// # Errors
/// Every refusal but `Invalid`.
pub fn faults_of<E>(refusal: Refusal<E>, back: &str) -> Result<Vec<E>, WebError> {
    match refusal {
        Refusal::Invalid(faults) => Ok(faults),
        Refusal::NotFound => Err(WebError::NotFound),
        Refusal::Stale(subjects) => Err(WebError::Stale { subjects, back: back.to_owned() }),
        Refusal::Denied(case, missing) => Err(denied(&case, missing, back)),
        Refusal::Broken(breach) => Err(WebError::Failed(breach.to_string())),
        Refusal::Storage(error) => Err(error.into()),
    }
}

/// A case that stands elsewhere has been moved on by somebody: that is said, and by whom.
pub fn denied(case: &Case, missing: Vec<Unmet>, back: &str) -> WebError {
    let has_duty = !missing.iter().any(|m| matches!(m, Unmet::Duty(_)));
    if has_duty && missing.iter().any(|m| matches!(m, Unmet::State(_) | Unmet::LeaderOpen)) {
        return WebError::Stale { subjects: vec![case.id], back: back.to_owned() };
    }
    WebError::Denied(missing)
}
