//! A file of candidates: read, shown row by row, corrected and confirmed; nothing is saved before.

use super::{candidates, proposals::akimat};
use crate::{
    acts::{
        add_candidates::{AddCandidates, Import},
        propose_squad::ProposeSquad,
    },
    domain::{id::Id, iin, person::Particulars, workflow::Act},
    intake::{self, Level, Report, Row},
    storage::{self, StorageError, membership::Known},
    web::{
        answer::Answer,
        error::{WebError, faults_of},
        posted::{Posted, Shown, shown},
        visit::{Call, Reader, Visit, button},
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// How long a file that was read waits for its confirmation.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// The words of a proposal that waits, with its file, for confirmation.
#[derive(Clone, Serialize, Deserialize)]
pub struct Proposal {
    pub id: String,
    pub akimat: String,
    pub name_kk: String,
    pub name_ru: String,
    pub area: String,
    pub unit: String,
}

impl Proposal {
    /// The act that these words ask for; `None` when the ids are none.
    pub fn verb(&self, candidates: Vec<Particulars>, import: Option<Import>) -> Option<ProposeSquad> {
        Some(ProposeSquad {
            id: self.id.parse().ok()?,
            akimat: self.akimat.parse().ok()?,
            name_kk: self.name_kk.clone(),
            name_ru: self.name_ru.clone(),
            area: self.area.clone(),
            unit: self.unit.parse().ok(),
            candidates,
            import,
        })
    }
}

/// What is kept, sealed, between the report and its confirmation.
#[derive(Serialize, Deserialize)]
struct Draft {
    squad: Option<String>,
    proposal: Option<Proposal>,
    file_name: String,
    file_sha256: String,
    report: Report,
}

/// The table that offices may start from.
pub async fn template(call: Call) -> HttpResponse {
    call.signed(|_, _| {
        let content = intake::template::template().map_err(|e| WebError::Failed(e.to_string()))?;
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
        Ok(Answer::File { media_type, content, name: Some(intake::template::FILE_NAME) })
    })
    .await
}

/// The form for a file of candidates of a squad that is there.
pub async fn new(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let content = about(visit, reader, &id)?;
        visit.form("pages/import_new.html", content)
    })
    .await
}

/// Reads the file and keeps what was read.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.reading(posted, move |visit, reader, posted| {
        let content = about(visit, reader, &id)?;
        match keep(visit, reader, posted, akimat(reader)?, Some(id.to_string()), None)? {
            Ok(draft) => Ok(Answer::See(format!("/imports/{draft}"))),
            Err(error) => visit.again("pages/import_new.html", content, posted, &[error]),
        }
    })
    .await
}

fn about(visit: &Visit, reader: &Reader, id: &str) -> Result<Value, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let squad = visit.read(|db| storage::squad::find(db, &reader.scope, id))?.ok_or(WebError::NotFound)?;
    let add = button(reader, Act::AddCandidates, &squad.case(), &[]);
    Ok(json!({ "squad": crate::web::squads::words(&squad), "add": add }))
}

/// Reads the posted file and keeps the report as a sealed draft; a file that can't be read is a fault of its field.
pub fn keep(
    visit: &Visit,
    reader: &Reader,
    posted: &Posted,
    akimat: Id,
    squad: Option<String>,
    proposal: Option<Proposal>,
) -> Result<Result<Id, Shown>, WebError> {
    let fault = |code: &str| Ok(Err(Shown { field: "file".into(), code: code.to_owned() }));
    if posted.is_too_large {
        return fault("file-too-large");
    }
    let Some(file) = posted.file("file") else { return fault("file-missing") };
    let name: String = file.name.chars().filter(|c| !c.is_control()).take(200).collect();
    let read = intake::read_apart(&visit.house.program, &file.content, &name).map_err(|e| WebError::Failed(e.to_string()))?;
    let report = match read {
        Ok(report) => report,
        Err(refusal) => return fault(&format!("refusal-{}", refusal.code()).replace('_', "-")),
    };
    let draft = Draft { squad, proposal, file_name: name, file_sha256: hex::encode(Sha256::digest(&file.content)), report };
    let content = serde_json::to_vec(&draft).map_err(|e| WebError::Failed(e.to_string()))?;
    let id = Id::new();
    let (keys, now) = (&visit.house.keys, visit.now);
    visit.house.store.write(|db| storage::draft::insert(db, keys, id, reader.user.id, akimat, &content, now, now + PATIENCE))?;
    Ok(Ok(id))
}

/// The report.
pub async fn show(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let (_, draft) = find(visit, reader, &id)?;
        let content = report(visit, reader, &id, &draft, None)?;
        visit.page("pages/import.html", StatusCode::OK, &content)
    })
    .await
}

/// Saves the rows that are ticked, with what was corrected in them, all or nothing.
pub async fn update(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let (draft_id, draft) = find(visit, reader, &id)?;
        let again = |errors: &[Shown]| visit.again("pages/import.html", report(visit, reader, &id, &draft, Some(posted))?, posted, errors);
        let candidates = match chosen(&draft.report, posted) {
            Ok(candidates) => candidates,
            Err(errors) => return again(&errors),
        };
        let hash = hex::decode(&draft.file_sha256).map_err(|_| WebError::BadRequest)?;
        let import = Import { draft: draft_id, file_name: draft.file_name.clone(), file_sha256: hash };
        if let Some(proposal) = &draft.proposal {
            let verb = proposal.verb(candidates, Some(import)).ok_or(WebError::BadRequest)?;
            return match visit.act(reader, posted, &verb) {
                Ok(done) => Ok(Answer::See(format!("/squads/{}", done.result))),
                Err(refusal) => again(&shown(&faults_of(refusal, "/squads")?)),
            };
        }
        let squad: Id = draft.squad.as_deref().and_then(|id| id.parse().ok()).ok_or(WebError::BadRequest)?;
        match visit.act(reader, posted, &AddCandidates { squad, candidates, import: Some(import) }) {
            Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
            Err(refusal) => again(&shown(&faults_of(refusal, &format!("/squads/{squad}"))?)),
        }
    })
    .await
}

fn find(visit: &Visit, reader: &Reader, id: &str) -> Result<(Id, Draft), WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let content = visit.read(|db| storage::draft::find(db, &visit.house.keys, id, reader.user.id, visit.now))?.ok_or(WebError::NotFound)?;
    Ok((id, serde_json::from_slice(&content).map_err(|e| WebError::Failed(e.to_string()))?))
}

/// The report as the page shows it: each row with its findings, ticked where it can be saved as it is.
fn report(visit: &Visit, reader: &Reader, id: &str, draft: &Draft, posted: Option<&Posted>) -> Result<Value, WebError> {
    let known = known(visit, reader, &draft.report)?;
    let ticked: BTreeSet<&str> = posted.map(|p| p.all("row").collect()).unwrap_or_default();
    let squad = draft.squad.as_deref().and_then(|id| id.parse::<Id>().ok());
    let rows: Vec<Value> = draft
        .report
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let in_squad = row.iin.as_ref().and_then(|iin| known.iter().find(|k| k.iin == *iin)).map(|k| Some(k.squad) == squad);
            let is_ready = row.level() < Level::Ask && row.skipped.is_none() && in_squad != Some(true);
            let index = index.to_string();
            json!({
                "index": index,
                "row": row.row,
                "number": row.number,
                "surname": row.surname,
                "given_name": row.given_name,
                "patronymic": row.patronymic,
                "iin": row.iin.as_ref().map(iin::Iin::expose),
                "birth_date": row.birth_date,
                "document_number": row.document_number,
                "phone": row.phone,
                "proposed_leader": row.proposed_leader,
                "level": row.level().as_str(),
                "findings": row.findings.iter().map(finding).collect::<Vec<_>>(),
                "known": in_squad.map(|same| if same { "squad" } else { "district" }),
                "is_ticked": if posted.is_some() { ticked.contains(index.as_str()) } else { is_ready },
                "typed_iin": posted.map(|p| p.text(&format!("iin-{index}")).to_owned()),
            })
        })
        .collect();
    let count = |level: Level| draft.report.rows.iter().filter(|r| r.level() == level).count();
    Ok(json!({
        "id": id,
        "file_name": draft.file_name,
        "proposal": draft.proposal,
        "squad": draft.squad,
        "rows": rows,
        "findings": draft.report.findings.iter().map(finding).collect::<Vec<_>>(),
        "levels": Level::ALL.iter().map(|l| json!({ "level": l.as_str(), "count": count(*l) })).filter(|l| l["count"] != 0).collect::<Vec<_>>(),
        "errors": [],
    }))
}

fn finding(finding: &intake::Finding) -> Value {
    json!({ "level": finding.level().as_str(), "code": finding.code.code(), "detail": finding.detail })
}

/// People whom this akimat has in a squad of its own; about people elsewhere there is no sign at all.
fn known(visit: &Visit, reader: &Reader, report: &Report) -> Result<Vec<Known>, WebError> {
    let akimat = akimat(reader)?;
    let iins: Vec<_> = report.rows.iter().filter_map(|row| row.iin.clone()).collect();
    visit.read(|db| -> Result<_, StorageError> { storage::membership::known_to(db, &visit.house.keys, akimat, &iins) })
}

/// The ticked rows as candidates; every row that can't be one is a fault of its own.
fn chosen(report: &Report, posted: &Posted) -> Result<Vec<Particulars>, Vec<Shown>> {
    let (mut candidates, mut errors, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for index in posted.all("row") {
        let Some(row) = index.parse::<usize>().ok().and_then(|i| report.rows.get(i)) else { continue };
        let mut fault = |code: &str| errors.push(Shown { field: format!("iin-{index}"), code: code.to_owned() });
        match candidate(row, posted.text(&format!("iin-{index}"))) {
            Err(code) => fault(code),
            Ok(candidate) if !seen.insert(candidate.iin.expose().to_owned()) => fault("row-duplicate"),
            Ok(candidate) => candidates.push(candidate),
        }
    }
    if errors.is_empty() { Ok(candidates) } else { Err(errors) }
}

fn candidate(row: &Row, typed_iin: &str) -> Result<Particulars, &'static str> {
    let iin = match (&row.iin, typed_iin) {
        (_, typed) if !typed.is_empty() => iin::Reading::of_text(typed).map_err(|_| "row-iin")?.iin,
        (Some(iin), _) => iin.clone(),
        (None, _) => return Err("row-iin"),
    };
    candidates::particulars(row, iin)
}
