//! How the columns of a file were understood, and what the office says about them.

use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt, str::FromStr};

use super::{
    sheet::Line,
    table::{Table, Titled, letters, plain},
    text,
    title::{Column, NameOrder},
    typed::Typed,
};

/// Values of a column that are shown, so that an office sees which one is meant.
const SAMPLES: usize = 3;
/// Columns under one row of titles: a list has no more.
pub(super) const MAX_COLUMNS: usize = 200;
/// Letters of a sample.
const SAMPLE: usize = 40;

/// What a column is read as; the key for translation is `holds-<word>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// The office's own №.
    Number,
    /// The whole name in one cell, its order told by its words.
    FullName,
    /// Surname, given name, patronymic in one cell.
    SurnameFirst,
    /// Given name first, surname last, in one cell.
    GivenFirst,
    /// The whole name, with birth date or IIN behind it in the same cell.
    NameAndMore,
    Surname,
    GivenName,
    Patronymic,
    Iin,
    BirthDate,
    Document,
    Phone,
    Email,
    Language,
    Address,
    Workplace,
    /// Free text and the post in the squad: looked at for the leader's mark, not kept.
    Note,
    /// Not read, because nothing here needs it.
    Nothing,
    /// Not read, because it must not be held (clauses 2, 15, 17, 19): no office can say otherwise.
    NotHeld,
}

impl Holds {
    /// What an office may choose, in the order of the choice.
    pub const CHOICES: [Self; 18] = [
        Self::Number,
        Self::FullName,
        Self::SurnameFirst,
        Self::GivenFirst,
        Self::NameAndMore,
        Self::Surname,
        Self::GivenName,
        Self::Patronymic,
        Self::Iin,
        Self::BirthDate,
        Self::Document,
        Self::Phone,
        Self::Email,
        Self::Language,
        Self::Address,
        Self::Workplace,
        Self::Note,
        Self::Nothing,
    ];

    /// Its word in forms and translations.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::FullName => "full_name",
            Self::SurnameFirst => "surname_first",
            Self::GivenFirst => "given_first",
            Self::NameAndMore => "name_and_more",
            Self::Surname => "surname",
            Self::GivenName => "given_name",
            Self::Patronymic => "patronymic",
            Self::Iin => "iin",
            Self::BirthDate => "birth_date",
            Self::Document => "document",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Language => "language",
            Self::Address => "address",
            Self::Workplace => "workplace",
            Self::Note => "note",
            Self::Nothing => "nothing",
            Self::NotHeld => "not_held",
        }
    }

    /// Whether what stands in the column is saved with a person.
    const fn is_kept(self) -> bool {
        !matches!(self, Self::Workplace | Self::Note | Self::Nothing | Self::NotHeld)
    }

    fn of(column: Column) -> Self {
        match column {
            Column::Number => Self::Number,
            Column::FullName(_, true) => Self::NameAndMore,
            Column::FullName(NameOrder::Unsaid, false) => Self::FullName,
            Column::FullName(NameOrder::SurnameFirst, false) => Self::SurnameFirst,
            Column::FullName(NameOrder::GivenFirst, false) => Self::GivenFirst,
            Column::Surname => Self::Surname,
            Column::GivenName => Self::GivenName,
            Column::Patronymic => Self::Patronymic,
            Column::Iin => Self::Iin,
            Column::BirthDate => Self::BirthDate,
            Column::Document => Self::Document,
            Column::Phone => Self::Phone,
            Column::Email => Self::Email,
            Column::Language => Self::Language,
            Column::Address => Self::Address,
            Column::Workplace => Self::Workplace,
            Column::Note => Self::Note,
            Column::Unneeded => Self::Nothing,
            Column::NotHeld => Self::NotHeld,
        }
    }

    fn column(self) -> Column {
        match self {
            Self::Number => Column::Number,
            Self::FullName => Column::FullName(NameOrder::Unsaid, false),
            Self::SurnameFirst => Column::FullName(NameOrder::SurnameFirst, false),
            Self::GivenFirst => Column::FullName(NameOrder::GivenFirst, false),
            Self::NameAndMore => Column::FullName(NameOrder::Unsaid, true),
            Self::Surname => Column::Surname,
            Self::GivenName => Column::GivenName,
            Self::Patronymic => Column::Patronymic,
            Self::Iin => Column::Iin,
            Self::BirthDate => Column::BirthDate,
            Self::Document => Column::Document,
            Self::Phone => Column::Phone,
            Self::Email => Column::Email,
            Self::Language => Column::Language,
            Self::Address => Column::Address,
            Self::Workplace => Column::Workplace,
            Self::Note => Column::Note,
            Self::Nothing => Column::Unneeded,
            Self::NotHeld => Column::NotHeld,
        }
    }
}

/// No such word, or one that no office may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoChoice;

impl FromStr for Holds {
    type Err = NoChoice;

    /// Reads a choice: [`Holds::NotHeld`] is none.
    fn from_str(word: &str) -> Result<Self, NoChoice> {
        Self::CHOICES.into_iter().find(|holds| holds.as_str() == word).ok_or(NoChoice)
    }
}

impl fmt::Display for Holds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// The titles of a table and its columns from left to right; titles that come again on each page are one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// Which of the visible sheets, counted from 0.
    pub sheet_number: usize,
    /// Name of the sheet, empty for text files.
    pub sheet: String,
    /// Row of the titles, counted from 1.
    pub row: u32,
    pub columns: Vec<ColumnRead>,
}

/// One column as it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnRead {
    /// Counted from 0.
    pub place: u32,
    /// Its letters, as spreadsheet programs show them.
    pub letters: String,
    /// Its title as written, empty when it has none.
    pub title: String,
    /// What it is read as; `None` when the title is not known and nobody has said.
    pub holds: Option<Holds>,
    /// Some values under the title; none of a column of which nothing is kept.
    pub samples: Vec<Typed>,
}

/// What an office has said about columns: sheet by number, row of the titles and place, and what stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen(#[serde(with = "as_pairs")] BTreeMap<Place, Holds>);

type Place = (usize, u32, u32);

impl Chosen {
    /// Remembers a choice.
    pub fn choose(&mut self, table: &Columns, place: u32, holds: Holds) {
        self.0.insert((table.sheet_number, table.row, place), holds);
    }

    /// Puts what was chosen over what the titles say, also for columns without a title. What must not be held stays so.
    pub(super) fn apply(&self, (sheet, row): (usize, u32), titled: &mut Vec<Titled>) {
        for ((.., place), holds) in self.0.range((sheet, row, 0)..=(sheet, row, u32::MAX)) {
            match titled.iter_mut().find(|titled| titled.place == *place) {
                Some(known) if known.column == Some(Column::NotHeld) => {}
                Some(known) => known.column = Some(holds.column()),
                None => titled.push(Titled {
                    place: *place,
                    column: Some(holds.column()),
                    title: String::new(),
                }),
            }
        }
        titled.sort_by_key(|titled| titled.place);
    }
}

impl Columns {
    /// How the titles of some tables were understood: a column that stands there twice is read once, and unknown otherwise.
    pub(super) fn of(
        (sheet_number, sheet): (usize, &str),
        row: u32,
        titled: &[Titled],
        tables: &[Table],
    ) -> Self {
        let is_unread = |column: &Column| matches!(column, Column::Unneeded | Column::NotHeld);
        let is_read = |place: u32| tables.iter().any(|table| table.column(place).is_some());
        let holds = |titled: &Titled| {
            titled.column.filter(|column| is_unread(column) || is_read(titled.place)).map(Holds::of)
        };
        let columns = titled
            .iter()
            .map(|titled| ColumnRead::of(titled.place, &titled.title, holds(titled)))
            .collect();
        Self { sheet_number, sheet: sheet.to_owned(), row, columns }
    }

    /// Takes samples from a row of a person; a column that holds something and has no title, within the titles or as near to
    /// them as `room`, is one nobody has named.
    pub(super) fn look_at(&mut self, line: &Line, room: u32) {
        let (Some(first), Some(last)) = (self.columns.first(), self.columns.last()) else { return };
        for cell in line.between(first.place.saturating_sub(room), last.place.saturating_add(room))
        {
            let place = match self.columns.binary_search_by_key(&cell.column, |column| column.place)
            {
                Ok(place) => place,
                Err(_) if self.columns.len() >= MAX_COLUMNS => continue,
                Err(place) => {
                    self.columns.insert(place, ColumnRead::of(cell.column, "", None));
                    place
                }
            };
            let Some(column) = self.columns.get_mut(place) else { continue };
            if column.holds.is_some_and(|holds| !holds.is_kept()) || column.samples.len() >= SAMPLES
            {
                continue;
            }
            if let Some(text) = text::sample(&cell.value) {
                let sample = Typed::new(text.chars().take(SAMPLE).collect::<String>());
                if !column.samples.contains(&sample) {
                    column.samples.push(sample);
                }
            }
        }
    }
}

impl ColumnRead {
    fn of(place: u32, title: &str, holds: Option<Holds>) -> Self {
        Self { place, letters: letters(place), title: plain(title), holds, samples: Vec::new() }
    }
}

/// JSON has no maps with such keys.
mod as_pairs {
    use super::{BTreeMap, Holds, Place};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        chosen: &BTreeMap<Place, Holds>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        chosen.iter().collect::<Vec<_>>().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<Place, Holds>, D::Error> {
        Ok(Vec::<(Place, Holds)>::deserialize(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{read, read_as};

    #[test]
    fn every_choice_is_read_back_from_its_word_and_what_must_not_be_held_is_none() {
        for holds in Holds::CHOICES {
            assert_eq!(holds.as_str().parse(), Ok(holds));
            assert_eq!(Holds::of(holds.column()), holds);
        }
        assert_eq!("not_held".parse::<Holds>(), Err(NoChoice));
    }

    #[test]
    fn what_must_not_be_held_is_no_sample_of_another_table_or_page() {
        let one = "№;ФИО;ИИН;Судимость\n1;Тестов Максат Тестович;900715399024;ҚҰПИЯ\n";
        let two = "№;ФИО;ИИН;Мекенжайы\n1;Мысалова Гүлнар Жобақызы;781231499045;Үлгі ауылы\n";
        let unknown = "№;ФИО;ИИН;Код\n1;Мысалова Гүлнар Жобақызы;781231499045;17\n";
        for text in [format!("{one}{two}{one}"), format!("{unknown}{one}")] {
            let report = read(text.as_bytes(), "list.csv").unwrap();
            assert!(!serde_json::to_string(&report).unwrap().contains("ҚҰПИЯ"), "{text}");
            assert_eq!(report.tables.len(), 2);
        }
    }

    #[test]
    fn a_choice_holds_on_every_page_whose_titles_say_the_same() {
        let text = "№;ФИО;ИИН;Код\n1;Тестов Максат Тестович;900715399024;099000301\n№;Ф.И.О.;ИИН;Код\n2;Мысалова Гүлнар Жобақызы;781231499045;099000302\n";
        let mut chosen = Chosen::default();
        let report = read(text.as_bytes(), "list.csv").unwrap();
        assert_eq!(report.tables.len(), 1);
        chosen.choose(&report.tables[0], 3, Holds::Document);
        let report = read_as(text.as_bytes(), "list.csv", &chosen).unwrap();
        assert!(report.rows.iter().all(|row| row.document_number.is_some()));
    }

    #[test]
    fn a_row_of_a_thousand_titles_is_none() {
        let text =
            format!("ФИО;ИИН;{}\nТестов Максат Тестович;900715399024\n", "пол;".repeat(1_000));
        assert!(read(text.as_bytes(), "list.csv").is_err());
    }
}
