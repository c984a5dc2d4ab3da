//! The form of a review, parsed once: its button, and its input about rows and columns.

use super::review_view::{PAGE, ReviewView, parse_number};
use crate::{
    intake::{
        Code, answers::ANSWERS, cell_text::CELLS, equal_questions::Settlement,
        reviewed_row::RowInput,
    },
    web::request::{draft::ColumnChoice, error::WebError, form::SubmittedForm},
};
use std::collections::{BTreeMap, BTreeSet};

/// The act that a button of the form asks for, after the input is kept.
#[derive(Clone, Copy, Debug)]
pub enum ReviewAction {
    Show(ReviewView),
    /// The columns are right as they are chosen now.
    ConfirmColumns,
    LeaveOutOpen,
    /// All rows that ask this are settled alike.
    SettleAll(Code, Settlement),
    Save,
}

/// A submitted form of a review.
pub struct ReviewForm {
    /// The version of the draft that the form was made from.
    pub version: i32,
    /// The view that the form was sent from.
    pub view: ReviewView,
    pub action: ReviewAction,
    /// The input about each row of the page.
    pub rows: BTreeMap<usize, RowInput>,
    pub columns: Vec<ColumnChoice>,
}

impl ReviewForm {
    /// Reads the fields of a form.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when no page of ours sends such fields.
    pub fn parse(form: &SubmittedForm) -> Result<Self, WebError> {
        let view = ReviewView::parse(form)?;
        Ok(Self {
            version: form.version("version")?,
            view,
            action: ReviewAction::parse(form.text("do"), view)?,
            rows: rows(form),
            columns: columns(form),
        })
    }
}

impl ReviewAction {
    /// Reads the value of a button: `see`, `page:2`, `edit:14`, `show:open`, `answer-all:name_order` …
    fn parse(value: &str, view: ReviewView) -> Result<Self, WebError> {
        let (word, rest) = value.split_once(':').unwrap_or((value, ""));
        if let Some(settlement) = Settlement::ALL.into_iter().find(|one| one.as_str() == word) {
            let code = Code::ALL.into_iter().find(|code| code.code() == rest);
            return Ok(Self::SettleAll(code.ok_or(WebError::BadRequest)?, settlement));
        }
        Ok(match word {
            "save" => Self::Save,
            "confirm" => Self::ConfirmColumns,
            "leave-out-open" => Self::LeaveOutOpen,
            "page" => Self::Show(ReviewView { page: parse_number(rest)?, ..view }),
            "edit" => Self::Show(ReviewView { edit: Some(parse_number(rest)?), ..view }),
            "show" => Self::Show(ReviewView { filter: rest.parse()?, ..ReviewView::default() }),
            _ => Self::Show(view),
        })
    }
}

/// The input about the rows of the page, each once and no more rows than a page has.
fn rows(form: &SubmittedForm) -> BTreeMap<usize, RowInput> {
    let fields = form.values();
    let mut answers = answers(form);
    let places: BTreeSet<usize> =
        form.all("shown").filter_map(|place| place.parse().ok()).take(PAGE + 1).collect();
    let input = |place: usize| {
        let text = |word: &str| fields.get(&format!("{word}-{place}")).map(String::as_str);
        let cells = CELLS
            .iter()
            .filter_map(|field| Some((*field, text(field.as_str())?.to_owned())))
            .collect();
        (
            place,
            RowInput {
                cells,
                answers: answers.remove(&place).unwrap_or_default(),
                is_left_out: text("leave-out").is_some(),
            },
        )
    };
    places.into_iter().map(input).collect()
}

/// The ticked answers of each row; unknown codes are ignored.
fn answers(form: &SubmittedForm) -> BTreeMap<usize, BTreeSet<Code>> {
    let mut answers: BTreeMap<usize, BTreeSet<Code>> = BTreeMap::new();
    for (place, word) in form.with_prefix("answer-") {
        let code = ANSWERS.into_iter().find(|code| code.code() == word);
        if let (Ok(place), Some(code)) = (place.parse(), code) {
            answers.entry(place).or_default().insert(code);
        }
    }
    answers
}

/// The choices of columns, from fields named `column-TABLE-PLACE`.
fn columns(form: &SubmittedForm) -> Vec<ColumnChoice> {
    let choice = |(name, word): (&str, &str)| {
        let (table, place) = name.split_once('-')?;
        Some(ColumnChoice {
            table: table.parse().ok()?,
            place: place.parse().ok()?,
            holds: word.parse().ok()?,
        })
    };
    form.with_prefix("column-").filter_map(choice).collect()
}
