//! What waits, sealed, between the reading of a file and its saving: the file, how it was read, and what was said of its rows.

use super::imports::Proposal;
use crate::{
    acts::lists::add_candidates::Import,
    domain::id::{self, Id},
    intake::{
        self, Chosen, Code, Columns, Finding, Refusal,
        review::{Known, Review},
    },
    storage::{self, StorageError, lists::draft::NewDraft},
    web::{
        request::{context::RequestContext, current_user::CurrentUser, error::WebError, form::File},
        squads::proposals::akimat,
    },
};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// How long a file that was read waits for its confirmation.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// A file that was read and is being reviewed.
#[derive(Serialize, Deserialize)]
pub struct Draft {
    /// The squad that the people are for, when it is there already.
    pub squad: Option<String>,
    /// The squad that is proposed with them otherwise.
    pub proposal: Option<Proposal>,
    pub file_name: String,
    file_sha256: String,
    pub tables: Vec<Columns>,
    /// What was found about columns, sheets and the list as a whole.
    pub findings: Vec<Finding>,
    pub review: Review,
    pub chosen: Chosen,
    /// Which version of the draft this is, as the database counts them.
    #[serde(skip)]
    pub version: i32,
}

impl Draft {
    /// A file that has not been read yet.
    pub fn new(file: &File, squad: Option<String>, proposal: Option<Proposal>) -> Self {
        Self {
            squad,
            proposal,
            file_name: file.name.chars().filter(|c| !c.is_control()).take(200).collect(),
            file_sha256: hex::encode(Sha256::digest(&file.content)),
            tables: Vec::new(),
            findings: Vec::new(),
            review: Review::default(),
            chosen: Chosen::default(),
            version: 1,
        }
    }

    /// Reads the file with what was chosen about its columns; what was said about rows stays said. A refused file changes
    /// nothing.
    ///
    /// # Errors
    /// When the machine or the database is at fault.
    pub fn read(&mut self, cx: &RequestContext, me: &CurrentUser, file: &[u8]) -> Result<Result<(), Refusal>, WebError> {
        let read = intake::read_apart(&cx.app.program, file, &self.file_name, &self.chosen);
        let mut report = match read.map_err(|e| WebError::Failed(e.to_string()))? {
            Ok(report) => report,
            Err(refusal) => return Ok(Err(refusal)),
        };
        self.review = std::mem::take(&mut self.review).carried_to(&mut report);
        // Unclear rows are rows of the review: they are asked about there.
        report.findings.retain(|finding| finding.code != Code::RowUnclear);
        (self.tables, self.findings) = (report.tables, report.findings);
        self.know(cx, me)?;
        Ok(Ok(()))
    }

    /// Marks people whom this akimat has in a squad of its own; about people elsewhere there is no sign at all.
    ///
    /// # Errors
    /// Those of the database.
    pub fn know(&mut self, cx: &RequestContext, me: &CurrentUser) -> Result<(), WebError> {
        let akimat = akimat(me)?;
        let iins: Vec<_> = self.review.iins();
        let known = cx.read(|db| -> Result<_, StorageError> { storage::squads::membership::known_to(db, &cx.app.keys, akimat, &iins) })?;
        let mut places = BTreeMap::new();
        for known in known {
            let is_same = self.squad_id() == Some(known.squad);
            let place = places.entry(known.iin).or_insert(Known::District);
            if is_same {
                *place = Known::Squad;
            }
        }
        self.review.know(|iin| places.get(iin).copied());
        Ok(())
    }

    /// Whether there are columns of which only the office can say what they hold.
    pub fn asks_about_columns(&self) -> bool {
        self.tables.iter().flat_map(|table| &table.columns).any(|column| column.holds.is_none())
    }

    /// The squad that is there already.
    pub fn squad_id(&self) -> Option<Id<id::Squad>> {
        self.squad.as_deref().and_then(|id| id.parse().ok())
    }

    /// What saving leaves of the file.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when the hash is none, which we have written ourselves.
    pub fn import(&self, id: Id<id::Draft>) -> Result<Import, WebError> {
        let hash = hex::decode(&self.file_sha256).map_err(|_| WebError::BadRequest)?;
        Ok(Import { draft: id, file_name: self.file_name.clone(), file_sha256: hash })
    }

    /// Keeps it, sealed, for its reader alone.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep(&self, cx: &RequestContext, me: &CurrentUser, akimat: Id<id::Body>, file: &[u8]) -> Result<Id<id::Draft>, WebError> {
        let (id, content) = (Id::new(), self.content()?);
        let new = NewDraft { id, user: me.user.id, akimat, content: &content, file, expires_at: cx.now + PATIENCE };
        cx.write(|db| storage::lists::draft::insert(db, &cx.app.keys, &new, cx.now))?;
        Ok(id)
    }

    /// Keeps what has been said since.
    ///
    /// # Errors
    /// Those of the database, and [`WebError::Stale`] when another window was faster.
    pub fn replace(&mut self, cx: &RequestContext, id: Id<id::Draft>) -> Result<(), WebError> {
        let content = self.content()?;
        let is_kept = cx.write(|db| storage::lists::draft::replace(db, &cx.app.keys, id, self.version, &content))?;
        self.version += 1;
        if is_kept { Ok(()) } else { Err(WebError::Stale { subjects: Vec::new(), back: format!("/imports/{id}") }) }
    }

    fn content(&self) -> Result<Vec<u8>, WebError> {
        serde_json::to_vec(self).map_err(|e| WebError::Failed(e.to_string()))
    }
}

/// The reader's own draft.
///
/// # Errors
/// [`WebError::NotFound`] when there is none, or none of this reader for an akimat of the reader's, or it has expired.
pub fn find(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<(Id<id::Draft>, Draft), WebError> {
    let id: Id<id::Draft> = id.parse().map_err(|_| WebError::NotFound)?;
    let own = (me.user.id, me.scope.akimats.as_slice());
    let found = cx.read(|db| storage::lists::draft::find(db, &cx.app.keys, id, own, cx.now))?;
    let (content, version) = found.ok_or(WebError::NotFound)?;
    let draft: Draft = serde_json::from_slice(&content).map_err(|e| WebError::Failed(e.to_string()))?;
    Ok((id, Draft { version, ..draft }))
}
