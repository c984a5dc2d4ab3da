//! The words of a body, as a form sends them.

use crate::{
    acts::offices::body_form::BodyForm,
    domain::language::Named,
    web::request::{error::WebError, form::SubmittedForm},
};

/// What was typed.
///
/// # Errors
/// When an id is no akimat.
pub fn typed(form: &SubmittedForm) -> Result<BodyForm, WebError> {
    let text = |field: &str| form.text(field).to_owned();
    Ok(BodyForm {
        name: Named { kk: text("name_kk"), ru: text("name_ru"), en: text("name_en") },
        mailbox: form.address("mailbox"),
        vetting_days: form.text("vetting_days").parse().ok(),
        serves: form.ids_with_prefix("serves-")?.into_iter().map(|(akimat, _)| akimat).collect(),
        serves_mailbox: form.address("serves_mailbox"),
    })
}
