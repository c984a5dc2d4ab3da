//! The review of a file: an office confirms its columns, answers its questions and corrects its cells; then all candidates are
//! saved or none.
//!
//! The page is one form. Every button keeps the input of its fields first, so that nothing typed is lost.

use super::{
    review_candidates::candidates,
    review_form::{ReviewAction, ReviewForm},
    review_page::ReviewPage,
    review_view::ReviewView,
};
use crate::{
    acts::{Fault, Refusal, lists::add_candidates::AddCandidates},
    domain::{person::Particulars, workflow::Act},
    web::request::{
        context::RequestContext,
        current_user::CurrentUser,
        draft::{Draft, Target, refusal_code},
        error::{WebError, faults_of},
        form::{FieldError, SubmittedForm, field_errors},
        incoming::IncomingRequest,
        permit::Permit,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use std::collections::BTreeSet;

/// The review.
pub async fn show(
    request: IncomingRequest,
    id: web::Path<String>,
    view: web::Query<ReviewView>,
) -> HttpResponse {
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let draft = Draft::find(cx, me, &id)?;
            cx.show(&ReviewPage::of(&draft, *view, Vec::new()))
        })
        .await
}

/// Keeps the input and does what the button asks for.
pub async fn update(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with(Permit::Reading)
        .form(form, move |cx, me, form| match Draft::find(cx, me, &id) {
            Err(WebError::NotFound) => saved_before(cx, me, form),
            found => answer(cx, me, form, found?),
        })
        .await
}

/// The page that an earlier sending of the same form led to.
fn saved_before(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
) -> Result<Reply, WebError> {
    for (act, path) in [(Act::ProposeSquad, "squads"), (Act::AddCandidates, "lists")] {
        if let Some(done) = cx.done(me, form, act)? {
            return Ok(Reply::Redirect(format!("/{path}/{done}")));
        }
    }
    Err(WebError::NotFound)
}

fn answer(
    cx: &RequestContext,
    me: &CurrentUser,
    submitted: &SubmittedForm,
    mut draft: Draft,
) -> Result<Reply, WebError> {
    let ReviewForm { version, view, action, rows, columns } = ReviewForm::parse(submitted)?;
    if version != draft.version {
        return refuse(cx, &draft, view, vec![fault("draft-changed", "candidates")]);
    }
    let places: BTreeSet<usize> = rows.keys().copied().collect();
    let typed: Vec<usize> = rows
        .into_iter()
        .filter_map(|(place, input)| draft.review.enter(place, input).then_some(place))
        .collect();
    if let Some(read) =
        draft.read_as(cx, me, &columns, matches!(action, ReviewAction::ConfirmColumns))?
    {
        draft.replace(cx)?;
        return match read {
            // The office has to see the rows that other columns make before they are saved.
            Ok(()) => Ok(Reply::Redirect(ReviewView::default().address(draft.id))),
            Err(refusal) => {
                refuse(cx, &draft, view, vec![fault(&refusal_code(refusal), "columns")])
            }
        };
    }
    draft.mark_known(cx, me)?;
    match action {
        ReviewAction::LeaveOutOpen => draft.review.leave_out_open(),
        ReviewAction::SettleAll(code, settlement) => draft.review.settle_all(code, settlement),
        ReviewAction::Show(_) | ReviewAction::ConfirmColumns | ReviewAction::Save => {}
    }
    draft.replace(cx)?;
    match action {
        ReviewAction::Show(next) => {
            Ok(Reply::Redirect(next.after(&draft.review.checked_rows(), &places).address(draft.id)))
        }
        ReviewAction::ConfirmColumns => Ok(Reply::Redirect(view.address(draft.id))),
        ReviewAction::SettleAll(..) => {
            let next = view.after(&draft.review.checked_rows(), &places);
            Ok(Reply::Redirect(next.address(draft.id)))
        }
        ReviewAction::LeaveOutOpen => Ok(Reply::Redirect(ReviewView::default().address(draft.id))),
        ReviewAction::Save => match candidates(&draft.review, &typed) {
            Ok(candidates) => save(cx, me, submitted, &draft, candidates),
            Err(unsettled) => refuse(
                cx,
                &draft,
                ReviewView { filter: unsettled.filter, ..view },
                vec![unsettled.error],
            ),
        },
    }
}

/// Saves all candidates or none: a refusal shows the review again.
fn save(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    draft: &Draft,
    candidates: Vec<Particulars>,
) -> Result<Reply, WebError> {
    let import = Some(draft.import());
    match &draft.target {
        Target::Proposal(proposal) => match cx.act(me, form, &proposal.command(candidates, import))
        {
            Ok(done) => Ok(Reply::Redirect(format!("/squads/{}", done.result))),
            Err(refusal) => refuse_act(cx, draft, refusal, "/squads"),
        },
        Target::Squad(squad) => {
            match cx.act(me, form, &AddCandidates { squad: *squad, candidates, import }) {
                Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
                Err(refusal) => refuse_act(cx, draft, refusal, &format!("/squads/{squad}")),
            }
        }
    }
}

/// The review with the faults of an act: all of them are shown at the table, the only form of the page.
fn refuse_act<E: Fault>(
    cx: &RequestContext,
    draft: &Draft,
    refusal: Refusal<E>,
    back: &str,
) -> Result<Reply, WebError> {
    let errors = field_errors(&faults_of(refusal, back)?);
    let errors = errors
        .into_iter()
        .map(|error| FieldError { field: "candidates".into(), ..error })
        .collect();
    refuse(cx, draft, ReviewView::default(), errors)
}

fn refuse(
    cx: &RequestContext,
    draft: &Draft,
    view: ReviewView,
    errors: Vec<FieldError>,
) -> Result<Reply, WebError> {
    cx.page(StatusCode::UNPROCESSABLE_ENTITY, &ReviewPage::of(draft, view, errors))
}

fn fault(code: &str, field: &str) -> FieldError {
    FieldError { field: field.to_owned(), code: code.to_owned(), detail: None }
}
