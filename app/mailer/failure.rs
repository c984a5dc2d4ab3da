//! Why a mail did not leave, by the stage at which it happened. The words hold stages and codes, and no address.

use super::reply::{self, About};
use crate::domain::delivery::{MailFault, ServerFault};
use lettre::transport::smtp::Error;
use std::io::ErrorKind;

/// Why a mail did not leave.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The server takes no mail at all now: no fault of this one. It may have said why it does not take us.
    #[error("{1}")]
    Away(Option<ServerFault>, String),
    /// The server does not take us, as it says of this reader: it may take us for others.
    #[error("{1}")]
    Unwelcome(ServerFault, String),
    /// The server puts this reader off, as those do that want to see whether we come back.
    #[error("{0}")]
    Greylisted(String),
    /// Later it may be taken.
    #[error("{0}")]
    Temporary(String),
    /// It never will.
    #[error("{1}")]
    Permanent(MailFault, String),
    /// The connection broke while the mail was handed over: the server may have the whole of it, and have delivered it.
    #[error("{0}")]
    Unknown(String),
}

/// "Service not available, closing transmission channel": about the session, not the mail.
pub const CLOSING: &str = "421";

/// The stages at which a server speaks of one mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Recipient,
    Data,
    Content,
}

impl Stage {
    const fn word(self) -> &'static str {
        match self {
            Self::Recipient => "rcpt",
            Self::Data => "data",
            Self::Content => "message",
        }
    }
}

/// The server takes nothing: it could not be reached, spoke no TLS, knew us not, or would not begin.
pub fn away(stage: &str, error: &Error) -> Failure {
    let cause = error.status().and_then(|_| reply::us(&error.to_string()));
    Failure::Away(cause, words(stage, error))
}

/// What a reply of the server, or its silence before it had the whole mail, says of this mail.
pub fn refusal(stage: Stage, error: &Error) -> Failure {
    let why = words(stage.word(), error);
    let Some(code) = error.status().map(|code| code.to_string()) else {
        return Failure::Temporary(why);
    };
    // A server that goes away at one mail may do so at that mail each time: it counts against it, and others go first.
    if code == CLOSING {
        return Failure::Temporary(why);
    }
    let detail = detail(error).unwrap_or_default();
    // A mailbox that is full now may not be tomorrow.
    if detail == "5.2.2" {
        return Failure::Temporary(why);
    }
    if !error.is_permanent() {
        return if stage == Stage::Recipient {
            Failure::Greylisted(why)
        } else {
            Failure::Temporary(why)
        };
    }
    if code == "552" || detail == "5.3.4" || detail == "5.2.3" {
        return Failure::Permanent(MailFault::TooLarge, why);
    }
    let (detail, said) = (Some(detail.as_str()).filter(|code| !code.is_empty()), error.to_string());
    let about = match stage {
        Stage::Recipient => reply::of_recipient(detail, &said),
        Stage::Data | Stage::Content => reply::of_mail(detail, &said),
    };
    match about {
        About::Address => Failure::Permanent(MailFault::AddressRefused, why),
        About::AddressPerhaps => Failure::Permanent(MailFault::AddressDoubted, why),
        About::Us(fault) => Failure::Unwelcome(fault, why),
        About::Mail => Failure::Permanent(MailFault::MailRefused, why),
    }
}

/// The stage and the reply's codes; the reply's text may quote the address and stays out.
pub fn words(stage: &str, error: &Error) -> String {
    let code = error.status().map(|code| code.to_string());
    let what = match (code, detail(error)) {
        (Some(code), Some(detail)) => format!("{code} {detail}"),
        (Some(code), None) => code,
        (None, _) if is_timeout(error) => "timed out".into(),
        (None, _) if error.is_tls() || cause(error) == Some(ErrorKind::InvalidData) => {
            "TLS failed".into()
        }
        (None, _) => "connection failed".into(),
    };
    format!("{stage}: {what}")
}

/// A socket's own time-out is a read that would block.
fn is_timeout(error: &Error) -> bool {
    matches!(cause(error), Some(ErrorKind::TimedOut | ErrorKind::WouldBlock))
}

/// What the system, or the TLS under it, said of the connection.
fn cause(error: &Error) -> Option<ErrorKind> {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(io) = cause.downcast_ref::<std::io::Error>() {
            return Some(io.kind());
        }
        source = cause.source();
    }
    None
}

/// The enhanced status code of a reply (RFC 3463), such as `5.1.1`.
fn detail(error: &Error) -> Option<String> {
    error.status()?;
    let text = error.to_string();
    let is_code = |word: &&str| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.len() == 3
            && parts[0].len() == 1
            && parts.iter().all(|part| {
                !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit())
            })
    };
    // It stands first in the reply, behind the words that the library puts before it.
    text.split_whitespace().take(6).find(is_code).map(str::to_owned)
}
