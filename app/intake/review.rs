//! A report under review: the office corrects its rows, answers questions and leaves rows out before anything is saved.

use super::{
    checked_row::{CheckedRow, KnownIn},
    code::Code,
    columns::Columns,
    duplicates,
    equal_questions::{EqualQuestions, Settlement},
    finding::{Field, Finding},
    report::{Report, Row},
    reviewed_row::{ReviewedRow, RowInput},
};
use crate::domain::iin::Iin;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A report with the office's input about its rows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Review {
    /// The tables of the file with their columns.
    pub tables: Vec<Columns>,
    /// Findings about columns, sheets and the list as a whole.
    pub findings: Vec<Finding>,
    rows: Vec<ReviewedRow>,
}

impl Review {
    /// A review without input. Unclear rows become rows with empty cells, in their place among the others.
    #[must_use]
    pub fn of(report: Report) -> Self {
        let Report { tables, rows, unclear, mut findings, .. } = report;
        let unclear = unclear.into_iter().map(|(sheet, row, column)| Row {
            sheet,
            row,
            column,
            findings: vec![Finding::new(Field::Row, Code::RowUnclear)],
            ..Row::default()
        });
        let mut rows: Vec<Row> = rows.into_iter().chain(unclear).collect();
        rows.sort_by_key(|row| {
            (tables.iter().position(|table| table.sheet == row.sheet), row.row, row.column)
        });
        for row in &mut rows {
            // Duplicates depend on the rows that are left out, so that each page marks them for itself.
            row.findings.retain(|finding| !duplicates::CODES.contains(&finding.code));
        }
        // Each unclear row asks for itself.
        findings.retain(|finding| finding.code != Code::RowUnclear);
        Self { tables, findings, rows: rows.into_iter().map(ReviewedRow::of).collect() }
    }

    /// Takes over the input of an earlier review of the same file, for every row that is still there.
    #[must_use]
    pub fn with_input_of(mut self, old: &Self) -> Self {
        let place = |row: &Row| (row.sheet.clone(), row.row, row.column);
        let known: HashMap<_, &ReviewedRow> =
            old.rows.iter().map(|old| (place(&old.read), old)).collect();
        for row in &mut self.rows {
            if let Some(old) = known.get(&place(&row.read)) {
                row.copy_input(old);
            }
        }
        self
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows, which no report allows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether a column has a title that is not known, so that the office must say what it holds.
    #[must_use]
    pub fn asks_about_columns(&self) -> bool {
        self.tables.iter().flat_map(|table| &table.columns).any(|column| column.holds.is_none())
    }

    /// Applies the fields of a form to a row and tells whether a cell of it was typed.
    pub fn enter(&mut self, place: usize, input: RowInput) -> bool {
        self.rows.get_mut(place).is_some_and(|row| row.enter(input))
    }

    /// Leaves out every open row.
    pub fn leave_out_open(&mut self) {
        self.leave_out(CheckedRow::is_open);
    }

    /// The questions that several rows ask, or have asked and got one answer to, the most frequent first.
    #[must_use]
    pub fn equal_questions(&self) -> Vec<EqualQuestions> {
        EqualQuestions::of(&self.checked_rows())
    }

    /// Does one thing with every row that asks a question, or for taking an answer back, that has it answered.
    pub fn settle_all(&mut self, code: Code, settlement: Settlement) {
        match settlement {
            Settlement::Answer => self.each(
                |row| row.answerable().any(|finding| finding.code == code),
                |row| row.answer(code),
            ),
            Settlement::TakeBack => {
                self.each(|row| row.answers.contains(&code), |row| row.take_back(code));
            }
            Settlement::LeaveOut => self.leave_out(|row| row.asks(code)),
        }
    }

    fn leave_out(&mut self, is_meant: impl Fn(&CheckedRow) -> bool) {
        self.each(is_meant, ReviewedRow::leave_out_with_others);
    }

    fn each(&mut self, is_meant: impl Fn(&CheckedRow) -> bool, act: impl Fn(&mut ReviewedRow)) {
        let meant: Vec<bool> = self.checked_rows().iter().map(is_meant).collect();
        for (row, _) in self.rows.iter_mut().zip(meant).filter(|(_, is_meant)| *is_meant) {
            act(row);
        }
    }

    /// The IINs of all rows, with corrections.
    #[must_use]
    pub fn iins(&self) -> Vec<Iin> {
        self.rows.iter().filter_map(|row| row.corrected().iin).collect()
    }

    /// Marks the people who are already members of a squad of the akimat.
    pub fn mark_known(&mut self, known: impl Fn(&Iin) -> Option<KnownIn>) {
        for row in &mut self.rows {
            row.set_known(row.corrected().iin.as_ref().and_then(&known));
        }
    }

    /// Every row with the office's input applied, and with duplicates among the rows that are not left out.
    #[must_use]
    pub fn checked_rows(&self) -> Vec<CheckedRow> {
        let mut corrected: Vec<Row> = self.rows.iter().map(ReviewedRow::answered).collect();
        duplicates::mark(&mut corrected, |place, _| {
            self.rows.get(place).is_some_and(ReviewedRow::is_out_of_list)
        });
        self.rows.iter().zip(corrected).map(|(row, corrected)| row.checked(corrected)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{
        Chosen, Field, Holds, cell_text::cell_text, read, read_as, reviewed_row::RowInput,
    };

    const FILE: &str = "№;Ф.И.О.;ИИН;Дата рождения;Телефон\n\
        1;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984;\n\
        2;Мысалова Г.Ж.;781231499045;31.12.78;есть\n\
        3;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984;\n\
        ;;;01.01.1990;87010000302\n";

    fn csv(text: &str) -> Report {
        read(text.as_bytes(), "list.csv").unwrap()
    }

    fn review() -> Review {
        Review::of(csv(FILE))
    }

    fn enter(review: &mut Review, place: usize, cells: &[(Field, &str)], is_left_out: bool) {
        let cells = cells.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        review.enter(place, RowInput { cells, is_left_out, ..RowInput::default() });
    }

    fn open(review: &Review) -> Vec<usize> {
        review
            .checked_rows()
            .iter()
            .enumerate()
            .filter(|(_, row)| row.is_open())
            .map(|(place, _)| place)
            .collect()
    }

    #[test]
    fn typed_cells_are_read_again_and_the_others_stay_as_they_were_read() {
        let mut review = review();
        assert_eq!(
            open(&review),
            [1, 2, 3],
            "initials, one person twice, and a row without a person"
        );
        enter(
            &mut review,
            1,
            &[(Field::GivenName, "Гүлнар"), (Field::Patronymic, "Жобақызы")],
            false,
        );
        let row = review.checked_rows().swap_remove(1).row;
        assert_eq!(
            (row.surname.as_deref(), row.given_name.as_deref()),
            (Some("Мысалова"), Some("Гүлнар"))
        );
        let codes: Vec<Code> = row.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(
            codes,
            [Code::BirthDateCenturyRestored, Code::PhoneUnreadable],
            "what was found elsewhere is still told"
        );
        assert_eq!(
            cell_text(&row, Field::Phone),
            "есть",
            "what could not be read is there to be corrected"
        );
    }

    #[test]
    fn a_row_that_is_left_out_makes_no_duplicate() {
        let mut review = review();
        enter(&mut review, 0, &[], true);
        assert_eq!(open(&review), [1, 3]);
        review.leave_out_open();
        let rows = review.checked_rows();
        assert_eq!(rows.iter().filter(|row| row.is_taken()).count(), 1);
        assert!(!rows[2].is_left_out && rows[2].is_taken());
    }

    #[test]
    fn a_member_of_the_squad_is_left_out_until_another_number_is_typed() {
        let mut review = review();
        let known = |iin: &Iin| (iin.expose() == "840229399029").then_some(KnownIn::Squad);
        review.mark_known(known);
        assert!(review.checked_rows()[0].is_left_out && review.checked_rows()[2].is_left_out);
        enter(&mut review, 0, &[(Field::Iin, "840229399039")], true);
        review.mark_known(known);
        enter(&mut review, 0, &[], false);
        assert!(review.checked_rows()[0].is_taken());
        enter(&mut review, 2, &[], false);
        assert!(
            review.checked_rows()[2].is_open(),
            "taken back by hand, there is still something to settle"
        );
    }

    #[test]
    fn input_stays_with_its_row_when_the_file_is_read_again() {
        let mut before = review();
        enter(&mut before, 1, &[(Field::GivenName, "Гүлнар")], false);
        enter(&mut before, 2, &[], true);
        let after = Review::of(csv(FILE)).with_input_of(&before);
        assert_eq!(after.checked_rows()[1].row.given_name.as_deref(), Some("Гүлнар"));
        assert!(after.checked_rows()[2].is_left_out);
        assert_eq!(after.len(), 4);
    }

    #[test]
    fn people_side_by_side_keep_their_input_when_the_file_is_read_again() {
        let text = "№;Ф.И.О.;Код;;№;Ф.И.О.;Код\n1;;840229399029;;1;Мысалова Гүлнар Жобақызы;781231499045\n";
        let report = csv(text);
        let mut chosen = Chosen::default();
        for place in [2, 6] {
            chosen.choose(&report.tables[0], place, Holds::Iin);
        }
        let mut before = Review::of(report);
        let right = before.checked_rows().iter().position(|row| row.row.surname.is_some()).unwrap();
        enter(&mut before, right, &[(Field::Surname, "Мысалбаева")], true);
        let after = Review::of(read_as(text.as_bytes(), "list.csv", &chosen).unwrap())
            .with_input_of(&before)
            .checked_rows();
        let input = |row: &CheckedRow| {
            (row.row.iin.as_ref().map(Iin::expose).map(str::to_owned), row.is_left_out)
        };
        assert_eq!(
            after.iter().map(input).collect::<Vec<_>>(),
            [(Some("840229399029".into()), false), (Some("781231499045".into()), true)]
        );
        assert_eq!(after[1].row.surname.as_deref(), Some("Мысалбаева"));
    }

    #[test]
    fn rows_left_out_together_are_asked_about_again_when_other_columns_are_read() {
        let mut before = Review::of(csv("№;Ф.И.О.;Код\n1;Мысалова Гүлнар Жобақызы;781231499045\n"));
        before.leave_out_open();
        assert!(before.checked_rows()[0].is_left_out);
        let after = Review::of(csv("№;Ф.И.О.;ИИН\n1;Мысалова Гүлнар Жобақызы;781231499045\n"))
            .with_input_of(&before);
        assert!(after.checked_rows()[0].is_taken());
    }

    #[test]
    fn restored_zeros_are_taken_away_when_the_birth_date_contradicts_them() {
        let mut review =
            Review::of(csv("Ф.И.О.;ИИН;Дата рождения\nМысалов Ерлан Тестұлы;31005699053;?\n"));
        enter(&mut review, 0, &[(Field::BirthDate, "05.10.1931")], false);
        let row = review.checked_rows().remove(0);
        assert!(row.is_open() && row.row.iin.is_none(), "{:?}", row.row.findings);
        enter(&mut review, 0, &[(Field::BirthDate, "05.10.2003")], false);
        assert!(review.checked_rows()[0].is_taken());
    }

    #[test]
    fn an_optional_cell_may_be_left_empty_by_a_tick_and_a_name_may_not() {
        let report = csv(
            "Ф.И.О.;ИИН;Место работы;Телефон\nМысалов Ерлан Тестұлы;781231499045;Школа\u{7};8701\u{7}\n",
        );
        let mut review = Review::of(report);
        assert_eq!(open(&review), [0]);
        review.enter(
            0,
            RowInput { answers: [Code::ControlCharacters].into(), ..RowInput::default() },
        );
        assert!(review.checked_rows()[0].is_taken());
        let report = csv("Ф.И.О.;ИИН\nМысалов\u{7} Ерлан;781231499045\n");
        let mut review = Review::of(report);
        review.enter(
            0,
            RowInput { answers: [Code::ControlCharacters].into(), ..RowInput::default() },
        );
        assert_eq!(open(&review), [0], "nobody is without a name");
    }

    #[test]
    fn a_cell_without_a_name_before_the_date_asks_for_one() {
        let review = Review::of(csv(
            "№;ФИО, год рождения;ИИН\n1;Тестов Максат Тестович, 15.07.1990;900715399024\n2;31.12.1978;781231499045\n",
        ));
        assert_eq!(open(&review), [1]);
        assert!(
            review.checked_rows()[1]
                .row
                .findings
                .iter()
                .any(|finding| finding.code == Code::NameMissing)
        );
    }
}
