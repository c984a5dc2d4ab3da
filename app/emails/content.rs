//! The content of a mail, kept beside the rendered mail: if its reader's duty ends before the mail leaves, it is rendered
//! for those who hold the duty then.

use super::{
    email::{Email, MailRow},
    kind::MailKind,
};
use crate::domain::{
    handoff::{DueNature, HandoffKind},
    member_list::ReturnCode,
    time::Instant,
    workflow::Basis,
};
use fluent_templates::fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The content of a mail, without its kind and its reader.
#[derive(Serialize, Deserialize)]
struct Content {
    arguments: BTreeMap<String, Argument>,
    phrases: BTreeMap<String, String>,
    due: Option<(Instant, DueNature)>,
    mend: Vec<(i32, ReturnCode)>,
}

/// A number is said as a number, in the plural that it wants.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Argument {
    Number(f64),
    Text(String),
}

/// The content of a mail to the holders of a duty; none for one that is its one reader's own, as an invitation or a digest is.
#[must_use]
pub fn stored(email: &Email) -> Option<String> {
    let is_of_duty = match email.kind {
        MailKind::Handoff(_) | MailKind::Reminder(_) | MailKind::Above(_) => true,
        MailKind::Notice(notice) => notice.duty().is_some(),
        MailKind::Digest => false,
    };
    if !is_of_duty || email.page.is_some() || !email.names.is_empty() {
        return None;
    }
    let argument = |value: &FluentValue<'static>| match value {
        FluentValue::Number(number) => Some(Argument::Number(number.value)),
        FluentValue::String(text) => Some(Argument::Text(text.to_string())),
        FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    };
    let arguments = email.arguments.iter();
    let mend = email.rows.iter().map(|row| match row {
        MailRow::Mend(position, code) => Some((*position, *code)),
        MailRow::News { .. } | MailRow::Place(_) => None,
    });
    let content = Content {
        arguments: arguments
            .map(|(name, value)| Some((name.to_string(), argument(value)?)))
            .collect::<Option<_>>()?,
        phrases: email.phrases.iter().map(|(name, key)| (name.to_string(), key.clone())).collect(),
        due: email.due,
        mend: mend.collect::<Option<_>>()?,
    };
    serde_json::to_string(&content).ok()
}

/// The mail of that kind, about that handoff if it is about one; none when the content is not what [`stored`] writes.
#[must_use]
pub fn restored(kind: MailKind, on: Option<HandoffKind>, content: &str) -> Option<Email> {
    let basis = match kind {
        MailKind::Handoff(kind) => kind.row().basis,
        MailKind::Notice(notice) => notice.row().basis,
        MailKind::Reminder(_) | MailKind::Above(_) => on?.row().basis,
        MailKind::Digest => Basis::Administration,
    };
    let content: Content = serde_json::from_str(content).ok()?;
    let mut email = Email::new(kind, basis);
    for (name, value) in content.arguments {
        let value: FluentValue<'static> = match value {
            Argument::Number(number) => number.into(),
            Argument::Text(text) => text.into(),
        };
        email.arguments.insert(name.into(), value);
    }
    email.phrases = content.phrases.into_iter().map(|(name, key)| (name.into(), key)).collect();
    email.due = content.due;
    email.rows = content.mend.into_iter().map(|(at, code)| MailRow::Mend(at, code)).collect();
    Some(email)
}
