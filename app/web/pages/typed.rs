//! The words and choices of a form, as a page shows them that can't show the form itself.

use crate::{
    domain::{member_list::ReturnCode, membership::Outcome},
    web::request::form::SubmittedForm,
};
use serde::Serialize;

/// Something that the reader has typed or chosen.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Typed {
    Text {
        label: &'static str,
        value: String,
    },
    /// The same choice for so many people.
    Choice {
        of: &'static str,
        is: &'static str,
        count: usize,
    },
}

/// Fields with words of a reader, and the phrases that name them.
const LABELS: [(&str, &str); 22] = [
    ("number", "field-decision-number"),
    ("decided_on", "field-decision-date"),
    ("presided_by", "field-presided-by"),
    ("votes_for", "field-votes-for"),
    ("votes_against", "field-votes-against"),
    ("votes_abstained", "field-votes-abstained"),
    ("outgoing_number", "field-outgoing-number"),
    ("outgoing_date", "field-date"),
    ("incoming_number", "field-incoming-number"),
    ("incoming_date", "field-date"),
    ("surname", "field-surname"),
    ("given_name", "field-given-name"),
    ("patronymic", "field-patronymic"),
    ("iin", "iin"),
    ("birth_date", "birth-date"),
    ("document_number", "document"),
    ("phone", "phone"),
    ("email", "field-email"),
    ("address", "address"),
    ("held_on", "field-training-date"),
    ("base", "field-training-base"),
    ("held_by", "field-training-held-by"),
];

impl Typed {
    /// All that a form says in words of its reader.
    #[must_use]
    pub fn of(form: &SubmittedForm) -> Vec<Self> {
        let texts = LABELS.iter().filter_map(|(field, label)| {
            let value = form.text(field);
            (!value.is_empty()).then(|| Self::Text { label, value: value.to_owned() })
        });
        let outcomes =
            Outcome::ALL.iter().map(|outcome| ("outcome-", "membership", outcome.as_str()));
        let codes = ReturnCode::ALL.iter().map(|code| ("code-", "return", code.as_str()));
        let choices = outcomes.chain(codes).filter_map(|(prefix, of, is)| {
            let count = form.with_prefix(prefix).filter(|(_, chosen)| *chosen == is).count();
            (count > 0).then_some(Self::Choice { of, is, count })
        });
        texts.chain(choices).collect()
    }
}
