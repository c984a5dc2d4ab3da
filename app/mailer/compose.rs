//! A mail as it travels: headers, both parts, files, envelope.

use super::Failure;
use crate::{
    config::Settings,
    domain::{delivery::MailFault, id::Id},
    storage::mail::{outbox::Mail, part::Part},
};
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Attachment, Mailbox, MultiPart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use std::time::{Duration, SystemTime};

/// Composes a mail. Its Message-ID comes from its own id and is the same at each attempt.
pub fn compose(
    settings: &Settings,
    mail: &Mail,
    files: &[Part],
) -> Result<(Vec<u8>, Envelope), Failure> {
    let own = |what: &str| Failure::Permanent(MailFault::OwnFault, what.to_owned());
    let mailbox = |text: &str, what: &str| text.parse::<Mailbox>().map_err(|_| own(what));
    let to: Address = mail.address.parse().map_err(|_| own("bad recipient address"))?;
    let domain = &settings.message_id_domain;
    let created = u64::try_from(mail.created_at.and_utc().timestamp()).unwrap_or(0);
    let text = MultiPart::alternative_plain_html(mail.body_text.clone(), mail.body_html.clone());
    let body = if files.is_empty() {
        text
    } else {
        files.iter().try_fold(MultiPart::mixed().multipart(text), |body, file| {
            let kind = ContentType::parse(&file.media_type).map_err(|_| own("bad media type"))?;
            let attachment = Attachment::new(file.file_name.clone());
            Ok(body.singlepart(attachment.body(file.content.clone(), kind)))
        })?
    };
    let mut message = Message::builder()
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(created))
        .from(mailbox(&settings.mail_from, "bad mail_from")?)
        .reply_to(mailbox(&settings.mail_reply_to, "bad mail_reply_to")?)
        .to(Mailbox::new(None, to.clone()))
        .subject(mail.subject.clone())
        .message_id(Some(format!("<{}@{domain}>", mail.id)))
        // All mails about one squad and its lists hang together in the reader's mailbox.
        .references(format!("<{}@{domain}>", mail.squad.map_or(mail.case_id, Id::any)))
        .multipart(body)
        .map_err(|_| own("bad mail"))?;
    let headers = [
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("List-Id", format!("Jasaq <handoffs.{domain}>")),
        ("X-Jasaq-Act", mail.act.clone()),
    ];
    for (name, value) in headers {
        message
            .headers_mut()
            .insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
    }
    let from = message.envelope().from().cloned();
    let envelope = Envelope::new(from, vec![to]).map_err(|_| own("bad envelope"))?;
    Ok((message.formatted(), envelope))
}
