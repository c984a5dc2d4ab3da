//! An uploaded file of candidates: read, sealed, and kept for its user until the review of its rows ends.

use super::{
    context::RequestContext,
    current_user::CurrentUser,
    error::WebError,
    form::{FieldError, SubmittedForm},
    proposal_form::ProposalForm,
};
use crate::{
    acts::lists::add_candidates::Import,
    domain::id::{self, Id},
    intake::{self, Chosen, Holds, Refusal, checked_row::KnownIn, review::Review},
    storage::{self, lists::draft::NewDraft},
};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long a draft waits for its review.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// The squad that the candidates of a file are for.
#[derive(Serialize, Deserialize)]
pub enum Target {
    Squad(Id<id::Squad>),
    /// A squad that is proposed together with its candidates.
    Proposal(ProposalForm),
}

/// The choice of an office for one column of one table.
#[derive(Clone, Copy, Debug)]
pub struct ColumnChoice {
    pub table: usize,
    pub place: u32,
    pub holds: Holds,
}

/// A file under review.
#[derive(Serialize, Deserialize)]
pub struct Draft {
    pub id: Id<id::Draft>,
    pub target: Target,
    pub file_name: String,
    file_sha256: Vec<u8>,
    pub review: Review,
    /// The choices of the office about columns.
    chosen: Chosen,
    /// The version that the database counts, which is no part of the sealed content.
    #[serde(skip)]
    pub version: i32,
}

impl Draft {
    /// A draft for samples of pages.
    #[must_use]
    pub fn sample(target: Target, review: Review) -> Self {
        let (file_name, file_sha256) = ("үміткерлер.csv".to_owned(), Vec::new());
        Self {
            id: Id::new(),
            target,
            file_name,
            file_sha256,
            review,
            chosen: Chosen::default(),
            version: 1,
        }
    }

    /// Reads the file of a form and keeps it with its report. An unreadable file is a fault of the field.
    ///
    /// # Errors
    /// [`WebError::Denied`] when the user acts for no akimat, those of the database, and [`WebError::Failed`] when the sandboxed
    /// process can't be run.
    pub fn create(
        cx: &RequestContext,
        me: &CurrentUser,
        form: &SubmittedForm,
        target: Target,
    ) -> Result<Result<Id<id::Draft>, FieldError>, WebError> {
        let akimat = me.akimat()?;
        let fault = |code: &str| {
            Ok(Err(FieldError { field: "file".into(), code: code.to_owned(), detail: None }))
        };
        if form.is_too_large {
            return fault("file-too-large");
        }
        let Some(file) = form.file("file") else { return fault("file-missing") };
        let mut draft = Self {
            id: Id::new(),
            target,
            file_name: file.short_name(),
            file_sha256: file.sha256().to_vec(),
            review: Review::default(),
            chosen: Chosen::default(),
            version: 1,
        };
        let content = file.read()?;
        if let Err(refusal) = draft.read(cx, me, &content)? {
            return fault(&refusal_code(refusal));
        }
        draft.insert(cx, me, akimat, &content)?;
        Ok(Ok(draft.id))
    }

    /// The user's own draft.
    ///
    /// # Errors
    /// [`WebError::NotFound`] when the user has no such draft for an akimat of the user's, or it has expired.
    pub fn find(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<Self, WebError> {
        let id: Id<id::Draft> = id.parse().map_err(|_| WebError::NotFound)?;
        let own = (me.user.id, me.scope.akimats.as_slice());
        let found = cx.read(|db| storage::lists::draft::find(db, &cx.app.keys, id, own, cx.now))?;
        let (content, version) = found.ok_or(WebError::NotFound)?;
        let draft: Self =
            serde_json::from_slice(&content).map_err(|e| WebError::Failed(e.to_string()))?;
        Ok(Self { version, ..draft })
    }

    /// Notes the choices about columns and reads the file again. Whoever confirms the columns says of the unknown ones that they
    /// hold nothing needed. `None` if no choice differs; a refused file leaves the draft as it was.
    ///
    /// # Errors
    /// Those of the database, and [`WebError::Failed`] when the sandboxed process can't be run.
    pub fn read_as(
        &mut self,
        cx: &RequestContext,
        me: &CurrentUser,
        columns: &[ColumnChoice],
        is_confirmed: bool,
    ) -> Result<Option<Result<(), Refusal>>, WebError> {
        let before = self.chosen.clone();
        if !self.choose(columns, is_confirmed) {
            return Ok(None);
        }
        let file = cx.read(|db| storage::lists::draft::file(db, &cx.app.keys, self.id))?;
        let read = self.read(cx, me, &file)?;
        if read.is_err() {
            self.chosen = before;
        }
        Ok(Some(read))
    }

    fn choose(&mut self, columns: &[ColumnChoice], is_confirmed: bool) -> bool {
        let mut is_changed = false;
        for choice in columns {
            let Some(table) = self.review.tables.get(choice.table) else { continue };
            let Some(column) = table.columns.iter().find(|column| column.place == choice.place)
            else {
                continue;
            };
            let is_said = is_confirmed || choice.holds != Holds::Nothing || column.holds.is_some();
            if is_said && column.holds != Some(choice.holds) {
                self.chosen.choose(table, choice.place, choice.holds);
                is_changed = true;
            }
        }
        is_changed
    }

    fn read(
        &mut self,
        cx: &RequestContext,
        me: &CurrentUser,
        file: &[u8],
    ) -> Result<Result<(), Refusal>, WebError> {
        let read = intake::read_apart(&cx.app.program, file, &self.file_name, &self.chosen);
        match read.map_err(|e| WebError::Failed(e.to_string()))? {
            Ok(report) => self.review = Review::of(report).with_input_of(&self.review),
            Err(refusal) => return Ok(Err(refusal)),
        }
        self.mark_known(cx, me)?;
        Ok(Ok(()))
    }

    /// Marks people who are members of the akimat's own squads; members of other akimats' squads get no mark.
    ///
    /// # Errors
    /// Those of the database.
    pub fn mark_known(&mut self, cx: &RequestContext, me: &CurrentUser) -> Result<(), WebError> {
        let (akimat, iins) = (me.akimat()?, self.review.iins());
        let members =
            cx.read(|db| storage::squads::membership::known_to(db, &cx.app.keys, akimat, &iins))?;
        let mut known = BTreeMap::new();
        for member in members {
            let known_in = known.entry(member.iin).or_insert(KnownIn::District);
            if matches!(self.target, Target::Squad(squad) if squad == member.squad) {
                *known_in = KnownIn::Squad;
            }
        }
        self.review.mark_known(|iin| known.get(iin).copied());
        Ok(())
    }

    /// The record of the file that saving leaves.
    #[must_use]
    pub fn import(&self) -> Import {
        Import {
            draft: self.id,
            file_name: self.file_name.clone(),
            file_sha256: self.file_sha256.clone(),
        }
    }

    fn insert(
        &self,
        cx: &RequestContext,
        me: &CurrentUser,
        akimat: Id<id::Body>,
        file: &[u8],
    ) -> Result<(), WebError> {
        let content = self.content()?;
        let expires_at = cx.now + PATIENCE;
        let new =
            NewDraft { id: self.id, user: me.user.id, akimat, content: &content, file, expires_at };
        cx.write(|db| storage::lists::draft::insert(db, &cx.app.keys, &new, cx.now))
    }

    /// Keeps the draft as it is now.
    ///
    /// # Errors
    /// Those of the database, and [`WebError::Stale`] when another window was faster.
    pub fn replace(&mut self, cx: &RequestContext) -> Result<(), WebError> {
        let content = self.content()?;
        let is_kept = cx.write(|db| {
            storage::lists::draft::replace(db, &cx.app.keys, self.id, self.version, &content)
        })?;
        self.version += 1;
        if is_kept {
            Ok(())
        } else {
            Err(WebError::Stale { subjects: Vec::new(), back: format!("/imports/{}", self.id) })
        }
    }

    fn content(&self) -> Result<Vec<u8>, WebError> {
        serde_json::to_vec(self).map_err(|e| WebError::Failed(e.to_string()))
    }
}

/// The code of the fault that a form shows for a refused file.
#[must_use]
pub fn refusal_code(refusal: Refusal) -> String {
    format!("refusal-{}", refusal.code()).replace('_', "-")
}
