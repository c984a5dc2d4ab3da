//! What stands round every page: who is signed in, the menu with its numbers, the language.

use super::Page;
use crate::{
    acts::{Command, Done, Fault, Refusal},
    config::Environment,
    domain::{
        body::DutyKind,
        caller::Caller,
        language::{Language, Named},
        time::Instant,
    },
    templates,
    web::request::{
        context::RequestContext,
        current_user::CurrentUser,
        error::{WebError, faults_of},
        form::{FieldError, SubmittedForm, field_errors},
        reply::Reply,
    },
};
use actix_web::http::StatusCode;
use serde::Serialize;
use std::collections::BTreeMap;
use tera::{Context, TeraResult};

#[expect(clippy::struct_excessive_bools, reason = "the menu asks each by name")]
/// Who is signed in, and which parts of the product they have business in.
#[derive(Serialize)]
struct SignedIn<'a> {
    name: &'a str,
    duties: Vec<HeldDuty<'a>>,
    has_cases: bool,
    akimat: bool,
    council: bool,
    territory: bool,
    unit: bool,
    head: bool,
    auditor: bool,
    administrator: bool,
    /// The account of a squad leader, which opens the leader's pages only.
    leader: bool,
    waiting: usize,
    undelivered: usize,
    /// Duties for which nobody but their granter stands yet.
    unconfirmed: Vec<HeldDuty<'a>>,
}

#[derive(Serialize)]
struct HeldDuty<'a> {
    kind: DutyKind,
    body: &'a Named,
}

impl<'a> SignedIn<'a> {
    fn of(cx: &'a RequestContext, me: &'a CurrentUser) -> Self {
        let badges = cx.read_badges();
        let held = |h: &crate::domain::permissions::Holding| {
            cx.directory.name(h.body).map(|body| HeldDuty { kind: h.kind, body })
        };
        Self {
            name: &me.user.name,
            duties: me.holdings.iter().filter_map(held).collect(),
            has_cases: !me.scope.bodies().is_empty(),
            akimat: me.has(DutyKind::AkimatOfficer),
            council: me.has(DutyKind::CouncilSecretary),
            territory: me.has(DutyKind::VettingOfficer) || me.has(DutyKind::Head),
            unit: me.has(DutyKind::UnitRepresentative),
            head: me.has(DutyKind::Head),
            auditor: me.has(DutyKind::Auditor),
            administrator: me.has(DutyKind::Administrator),
            leader: me.user.login.is_some(),
            waiting: badges.waiting,
            undelivered: badges.undelivered,
            unconfirmed: me
                .holdings
                .iter()
                .filter(|held| !held.is_confirmed)
                .filter_map(held)
                .collect(),
        }
    }
}

/// The context of a page that nobody asked for: an administrator's and everybody else's menu, a form with nothing in it.
///
/// # Errors
/// When the page can't be serialised.
pub fn sample(language: Language, page: &impl Page) -> TeraResult<Context> {
    let body =
        Named { kk: "Үлгі".to_owned(), ru: "Улги".to_owned(), en: "Ulgi".to_owned() };
    let me = SignedIn {
        name: "Үлгіев Ү.",
        duties: vec![HeldDuty { kind: DutyKind::AkimatOfficer, body: &body }],
        has_cases: true,
        akimat: true,
        council: true,
        territory: true,
        unit: true,
        head: true,
        auditor: true,
        administrator: true,
        leader: false,
        waiting: 3,
        undelivered: 1,
        unconfirmed: vec![HeldDuty { kind: DutyKind::AkimatOfficer, body: &body }],
    };
    let values = page.values();
    let values: BTreeMap<&str, &str> =
        values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut context = Context::from_serialize(page)?;
    context.insert("lang", language.as_str());
    context.insert("path", "/");
    context.insert("today", "2026-11-22");
    context.insert("is_development", &true);
    context.insert("asset", &crate::web::assets::paths());
    context.insert("typed", &values);
    context.insert("errors", &Vec::<FieldError>::new());
    context.insert("theme", "system");
    context.insert("mail_waits", &None::<Instant>);
    context.insert("form_token", "token");
    context.insert("repeated", &true);
    context.insert("me", &me);
    Ok(context)
}

/// Values and faults of the form on a page.
pub type FormState<'a> = (BTreeMap<String, String>, &'a [FieldError]);

/// Renders a page with what every page needs.
///
/// # Errors
/// When the template is at fault.
pub fn render(
    cx: &RequestContext,
    status: StatusCode,
    page: &impl Page,
    form: Option<FormState<'_>>,
) -> Result<Reply, WebError> {
    let mut context = Context::from_serialize(page)?;
    context.insert("lang", cx.language.as_str());
    context.insert("path", &cx.path);
    context.insert("today", &crate::domain::time::today(cx.now));
    context.insert("is_development", &(cx.app.settings.environment == Environment::Development));
    context.insert("asset", &crate::web::assets::paths());
    if let Some((values, errors)) = form {
        if !(values.is_empty() && context.contains_key("typed")) {
            context.insert("typed", &values);
        }
        context.insert("errors", errors);
    }
    if let Some(me) = &cx.me {
        context.insert("theme", &me.user.theme);
        context.insert("mail_waits", &me.mail_waits_since);
        context.insert("form_token", &me.form_token);
    }
    context.insert("repeated", &cx.is_result_of_repeated());
    context.insert("me", &cx.me.as_ref().map(|me| SignedIn::of(cx, me)));
    Ok(Reply::Page(status, templates::render(&cx.app.templates, page.template(), &context)?))
}

impl RequestContext {
    /// A page with that status.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn page(&self, status: StatusCode, page: &impl Page) -> Result<Reply, WebError> {
        render(self, status, page, None)
    }

    /// A page with status 200.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn show(&self, page: &impl Page) -> Result<Reply, WebError> {
        self.page(StatusCode::OK, page)
    }

    /// The form for the first time: with the values that the page gives it, and without faults.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn first_form(&self, page: &impl Page) -> Result<Reply, WebError> {
        let values =
            page.values().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        render(self, StatusCode::OK, page, Some((values, &[])))
    }

    /// The form again as its reader left it: nothing was asked of it.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn form_again(&self, page: &impl Page, form: &SubmittedForm) -> Result<Reply, WebError> {
        render(self, StatusCode::OK, page, Some((form.values(), &form.shown_errors())))
    }

    /// A form on a page that asks for one act: it is shown again where its reader asks for that, before anything of it is read;
    /// else the act is carried out and answered.
    ///
    /// # Errors
    /// Those of reading the form and of [`Self::answer`].
    pub fn submit<C: Command<Error: Fault>>(
        &self,
        caller: Caller,
        page: &impl Page,
        form: &SubmittedForm,
        back: &str,
        command: impl FnOnce() -> Result<C, WebError>,
    ) -> Result<Reply, WebError> {
        if self.is_shown_again {
            return self.form_again(page, form);
        }
        self.answer(page, form, back, self.act_as(caller, form, &command()?))
    }

    /// After an act that a form on a page asked for: on to `back`, or the page again with what is wrong.
    ///
    /// # Errors
    /// Those of [`faults_of`], and when the template is at fault.
    pub fn answer<N, E: Fault>(
        &self,
        page: &impl Page,
        form: &SubmittedForm,
        back: &str,
        done: Result<Done<N>, Refusal<E>>,
    ) -> Result<Reply, WebError> {
        match done {
            Ok(_) => Ok(Reply::Redirect(back.to_owned())),
            Err(refusal) => self.rerender(page, form, &field_errors(&faults_of(refusal, back)?)),
        }
    }

    /// The form again, with what was typed and what is wrong with it.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn rerender(
        &self,
        page: &impl Page,
        form: &SubmittedForm,
        errors: &[FieldError],
    ) -> Result<Reply, WebError> {
        if self.is_shown_again || errors.is_empty() {
            return self.form_again(page, form);
        }
        let errors: Vec<FieldError> =
            errors.iter().map(|error| form.with_letter(error.clone())).collect();
        render(self, StatusCode::UNPROCESSABLE_ENTITY, page, Some((form.values(), &errors)))
    }
}
