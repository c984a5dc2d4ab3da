//! Quotation marks astray in text files: nobody vanishes without a word.

use std::collections::BTreeSet;

use jasaq::{
    domain::iin::Iin,
    intake::{Code, Level, Report, read},
};
use proptest::prelude::*;
use proptest::sample::select;

use super::lists::{Invented, invent};

const TITLES: [&str; 7] =
    ["№", "Тегі, аты, әкесінің аты", "ЖСН", "Туған күні", "Телефоны", "Мекенжайы", "Ескертпе"];

fn cells(number: usize, person: &Invented, address: &str) -> Vec<String> {
    vec![
        number.to_string(),
        format!("{} {} Тестович", person.surname, person.given),
        person.iin.clone(),
        person.born.clone(),
        "+7 701 000 02 01".to_owned(),
        address.to_owned(),
        String::new(),
    ]
}

/// Writes a cell by the rules: quoted if it must be, or always.
fn written(cell: &str, is_all: bool) -> String {
    if is_all || cell.contains(['"', ';', ',', '\t', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

const ADDRESSES: [&str; 5] = [
    "Үлгі ауылы 1",
    "Үлгі ауылы, Сынақ көшесі, 2",
    "Үлгі ауылы; 3",
    "Үлгі ауылы,\nСынақ көшесі, 4",
    "\"Заря\" ШҚ, 5",
];

/// Rows about which the report says something that an office sees: on the row, or in a finding of the list.
fn told(report: &Report) -> BTreeSet<u32> {
    let asking = report.rows.iter().filter(|row| row.level() >= Level::Warning).map(|row| row.row);
    asking.chain(report.unclear.iter().map(|(_, row, _)| *row)).collect()
}

fn read_iins(report: &Report) -> Vec<&str> {
    report.rows.iter().filter_map(|row| row.iin.as_ref().map(Iin::expose)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn one_mark_astray_loses_nobody_without_a_word(
        seeds in prop::collection::vec((0_u32..600_000, select(ADDRESSES[..4].to_vec())), 2..9),
        row in any::<prop::sample::Index>(),
        column in 0_usize..7,
        place in select(vec![0_usize, 1, 2, 100]),
        separator in select(vec![';', ',', '\t']),
        end in select(vec!["\n", "\r\n", "\r"]),
        is_all in any::<bool>(),
        is_in_titles in select(vec![true, false, false, false]),
    ) {
        let people: Vec<Invented> = seeds.iter().map(|(seed, _)| invent(*seed)).collect();
        let mut rows = vec![TITLES.map(|title| written(title, is_all)).to_vec()];
        for (number, (person, (_, address))) in (1..).zip(people.iter().zip(&seeds)) {
            rows.push(cells(number, person, address).iter().map(|cell| written(cell, is_all)).collect());
        }
        let row = if is_in_titles { 0 } else { 1 + row.index(people.len()) };
        let cell = &mut rows[row][column];
        let place = cell.char_indices().map(|(place, _)| place).nth(place).unwrap_or(cell.len());
        cell.insert(place, '"');
        let separator = separator.to_string();
        let text = rows.iter().map(|row| row.join(&separator)).collect::<Vec<_>>().join(end);
        let Ok(report) = read(text.as_bytes(), "list.csv") else {
            prop_assert!(is_in_titles, "refused: {text}");
            return Ok(());
        };
        let (read, told) = (read_iins(&report), told(&report));
        let lost: Vec<&Invented> = people.iter().filter(|person| !read.contains(&person.iin.as_str())).collect();
        prop_assert!(lost.is_empty() || !told.is_empty() && lost.len() <= told.len(), "{lost:?} {told:?} {text}");
        prop_assert!(report.rows.len() + report.unclear.len() >= people.len(), "{text}");
    }

    #[test]
    fn a_file_that_is_quoted_by_the_rules_is_read_without_a_question(
        seeds in prop::collection::vec((0_u32..600_000, select(ADDRESSES.to_vec())), 1..12),
        separator in select(vec![";", ",", "\t"]),
        end in select(vec!["\n", "\r\n", "\r"]),
        is_all in any::<bool>(),
    ) {
        let mut rows = vec![TITLES.map(|title| written(title, is_all)).join(separator)];
        for (number, (seed, address)) in (1..).zip(&seeds) {
            let cells = cells(number, &invent(*seed), address);
            rows.push(cells.iter().map(|cell| written(cell, is_all)).collect::<Vec<_>>().join(separator));
        }
        let report = read(rows.join(end).as_bytes(), "list.csv").unwrap();
        let expected: Vec<(u32, String)> = (2..).zip(&seeds).map(|(row, (_, address))| (row, address.replace('\n', " "))).collect();
        let read: Vec<(u32, String)> = report.rows.iter().map(|row| (row.row, row.address.clone().unwrap())).collect();
        prop_assert_eq!(read, expected);
        prop_assert!(report.rows.iter().all(|row| !row.findings.iter().any(|finding| matches!(finding.code, Code::QuoteUnclosed | Code::QuoteUnclear))));
    }
}

#[test]
fn two_lone_marks_in_one_column_keep_the_rows_between_them() {
    for (first, second) in [
        ("\"Үлгі ауылы", "Үлгі ауылы\""),
        ("\"Үлгі ауылы", "\"Үлгі ауылы"),
        ("Үлгі\" ауылы", "\"Үлгі ауылы"),
    ] {
        let mut lines = vec![TITLES.join(";")];
        for number in 1..=8 {
            let address = match number {
                3 => first,
                6 => second,
                _ => "Үлгі ауылы",
            };
            lines.push(cells(number, &invent(u32::try_from(number).unwrap()), address).join(";"));
        }
        let report = read(lines.join("\r\n").as_bytes(), "list.csv").unwrap();
        assert_eq!(read_iins(&report).len(), 8, "{first} {second}");
    }
}
