//! Makes the text and the simple HTML of one mail.

use super::{Email, MailKind, MailRow};
use crate::{
    domain::{
        body::DutyKind,
        handoff::Nature,
        language::{Language, Named},
        time::local,
        workflow::{Notice, ShownBasis},
    },
    phrases::{self, Arguments},
};
use serde::Serialize;
use tera::{Context, Tera};

/// Whom a mail is for.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub reader: Reader,
    /// The body in which the reader holds the duty, or which writes to a person.
    pub body: Named,
    pub language: Language,
}

/// The kinds of readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A user who holds the duty.
    Holder(DutyKind),
    /// The body's own mailbox, for a duty that nobody holds.
    Mailbox(DutyKind),
    /// A person who holds no duty.
    Person,
}

impl Reader {
    /// The duty under which the mail is read.
    #[must_use]
    pub const fn duty(self) -> Option<DutyKind> {
        match self {
            Self::Holder(duty) | Self::Mailbox(duty) => Some(duty),
            Self::Person => None,
        }
    }
}

/// A rendered mail.
#[derive(Clone, Debug)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// One language's part of a mail.
#[derive(Serialize)]
struct Part {
    lang: &'static str,
    title: String,
    what: String,
    rows: Vec<String>,
    todo: Option<String>,
    due: Option<String>,
    link: String,
    why: String,
    automatic: String,
}

/// Renders one mail about the case of that reference, with the one link it has. A case is opened by bodies only: a person is led to a page of the own or nowhere.
///
/// # Errors
/// When a phrase or a template is missing: a test keeps that from happening.
pub fn render(
    templates: &Tera,
    email: &Email,
    reference: &str,
    squad: &Named,
    link: &str,
    to: &Recipient,
) -> tera::TeraResult<Letter> {
    let languages = to.language.of_mail();
    let parts = languages
        .iter()
        .map(|language| part(email, reference, squad, to, *language))
        .collect::<tera::TeraResult<Vec<_>>>()?;
    let subject = format!(
        "{reference}: {}",
        parts.iter().map(|part| part.title.as_str()).collect::<Vec<_>>().join(" / ")
    );
    let mut context = Context::new();
    context.insert("parts", &parts);
    context.insert("reference", reference);
    let leads = to.reader != Reader::Person || email.page.is_some();
    context.insert("url", if leads { link } else { "" });
    context.insert("subject", &subject);
    Ok(Letter {
        subject,
        text: templates.render("emails/letter.txt", &context)?,
        html: templates.render("emails/letter.html", &context)?,
    })
}

fn part(
    email: &Email,
    reference: &str,
    squad: &Named,
    to: &Recipient,
    language: Language,
) -> tera::TeraResult<Part> {
    let kind = dashed(email.kind.as_str());
    let mut arguments = email.arguments.clone();
    arguments.insert("reference".into(), reference.to_owned().into());
    arguments.insert("squad".into(), squad.get(language).to_owned().into());
    let missing = |key: &str| tera::Error::message(format!("no phrase {key} in {language}"));
    let phrase = |key: String, arguments: &Arguments| {
        phrases::say(language, &key, arguments).ok_or_else(|| missing(&key))
    };
    let basis = match email.basis.shown() {
        ShownBasis::Ordered { clause, .. } => {
            let clause = Arguments::from([("n".into(), clause.as_str().into())]);
            Some(phrase("mail-basis-clause".into(), &clause)?)
        }
        ShownBasis::Own { .. } => Some(phrase(own_key(email.kind).into(), &Arguments::new())?),
        ShownBasis::Administration => None,
    };
    if let Some(basis) = basis {
        arguments.insert("basis".into(), basis.into());
    }
    let body = to.body.get(language).to_owned();
    arguments.insert("body".into(), body.clone().into());
    let mut why = Arguments::from([("body".into(), body.into())]);
    if let Some(duty) = to.reader.duty() {
        let duty = phrase(format!("duty-{}", dashed(duty.as_str())), &Arguments::new())?;
        why.insert("duty".into(), duty.into());
    }
    let due = email.due.map(|(due, nature)| {
        let date =
            Arguments::from([("date".into(), local(due).format("%d.%m.%Y").to_string().into())]);
        phrase(format!("mail-due-{nature}"), &date)
    });
    for (name, value) in &email.names {
        arguments.insert((*name).into(), value.get(language).to_owned().into());
    }
    for (name, key) in &email.phrases {
        arguments.insert(name.clone(), phrase(key.clone(), &Arguments::new())?.into());
    }
    let row = |row: &MailRow| match row {
        MailRow::Mend(position, code) => {
            let what = phrase(format!("return-{}", dashed(code.as_str())), &Arguments::new())?;
            phrase(
                "mail-row".into(),
                &Arguments::from([
                    ("row".into(), (*position).into()),
                    ("what".into(), what.into()),
                ]),
            )
        }
        MailRow::Place(place) => {
            phrase("mail-place".into(), &Arguments::from([("place".into(), place.clone().into())]))
        }
        MailRow::News { reference, kind } => Ok(format!(
            "{reference}: {}",
            phrase(format!("mail-{}-title", dashed(kind)), &Arguments::new())?
        )),
    };
    Ok(Part {
        lang: language.as_str(),
        title: phrase(format!("mail-{kind}-title"), &arguments)?,
        what: phrase(format!("mail-{kind}-what"), &arguments)?,
        rows: email.rows.iter().map(row).collect::<tera::TeraResult<_>>()?,
        todo: phrases::say(language, &format!("mail-{kind}-todo"), &arguments),
        due: due.transpose()?,
        link: phrase("mail-link".into(), &Arguments::new())?,
        why: phrase(why_key(email, to).into(), &why)?,
        automatic: phrase("mail-automatic".into(), &Arguments::new())?,
    })
}

/// A word as keys of phrases have it.
fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

/// The phrase for an own decision: the Rules do not set the step that a mail asks for, or the mail itself.
fn own_key(kind: MailKind) -> &'static str {
    match kind {
        MailKind::Handoff(kind) if matches!(kind.nature(), Nature::Information) => {
            "mail-basis-own-message"
        }
        MailKind::Handoff(_) | MailKind::Reminder(_) | MailKind::Above(_) => "mail-basis-own-step",
        MailKind::Notice(_) | MailKind::Digest => "mail-basis-own-message",
    }
}

/// Why the reader got it: a duty of the own, or a mailbox that is written to because nobody holds it or has done what waits.
const fn why_key(email: &Email, to: &Recipient) -> &'static str {
    match (to.reader, email.kind) {
        (
            Reader::Person,
            MailKind::Notice(
                Notice::ApplicationReceived
                | Notice::ApplicationAccepted
                | Notice::ApplicationRefused,
            ),
        ) => "mail-why-applicant",
        (Reader::Person, _) => "mail-why-person",
        (Reader::Holder(_), _) => "mail-why",
        (Reader::Mailbox(_), MailKind::Above(_)) => "mail-why-above-mailbox",
        (
            Reader::Mailbox(_),
            MailKind::Handoff(_) | MailKind::Notice(_) | MailKind::Digest | MailKind::Reminder(_),
        ) => "mail-why-mailbox",
    }
}
