//! The words of a body, as a form sends them.

use crate::{acts::offices::body_form::BodyForm, domain::language::Named, web::request::form::SubmittedForm};

/// What was typed.
pub fn typed(form: &SubmittedForm) -> BodyForm {
    let text = |field: &str| form.text(field).to_owned();
    BodyForm {
        name: Named { kk: text("name_kk"), ru: text("name_ru"), en: text("name_en") },
        mailbox: text("mailbox"),
        vetting_days: form.text("vetting_days").parse().ok(),
        serves: form.with_prefix("serves-").filter_map(|(id, _)| id.parse().ok()).collect(),
        serves_mailbox: text("serves_mailbox"),
    }
}
