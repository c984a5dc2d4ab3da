//! Pages from templates, in the language of their reader.
#![expect(
    clippy::needless_pass_by_value,
    reason = "the template engine hands its arguments over by value"
)]

use crate::{
    domain::{
        id::{self, Id},
        language::Language,
        time::local,
        workflow::Act,
    },
    look::Tone,
    phrases::{self, Arguments},
};
use chrono::{NaiveDate, NaiveDateTime};
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        /// Every template, compiled in.
        pub const TEMPLATES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../templates/", $name)))),+];
    };
}

templates!(
    "components/chart.html",
    "components/filter.html",
    "components/form.html",
    "components/rules.html",
    "components/inbox.html",
    "components/list.html",
    "components/page.html",
    "components/mails.html",
    "components/people.html",
    "components/plans.html",
    "components/record.html",
    "components/status.html",
    "components/timeline.html",
    "emails/letter.html",
    "emails/letter.txt",
    "layouts/page.html",
    "pages/account/account.html",
    "pages/offices/bodies.html",
    "pages/offices/body.html",
    "pages/offices/body_new.html",
    "pages/record/book.html",
    "pages/record/book_printed.html",
    "pages/record/book_results.html",
    "pages/record/notice_letter.html",
    "pages/record/notices.html",
    "pages/plans/assignment.html",
    "pages/plans/days_away.html",
    "pages/plans/my_squad.html",
    "pages/plans/plan.html",
    "pages/plans/plan_new.html",
    "pages/plans/plans.html",
    "pages/plans/result.html",
    "pages/plans/sheet.html",
    "pages/certificates/batch.html",
    "pages/certificates/certificate.html",
    "pages/certificates/check.html",
    "pages/certificates/letter.html",
    "pages/certificates/register.html",
    "pages/certificates/signatory.html",
    "pages/applications/application.html",
    "pages/applications/application_form.html",
    "pages/applications/applications.html",
    "pages/applications/decision_check.html",
    "pages/reports/report.html",
    "pages/reports/report_new.html",
    "pages/reports/reports.html",
    "pages/record/leader_sheet.html",
    "pages/record/member.html",
    "pages/record/off_record.html",
    "pages/record/off_record_check.html",
    "pages/record/wish.html",
    "pages/record/training_new.html",
    "pages/record/trainings.html",
    "pages/lists/candidate.html",
    "pages/lists/copies.html",
    "pages/squads/decision.html",
    "pages/account/code.html",
    "pages/offices/code_shown.html",
    "pages/squads/decision_check.html",
    "pages/squads/decision_new.html",
    "pages/squads/decisions.html",
    "pages/dev/email.html",
    "pages/dev/emails.html",
    "pages/lists/entry.html",
    "pages/error.html",
    "pages/foreign.html",
    "pages/history.html",
    "pages/lists/import.html",
    "pages/lists/import_new.html",
    "pages/inbox.html",
    "pages/audit/journal.html",
    "pages/audit/journal_verified.html",
    "pages/account/link.html",
    "pages/lists/list.html",
    "pages/lists/lists.html",
    "pages/dev/mail.html",
    "pages/dev/mails.html",
    "pages/audit/access_log.html",
    "pages/lists/outcomes.html",
    "pages/lists/returns.html",
    "pages/rules.html",
    "pages/search.html",
    "pages/account/password_reset.html",
    "pages/offices/confirmations.html",
    "pages/offices/people.html",
    "pages/offices/person.html",
    "pages/offices/person_new.html",
    "pages/account/parked.html",
    "pages/account/sign_in.html",
    "pages/squads/squad.html",
    "pages/squads/squad_new.html",
    "pages/squads/squads.html",
    "pages/audit/statistics.html",
    "pages/dev/ui.html",
    "pages/mail/undelivered.html",
    "pages/mail/undelivered_mail.html",
);

/// All templates, checked: an unknown filter, function or component is an error here and not on a page.
///
/// # Errors
/// Names the template, line and fault.
pub fn templates() -> TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html"]);
    tera.register_function("t", t);
    tera.register_function("word", word);
    tera.register_function("act_icon", act_icon);
    tera.register_function("tone", tone);
    tera.register_function("form_key", |_: Kwargs, _: &State<'_>| {
        Id::<id::FormKey>::new().to_string()
    });
    tera.register_filter("in_lang", in_lang);
    tera.register_filter("date", date);
    tera.register_filter("day", day);
    tera.register_filter("moment", moment);
    tera.add_raw_templates(TEMPLATES.iter().copied())?;
    Ok(tera)
}

/// `{{ t(key="inbox-title", n=3) }}`: the phrase of that key; a missing one is an error.
fn t(kwargs: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let mut arguments = Arguments::new();
    for (name, value) in kwargs.iter() {
        match (name.as_str(), value.as_i64(), value.as_str()) {
            (Some("key") | None, ..) => {}
            (Some(name), Some(n), _) => drop(arguments.insert(name.to_owned().into(), n.into())),
            (Some(name), _, Some(text)) => {
                drop(arguments.insert(name.to_owned().into(), text.to_owned().into()));
            }
            _ => {}
        }
    }
    phrase(language(state)?, key, &arguments)
}

/// `{{ word(of="duty", is="akimat_officer") }}`: the phrase of one word of the domain.
fn word(kwargs: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let (of, is) = (kwargs.must_get::<&str>("of")?, kwargs.must_get::<&str>("is")?);
    phrase(language(state)?, &phrases::key_of(of, is), &Arguments::new())
}

/// `{{ tone(of="list", is="sent") }}`: how a state is drawn; its word is always beside it.
fn tone(kwargs: Kwargs, _: &State<'_>) -> TeraResult<&'static str> {
    let (of, is) = (kwargs.must_get::<&str>("of")?, kwargs.must_get::<&str>("is")?);
    Tone::of(of, is)
        .map(Tone::as_str)
        .ok_or_else(|| tera::Error::message(format!("{of} {is} has no tone")))
}

/// `{{ act_icon(act="send_list") }}`: the name of the icon of an act.
fn act_icon(kwargs: Kwargs, _: &State<'_>) -> TeraResult<&'static str> {
    let act = kwargs.must_get::<&str>("act")?;
    act.parse().map(Act::icon).map_err(|_| tera::Error::message(format!("{act} is no act")))
}

fn phrase(language: Language, key: &str, arguments: &Arguments) -> TeraResult<String> {
    phrases::say(language, key, arguments)
        .ok_or_else(|| tera::Error::message(format!("no phrase {key} in {language}")))
}

fn language(state: &State<'_>) -> TeraResult<Language> {
    let lang = state.get::<String>("lang")?.unwrap_or_default();
    lang.parse().map_err(|_| tera::Error::message("the page has no language"))
}

/// `{{ body.name | in_lang }}`: the name as readers of the page's language know it.
fn in_lang(value: Value, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let language = language(state)?;
    let name = value.as_map().and_then(|map| {
        map.iter().find(|(key, _)| key.as_str() == Some(language.as_str())).map(|(_, v)| v.clone())
    });
    name.and_then(|v| v.as_str().map(str::to_owned))
        .ok_or_else(|| tera::Error::message("not a name in three languages"))
}

/// `{{ entry.birth_date | date }}`: 22.11.2026, the same in the three languages.
fn date(value: &str, _: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let date: NaiveDate = value.parse().map_err(|_| tera::Error::message("not a date"))?;
    Ok(date.format("%d.%m.%Y").to_string())
}

/// `{{ handoff.due_at | day }}`: the day of a moment by the calendars of Kazakhstan.
fn day(value: &str, _: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let at: NaiveDateTime = value.parse().map_err(|_| tera::Error::message("not a moment"))?;
    Ok(local(at).format("%d.%m.%Y").to_string())
}

/// `{{ list.created_at | moment }}`: day and minute by the clocks of Kazakhstan.
fn moment(value: &str, _: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let at: NaiveDateTime = value.parse().map_err(|_| tera::Error::message("not a moment"))?;
    Ok(local(at).format("%d.%m.%Y %H:%M").to_string())
}

/// Renders a page.
///
/// # Errors
/// Names the template and the fault.
pub fn render(templates: &Tera, page: &str, context: &Context) -> TeraResult<String> {
    templates.render(page, context)
}
