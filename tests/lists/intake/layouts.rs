//! Lists laid out at random: never a panic, never a wrong IIN, as many people out as in.

use jasaq::{
    domain::iin::Iin,
    intake::{
        Chosen, Code, Holds, cell_text::CELLS, read, read_as, review::Review,
        reviewed_row::RowInput,
    },
};
use proptest::prelude::*;
use proptest::sample::select;

use super::lists::{Invented, csv, folder, invent};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Number,
    Name,
    Iin,
    Born,
    Secret,
    Note,
}

impl Kind {
    fn titles(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["№ п/п", "Р/с №", "№"],
            Self::Name => &[
                "Ф.И.О.",
                "Тегі, аты, әкесінің аты",
                "Т.А.Ә.",
                "Фамилия, имя, отчество (при наличии)",
            ],
            Self::Iin => &["ИИН", "ЖСН", "Жеке сәйкестендіру нөмірі", "ИИН (12 цифр)"],
            Self::Born => &["Дата рождения", "Туған күні, айы, жылы", "г.р."],
            Self::Secret => &["Судимость", "Соттылығы", "Состоит ли на учете в ПНД", "Диагноз"],
            Self::Note => &["Примечание", "Ескертпе"],
        }
    }

    fn cell(self, person: &Invented, number: usize, iin: &str) -> String {
        match self {
            Self::Number => format!("{number}."),
            Self::Name => format!("{} {}", person.surname, person.given),
            Self::Iin => iin.to_owned(),
            Self::Born => person.born.split('-').rev().collect::<Vec<_>>().join("."),
            Self::Secret => "ҚҰПИЯ-СЕКРЕТ".to_owned(),
            Self::Note => "тексерілген, аты ҚҰПИЯ-СЕКРЕТ".to_owned(),
        }
    }
}

/// What stands between people.
fn between() -> impl Strategy<Value = Option<&'static str>> {
    select(vec![
        None,
        None,
        None,
        Some(""),
        Some("Шиликтинский сельский округ"),
        Some("Үлгі ауылы"),
        Some("1|2|3|4|5|6"),
    ])
}

prop_compose! {
    fn layout()(
        kinds in Just(vec![Kind::Number, Kind::Name, Kind::Iin, Kind::Born, Kind::Secret, Kind::Note]).prop_shuffle(),
        title in 0_usize..12,
        above in 0_usize..8,
        left in 0_usize..3,
        people in prop::collection::vec((0_u32..600_000, between(), 0_usize..4), 1..30),
    ) -> (Vec<Kind>, usize, usize, usize, Vec<(u32, Option<&'static str>, usize)>) {
        (kinds, title, above, left, people)
    }
}

fn iin_as_typed(iin: &str, how: usize) -> String {
    match how {
        0 => iin.to_owned(),
        1 => format!("{} {}", &iin[..6], &iin[6..]),
        2 => iin.trim_start_matches('0').to_owned(),
        _ => format!("'{iin}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn as_many_people_come_out_as_went_in((kinds, title, above, left, people) in layout()) {
        let mut rows: Vec<Vec<String>> = (0..above).map(|line| vec![String::new(), format!("Қосымша, {line}-жол: ИИН, Ф.И.О.")]).collect();
        let pad = vec![String::new(); left];
        let row = |cells: Vec<String>| [pad.clone(), cells].concat();
        rows.push(row(kinds.iter().map(|kind| kind.titles()[title % kind.titles().len()].to_owned()).collect()));
        for (number, (seed, extra, how)) in people.iter().enumerate() {
            if let Some(extra) = extra {
                rows.push(row(extra.split('|').map(str::to_owned).collect()));
            }
            let person = invent(*seed);
            rows.push(row(kinds.iter().map(|kind| kind.cell(&person, number + 1, &iin_as_typed(&person.iin, *how))).collect()));
        }
        rows.push(row(vec![String::new(), "Заместитель акима района".to_owned(), String::new(), "Т. Примеров".to_owned()]));
        let report = read(&csv(&rows), "list.csv").unwrap();
        let read: Vec<&str> = report.rows.iter().filter_map(|row| row.iin.as_ref().map(Iin::expose)).collect();
        let written: Vec<String> = people.iter().map(|(seed, ..)| invent(*seed).iin).collect();
        prop_assert_eq!(read, written);
        prop_assert_eq!(report.rows.len(), people.len());
        prop_assert!(report.findings.iter().any(|finding| finding.code == Code::ColumnNotHeld));
        prop_assert!(!serde_json::to_string(&report).unwrap().contains("СЕКРЕТ"));
        for (row, (seed, ..)) in report.rows.iter().zip(&people) {
            prop_assert_eq!(row.birth_date.map(|date| date.to_string()), Some(invent(*seed).born));
        }
    }

    #[test]
    fn a_digit_that_was_left_out_never_makes_another_iin(seed in 0_u32..600_000, place in 0_usize..12) {
        let person = invent(seed);
        let mut iin = person.iin.clone();
        iin.remove(place);
        let born = Kind::Born.cell(&person, 1, &iin);
        let rows = [["Ф.И.О.", "ИИН", "Дата рождения"].map(str::to_owned).to_vec(), vec!["Тестов Тест".to_owned(), iin, born]];
        let report = read(&csv(&rows), "list.csv").unwrap();
        let read = report.rows[0].iin.as_ref().map(Iin::expose);
        prop_assert!(read.is_none() || read == Some(person.iin.as_str()), "{:?}", report.rows[0].findings);
    }

    #[test]
    fn no_cells_make_the_reader_panic(cells in prop::collection::vec(prop::collection::vec(cell(), 0..8), 0..12)) {
        let titles = ["№", "Ф.И.О., дата рождения", "ИИН", "Дата рождения", "Документ", "Телефон", "Адрес", "Примечание"];
        let mut rows = vec![titles.map(str::to_owned).to_vec()];
        rows.extend(cells);
        if let Ok(report) = read(&csv(&rows), "list.csv") {
            for row in &report.rows {
                prop_assert!(row.iin.as_ref().is_none_or(|iin| Iin::parse(iin.expose()).is_ok()));
                prop_assert!(row.iin.is_some() || !row.findings.is_empty());
            }
        }
    }

    #[test]
    fn no_choice_of_columns_makes_a_wrong_iin_or_reads_what_must_not_be_held(
        (kinds, title, above, _, people) in layout(),
        chosen in prop::collection::vec((0_u32..9, select(Holds::CHOICES.to_vec())), 0..5),
    ) {
        let mut rows: Vec<Vec<String>> = (0..above).map(|_| vec!["Қосымша".to_owned()]).collect();
        rows.push(kinds.iter().map(|kind| kind.titles()[title % kind.titles().len()].to_owned()).collect());
        for (number, (seed, _, how)) in people.iter().enumerate() {
            let person = invent(*seed);
            rows.push(kinds.iter().map(|kind| kind.cell(&person, number + 1, &iin_as_typed(&person.iin, *how))).collect());
        }
        let first = read(&csv(&rows), "list.csv").unwrap();
        let secret = kinds.iter().position(|kind| *kind == Kind::Secret).unwrap();
        let mut choice = Chosen::default();
        for (place, holds) in chosen {
            choice.choose(&first.tables[0], place, holds);
        }
        let Ok(report) = read_as(&csv(&rows), "list.csv", &choice) else { return Ok(()) };
        let lines: std::collections::BTreeSet<_> = report.rows.iter().map(|row| row.row).collect();
        prop_assert!(lines.len() <= people.len() && lines.first().is_some_and(|first| *first as usize > above + 1));
        prop_assert!(report.rows.iter().all(|row| row.iin.as_ref().is_none_or(|iin| Iin::parse(iin.expose()).is_ok())));
        let secret = report.tables[0].columns.iter().find(|column| column.place as usize == secret);
        prop_assert!(secret.is_none_or(|column| column.holds == Some(Holds::NotHeld) && column.samples.is_empty()));
    }

    #[test]
    fn nothing_typed_into_a_report_makes_a_wrong_iin_or_loses_a_row(
        cells in prop::collection::vec(prop::collection::vec(cell(), 8), 1..8),
        said in prop::collection::vec((0_usize..9, 0_usize..8, cell(), any::<bool>()), 0..12),
    ) {
        let titles = ["№", "Ф.И.О.", "ИИН", "Дата рождения", "Документ", "Телефон", "Адрес", "Примечание"];
        let mut rows = vec![titles.map(str::to_owned).to_vec()];
        rows.extend(cells);
        let Ok(report) = read(&csv(&rows), "list.csv") else { return Ok(()) };
        let count = report.rows.len() + report.unclear.len();
        let mut review = Review::of(report);
        for (place, field, text, is_left_out) in said {
            review.enter(place, RowInput { cells: [(CELLS[field], text)].into(), is_left_out, ..RowInput::default() });
        }
        let checked = review.checked_rows();
        prop_assert_eq!(checked.len(), count);
        let taken: Vec<_> = checked.iter().filter(|row| row.is_taken()).map(|row| &row.row).collect();
        for row in &taken {
            prop_assert!(row.surname.is_some() && row.given_name.is_some());
            prop_assert!(row.iin.as_ref().is_some_and(|iin| Iin::parse(iin.expose()).is_ok()));
        }
        let different: std::collections::BTreeSet<_> = taken.iter().map(|row| row.iin.clone()).collect();
        prop_assert_eq!(different.len(), taken.len(), "nobody is taken twice");
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), ending in select(vec!["xlsx", "csv", "xls"])) {
        let _ = read(&bytes, &format!("list.{ending}"));
    }

    #[test]
    fn no_damage_makes_the_reader_panic(
        file in select(vec!["02_zaisan_ru_text_dates.xlsx", "10_excel97.xls", "11_open_document.ods"]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = std::fs::read(folder().join(file)).unwrap();
        for (place, byte) in damage {
            *place.get_mut(&mut bytes) = byte;
        }
        let _ = read(&bytes, file);
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "[0-9 .,/-]{0,14}",
        "[А-Яа-яӘәҒғҚқ .]{0,25}",
        (0_u32..600_000).prop_map(|seed| invent(seed).iin),
        select(vec![
            "Всего: 3",
            "=\"",
            "ИИН",
            "N99000001",
            "1.",
            "нет",
            "1990 жылғы 15 шілде",
            "\u{202e}",
            "ИИН ұ"
        ])
        .prop_map(str::to_owned),
    ]
}
