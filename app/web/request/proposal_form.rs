//! The form of a proposed squad, kept with the file of its candidates while an office reviews them.

use super::{current_user::CurrentUser, error::WebError, form::SubmittedForm};
use crate::{
    acts::{lists::add_candidates::Import, squads::propose_squad::ProposeSquad},
    domain::{
        id::{self, Id},
        language::Named,
        person::Particulars,
    },
};
use serde::{Deserialize, Serialize};

/// The fields of a proposal, which may wait for the review of its file.
#[derive(Clone, Serialize, Deserialize)]
pub struct ProposalForm {
    id: Id<id::Squad>,
    akimat: Id<id::Body>,
    name_kk: String,
    name_ru: String,
    area: String,
    unit: Option<Id<id::Body>>,
}

impl ProposalForm {
    /// Reads the form of a user who acts for an akimat.
    ///
    /// # Errors
    /// [`WebError::Denied`] when the user acts for none, [`WebError::BadRequest`] when the unit is no id.
    pub fn parse(form: &SubmittedForm, me: &CurrentUser) -> Result<Self, WebError> {
        Ok(Self {
            id: Id::new(),
            akimat: me.akimat()?,
            name_kk: form.text("name_kk").to_owned(),
            name_ru: form.text("name_ru").to_owned(),
            area: form.text("area").to_owned(),
            unit: form.id("unit")?,
        })
    }

    /// A proposal for samples of pages.
    #[must_use]
    pub fn sample() -> Self {
        let (name_kk, name_ru, area) =
            ("Үлгі жасағы".to_owned(), "Отряд Улги".to_owned(), "Үлгі ауылы".to_owned());
        Self { id: Id::new(), akimat: Id::new(), name_kk, name_ru, area, unit: None }
    }

    /// The act that the form asks for.
    #[must_use]
    pub fn command(&self, candidates: Vec<Particulars>, import: Option<Import>) -> ProposeSquad {
        ProposeSquad {
            id: self.id,
            akimat: self.akimat,
            name_kk: self.name_kk.clone(),
            name_ru: self.name_ru.clone(),
            area: self.area.clone(),
            unit: self.unit,
            candidates,
            import,
        }
    }

    /// The proposed name; English readers see the Kazakh one.
    #[must_use]
    pub fn name(&self) -> Named {
        Named { kk: self.name_kk.clone(), ru: self.name_ru.clone(), en: self.name_kk.clone() }
    }
}
