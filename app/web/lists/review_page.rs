//! The page of a review: the columns of its file, and one page of its rows.

use super::{
    review_row::{FindingView, ReviewRow},
    review_view::{PAGE, ReviewView, RowFilter},
};
use crate::{
    domain::{
        id::{self, Id},
        language::Named,
    },
    intake::{
        self, Columns, Holds, Level,
        checked_row::{CheckedRow, KnownIn},
        equal_questions::EqualQuestions,
        review::Review,
    },
    web::{
        pages::{Page, Sample},
        request::{
            draft::{Draft, Target},
            form::FieldError,
            proposal_form::ProposalForm,
        },
    },
};
use serde::Serialize;

/// A file under review.
#[derive(Serialize)]
pub struct ReviewPage {
    id: Id<id::Draft>,
    version: i32,
    file_name: String,
    /// The squad that the candidates are for, unless it is proposed with them.
    squad: Option<Id<id::Squad>>,
    /// The name of the proposed squad.
    proposal: Option<Named>,
    tables: Vec<Columns>,
    is_one_sheet: bool,
    /// The contents that an office may choose for a column.
    choices: [Holds; 18],
    asks_about_columns: bool,
    findings: Vec<FindingView>,
    questions: Vec<QuestionView>,
    shows: Vec<FilterButton>,
    show: RowFilter,
    rows: Vec<ReviewRow>,
    page: usize,
    pages: usize,
    /// How many candidates saving makes.
    taken: usize,
    open: usize,
    errors: Vec<FieldError>,
}

/// A button that shows some of the rows.
#[derive(Serialize)]
pub struct FilterButton {
    show: RowFilter,
    count: usize,
    is_here: bool,
}

/// The buttons that show something: a kind without rows needs none, nor do the rows to be settled if all are of one kind.
fn useful(buttons: Vec<FilterButton>) -> Vec<FilterButton> {
    let count = |filter| buttons.iter().find(|one| one.show == filter).map(|one| one.count);
    let is_one_kind =
        [RowFilter::Ask, RowFilter::Error].map(count).contains(&count(RowFilter::Open));
    let is_useful = |button: &FilterButton| match button.show {
        RowFilter::All => true,
        RowFilter::Open if is_one_kind => button.is_here,
        RowFilter::Open
        | RowFilter::Ask
        | RowFilter::Error
        | RowFilter::Warning
        | RowFilter::Restored
        | RowFilter::Ok
        | RowFilter::LeftOut => button.is_here || button.count > 0,
    };
    buttons.into_iter().filter(is_useful).collect()
}

/// A question that several rows ask, with the numbers of rows that its buttons speak of.
#[derive(Serialize)]
pub struct QuestionView {
    code: &'static str,
    level: Level,
    rows: usize,
    open: usize,
    answerable: usize,
    answered: usize,
}

impl QuestionView {
    fn of(questions: &EqualQuestions) -> Self {
        let EqualQuestions { code, open, answerable, answered } = *questions;
        let (level, code) = (code.level(), code.code());
        Self { code, level, rows: questions.rows(), open, answerable, answered }
    }
}

impl Page for ReviewPage {
    fn template(&self) -> &'static str {
        "pages/lists/import.html"
    }
}

/// A file with every kind of row, with two rows that ask alike, and with a column that nobody knows.
const SAMPLE: &str = "№;Ф.И.О.;ИИН;Дата рождения;Телефон;Код\n\
    1;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984;87010000301;1\n\
    2;Мысалова Г.Ж.;781231499045;31.12.78;есть;2\n\
    3;Қайрат Нұрлан;840229399029;29.02.1984;;3\n\
    4;Айдар Серик;900715399024;1990;;4\n\
    ;;;01.01.1990;87010000302;\n";

impl Sample for ReviewPage {
    fn samples() -> Vec<Self> {
        let review = || Review::of(intake::read(SAMPLE.as_bytes(), "list.csv").unwrap_or_default());
        let mut left_out = review();
        left_out.leave_out_open();
        left_out.mark_known(|_| Some(KnownIn::Squad));
        let asked = Draft::sample(Target::Squad(Id::new()), review());
        let left_out = Draft::sample(Target::Proposal(ProposalForm::sample()), left_out);
        let errors = ["columns", "candidates", "row-1"].map(|field| FieldError {
            field: field.to_owned(),
            code: "rows-open".to_owned(),
            detail: None,
        });
        let edited = ReviewView { edit: Some(1), ..ReviewView::default() };
        let none = ReviewView { filter: RowFilter::LeftOut, ..ReviewView::default() };
        let many =
            Self { page: 1, pages: 3, ..Self::of(&left_out, ReviewView::default(), Vec::new()) };
        vec![Self::of(&asked, edited, errors.into()), Self::of(&asked, none, Vec::new()), many]
    }
}

impl ReviewPage {
    /// The page of a draft in that view.
    #[must_use]
    pub fn of(draft: &Draft, view: ReviewView, errors: Vec<FieldError>) -> Self {
        let (review, checked) = (&draft.review, draft.review.checked_rows());
        let is_wanted = |(place, row): &(usize, &CheckedRow)| {
            view.edit == Some(*place) || view.filter.matches(row)
        };
        let mut wanted: Vec<(usize, &CheckedRow)> =
            checked.iter().enumerate().filter(is_wanted).collect();
        // Rows that ask come first, in the order of the sheet.
        wanted.sort_by_key(|(_, row)| !row.is_open());
        let pages = wanted.len().div_ceil(PAGE).max(1);
        let page = view.page.min(pages - 1);
        let here = wanted.iter().skip(page * PAGE).take(PAGE);
        let count = |filter: RowFilter| checked.iter().filter(|row| filter.matches(row)).count();
        let button = |filter| FilterButton {
            show: filter,
            count: count(filter),
            is_here: filter == view.filter,
        };
        let first_sheet = review.tables.first().map(|table| &table.sheet);
        let (squad, proposal) = match &draft.target {
            Target::Squad(squad) => (Some(*squad), None),
            Target::Proposal(proposal) => (None, Some(proposal.name())),
        };
        Self {
            id: draft.id,
            version: draft.version,
            file_name: draft.file_name.clone(),
            squad,
            proposal,
            tables: review.tables.clone(),
            is_one_sheet: review.tables.iter().all(|table| Some(&table.sheet) == first_sheet),
            choices: Holds::CHOICES,
            asks_about_columns: review.asks_about_columns(),
            findings: review.findings.iter().map(FindingView::of).collect(),
            questions: review.equal_questions().iter().map(QuestionView::of).collect(),
            shows: useful(RowFilter::ALL.into_iter().map(button).collect()),
            show: view.filter,
            rows: here
                .map(|(place, row)| ReviewRow::of(*place, row, view.edit == Some(*place)))
                .collect(),
            page,
            pages,
            taken: checked.iter().filter(|row| row.is_taken()).count(),
            open: count(RowFilter::Open),
            errors,
        }
    }
}
