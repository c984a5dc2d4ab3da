//! The workflow table as a reviewer reads it: every change of it shows in the snapshot beside this file.

use crate::harness::database::product;
use jasaq::domain::workflow::{Change, Row, State, TABLE};
use std::{env, fmt::Write, fs};

fn state(state: State) -> String {
    let (of, is) = state.words();
    format!("{of} {is}")
}

fn change(change: Change) -> String {
    match change.from {
        Some(from) => format!("{} → {}", state(from), change.to.words().1),
        None => format!("new {}", state(change.to)),
    }
}

fn line(row: &Row) -> String {
    let mut text = String::new();
    let who = row.who.map_or("follows by itself", jasaq::domain::body::DutyKind::as_str);
    let clause = row.clause.map_or_else(|| "not set by the Rules".to_owned(), |clause| format!("clause {clause}"));
    writeln!(text, "{} {} · {who} · {clause} · {}", row.number, row.act, row.case).unwrap();
    let mut part = |name: &str, items: Vec<String>| {
        if !items.is_empty() {
            writeln!(text, "    {name}: {}", items.join(" | ")).unwrap();
        }
    };
    part("when", row.when.iter().map(|s| state(*s)).collect());
    part("steps", row.changes.iter().copied().map(change).collect());
    part("opens", row.opens.iter().map(ToString::to_string).collect());
    part("may open", row.may_open.iter().map(ToString::to_string).collect());
    part("closes", row.closes.iter().map(ToString::to_string).collect());
    part("tells", row.notifies.iter().map(ToString::to_string).collect());
    text
}

#[test]
fn the_workflow_table_is_the_one_that_was_reviewed() {
    let path = product("tests/snapshots/workflow.txt");
    let now: String = TABLE.iter().map(line).collect();
    if env::var("JASAQ_REVIEWED").is_ok() {
        fs::write(&path, &now).unwrap();
    }
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    assert!(now == reviewed, "the table has changed: run once with JASAQ_REVIEWED=1 and read the difference before you commit it\n{now}");
}
