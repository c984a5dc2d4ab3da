//! A delivered mail, parsed by a library that has not written it.

use jasaq::mailer;
use mail_parser::{Address, MessageParser, MimeHeaders};

/// A mail as its reader has it.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub from: String,
    pub reply_to: String,
    pub message_id: String,
    pub references: String,
    raw: String,
    act: String,
    files: Vec<(String, Vec<u8>)>,
}

impl Letter {
    pub fn read(sent: &mailer::Letter) -> Self {
        let mail = MessageParser::default().parse(&sent.content).unwrap();
        let address = |address: Option<&Address>| {
            address
                .and_then(Address::first)
                .and_then(|a| a.address())
                .unwrap_or_default()
                .to_owned()
        };
        assert_eq!(address(mail.to()), sent.to, "the header and the envelope name the same reader");
        let header =
            |name: &str| mail.header_raw(name.to_owned()).unwrap_or_default().trim().to_owned();
        Self {
            to: sent.to.clone(),
            subject: mail.subject().unwrap_or_default().to_owned(),
            text: mail.body_text(0).unwrap_or_default().replace("\r\n", "\n"),
            html: mail.body_html(0).unwrap_or_default().into_owned(),
            from: address(mail.from()),
            reply_to: address(mail.reply_to()),
            message_id: header("Message-ID"),
            references: header("References"),
            act: header("X-Jasaq-Act"),
            files: mail
                .attachments()
                .map(|part| {
                    let name = part.attachment_name().unwrap_or_default().to_owned();
                    (name, part.contents().to_vec())
                })
                .collect(),
            raw: String::from_utf8_lossy(&sent.content).into_owned(),
        }
    }

    /// The user part of the reader's address.
    pub fn reader(&self) -> &str {
        self.to.split('@').next().unwrap()
    }

    /// The act that it tells of.
    pub fn act(&self) -> &str {
        &self.act
    }

    /// A header as it travels.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// A file beside the text.
    pub fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.files.iter().find(|(own, _)| own == name).map(|(_, content)| content.clone())
    }

    /// The one link, without the address of the program.
    pub fn path(&self) -> String {
        let links: Vec<&str> =
            self.text.lines().filter(|line| line.starts_with(super::PUBLIC_URL)).collect();
        assert!(
            !links.is_empty() && links.iter().all(|link| link == &links[0]),
            "one link, the same in each language: {links:?}"
        );
        links[0].strip_prefix(super::PUBLIC_URL).unwrap().to_owned()
    }
}
