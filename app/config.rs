//! Settings: `config/base.toml` < `config/<environment>.toml` < a file named by `JASAQ__CONFIG` < `JASAQ__…` variables.

use crate::{
    domain::{
        certificate::{CertificateKind, WIDTHS},
        edition::{self, FirstDays},
        language::Language,
    },
    strangers,
};
use serde::Deserialize;
use std::{env, fs, net::SocketAddr, path::PathBuf};

const BASE: &str = include_str!("../config/base.toml");
const DEVELOPMENT: &str = include_str!("../config/development.toml");
const PRODUCTION: &str = include_str!("../config/production.toml");
const PREFIX: &str = "JASAQ__";

/// Where the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Environment {
    Development,
    Production,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
/// Everything that can be set.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub environment: Environment,
    /// Address and port to listen on.
    pub bind: SocketAddr,
    /// The address that users see, without a slash at its end.
    pub public_url: String,
    /// `sqlite://PATH` or `postgres://…`.
    pub database_url: String,
    /// `smtp://[USER:PASSWORD@]HOST[:PORT]`, `smtps://…` or `file://FOLDER`.
    pub mail_url: String,
    /// Folder of the SQLite file, the key file and the mail folder, where these are named without one.
    pub data_dir: PathBuf,
    /// The key file; without a folder it lies in `data_dir`.
    pub key_file: PathBuf,
    pub mail_from: String,
    pub mail_reply_to: String,
    /// Right side of every Message-ID.
    pub message_id_domain: String,
    /// The name by which this machine greets mail servers, as `mail.example.kz`; without it, the host of `public_url`.
    pub mail_greeting: Option<String>,
    /// Certificate of a private authority that signed the SMTP server's.
    pub smtp_ca_file: Option<PathBuf>,
    /// Whether `serve` also delivers mail; several nodes may.
    pub deliver: bool,
    /// SMTP sessions that a node keeps at once; at least one.
    pub mail_sessions: usize,
    /// Mails that a node sends in a second at most, over all its sessions; 0: as many as the server takes.
    pub mail_rate: u32,
    /// Days for which the copy of an ID card is kept after its person's outcome or withdrawal.
    pub copies_kept_days: u32,
    /// Whether mails and calendar files to members name the meeting place; else it stands on the page that they lead to.
    pub place_in_mail: bool,
    /// Hours of rest between two duties: a person who has had less is marked when the leader chooses people.
    pub rest_hours: u32,
    /// The letters before the digits of a number of Appendix 2, and of Appendix 1: each kind has a series of its own.
    pub certificate_series_volunteer: String,
    pub certificate_series_freelance: String,
    /// Digits of a certificate's number at least; a longer number is never cut.
    pub certificate_width: u16,
    /// Whether certificates have a QR code by which anybody checks them.
    pub certificate_qr: bool,
    /// The sentence of a letter of refusal about complaints, in Kazakh and in Russian; empty: it has none.
    pub complaints_kk: String,
    pub complaints_ru: String,
    /// Whether a check asks first that the paper was compared with an identity document.
    pub check_asks: bool,
    /// Threads that answer requests; 0: one for each core.
    pub workers: usize,
    /// Proxies that are believed when they name the client's address, as addresses and networks with commas between them.
    pub trusted_proxies: String,
    /// The first day in force of editions of the Rules, by the day of adoption.
    pub first_days: FirstDays,
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{0}: {1}")]
    Source(String, String),
    #[error("{key}: {problem}")]
    Key { key: &'static str, problem: String },
}

impl Settings {
    /// Reads the layers in their order.
    ///
    /// # Errors
    /// Names the file, variable or key that is wrong.
    pub fn load() -> Result<Self, ConfigError> {
        let mut table = parse("config/base.toml", BASE)?;
        let environment =
            env::var(format!("{PREFIX}ENVIRONMENT")).unwrap_or_else(|_| "development".into());
        merge(
            &mut table,
            match environment.as_str() {
                "production" => parse("config/production.toml", PRODUCTION)?,
                "development" => parse("config/development.toml", DEVELOPMENT)?,
                other => {
                    return Err(ConfigError::Key {
                        key: "environment",
                        problem: format!("{other:?} is neither development nor production"),
                    });
                }
            },
        );
        if let Ok(path) = env::var(format!("{PREFIX}CONFIG")) {
            let text = fs::read_to_string(&path)
                .map_err(|e| ConfigError::Source(path.clone(), e.to_string()))?;
            merge(&mut table, parse(&path, &text)?);
        }
        table.insert("environment".into(), environment.into());
        for (name, value) in env::vars() {
            let Some(key) = name
                .strip_prefix(PREFIX)
                .map(str::to_lowercase)
                .filter(|key| key != "config" && key != "environment")
            else {
                continue;
            };
            table.insert(key.clone(), typed(&key, value));
        }
        let settings: Self =
            toml::Value::Table(table).try_into().map_err(|e: toml::de::Error| {
                ConfigError::Source("settings".into(), e.to_string().trim().replace('\n', " "))
            })?;
        settings.check()
    }

    /// The address that mails come from, without the name.
    #[must_use]
    pub fn sender(&self) -> &str {
        let address = self.mail_from.rsplit_once('<').map(|(_, address)| address);
        address.map_or(self.mail_from.as_str(), |address| address.trim_end_matches('>')).trim()
    }

    fn check(mut self) -> Result<Self, ConfigError> {
        let fault = |key, problem: &str| Err(ConfigError::Key { key, problem: problem.to_owned() });
        if !self.public_url.starts_with("http://") && !self.public_url.starts_with("https://") {
            return fault("public_url", "must begin with http:// or https://");
        }
        self.public_url = self.public_url.trim_end_matches('/').to_owned();
        if !["sqlite://", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| self.database_url.starts_with(scheme))
        {
            return fault("database_url", "must begin with sqlite:// or postgres://");
        }
        if !["smtp://", "smtps://", "file://"]
            .iter()
            .any(|scheme| self.mail_url.starts_with(scheme))
        {
            return fault("mail_url", "must begin with smtp://, smtps:// or file://");
        }
        if !(1..=64).contains(&self.mail_sessions) {
            return fault("mail_sessions", "must be between 1 and 64");
        }
        if self.mail_greeting.as_deref().is_some_and(|name| !is_host_name(name)) {
            return fault("mail_greeting", "must be the name of a host, as mail.example.kz");
        }
        if !WIDTHS.contains(&self.certificate_width) {
            return fault("certificate_width", "must be between 1 and 9");
        }
        if self.certificate_series_volunteer == self.certificate_series_freelance {
            return fault("certificate_series_freelance", "must differ from that of volunteers");
        }
        if let Err(entry) = strangers::proxies(&self.trusted_proxies) {
            return fault("trusted_proxies", &format!("{entry:?} is no address and no network"));
        }
        if let Some(problem) = edition::fault(&self.first_days) {
            return fault("first_days", &problem);
        }
        if self.environment == Environment::Production {
            if self.mail_url.starts_with("file://") {
                return fault(
                    "mail_url",
                    "production sends real mail: name an smtp:// or smtps:// server",
                );
            }
            if !self.public_url.starts_with("https://") {
                return fault("public_url", "production is reached over https://");
            }
        }
        self.key_file = self.data_dir.join(&self.key_file);
        Ok(self)
    }

    /// The name by which this machine greets mail servers. Many take no name without a dot, and an address only in brackets.
    #[must_use]
    pub fn greeting(&self) -> String {
        if let Some(name) = &self.mail_greeting {
            return name.clone();
        }
        let public = url::Url::parse(&self.public_url).ok();
        match public.as_ref().and_then(url::Url::host) {
            Some(url::Host::Domain(name)) => name.to_owned(),
            Some(url::Host::Ipv4(address)) => format!("[{address}]"),
            Some(url::Host::Ipv6(address)) => format!("[IPv6:{address}]"),
            None => "[127.0.0.1]".to_owned(),
        }
    }

    /// The sentence of a letter of refusal about complaints; papers are in Kazakh or in Russian.
    #[must_use]
    pub fn complaints(&self, language: Language) -> &str {
        match language {
            Language::Ru => &self.complaints_ru,
            Language::Kk | Language::En => &self.complaints_kk,
        }
    }

    /// The letters before the digits of a certificate's number.
    #[must_use]
    pub fn series_of(&self, kind: CertificateKind) -> &str {
        match kind {
            CertificateKind::Freelance => &self.certificate_series_freelance,
            CertificateKind::Volunteer => &self.certificate_series_volunteer,
        }
    }

    /// The address of the check of a certificate, in the letters that a QR code holds most of.
    #[must_use]
    pub fn check_url(&self, code: &str) -> String {
        format!("{}/C/{code}", self.public_url).to_uppercase()
    }

    /// Whether cookies may say that they travel over TLS only.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Labels of letters, digits and hyphens with a dot between them.
fn is_host_name(name: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    name.len() <= 253 && name.contains('.') && name.split('.').all(is_label)
}

fn parse(source: &str, text: &str) -> Result<toml::Table, ConfigError> {
    text.parse().map_err(|e: toml::de::Error| {
        ConfigError::Source(source.to_owned(), e.message().to_owned())
    })
}

fn merge(into: &mut toml::Table, from: toml::Table) {
    into.extend(from);
}

/// Variables are text; the keys that are not are read as what they are.
fn typed(key: &str, value: String) -> toml::Value {
    match key {
        "deliver" | "place_in_mail" | "certificate_qr" | "check_asks" => {
            value.parse().map_or(toml::Value::String(value), toml::Value::Boolean)
        }
        "workers" | "copies_kept_days" | "rest_hours" | "certificate_width" | "mail_sessions"
        | "mail_rate" => value.parse().map_or(toml::Value::String(value), toml::Value::Integer),
        _ => toml::Value::String(value),
    }
}
