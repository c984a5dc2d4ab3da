//! The page of the form for one person: somebody new, or an entry to be corrected.

use crate::{
    domain::{
        id::{self, Id},
        language::Language,
        member_list::ReturnCode,
        person::Particulars,
        workflow::Act,
    },
    storage::{lists::correctable_entry::CorrectableEntry, squads::squad::Squad},
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            person_form,
            squad_link::SquadLink,
        },
        request::current_user::CurrentUser,
    },
};
use serde::Serialize;

/// The form for one person.
#[derive(Serialize)]
pub struct CandidatePage {
    action: String,
    path_here: String,
    back: String,
    squad: SquadLink,
    button: Button,
    languages: &'static [Language],
    /// The entry to be corrected; `None` for somebody new.
    entry: Option<CorrectedEntry>,
    #[serde(skip)]
    person: Option<Particulars>,
}

/// An entry that the form corrects.
#[derive(Serialize)]
struct CorrectedEntry {
    name: String,
    version: i32,
    return_code: Option<ReturnCode>,
}

impl Page for CandidatePage {
    fn template(&self) -> &'static str {
        "pages/lists/candidate.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.person.as_ref().map(person_form::values).unwrap_or_default()
    }
}

impl CandidatePage {
    /// The empty form.
    #[must_use]
    pub fn of_squad(me: &CurrentUser, squad: &Squad) -> Self {
        Self {
            action: format!("/squads/{}/candidates", squad.id),
            path_here: format!("/squads/{}/candidates/new", squad.id),
            back: format!("/squads/{}", squad.id),
            squad: SquadLink::from(squad),
            button: button(me, Act::AddCandidates, &squad.case(), &[]),
            languages: Language::ALL,
            entry: None,
            person: None,
        }
    }

    /// The form with the particulars of an entry.
    #[must_use]
    pub fn of_entry(
        me: &CurrentUser,
        CorrectableEntry { entry, list, particulars }: CorrectableEntry,
    ) -> Self {
        Self {
            action: format!("/entries/{}", entry.id),
            path_here: format!("/entries/{}/edit", entry.id),
            back: format!("/entries/{}", entry.id),
            squad: SquadLink::from(&list.squad),
            button: button(me, Act::CorrectCandidate, &list.case(), &[]),
            languages: Language::ALL,
            entry: Some(CorrectedEntry {
                name: entry.full_name(),
                version: entry.version,
                return_code: entry.return_code,
            }),
            person: Some(particulars),
        }
    }
}

impl Sample for CandidatePage {
    fn samples() -> Vec<Self> {
        let id = Id::<id::ListEntry>::new();
        let new = |button| Self {
            action: "/squads/0/candidates".to_owned(),
            path_here: "/squads/0/candidates/new".to_owned(),
            back: "/squads/0".to_owned(),
            squad: SquadLink::sample(),
            button,
            languages: Language::ALL,
            entry: None,
            person: None,
        };
        let entry = CorrectedEntry {
            name: "Үлгібаев Нұрлан".to_owned(),
            version: 2,
            return_code: Some(ReturnCode::NumberDiffers),
        };
        let corrected = Self {
            action: format!("/entries/{id}"),
            entry: Some(entry),
            ..new(Button::sample_ready())
        };
        vec![new(Button::sample_ready()), new(Button::sample_waiting()), corrected]
    }
}
