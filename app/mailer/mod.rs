//! The ways a mail leaves: over SMTP, into a folder, or into memory for tests.

mod compose;
mod failure;
mod reply;
mod smtp;

pub use failure::Failure;

use crate::{
    config::{Environment, Settings},
    storage::mail::{outbox::Mail, part::Part},
};
use compose::compose;
use smtp::{Server, Talk};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// A way for mails to leave.
#[derive(Clone)]
pub enum Mailer {
    Smtp(Box<Server>),
    /// Writes one `.eml` file a mail; refused in production.
    File(PathBuf),
    Memory(Arc<Mutex<Vec<Letter>>>),
}

/// A mail as a server would get it.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    pub content: Vec<u8>,
}

/// What is wrong with the mail settings.
#[derive(Debug, thiserror::Error)]
#[error("mail_url: {0}")]
pub struct MailerError(String);

impl Mailer {
    /// The mailer that the settings name.
    ///
    /// # Errors
    /// When the URL can't be used, or files are to be written in production.
    pub fn of(settings: &Settings) -> Result<Self, MailerError> {
        let Some(folder) = settings.mail_url.strip_prefix("file://") else {
            return Ok(Self::Smtp(Box::new(Server::of(settings)?)));
        };
        if settings.environment == Environment::Production {
            return Err(MailerError("production sends real mail".into()));
        }
        fs::create_dir_all(folder).map_err(|e| MailerError(e.to_string()))?;
        Ok(Self::File(PathBuf::from(folder)))
    }

    /// A session for many mails; nothing is opened before the first one.
    #[must_use]
    pub fn session(&self) -> Session {
        match self {
            Self::Smtp(server) => Session::Smtp(Box::new(Talk::new((**server).clone()))),
            Self::File(folder) => Session::File(folder.clone()),
            Self::Memory(letters) => Session::Memory(Arc::clone(letters)),
        }
    }
}

/// Mails on their way, one after another.
pub enum Session {
    Smtp(Box<Talk>),
    File(PathBuf),
    Memory(Arc<Mutex<Vec<Letter>>>),
}

impl Session {
    /// Sends one mail. The Message-ID comes from the mail's own id and is the same at each attempt.
    ///
    /// # Errors
    /// A [`Failure`] that says whether to try again.
    pub fn send(
        &mut self,
        settings: &Settings,
        mail: &Mail,
        files: &[Part],
    ) -> Result<(), Failure> {
        let (message, envelope) = compose(settings, mail, files)?;
        match self {
            Self::Smtp(talk) => talk.send(&message, &envelope),
            Self::File(folder) => write(folder, mail, &message),
            Self::Memory(letters) => {
                let letter = Letter { to: mail.address.clone(), content: message };
                letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
                Ok(())
            }
        }
    }

    /// Whether the next mail goes over what is open already. After a failure: whether it was about that mail only.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Smtp(talk) => talk.is_open(),
            Self::File(_) | Self::Memory(_) => true,
        }
    }

    /// Ends it in order; another mail begins it anew.
    pub fn end(&mut self) {
        if let Self::Smtp(talk) = self {
            talk.end();
        }
    }
}

/// Written under another name first, so that no reader sees half a mail; a mail sent again replaces itself.
fn write(folder: &Path, mail: &Mail, message: &[u8]) -> Result<(), Failure> {
    let failure = |e: std::io::Error| Failure::Away(None, format!("file: {}", e.kind()));
    let path = folder.join(format!("{}.eml", mail.id));
    let partial = path.with_extension("partial");
    fs::write(&partial, message).and_then(|()| fs::rename(&partial, &path)).map_err(failure)
}
