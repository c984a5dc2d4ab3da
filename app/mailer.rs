//! The ways a mail leaves: over SMTP, into a folder, or into memory for tests.

use crate::{
    config::{Environment, Settings},
    storage::outbox::Mail,
};
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{
        authentication::{Credentials, Mechanism},
        client::{Certificate, SmtpConnection, TlsParameters},
        commands::{Data, Mail as MailFrom, Rcpt},
        extension::ClientId,
    },
};
use std::{
    fs,
    net::ToSocketAddrs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

/// Longest wait for an answer of the mail server.
const PATIENCE: Duration = Duration::from_mins(1);
/// Longest wait for a connection.
const CONNECT_PATIENCE: Duration = Duration::from_secs(10);

/// A way for mails to leave.
#[derive(Clone)]
pub enum Mailer {
    Smtp(Box<Smtp>),
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

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    host: String,
    port: u16,
    /// TLS from the first byte; otherwise STARTTLS, which only a loopback server may lack.
    is_wrapped: bool,
    credentials: Option<Credentials>,
    ca_file: Option<PathBuf>,
}

/// Why a mail did not leave. The words hold codes and no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Later it may.
    #[error("{0}")]
    Temporary(String),
    /// It never will.
    #[error("{0}")]
    Permanent(String),
    /// The connection broke when the server had the whole mail: it may have been delivered.
    #[error("{0}")]
    Unknown(String),
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
        if let Some(folder) = settings.mail_url.strip_prefix("file://") {
            if settings.environment == Environment::Production {
                return Err(MailerError("production sends real mail".into()));
            }
            fs::create_dir_all(folder).map_err(|e| MailerError(e.to_string()))?;
            return Ok(Self::File(PathBuf::from(folder)));
        }
        let url = url::Url::parse(&settings.mail_url).map_err(|e| MailerError(e.to_string()))?;
        let is_wrapped = url.scheme() == "smtps";
        let host = url.host_str().ok_or_else(|| MailerError("no host".into()))?.trim_matches(['[', ']']).to_owned();
        let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        let credentials = url.password().map(|password| Credentials::new(decoded(url.username()), decoded(password)));
        let port = url.port().unwrap_or(if is_wrapped { 465 } else { 587 });
        Ok(Self::Smtp(Box::new(Smtp { host, port, is_wrapped, credentials, ca_file: settings.smtp_ca_file.clone() })))
    }

    /// Sends one mail. The Message-ID comes from the mail's own id and is the same at each attempt.
    ///
    /// # Errors
    /// A [`Failure`] that says whether to try again.
    pub fn send(&self, settings: &Settings, mail: &Mail) -> Result<(), Failure> {
        let (message, envelope) = compose(settings, mail)?;
        match self {
            Self::Smtp(smtp) => smtp.send(&message, &envelope),
            Self::File(folder) => write(folder, mail, &message),
            Self::Memory(letters) => {
                let letter = Letter { to: mail.address.clone(), content: message };
                letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
                Ok(())
            }
        }
    }
}

fn compose(settings: &Settings, mail: &Mail) -> Result<(Vec<u8>, Envelope), Failure> {
    let own = |what: &str| Failure::Permanent(what.to_owned());
    let mailbox = |text: &str, what: &str| text.parse::<Mailbox>().map_err(|_| own(what));
    let to: Address = mail.address.parse().map_err(|_| own("bad recipient address"))?;
    let domain = &settings.message_id_domain;
    let created = u64::try_from(mail.created_at.and_utc().timestamp()).unwrap_or(0);
    let mut message = Message::builder()
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(created))
        .from(mailbox(&settings.mail_from, "bad mail_from")?)
        .reply_to(mailbox(&settings.mail_reply_to, "bad mail_reply_to")?)
        .to(Mailbox::new(None, to.clone()))
        .subject(mail.subject.clone())
        .message_id(Some(format!("<{}@{domain}>", mail.id)))
        // All mails about one squad and its lists hang together in the reader's mailbox.
        .references(format!("<{}@{domain}>", mail.squad.unwrap_or(mail.case_id)))
        .multipart(MultiPart::alternative_plain_html(mail.body_text.clone(), mail.body_html.clone()))
        .map_err(|_| own("bad mail"))?;
    let headers = [
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("List-Id", format!("Jasaq <handoffs.{domain}>")),
        ("X-Jasaq-Act", mail.act.clone()),
    ];
    for (name, value) in headers {
        message.headers_mut().insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
    }
    let from = message.envelope().from().cloned();
    let envelope = Envelope::new(from, vec![to]).map_err(|_| own("bad envelope"))?;
    Ok((message.formatted(), envelope))
}

/// Written under another name first, so that no reader sees half a mail; a mail sent again replaces itself.
fn write(folder: &std::path::Path, mail: &Mail, message: &[u8]) -> Result<(), Failure> {
    let failure = |e: std::io::Error| Failure::Temporary(e.kind().to_string());
    let path = folder.join(format!("{}.eml", mail.id));
    let partial = path.with_extension("partial");
    fs::write(&partial, message).and_then(|()| fs::rename(&partial, &path)).map_err(failure)
}

impl Smtp {
    /// One session a mail, driven by hand so that the stage of a failure is known.
    fn send(&self, message: &[u8], envelope: &Envelope) -> Result<(), Failure> {
        let mut connection = self.connect()?;
        let sent = talk(&mut connection, message, envelope);
        if sent.is_ok() {
            drop(connection.quit());
        } else {
            connection.abort();
        }
        sent
    }

    fn connect(&self) -> Result<SmtpConnection, Failure> {
        let hello = ClientId::default();
        let address = (self.host.as_str(), self.port);
        let addresses: Vec<_> = address.to_socket_addrs().map_err(|e| Failure::Temporary(e.kind().to_string()))?.collect();
        let is_loopback = !addresses.is_empty() && addresses.iter().all(|a| a.ip().is_loopback());
        let tls = self.tls()?;
        let mut connection =
            SmtpConnection::connect(addresses.as_slice(), Some(CONNECT_PATIENCE), &hello, self.is_wrapped.then_some(&tls), None)
                .map_err(|e| temporary("connect", &e))?;
        connection.set_timeout(Some(PATIENCE)).map_err(|e| Failure::Temporary(e.kind().to_string()))?;
        if !self.is_wrapped {
            match encryption(connection.can_starttls(), is_loopback, self.ca_file.is_some()) {
                Encryption::Begin => connection.starttls(&tls, &hello).map_err(|e| temporary("starttls", &e))?,
                Encryption::Unneeded => {}
                Encryption::Missing => {
                    connection.abort();
                    return Err(Failure::Temporary("the server offers no STARTTLS: nothing was sent in clear".into()));
                }
            }
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).map_err(|e| temporary("auth", &e))?;
        }
        Ok(connection)
    }

    fn tls(&self) -> Result<TlsParameters, Failure> {
        let own = |what: String| Failure::Temporary(what);
        let mut builder = TlsParameters::builder(self.host.clone());
        if let Some(path) = &self.ca_file {
            let pem = fs::read(path).map_err(|e| own(format!("smtp_ca_file: {}", e.kind())))?;
            builder = builder.add_root_certificate(Certificate::from_pem(&pem).map_err(|e| own(format!("smtp_ca_file: {e}")))?);
        }
        builder.build().map_err(|e| own(e.to_string()))
    }
}

/// What a connection that begins in clear comes to.
#[derive(Debug, PartialEq, Eq)]
enum Encryption {
    Begin,
    Unneeded,
    Missing,
}

/// Mail travels in clear on this machine only, and even there not when an authority is named for the server.
const fn encryption(is_offered: bool, is_loopback: bool, has_authority: bool) -> Encryption {
    match (is_offered, is_loopback && !has_authority) {
        (_, true) => Encryption::Unneeded,
        (true, false) => Encryption::Begin,
        (false, false) => Encryption::Missing,
    }
}

fn talk(connection: &mut SmtpConnection, message: &[u8], envelope: &Envelope) -> Result<(), Failure> {
    connection.command(MailFrom::new(envelope.from().cloned(), Vec::new())).map_err(|e| temporary("mail", &e))?;
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new())).map_err(|e| failure("rcpt", &e))?;
    }
    connection.command(Data).map_err(|e| temporary("data", &e))?;
    match connection.message(message) {
        Ok(_) => Ok(()),
        Err(e) if e.status().is_some() => Err(failure("message", &e)),
        Err(e) => Err(Failure::Unknown(format!("message: {}", kind(&e)))),
    }
}

/// What the server says of this mail, for good or for now.
fn failure(stage: &str, error: &lettre::transport::smtp::Error) -> Failure {
    if error.is_permanent() { Failure::Permanent(words(stage, error)) } else { temporary(stage, error) }
}

/// A server that refuses us refuses every mail: that is no fault of this mail and may be mended.
fn temporary(stage: &str, error: &lettre::transport::smtp::Error) -> Failure {
    Failure::Temporary(words(stage, error))
}

/// The stage and the reply's code; the reply's text may quote the address and stays out.
fn words(stage: &str, error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("{stage}: {code}"),
        None => format!("{stage}: {}", kind(error)),
    }
}

fn kind(error: &lettre::transport::smtp::Error) -> &'static str {
    if error.is_timeout() {
        "timed out"
    } else if error.is_tls() {
        "TLS failed"
    } else {
        "connection failed"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_travels_in_clear_beyond_this_machine() {
        for (is_offered, is_loopback, has_authority, expected) in [
            (true, false, false, Encryption::Begin),
            (true, false, true, Encryption::Begin),
            (true, true, true, Encryption::Begin),
            (false, false, false, Encryption::Missing),
            (false, false, true, Encryption::Missing),
            (false, true, true, Encryption::Missing),
            (false, true, false, Encryption::Unneeded),
            (true, true, false, Encryption::Unneeded),
        ] {
            assert_eq!(encryption(is_offered, is_loopback, has_authority), expected, "{is_offered} {is_loopback} {has_authority}");
        }
    }
}
