//! The report on a file: its columns are confirmed, its questions answered, its cells corrected in place; then all is saved or
//! nothing.
//!
//! The page is one form. Whatever button is pressed, what stands in its fields is kept first, so that nothing typed is lost.

use super::{
    candidates,
    drafts::{self, Draft},
    imports::Proposal,
};
use crate::{
    acts::lists::add_candidates::{AddCandidates, Import},
    domain::{
        id::{self, Id},
        person::Particulars,
        workflow::Act,
    },
    intake::{
        Code, Field, Finding, Holds,
        remedy::Remedy,
        review::{ANSWERS, CELLS, Said, Standing, is_answerable, shown as written},
    },
    storage,
    web::{
        pages::Loose,
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            permit::Permit,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Rows on one page.
const PAGE: usize = 100;

/// Which part of the report is looked at: places on pages and rows only.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct View {
    #[serde(default)]
    page: usize,
    #[serde(default)]
    show: Show,
    /// The row whose cells are all open for typing.
    edit: Option<usize>,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Show {
    #[default]
    All,
    /// Those that somebody has to correct, answer or leave out.
    Open,
    LeftOut,
}

impl Show {
    const ALL: [Self; 3] = [Self::All, Self::Open, Self::LeftOut];

    const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::LeftOut => "left_out",
        }
    }

    fn holds(self, standing: &Standing) -> bool {
        match self {
            Self::All => true,
            Self::Open => standing.is_open(),
            Self::LeftOut => standing.is_left_out,
        }
    }
}

/// What a button of the form asks for, once what stands in its fields is kept.
#[derive(Clone, Copy, Debug)]
enum Wish {
    See(View),
    /// The columns are right as they are chosen now.
    Confirm,
    /// Leave out every row that still asks something.
    LeaveOutOpen,
    Save,
}

impl Wish {
    /// Reads the button's value: `see`, `page:2`, `edit:14`, `show:open` …
    fn of(form: &SubmittedForm) -> Result<Self, WebError> {
        let here = here(form)?;
        let (word, rest) = form.text("do").split_once(':').unwrap_or((form.text("do"), ""));
        Ok(match word {
            "save" => Self::Save,
            "confirm" => Self::Confirm,
            "leave-out-open" => Self::LeaveOutOpen,
            "page" => Self::See(View { page: number(rest)?, ..here }),
            "edit" => Self::See(View { edit: Some(number(rest)?), ..here }),
            "show" => Self::See(View { show: show_of(rest)?, ..View::default() }),
            _ => Self::See(here),
        })
    }
}

/// Where the form was looked at.
fn here(form: &SubmittedForm) -> Result<View, WebError> {
    Ok(View { page: number(form.text("page"))?, show: show_of(form.text("show"))?, edit: None })
}

fn number(text: &str) -> Result<usize, WebError> {
    if text.is_empty() { Ok(0) } else { text.parse().map_err(|_| WebError::BadRequest) }
}

fn show_of(word: &str) -> Result<Show, WebError> {
    if word.is_empty() { Ok(Show::All) } else { Show::ALL.into_iter().find(|show| show.as_str() == word).ok_or(WebError::BadRequest) }
}

impl View {
    /// Where rows have left what is shown, others have moved up: it is looked at from its beginning.
    fn after(self, draft: &Draft, places: &BTreeSet<usize>) -> Self {
        if self.show == Show::All || self.edit.is_some() {
            return self;
        }
        let standing = draft.review.standing();
        let is_whole = places.iter().all(|place| standing.get(*place).is_some_and(|row| self.show.holds(row)));
        if is_whole { self } else { Self { page: 0, ..self } }
    }

    /// The address of the view, at its rows or at the one that is being edited.
    fn address(self, draft: Id<id::Draft>) -> String {
        let row = self.edit.map_or_else(|| "#candidates".to_owned(), |row| format!("&edit={row}#row-{row}"));
        format!("/imports/{draft}?page={}&show={}{row}", self.page, self.show.as_str())
    }
}

/// The report.
pub async fn show(request: IncomingRequest, id: web::Path<String>, view: web::Query<View>) -> HttpResponse {
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let (_, draft) = drafts::find(cx, me, &id)?;
            let content = content(&id, &draft, *view, &[]);
            cx.page(StatusCode::OK, &Loose("pages/lists/import.html", content))
        })
        .await
}

/// Keeps what was said and does what the button asks for.
pub async fn update(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Reading)
        .form(form, move |cx, me, form| {
            let (draft_id, mut draft) = match drafts::find(cx, me, &id) {
                Err(WebError::NotFound) => return saved_before(cx, me, form),
                found => found?,
            };
            let (wish, here) = (Wish::of(form)?, here(form)?);
            let rerender = |draft: &Draft, view: View, errors: &[FieldError]| {
                cx.page(StatusCode::UNPROCESSABLE_ENTITY, &Loose("pages/lists/import.html", content(&id, draft, view, errors)))
            };
            if form.version("version") != draft.version {
                return rerender(&draft, here, &[fault("draft-changed", "candidates")]);
            }
            let places = shown_places(&draft, form);
            let typed = take_in(&mut draft, form, &places);
            let before = draft.chosen.clone();
            if choose_columns(&mut draft, form, matches!(wish, Wish::Confirm)) {
                let file = cx.read(|db| storage::lists::draft::file(db, &cx.app.keys, draft_id))?;
                let read = draft.read(cx, me, &file)?;
                if read.is_err() {
                    draft.chosen = before;
                }
                draft.replace(cx, draft_id)?;
                return match read {
                    // Nobody has seen yet what other columns make of the rows.
                    Ok(()) => Ok(Reply::Redirect(View::default().address(draft_id))),
                    Err(refusal) => rerender(&draft, here, &[fault(&format!("refusal-{}", refusal.code()).replace('_', "-"), "columns")]),
                };
            }
            draft.know(cx, me)?;
            if matches!(wish, Wish::LeaveOutOpen) {
                draft.review.leave_out_open();
            }
            draft.replace(cx, draft_id)?;
            match wish {
                Wish::See(view) => Ok(Reply::Redirect(view.after(&draft, &places).address(draft_id))),
                Wish::Confirm => Ok(Reply::Redirect(here.address(draft_id))),
                Wish::LeaveOutOpen => Ok(Reply::Redirect(View::default().address(draft_id))),
                Wish::Save => match people(&draft, &typed) {
                    Ok(people) => save(cx, me, form, (draft_id, &draft), people, rerender),
                    Err((error, show)) => rerender(&draft, View { show, ..here }, &[error]),
                },
            }
        })
        .await
}

/// The form was sent before and has done its work: where that led.
fn saved_before(cx: &RequestContext, me: &CurrentUser, form: &SubmittedForm) -> Result<Reply, WebError> {
    for (act, path) in [(Act::ProposeSquad, "squads"), (Act::AddCandidates, "lists")] {
        if let Some(done) = cx.done(me, form, act)? {
            return Ok(Reply::Redirect(format!("/{path}/{done}")));
        }
    }
    Err(WebError::NotFound)
}

/// The rows that the form showed, each once and no more than a page has.
fn shown_places(draft: &Draft, form: &SubmittedForm) -> BTreeSet<usize> {
    let places = form.all("shown").filter_map(|place| place.parse::<usize>().ok()).filter(|place| *place < draft.review.len());
    places.take(PAGE + 1).collect()
}

/// Takes in what the form says about the rows that it showed, and tells in which of them something was typed.
fn take_in(draft: &mut Draft, form: &SubmittedForm, places: &BTreeSet<usize>) -> Vec<usize> {
    let fields = form.values();
    let mut answers: BTreeMap<usize, BTreeSet<Code>> = BTreeMap::new();
    for (place, word) in form.with_prefix("answer-") {
        let code = ANSWERS.into_iter().find(|code| code.code() == word);
        answers.entry(place.parse().unwrap_or(usize::MAX)).or_default().extend(code);
    }
    let mut typed = Vec::new();
    for place in places {
        let text = |word: &str| fields.get(format!("{word}-{place}").as_str()).copied();
        let cells = CELLS.iter().filter_map(|field| Some((*field, text(field.as_str())?.to_owned()))).collect();
        let answers = answers.remove(place).unwrap_or_default();
        if draft.review.say(*place, Said { cells, answers, is_left_out: text("leave-out").is_some() }) {
            typed.push(*place);
        }
    }
    typed
}

/// Takes in what is chosen for columns, and says whether the file is to be read in another way. Whoever confirms has also said of
/// columns that nobody knows that they hold nothing needed, where nothing else is chosen for them.
fn choose_columns(draft: &mut Draft, form: &SubmittedForm, is_confirmed: bool) -> bool {
    let fields = form.values();
    let mut is_changed = false;
    for (number, table) in draft.tables.iter().enumerate() {
        for column in &table.columns {
            let chosen = fields.get(format!("column-{number}-{}", column.place).as_str()).and_then(|word| word.parse::<Holds>().ok());
            let Some(holds) = chosen else { continue };
            if Some(holds) != column.holds && (is_confirmed || holds != Holds::Nothing || column.holds.is_some()) {
                draft.chosen.choose(table, column.place, holds);
                is_changed = true;
            }
        }
    }
    is_changed
}

/// The people to be saved; or what is still open, and which rows show it. Whoever has just typed something that raises a remark
/// sees it before it is saved.
fn people(draft: &Draft, typed: &[usize]) -> Result<Vec<Particulars>, (FieldError, Show)> {
    if draft.asks_about_columns() {
        return Err((fault("columns-open", "columns"), Show::All));
    }
    let standing = draft.review.standing();
    if let Some(open) = standing.iter().position(Standing::is_open) {
        return Err((fault("rows-open", &format!("row-{open}")), Show::Open));
    }
    let raises =
        |place: &&usize| standing.get(**place).is_some_and(|standing| !standing.row.findings.is_empty() || standing.known.is_some());
    if let Some(place) = typed.iter().find(raises) {
        return Err((fault("row-typed", &format!("row-{place}")), Show::All));
    }
    let mut people = Vec::new();
    for (place, standing) in standing.into_iter().enumerate().filter(|(_, standing)| standing.is_taken()) {
        let open = || (fault("rows-open", &format!("row-{place}")), Show::All);
        let iin = standing.row.iin.clone().ok_or_else(open)?;
        people.push(candidates::particulars(&standing.row, iin).map_err(|_| open())?);
    }
    if people.is_empty() { Err((fault("candidates-none", "candidates"), Show::All)) } else { Ok(people) }
}

fn fault(code: &str, field: &str) -> FieldError {
    FieldError { field: field.to_owned(), code: code.to_owned() }
}

/// Saves everybody or nobody: a refusal shows the report again, with what was said.
fn save(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    (id, draft): (Id<id::Draft>, &Draft),
    people: Vec<Particulars>,
    rerender: impl Fn(&Draft, View, &[FieldError]) -> Result<Reply, WebError>,
) -> Result<Reply, WebError> {
    let import: Import = draft.import(id)?;
    // Whatever is wrong, the report is the form that it is shown on.
    let at_report =
        |errors: Vec<FieldError>| errors.into_iter().map(|error| FieldError { field: "candidates".into(), ..error }).collect::<Vec<_>>();
    if let Some(proposal) = &draft.proposal {
        let command = proposal.command(people, Some(import)).ok_or(WebError::BadRequest)?;
        return match cx.act(me, form, &command) {
            Ok(done) => Ok(Reply::Redirect(format!("/squads/{}", done.result))),
            Err(refusal) => rerender(draft, View::default(), &at_report(field_errors(&faults_of(refusal, "/squads")?))),
        };
    }
    let squad = draft.squad_id().ok_or(WebError::BadRequest)?;
    match cx.act(me, form, &AddCandidates { squad, candidates: people, import: Some(import) }) {
        Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
        Err(refusal) => rerender(draft, View::default(), &at_report(field_errors(&faults_of(refusal, &format!("/squads/{squad}"))?))),
    }
}

/// The report as the page shows it.
fn content(id: &str, draft: &Draft, view: View, errors: &[FieldError]) -> Value {
    let standing = draft.review.standing();
    let wanted: Vec<usize> = (0..standing.len())
        .filter(|place| view.edit == Some(*place) || standing.get(*place).is_some_and(|row| view.show.holds(row)))
        .collect();
    let pages = wanted.len().div_ceil(PAGE).max(1);
    let page = view.page.min(pages - 1);
    let here = wanted.iter().skip(page * PAGE).take(PAGE);
    let rows: Vec<Value> = here.filter_map(|place| Some(row(*place, standing.get(*place)?, view.edit == Some(*place)))).collect();
    let count = |show: Show| standing.iter().filter(|standing| show.holds(standing)).count();
    let shows: Vec<Value> =
        Show::ALL.into_iter().map(|show| json!({ "show": show.as_str(), "count": count(show), "is_here": show == view.show })).collect();
    json!({
        "id": id,
        "file_name": draft.file_name,
        "proposal": draft.proposal.as_ref().map(|proposal: &Proposal| json!({ "kk": proposal.name_kk, "ru": proposal.name_ru, "en": proposal.name_kk })),
        "squad": draft.squad,
        "tables": draft.tables,
        "is_one_sheet": draft.tables.iter().all(|table| Some(&table.sheet) == draft.tables.first().map(|table| &table.sheet)),
        "choices": Holds::CHOICES,
        "version": draft.version,
        "asks_about_columns": draft.asks_about_columns(),
        "findings": draft.findings.iter().map(finding).collect::<Vec<_>>(),
        "rows": rows,
        "shows": shows,
        "show": view.show.as_str(),
        "page": page,
        "pages": pages,
        "taken": standing.iter().filter(|standing| standing.is_taken()).count(),
        "open": standing.iter().filter(|standing| standing.is_open()).count(),
        "errors": errors,
    })
}

/// A row: what is certain as text, what is asked as a field.
fn row(place: usize, standing: &Standing, is_edited: bool) -> Value {
    let row = &standing.row;
    let remedies: Vec<(Remedy, &Finding)> =
        row.findings.iter().filter_map(|finding| Some((Remedy::of(finding)?, finding))).filter(|_| !standing.is_left_out).collect();
    let is_typed = |field: Field| is_edited || remedies.iter().any(|(remedy, finding)| asks_for(*remedy, finding.field, field));
    let cells: BTreeMap<&str, Value> = CELLS
        .into_iter()
        .map(|field| (field.as_str(), json!({ "text": written(row, field), "is_typed": is_typed(field), "is_known": is_read(row, field) })))
        .collect();
    let filters =
        row.findings.iter().filter(|finding| !standing.is_left_out && is_answerable(finding)).map(|finding| (finding.code, false));
    let answers: BTreeMap<&str, bool> =
        filters.chain(standing.answers.iter().map(|code| (*code, true))).map(|(code, is_said)| (code.code(), is_said)).collect();
    json!({
        "place": place,
        "sheet": row.sheet,
        "row": row.row,
        "number": row.number,
        "cells": cells,
        "answers": answers,
        "proposed_leader": row.proposed_leader,
        "is_left_out": standing.is_left_out,
        "is_open": standing.is_open(),
        "level": standing.level().as_str(),
        "is_edited": is_edited,
        "known": standing.known,
        "findings": row.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

/// Whether a cell holds a value, and not only what could not be read as one.
fn is_read(row: &crate::intake::Row, field: Field) -> bool {
    !row.typed.contains_key(&field)
}

/// Whether a remedy is typed into that cell.
fn asks_for(remedy: Remedy, about: Field, cell: Field) -> bool {
    match remedy {
        Remedy::Name => matches!(cell, Field::Surname | Field::GivenName | Field::Patronymic),
        Remedy::Iin | Remedy::Equal => cell == Field::Iin,
        Remedy::BirthDate => cell == Field::BirthDate,
        Remedy::DocumentNumber => cell == Field::DocumentNumber,
        Remedy::Cell => cell == about,
        Remedy::Person => true,
        _ => false,
    }
}

fn finding(finding: &Finding) -> Value {
    let remedy = Remedy::of(finding).map(Remedy::as_str);
    json!({ "level": finding.level().as_str(), "code": finding.code.code(), "detail": finding.detail, "remedy": remedy })
}
