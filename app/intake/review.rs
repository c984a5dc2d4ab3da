//! What an office says about each row of a report before anything of it is saved: corrected, answered, left out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    code::Code,
    duplicates,
    finding::{Field, Finding},
    level::Level,
    particulars::{self, Written},
    report::{Report, Row},
    typed::Typed,
};
use crate::domain::iin::Iin;

/// The cells of a person that an office may correct, in the order of a form.
pub const CELLS: [Field; 8] = [
    Field::Surname,
    Field::GivenName,
    Field::Patronymic,
    Field::Iin,
    Field::BirthDate,
    Field::DocumentNumber,
    Field::Phone,
    Field::Address,
];

/// The questions that may be answered by a tick, each in its own words; see [`is_answerable`].
pub const ANSWERS: [Code; 7] = [
    Code::DuplicatePerson,
    Code::RowStruckOut,
    Code::NameOrder,
    Code::NameUnclear,
    Code::NameOddCharacters,
    Code::CellError,
    Code::ControlCharacters,
];

/// Whether a tick settles it: that a name is right as it stands, or that a cell which nobody needs stays empty.
#[must_use]
pub fn is_answerable(finding: &Finding) -> bool {
    let is_optional = matches!(finding.field, Field::Patronymic | Field::BirthDate | Field::DocumentNumber | Field::Phone | Field::Address);
    ANSWERS.contains(&finding.code) && (is_optional || !matches!(finding.code, Code::CellError | Code::ControlCharacters))
}

/// The rows of a report with what the office has said about them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Review {
    rows: Vec<Reviewed>,
}

/// One row as it was read, and what was said about it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Reviewed {
    read: Row,
    cells: BTreeMap<Field, Typed>,
    answers: BTreeSet<Code>,
    /// `None` until somebody has said.
    is_left_out: Option<bool>,
    /// It was left out with all others that asked something, not by itself.
    is_left_out_with_others: bool,
    known: Option<Known>,
}

/// Where somebody of the list stands already, of the akimat's own squads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// In the squad that the list is for: nobody is in it twice.
    Squad,
    /// In another squad of the district, which the Rules allow.
    District,
}

/// What was said about one row of a form.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// What stood in the cells that were shown for typing.
    pub cells: BTreeMap<Field, String>,
    pub answers: BTreeSet<Code>,
    pub is_left_out: bool,
}

/// A row as it stands after all that was said.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The person, with what is found now; questions that were answered are not among them.
    pub row: Row,
    pub answers: BTreeSet<Code>,
    pub is_left_out: bool,
    pub known: Option<Known>,
}

impl Standing {
    /// Whether somebody still has to correct it, answer, or leave it out.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.is_left_out && self.level() >= Level::Ask
    }

    /// How grave the gravest thing is that stands against it.
    #[must_use]
    pub fn level(&self) -> Level {
        let row = &self.row;
        let is_person = row.iin.is_some() && row.surname.is_some() && row.given_name.is_some();
        if is_person && self.known != Some(Known::Squad) { row.level() } else { Level::Error }
    }

    /// Whether a person of the list will be saved from it.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        !self.is_left_out && !self.is_open()
    }
}

impl Review {
    /// Begins with what was read: nothing is said yet. Rows that are unclear stand among the others with empty cells.
    #[must_use]
    pub fn of(report: &mut Report) -> Self {
        let unclear = std::mem::take(&mut report.unclear).into_iter().map(|(sheet, row, column)| Row {
            sheet,
            row,
            column,
            findings: vec![Finding::new(Field::Row, Code::RowUnclear)],
            ..Row::default()
        });
        let mut rows: Vec<Row> = std::mem::take(&mut report.rows).into_iter().chain(unclear).collect();
        rows.sort_by_key(|row| (report.tables.iter().position(|table| table.sheet == row.sheet), row.row, row.column));
        for row in &mut rows {
            // Who is there twice depends on who is left out, and is told anew each time.
            row.findings.retain(|finding| !duplicates::CODES.contains(&finding.code));
        }
        Self { rows: rows.into_iter().map(Reviewed::of).collect() }
    }

    /// The file was read again with other columns: what was said about a row stays said where the row is still there, but for
    /// what was said about all that asked something, since other rows do now.
    #[must_use]
    pub fn carried_to(self, report: &mut Report) -> Self {
        let mut new = Self::of(report);
        let place = |row: &Row| (row.sheet.clone(), row.row, row.column);
        let mut said: HashMap<_, Reviewed> = self.rows.into_iter().map(|old| (place(&old.read), old)).collect();
        for row in &mut new.rows {
            if let Some(old) = said.remove(&place(&row.read)) {
                let is_left_out = old.is_left_out.filter(|_| !old.is_left_out_with_others);
                *row = Reviewed { read: std::mem::take(&mut row.read), is_left_out, is_left_out_with_others: false, ..old };
            }
        }
        new
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none, which no report has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes in what a form said about a row, and tells whether anything was typed: a cell that holds what was shown in it
    /// was not.
    pub fn say(&mut self, place: usize, said: Said) -> bool {
        let Some(row) = self.rows.get_mut(place) else { return false };
        let standing = row.corrected();
        let mut is_typed = false;
        for (field, text) in said.cells {
            if shown(&standing, field) != text.trim() {
                row.cells.insert(field, Typed::new(text.trim()));
                is_typed = true;
            }
        }
        row.answers = said.answers.into_iter().filter(|code| ANSWERS.contains(code)).collect();
        row.is_left_out_with_others &= said.is_left_out;
        row.is_left_out = Some(said.is_left_out).filter(|is_left_out| *is_left_out != row.is_left_out_unsaid());
        is_typed
    }

    /// Leaves out every row that still asks something.
    pub fn leave_out_open(&mut self) {
        let open: Vec<bool> = self.standing().iter().map(Standing::is_open).collect();
        for (row, _) in self.rows.iter_mut().zip(open).filter(|(_, is_open)| *is_open) {
            (row.is_left_out, row.is_left_out_with_others) = (Some(true), true);
        }
    }

    /// The IINs that are read now, wherever they stand.
    #[must_use]
    pub fn iins(&self) -> Vec<Iin> {
        self.rows.iter().filter_map(|row| row.corrected().iin).collect()
    }

    /// Marks those who stand in a squad of the akimat already.
    pub fn know(&mut self, known: impl Fn(&Iin) -> Option<Known>) {
        for row in &mut self.rows {
            row.known = row.corrected().iin.as_ref().and_then(&known);
        }
    }

    /// Every row as it stands, with who is in the list twice among those that are not left out.
    #[must_use]
    pub fn standing(&self) -> Vec<Standing> {
        let mut rows: Vec<Row> = self.rows.iter().map(Reviewed::corrected).collect();
        let is_out = |reviewed: &Reviewed| {
            reviewed.is_left_out() || reviewed.read.skipped.is_some() && !reviewed.answers.contains(&Code::RowStruckOut)
        };
        duplicates::mark(&mut rows, |place, _| self.rows.get(place).is_some_and(is_out));
        let standing = |(reviewed, mut row): (&Reviewed, Row)| {
            row.findings.retain(|finding| !(is_answerable(finding) && reviewed.answers.contains(&finding.code)));
            Standing { row, answers: reviewed.answers.clone(), is_left_out: reviewed.is_left_out(), known: reviewed.known }
        };
        self.rows.iter().zip(rows).map(standing).collect()
    }
}

impl Reviewed {
    fn of(read: Row) -> Self {
        let (cells, answers) = (BTreeMap::new(), BTreeSet::new());
        Self { read, cells, answers, is_left_out: None, is_left_out_with_others: false, known: None }
    }

    fn is_left_out(&self) -> bool {
        self.is_left_out.unwrap_or(self.is_left_out_unsaid())
    }

    /// Nobody is in a squad twice: that needs no answer.
    fn is_left_out_unsaid(&self) -> bool {
        self.known == Some(Known::Squad)
    }

    /// The row with what was typed: cells that are read together are read anew together, the others stand as they were read.
    fn corrected(&self) -> Row {
        let mut row = self.read.clone();
        if self.cells.is_empty() {
            return row;
        }
        let text = |field| self.cells.get(&field).map_or_else(|| shown(&self.read, field), |typed| typed.expose().to_owned());
        let [surname, given_name, patronymic, mut iin, birth_date, document_number, phone, address] = CELLS.map(text);
        // Zeros that were put back are put back anew, so that another birth date can speak against them.
        if !self.cells.contains_key(&Field::Iin) && row.findings.iter().any(|finding| finding.code == Code::IinZerosRestored) {
            iin = iin.trim_start_matches('0').to_owned();
        }
        let again = particulars::read(&Written {
            surname: &surname,
            given_name: &given_name,
            patronymic: &patronymic,
            iin: &iin,
            birth_date: &birth_date,
            document_number: &document_number,
            address: &address,
            phone: &phone,
        });
        // Of an unclear row nothing was read: what is typed is all there is.
        let is_unclear = row.findings.iter().any(|finding| finding.code == Code::RowUnclear);
        let is_anew = |field: Field| is_unclear || self.cells.keys().any(|typed| together(*typed) == together(field));
        let mut findings: Vec<Finding> = again.findings.into_iter().filter(|finding| is_anew(finding.field)).collect();
        findings.extend(row.findings.drain(..).filter(|finding| !is_anew(finding.field)));
        row.findings = findings;
        row.typed.retain(|field, _| !is_anew(*field));
        row.typed.extend(again.typed.into_iter().filter(|(field, _)| is_anew(*field)));
        if is_anew(Field::Surname) {
            (row.surname, row.given_name, row.patronymic) = (again.surname, again.given_name, again.patronymic);
        }
        if is_anew(Field::Iin) {
            (row.iin, row.birth_date) = (again.iin, again.birth_date);
        }
        if is_anew(Field::DocumentNumber) {
            row.document_number = again.document_number;
        }
        if is_anew(Field::Phone) {
            row.phone = again.phone;
        }
        if is_anew(Field::Address) {
            row.address = again.address;
        }
        row
    }
}

/// The first of the fields that are read together: one of them typed anew, all of them are read anew.
const fn together(field: Field) -> Field {
    match field {
        Field::Name | Field::GivenName | Field::Patronymic => Field::Surname,
        Field::BirthDate => Field::Iin,
        other => other,
    }
}

/// What stands in a cell of a row, as a form shows it: the value, or what could not be read.
#[must_use]
pub fn shown(row: &Row, field: Field) -> String {
    let value = match field {
        Field::Surname => row.surname.clone(),
        Field::GivenName => row.given_name.clone(),
        Field::Patronymic => row.patronymic.clone(),
        Field::Iin => row.iin.as_ref().map(|iin| iin.expose().to_owned()),
        Field::BirthDate => row.birth_date.map(|date: NaiveDate| date.format("%d.%m.%Y").to_string()),
        Field::DocumentNumber => row.document_number.clone(),
        Field::Phone => row.phone.clone(),
        Field::Address => row.address.clone(),
        _ => None,
    };
    value.or_else(|| row.typed.get(&field).map(|typed| typed.expose().to_owned())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Chosen, Holds, read, read_as};

    const FILE: &str = "№;Ф.И.О.;ИИН;Дата рождения;Телефон\n\
        1;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984;\n\
        2;Мысалова Г.Ж.;781231499045;31.12.78;есть\n\
        3;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984;\n\
        ;;;01.01.1990;87010000302\n";

    fn review() -> Review {
        Review::of(&mut read(FILE.as_bytes(), "list.csv").unwrap())
    }

    fn say(review: &mut Review, place: usize, cells: &[(Field, &str)], is_left_out: bool) {
        let cells = cells.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        review.say(place, Said { cells, answers: BTreeSet::new(), is_left_out });
    }

    fn open(review: &Review) -> Vec<usize> {
        review.standing().iter().enumerate().filter(|(_, standing)| standing.is_open()).map(|(place, _)| place).collect()
    }

    #[test]
    fn what_was_typed_is_read_anew_and_the_rest_stands_as_it_was_read() {
        let mut review = review();
        assert_eq!(open(&review), [1, 2, 3], "initials, one person twice, and a row without a person");
        say(&mut review, 1, &[(Field::GivenName, "Гүлнар"), (Field::Patronymic, "Жобақызы")], false);
        let row = review.standing().swap_remove(1).row;
        assert_eq!((row.surname.as_deref(), row.given_name.as_deref()), (Some("Мысалова"), Some("Гүлнар")));
        let codes: Vec<Code> = row.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::BirthDateCenturyRestored, Code::PhoneUnreadable], "what was found elsewhere is still told");
        assert_eq!(shown(&row, Field::Phone), "есть", "what could not be read is there to be corrected");
    }

    #[test]
    fn whoever_is_left_out_is_no_second_one_of_anybody() {
        let mut review = review();
        say(&mut review, 0, &[], true);
        assert_eq!(open(&review), [1, 3]);
        review.leave_out_open();
        let standing = review.standing();
        assert_eq!(standing.iter().filter(|standing| standing.is_taken()).count(), 1);
        assert!(!standing[2].is_left_out && standing[2].is_taken());
    }

    #[test]
    fn whoever_is_in_the_squad_is_left_out_until_another_number_is_typed() {
        let mut review = review();
        let known = |iin: &Iin| (iin.expose() == "840229399029").then_some(Known::Squad);
        review.know(known);
        assert!(review.standing()[0].is_left_out && review.standing()[2].is_left_out);
        say(&mut review, 0, &[(Field::Iin, "840229399039")], true);
        review.know(known);
        say(&mut review, 0, &[], false);
        assert!(review.standing()[0].is_taken());
        say(&mut review, 2, &[], false);
        assert!(review.standing()[2].is_open(), "taken back by hand, there is still something to settle");
    }

    #[test]
    fn what_was_said_goes_with_its_row_when_the_file_is_read_again() {
        let mut before = review();
        say(&mut before, 1, &[(Field::GivenName, "Гүлнар")], false);
        say(&mut before, 2, &[], true);
        let after = before.carried_to(&mut read(FILE.as_bytes(), "list.csv").unwrap());
        assert_eq!(after.standing()[1].row.given_name.as_deref(), Some("Гүлнар"));
        assert!(after.standing()[2].is_left_out);
        assert_eq!(after.len(), 4);
    }

    fn csv(text: &str) -> Report {
        read(text.as_bytes(), "list.csv").unwrap()
    }

    #[test]
    fn people_side_by_side_keep_what_was_said_of_them_when_the_file_is_read_again() {
        let text = "№;Ф.И.О.;Код;;№;Ф.И.О.;Код\n1;;840229399029;;1;Мысалова Гүлнар Жобақызы;781231499045\n";
        let mut report = csv(text);
        let mut chosen = Chosen::default();
        for place in [2, 6] {
            chosen.choose(&report.tables[0], place, Holds::Iin);
        }
        let mut before = Review::of(&mut report);
        let right = before.standing().iter().position(|standing| standing.row.surname.is_some()).unwrap();
        say(&mut before, right, &[(Field::Surname, "Мысалбаева")], true);
        let after = before.carried_to(&mut read_as(text.as_bytes(), "list.csv", &chosen).unwrap()).standing();
        let said = |standing: &Standing| (standing.row.iin.as_ref().map(Iin::expose).map(str::to_owned), standing.is_left_out);
        assert_eq!(after.iter().map(said).collect::<Vec<_>>(), [(Some("840229399029".into()), false), (Some("781231499045".into()), true)]);
        assert_eq!(after[1].row.surname.as_deref(), Some("Мысалбаева"));
    }

    #[test]
    fn whoever_was_left_out_with_all_others_is_asked_about_anew_when_other_columns_are_read() {
        let mut before = Review::of(&mut csv("№;Ф.И.О.;Код\n1;Мысалова Гүлнар Жобақызы;781231499045\n"));
        before.leave_out_open();
        assert!(before.standing()[0].is_left_out);
        let after = before.carried_to(&mut csv("№;Ф.И.О.;ИИН\n1;Мысалова Гүлнар Жобақызы;781231499045\n"));
        assert!(after.standing()[0].is_taken());
    }

    #[test]
    fn zeros_that_were_put_back_are_taken_away_when_the_birth_date_speaks_against_them() {
        let mut review = Review::of(&mut csv("Ф.И.О.;ИИН;Дата рождения\nМысалов Ерлан Тестұлы;31005699053;?\n"));
        say(&mut review, 0, &[(Field::BirthDate, "05.10.1931")], false);
        let standing = review.standing().remove(0);
        assert!(standing.is_open() && standing.row.iin.is_none(), "{:?}", standing.row.findings);
        say(&mut review, 0, &[(Field::BirthDate, "05.10.2003")], false);
        assert!(review.standing()[0].is_taken());
    }

    #[test]
    fn nothing_that_is_not_kept_holds_anybody_up_and_an_empty_cell_is_said_to_be_empty() {
        let mut report = csv("Ф.И.О.;ИИН;Место работы;Телефон\nМысалов Ерлан Тестұлы;781231499045;Школа\u{200e};8701\u{202e}\n");
        let mut review = Review::of(&mut report);
        assert_eq!(open(&review), [0]);
        review.say(0, Said { answers: [Code::ControlCharacters].into(), ..Said::default() });
        assert!(review.standing()[0].is_taken());
        let mut report = csv("Ф.И.О.;ИИН\nМысалов\u{202e} Ерлан;781231499045\n");
        let mut review = Review::of(&mut report);
        review.say(0, Said { answers: [Code::ControlCharacters].into(), ..Said::default() });
        assert_eq!(open(&review), [0], "nobody is without a name");
    }

    #[test]
    fn a_cell_without_a_name_before_the_date_asks_for_one() {
        let review =
            Review::of(&mut csv("№;ФИО, год рождения;ИИН\n1;Тестов Максат Тестович, 15.07.1990;900715399024\n2;31.12.1978;781231499045\n"));
        assert_eq!(open(&review), [1]);
        assert!(review.standing()[1].row.findings.iter().any(|finding| finding.code == Code::NameMissing));
    }
}
