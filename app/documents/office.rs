//! Papers of an office by their areas: which words, columns and lines to sign each has, in Kazakh or in Russian (clauses 7, 19-23).

use super::letter::{Column, Letter, Signature, Table};
use crate::{
    domain::language::{Language, Named},
    phrases::{self, Arguments},
};
use chrono::{Datelike, NaiveDate};

/// The languages of papers; a paper is in one of them.
pub const LANGUAGES: [Language; 2] = [Language::Kk, Language::Ru];

/// Number and day of a paper.
#[derive(Clone, Debug)]
pub struct Number {
    pub number: String,
    pub on: NaiveDate,
}

/// A list of a squad's members between two bodies.
#[derive(Clone, Debug)]
pub struct List {
    pub akimat: Named,
    pub territory: Named,
    pub squad: Named,
    /// The number and the day under which it was sent.
    pub sent: Number,
}

/// A person of a list as it was sent.
#[derive(Clone, Debug)]
pub struct ListedPerson {
    pub name: String,
    pub birth_date: Option<NaiveDate>,
    pub iin: String,
    pub address: Option<String>,
    /// Pages of the copy of the identity document.
    pub pages: usize,
}

/// The letter with which an akimat sends a list (clause 19).
#[must_use]
pub fn cover_letter(language: Language, list: &List, people: &[ListedPerson]) -> Letter {
    let pages: usize = people.iter().map(|person| person.pages).sum();
    let row = |(number, person): (usize, &ListedPerson)| {
        vec![
            number.to_string(),
            person.name.clone(),
            person.birth_date.map(date).unwrap_or_default(),
            person.iin.clone(),
            person.address.clone().unwrap_or_default(),
        ]
    };
    Letter {
        addressee: vec![list.territory.get(language).to_owned()],
        words: vec![says(language, "cover-letter-says", [("squad", squad(language, list))])],
        table: Some(Table {
            columns: columns(
                language,
                &[("paper-order", 2), ("name", 11), ("birth-date", 5), ("iin", 6), ("address", 12)],
            ),
            rows: (1..).zip(people).map(row).collect(),
        }),
        close: vec![says(
            language,
            "cover-letter-count",
            [("n", people.len().to_string()), ("pages", pages.to_string())],
        )],
        ..blank(language, &list.akimat, "cover-letter-title", Ok(&list.sent))
    }
}

/// The outcome of vetting a person, as an akimat is told: no reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VettedPerson {
    pub name: String,
    pub is_registered: bool,
}

/// The answer of a territorial subdivision to a list (clause 19): who is registered, and whom to remove.
#[must_use]
pub fn reply(language: Language, list: &List, people: &[VettedPerson], on: NaiveDate) -> Letter {
    let registered = people.iter().filter(|person| person.is_registered).count();
    let outcome = |person: &VettedPerson| {
        says(
            language,
            if person.is_registered { "reply-registered" } else { "reply-to-remove" },
            [],
        )
    };
    let row = |(number, person): (usize, &VettedPerson)| {
        vec![number.to_string(), person.name.clone(), outcome(person)]
    };
    let count = |count: usize| count.to_string();
    Letter {
        addressee: vec![list.akimat.get(language).to_owned()],
        words: vec![says(
            language,
            "reply-says",
            [
                ("squad", squad(language, list)),
                ("number", list.sent.number.clone()),
                ("date", day(language, list.sent.on)),
            ],
        )],
        table: Some(Table {
            columns: columns(language, &[("paper-order", 2), ("name", 16), ("reply-outcome", 14)]),
            rows: (1..).zip(people).map(row).collect(),
        }),
        close: vec![says(
            language,
            "reply-count",
            [("registered", count(registered)), ("removed", count(people.len() - registered))],
        )],
        ..blank(language, &list.territory, "reply-title", Err(on))
    }
}

/// An item of a decision of a council.
#[derive(Clone, Debug)]
pub struct DecidedItem {
    /// As the decision's page says it.
    pub decided: String,
    pub squad: Named,
    /// Who is appointed.
    pub leader: Option<String>,
    /// In favour, against, abstained.
    pub votes: [i32; 3],
}

/// An extract of a decision of a coordination council (clause 7).
#[must_use]
pub fn decision_extract(
    language: Language,
    council: &Named,
    decision: &Number,
    presided_by: &str,
    items: &[DecidedItem],
) -> Letter {
    let row = |(number, item): (usize, &DecidedItem)| {
        let [in_favour, against, abstained] = item.votes.map(|votes| votes.to_string());
        vec![
            number.to_string(),
            item.decided.clone(),
            format!("«{}»", item.squad.get(language)),
            item.leader.clone().unwrap_or_default(),
            says(
                language,
                "decision-votes",
                [("for", in_favour), ("against", against), ("abstained", abstained)],
            ),
        ]
    };
    Letter {
        words: vec![
            says(
                language,
                "decision-extract-says",
                [("number", decision.number.clone()), ("date", day(language, decision.on))],
            ),
            format!("{}: {presided_by}", says(language, "field-presided-by", [])),
        ],
        table: Some(Table {
            columns: columns(
                language,
                &[
                    ("paper-order", 2),
                    ("decision-kind", 9),
                    ("squad", 7),
                    ("decision-extract-leader", 9),
                    ("decision-extract-votes", 9),
                ],
            ),
            rows: (1..).zip(items).map(row).collect(),
        }),
        close: vec![says(language, "extract-is-true", [])],
        requisites: String::new(),
        ..blank(language, council, "decision-extract-title", Ok(decision))
    }
}

/// An extract that is a table of a register or book: the phrases of its columns with their widths, and its rows.
#[must_use]
pub fn extract(
    language: Language,
    (of, on): (&Named, NaiveDate),
    title: &str,
    table: (&[(&str, u8)], Vec<Vec<String>>),
    close: Vec<String>,
) -> Letter {
    let (headings, rows) = table;
    Letter {
        is_wide: true,
        requisites: says(language, "extract-made", [("date", day(language, on))]),
        table: Some(Table { columns: columns(language, headings), rows }),
        close: close.into_iter().chain([says(language, "extract-is-true", [])]).collect(),
        ..blank(language, of, title, Err(on))
    }
}

/// A letter to a person: name and address, what it says, and a line for the receipt.
#[must_use]
pub fn notice(
    language: Language,
    (from, on): (&Named, NaiveDate),
    (name, address): (&str, Option<&str>),
    words: Vec<String>,
) -> Letter {
    let addressee = [Some(name), address].into_iter().flatten().map(str::to_owned).collect();
    let blank = blank(language, from, "notice-letter-title", Err(on));
    let delivered = Signature {
        words: says(language, "notice-letter-delivered", []),
        captions: ["paper-received-on", "paper-sign"].map(|key| says(language, key, [])).into(),
    };
    let signatures = blank.signatures.iter().cloned().chain([delivered]).collect();
    Letter { addressee, words, signatures, ..blank }
}

/// A paper of a body under a number and a day, or with lines for both and the day that it was made.
fn blank(
    language: Language,
    sender: &Named,
    title: &str,
    number: Result<&Number, NaiveDate>,
) -> Letter {
    let (requisites, on) = match number {
        Ok(Number { number, on }) => {
            let said = [("number", number.clone()), ("date", day(language, *on))];
            (says(language, "paper-number", said), *on)
        }
        Err(on) => (says(language, "paper-number-blank", []), on),
    };
    let captions = ["paper-position", "paper-sign", "paper-signer"];
    Letter {
        language,
        day: on,
        is_wide: false,
        sender: sender.get(language).to_owned(),
        requisites,
        addressee: Vec::new(),
        title: says(language, title, []),
        words: Vec::new(),
        table: None,
        close: Vec::new(),
        signatures: vec![Signature {
            words: String::new(),
            captions: captions.map(|key| says(language, key, [])).into(),
        }],
    }
}

fn columns(language: Language, of: &[(&str, u8)]) -> Vec<Column> {
    of.iter()
        .map(|(key, share)| Column { heading: says(language, key, []), share: *share })
        .collect()
}

fn squad(language: Language, list: &List) -> String {
    list.squad.get(language).to_owned()
}

/// A day in words: «2026 жылғы 22 қараша», «22 ноября 2026 года».
#[must_use]
pub fn day(language: Language, on: NaiveDate) -> String {
    let month = phrases::plain(language, &format!("month-{}", on.month()));
    let said = [("year", on.year().to_string()), ("day", on.day().to_string()), ("month", month)];
    says(language, "paper-day", said)
}

/// A day in figures, as tables have it.
#[must_use]
pub fn date(on: NaiveDate) -> String {
    on.format("%d.%m.%Y").to_string()
}

fn says<const N: usize>(
    language: Language,
    key: &str,
    with: [(&'static str, String); N],
) -> String {
    let arguments: Arguments =
        with.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    phrases::say(language, key, &arguments).unwrap_or_else(|| phrases::plain(language, key))
}
