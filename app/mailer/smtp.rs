//! SMTP driven by hand, so that the stage of a failure is known; one session carries many mails.

use super::{
    MailerError,
    failure::{CLOSING, Failure, Stage, away, refusal, words},
};
use crate::config::Settings;
use lettre::{
    address::Envelope,
    transport::smtp::{
        Error,
        authentication::{Credentials, Mechanism},
        client::{Certificate, SmtpConnection, TlsParameters},
        commands::{Data, Mail as MailFrom, Rcpt, Rset},
        extension::ClientId,
    },
};
use std::{fs, net::ToSocketAddrs, path::PathBuf, time::Duration};

/// Longest wait for a connection and its greeting.
const CONNECT_PATIENCE: Duration = Duration::from_mins(1);
/// Longest wait for the answer to a command. Giving up here delivers nothing.
const COMMAND_PATIENCE: Duration = Duration::from_mins(2);
/// Longest wait for the answer to a whole mail. A server that is given up here may have delivered it: the wait is the one
/// that RFC 5321 asks for, longer than that of any server.
const CONTENT_PATIENCE: Duration = Duration::from_mins(10);
/// Longest wait for the end of a session that is of no use any more.
const GOODBYE_PATIENCE: Duration = Duration::from_secs(2);
/// Mails of one session; servers dislike endless ones.
const MAILS_A_SESSION: u32 = 100;

/// A mail server.
#[derive(Clone)]
pub struct Server {
    host: String,
    port: u16,
    /// TLS from the first byte; otherwise STARTTLS, which only a loopback server may lack.
    is_wrapped: bool,
    credentials: Option<Credentials>,
    ca_file: Option<PathBuf>,
    /// The name that we greet with.
    greeting: String,
}

impl Server {
    /// The server that the settings name.
    pub fn of(settings: &Settings) -> Result<Self, MailerError> {
        let url = url::Url::parse(&settings.mail_url).map_err(|e| MailerError(e.to_string()))?;
        let is_wrapped = url.scheme() == "smtps";
        let host = url
            .host_str()
            .ok_or_else(|| MailerError("no host".into()))?
            .trim_matches(['[', ']'])
            .to_owned();
        let decoded = |text: &str| {
            percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
        };
        let credentials = url
            .password()
            .map(|password| Credentials::new(decoded(url.username()), decoded(password)));
        let port = url.port().unwrap_or(if is_wrapped { 465 } else { 587 });
        Ok(Self {
            host,
            port,
            is_wrapped,
            credentials,
            ca_file: settings.smtp_ca_file.clone(),
            greeting: settings.greeting(),
        })
    }

    fn connect(&self) -> Result<SmtpConnection, Failure> {
        let own = |what: String| Failure::Away(None, what);
        let hello = ClientId::Domain(self.greeting.clone());
        let address = (self.host.as_str(), self.port);
        let addresses: Vec<_> =
            address.to_socket_addrs().map_err(|e| own(format!("connect: {}", e.kind())))?.collect();
        let is_loopback = !addresses.is_empty() && addresses.iter().all(|a| a.ip().is_loopback());
        let tls = self.tls()?;
        let mut connection = SmtpConnection::connect(
            addresses.as_slice(),
            Some(CONNECT_PATIENCE),
            &hello,
            self.is_wrapped.then_some(&tls),
            None,
        )
        .map_err(|e| away("connect", &e))?;
        let encrypted = self.encrypt(&mut connection, &tls, &hello, is_loopback).and_then(|()| {
            match &self.credentials {
                Some(credentials) => connection
                    .auth(&[Mechanism::Plain, Mechanism::Login], credentials)
                    .map(drop)
                    .map_err(|e| away("auth", &e)),
                None => Ok(()),
            }
        });
        if let Err(failure) = encrypted {
            give_up(connection);
            return Err(failure);
        }
        connection
            .set_timeout(Some(COMMAND_PATIENCE))
            .map_err(|e| own(format!("connect: {}", e.kind())))?;
        Ok(connection)
    }

    fn encrypt(
        &self,
        connection: &mut SmtpConnection,
        tls: &TlsParameters,
        hello: &ClientId,
        is_loopback: bool,
    ) -> Result<(), Failure> {
        if self.is_wrapped {
            return Ok(());
        }
        match encryption(connection.can_starttls(), is_loopback, self.ca_file.is_some()) {
            Encryption::Begin => connection.starttls(tls, hello).map_err(|e| away("starttls", &e)),
            Encryption::Unneeded => Ok(()),
            Encryption::Missing => Err(Failure::Away(
                None,
                "the server offers no STARTTLS: nothing was sent in clear".into(),
            )),
        }
    }

    fn tls(&self) -> Result<TlsParameters, Failure> {
        let own = |what: String| Failure::Away(None, what);
        let mut builder = TlsParameters::builder(self.host.clone());
        if let Some(path) = &self.ca_file {
            let pem = fs::read(path).map_err(|e| own(format!("smtp_ca_file: {}", e.kind())))?;
            builder = builder.add_root_certificate(
                Certificate::from_pem(&pem).map_err(|e| own(format!("smtp_ca_file: {e}")))?,
            );
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

/// A session with a server, begun with the first mail and kept for the next ones.
pub struct Talk {
    server: Server,
    connection: Option<SmtpConnection>,
    sent: u32,
}

impl Talk {
    pub const fn new(server: Server) -> Self {
        Self { server, connection: None, sent: 0 }
    }

    /// Whether a session is open.
    pub const fn is_open(&self) -> bool {
        self.connection.is_some()
    }

    /// Sends one mail. A server may end a kept session whenever it likes: then another is begun, once.
    pub fn send(&mut self, message: &[u8], envelope: &Envelope) -> Result<(), Failure> {
        if self.sent >= MAILS_A_SESSION {
            self.end();
        }
        let was_kept = self.is_open();
        match self.attempt(message, envelope) {
            Err(Failure::Away(..)) if was_kept => self.attempt(message, envelope),
            sent => sent,
        }
    }

    fn attempt(&mut self, message: &[u8], envelope: &Envelope) -> Result<(), Failure> {
        let mut connection = if let Some(kept) = self.connection.take() {
            kept
        } else {
            self.sent = 0;
            self.server.connect()?
        };
        self.sent += 1;
        let said = hand_over(&mut connection, message, envelope);
        let is_usable = match &said {
            Ok(()) => true,
            // A refusal of this mail only: the session goes on with the next.
            Err(Refused { failure: _, is_answered: true }) => connection.command(Rset).is_ok(),
            Err(_) => false,
        };
        if is_usable {
            self.connection = Some(connection);
        } else {
            give_up(connection);
        }
        said.map_err(|refused| refused.failure)
    }

    /// Ends the session in order.
    pub fn end(&mut self) {
        self.sent = 0;
        if let Some(mut connection) = self.connection.take() {
            drop(connection.set_timeout(Some(GOODBYE_PATIENCE)));
            drop(connection.quit());
        }
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        self.end();
    }
}

fn give_up(mut connection: SmtpConnection) {
    drop(connection.set_timeout(Some(GOODBYE_PATIENCE)));
    connection.abort();
}

/// Why a mail was not taken, and whether the server said so and listens on.
struct Refused {
    failure: Failure,
    is_answered: bool,
}

fn hand_over(
    connection: &mut SmtpConnection,
    message: &[u8],
    envelope: &Envelope,
) -> Result<(), Refused> {
    let refused = |stage: Stage| {
        move |e: Error| Refused { failure: refusal(stage, &e), is_answered: is_answered(&e) }
    };
    // All mails come from one sender: whoever refuses it refuses all of them.
    let from = MailFrom::new(envelope.from().cloned(), Vec::new());
    connection
        .command(from)
        .map_err(|e| Refused { failure: away("mail", &e), is_answered: false })?;
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new())).map_err(refused(Stage::Recipient))?;
    }
    connection.command(Data).map_err(refused(Stage::Data))?;
    drop(connection.set_timeout(Some(CONTENT_PATIENCE)));
    let answer = connection.command(content(message));
    drop(connection.set_timeout(Some(COMMAND_PATIENCE)));
    match answer {
        Ok(_) => Ok(()),
        Err(e) if e.status().is_none() => {
            Err(Refused { failure: Failure::Unknown(words("message", &e)), is_answered: false })
        }
        Err(e) => Err(refused(Stage::Content)(e)),
    }
}

/// A mail as `DATA` carries it, to be written at once: a final dot that is written by itself waits until the system has heard
/// that the rest arrived, 40 ms for each mail.
fn content(message: &[u8]) -> String {
    let mut content = String::from_utf8_lossy(message).replace("\r\n.", "\r\n..");
    if content.starts_with('.') {
        content.insert(0, '.');
    }
    if !content.ends_with("\r\n") {
        content.push_str("\r\n");
    }
    content.push_str(".\r\n");
    content
}

fn is_answered(error: &Error) -> bool {
    error.status().is_some_and(|code| code.to_string() != CLOSING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_with_a_dot_ends_no_mail() {
        let stuffed = content(b".a\r\n.\r\nb.\r\n..c");
        assert_eq!(stuffed, "..a\r\n..\r\nb.\r\n...c\r\n.\r\n");
        assert_eq!(content(b"a\r\n"), "a\r\n.\r\n");
    }

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
            assert_eq!(
                encryption(is_offered, is_loopback, has_authority),
                expected,
                "{is_offered} {is_loopback} {has_authority}"
            );
        }
    }
}
