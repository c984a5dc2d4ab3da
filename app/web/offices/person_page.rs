//! The page of one person: account, duties, and the forms that change them.

use super::grants::{self, GrantChoices};
use crate::{
    domain::{
        account::AccountState,
        address,
        id::{self, Id},
        language::Language,
        time::Instant,
    },
    storage::{self, offices::people::Person},
    web::{
        pages::{
            Page, Sample,
            duty::DutyView,
            recent_mail::{self, RecentMail},
        },
        request::{context::RequestContext, current_user::CurrentUser, error::WebError},
    },
};
use serde::Serialize;

/// A person with the duties that the user may see.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    pub id: Id<id::User>,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub state: AccountState,
    pub created_at: Instant,
    pub duties: Vec<DutyView>,
}

impl PersonView {
    /// The person at that moment.
    pub fn of(person: &Person, now: Instant) -> Self {
        Self {
            id: person.user.id,
            name: person.user.name.clone(),
            email: address::shown(person.user.address()),
            language: person.user.language,
            state: person.state(),
            created_at: person.user.created_at,
            duties: person.duties.iter().map(|duty| DutyView::of(duty, now)).collect(),
        }
    }

    /// Somebody who works, somebody who was invited, somebody who is shut out.
    pub fn samples() -> Vec<Self> {
        let person = |state, duties| Self {
            id: Id::default(),
            name: "Мысалова Гүлнар".into(),
            email: "mysalova@ulgi.invalid".into(),
            language: Language::Kk,
            state,
            created_at: Instant::default(),
            duties,
        };
        vec![
            person(AccountState::Active, DutyView::samples()),
            person(AccountState::Invited, DutyView::samples().into_iter().take(1).collect()),
            person(AccountState::Disabled, Vec::new()),
        ]
    }
}

/// The page.
#[derive(Serialize)]
pub struct PersonPage {
    person: PersonView,
    /// Whether the account is this administration's alone.
    is_ours: bool,
    is_me: bool,
    choices: GrantChoices,
    /// The last mails under the duties that the user may see.
    mails: Vec<RecentMail>,
    done: Option<&'static str>,
}

impl Page for PersonPage {
    fn template(&self) -> &'static str {
        "pages/offices/person.html"
    }
}

impl Sample for PersonPage {
    fn samples() -> Vec<Self> {
        let page = |person, is_ours, is_me, done| Self {
            person,
            is_ours,
            is_me,
            choices: GrantChoices::sample(),
            mails: if is_ours { RecentMail::samples() } else { Vec::new() },
            done,
        };
        let kinds =
            [(true, false, Some("duty")), (false, false, None), (true, false, Some("disabled"))];
        let others = PersonView::samples()
            .into_iter()
            .zip(kinds)
            .map(|(person, (is_ours, is_me, done))| page(person, is_ours, is_me, done));
        let me =
            PersonView::samples().into_iter().take(1).map(|person| page(person, true, true, None));
        others.chain(me).collect()
    }
}

/// Reads the page; forms on it that were refused show it again.
pub fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::User>,
    done: Option<&'static str>,
) -> Result<PersonPage, WebError> {
    let bodies: Vec<Id<id::Body>> =
        cx.directory.administered(&me.scope).iter().map(|body| body.id).collect();
    let (found, mails) = cx.read(|db| {
        Ok((
            storage::offices::person_page::read(db, &bodies, id, cx.now)?,
            storage::mail::fate::latest_to_user(db, id, &bodies, recent_mail::SHOWN)?,
        ))
    })?;
    let found = found.ok_or(WebError::NotFound)?;
    Ok(PersonPage {
        person: PersonView::of(&found.person, cx.now),
        is_ours: found.is_ours,
        is_me: id == me.user.id,
        choices: grants::choices(cx, me)?,
        mails: mails.into_iter().map(RecentMail::from).collect(),
        done,
    })
}
