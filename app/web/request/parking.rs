//! The form that was sent in a session which had ended by time: its sender gets it back after signing in.

use super::{context::RequestContext, error::WebError, form::SubmittedForm, policy::Policy};
use crate::storage::{
    self,
    account::{parked_form, parked_form::ParkedForm},
};
use subtle::ConstantTimeEq;

/// Fields that are never kept: passwords, codes, searches.
const SECRET: [&str; 5] = ["password", "old_password", "again", "code", "q"];

/// Keeps a form, if its page was made in a session that has ended by time and something was typed in it. The own account's page sends
/// choices of one click.
///
/// # Errors
/// Those of the database.
pub fn park(
    cx: &RequestContext,
    action: &str,
    policy: Option<Policy>,
    form: &SubmittedForm,
) -> Result<(), WebError> {
    let Some(session) = &cx.session_hash else { return Ok(()) };
    let fields = kept(form);
    if fields.is_empty() || policy.is_none_or(|policy| policy == Policy::SignedIn) {
        return Ok(());
    }
    let known = cx.read(|db| storage::account::session::known(db, session, cx.now))?;
    let is_ours = known
        .is_some_and(|token| form.text("form_token").as_bytes().ct_eq(token.as_bytes()).into());
    if is_ours {
        let form = ParkedForm { action: action.to_owned(), page: cx.path.clone(), fields };
        cx.write(|db| parked_form::put(db, &cx.app.keys, session, &form, cx.now))?;
    }
    Ok(())
}

/// The fields that are kept of a form: none, where nobody has typed or chosen anything.
fn kept(form: &SubmittedForm) -> Vec<(String, String)> {
    let fields: Vec<_> =
        form.shown_again().filter(|(name, _)| !SECRET.contains(&name.as_str())).collect();
    let is_typed = |(name, value): &(String, String)| {
        name != "form_key" && !name.starts_with("version") && !value.trim().is_empty()
    };
    if fields.iter().any(is_typed) { fields } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_codes_and_searches_are_not_kept_nor_is_a_button() {
        let kept = |fields: &[(&str, &str)]| {
            let fields = fields.iter().map(|(name, value)| ((*name).into(), (*value).into()));
            kept(&SubmittedForm::of(fields.collect()))
        };
        assert_eq!(kept(&[("form_token", "t"), ("form_key", "k"), ("version", "3")]), []);
        assert_eq!(kept(&[("form_key", "k"), ("q", "Үлгібаев"), ("password", "secret")]), []);
        let typed = kept(&[("form_token", "t"), ("form_key", "k"), ("surname", "Үлгібаев")]);
        let names: Vec<_> = typed.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["form_key", "surname"]);
    }
}
