//! The workflow table as a reviewer reads it: every change of it shows in the snapshots beside this file.

use crate::harness::database::product;
use jasaq::domain::{
    body::DutyKind,
    clause::Clause,
    handoff::CaseKind,
    workflow::{
        Basis, Change, HANDOFFS, HandoffRow, NOTICES, NoticeRow, Row, State, TABLE, Term, Told,
        When, Who,
    },
};
use std::{env, fmt::Display, fs};

fn listed<T: Display>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn basis(basis: Basis) -> String {
    let clauses = |clauses: &[Clause]| {
        format!("{} {}", if clauses.len() == 1 { "clause" } else { "clauses" }, listed(clauses))
    };
    match basis {
        Basis::Ordered(ordering) => format!("ordered by {}", clauses(ordering)),
        Basis::Own(decision) => {
            format!("own: {decision}, beside {}", clauses(&[decision.beside()]))
        }
        Basis::Administration => "administration".to_owned(),
    }
}

fn who(who: Who) -> String {
    match who {
        Who::Duty(duty) => duty.to_string(),
        Who::AnyOf(duties) => {
            duties.iter().copied().map(DutyKind::as_str).collect::<Vec<_>>().join(" or ")
        }
        Who::Leader => "the leader".to_owned(),
        Who::LeaderOr(duties) => {
            let named = duties.iter().copied().map(DutyKind::as_str);
            ["the leader"].into_iter().chain(named).collect::<Vec<_>>().join(" or ")
        }
        Who::Applicant => "the applicant".to_owned(),
        Who::LinkHolder => "the holder of the link".to_owned(),
        Who::System => "the system".to_owned(),
    }
}

fn is(state: State) -> &'static str {
    state.words().1
}

fn from(change: Change) -> &'static str {
    change.from.map_or("new", is)
}

/// `list: draft, received → sent; entry: returned → open`: steps to one state together, in the order of the row.
fn steps(changes: &[Change]) -> String {
    let things = changes.chunk_by(|a, b| a.to.words().0 == b.to.words().0).map(|of_thing| {
        let steps = of_thing.chunk_by(|a, b| a.to == b.to).map(|to_state| {
            let from: Vec<_> = to_state.iter().copied().map(from).collect();
            format!("{} → {}", listed(&from), is(to_state[0].to))
        });
        format!("{}: {}", of_thing[0].to.words().0, steps.collect::<Vec<_>>().join(", "))
    });
    things.collect::<Vec<_>>().join("; ")
}

fn act(row: &Row) -> String {
    let number = row.number.map(|number| format!("{number} ")).unwrap_or_default();
    let when = match row.when {
        When::Begins => format!("begins a {}", listed(row.cases)),
        When::In(states) => {
            let of = |case: &CaseKind| {
                let states: Vec<_> = states
                    .iter()
                    .copied()
                    .filter(|state| state.words().0 == case.as_str())
                    .map(is)
                    .collect();
                assert!(!states.is_empty(), "{} is on a {case}", row.act);
                format!("{case} in {}", listed(&states))
            };
            let cases: Vec<String> = row.cases.iter().map(of).collect();
            let is_of_case =
                |state: &State| row.cases.iter().any(|case| case.as_str() == state.words().0);
            assert!(states.iter().all(is_of_case), "{}", row.act);
            cases.join(" or ")
        }
    };
    let mut lines =
        vec![format!("{number}{} · {} · {} · {when}", row.act, who(row.who), basis(row.basis))];
    lines.extend((!row.changes.is_empty()).then(|| steps(row.changes)));
    let mut part = |verb: &str, items: String| {
        lines.extend((!items.is_empty()).then(|| format!("{verb} {items}")));
    };
    part("opens", listed(row.opens));
    part("may open", listed(row.may_open));
    part("closes", listed(row.closes));
    part("notifies", listed(row.notifies));
    part("then", listed(row.then));
    lines.join("\n    ") + "\n"
}

fn handoff(row: &HandoffRow) -> String {
    let term = match row.term {
        Term::None => String::new(),
        Term::Internal => " · internal target of its body".to_owned(),
        Term::Statutory(days) => format!(" · statutory term of {days} days"),
    };
    format!("handoff {} · to {} · {} · {}{term}\n", row.kind, row.to, row.nature, basis(row.basis))
}

fn notice(row: &NoticeRow) -> String {
    format!(
        "notice {} · to {} · {}\n",
        row.notice,
        match row.to {
            Told::Duty(duty) => duty.as_str(),
            Told::User => "the user",
            Told::Person => "the person",
        },
        basis(row.basis)
    )
}

/// Each thing with its states, and the acts that lead to them.
fn lifecycle() -> String {
    let states: Vec<State> = State::all().collect();
    let mut lines = Vec::new();
    for of_thing in states.chunk_by(|a, b| a.words().0 == b.words().0) {
        lines.push(of_thing[0].words().0.to_owned());
        for start in [None].into_iter().chain(of_thing.iter().copied().map(Some)) {
            for end in of_thing {
                let change = Change { from: start, to: *end };
                let acts: Vec<_> = TABLE
                    .iter()
                    .filter(|row| row.changes.contains(&change))
                    .map(|row| row.act)
                    .collect();
                if !acts.is_empty() {
                    lines.push(format!("    {} → {} → {}", from(change), listed(&acts), is(*end)));
                }
            }
        }
        let is_reached = |state: &State| {
            TABLE.iter().flat_map(|row| row.changes).any(|change| change.to == *state)
        };
        lines.extend(
            of_thing
                .iter()
                .filter(|state| !is_reached(state))
                .map(|state| format!("    no act yet → {}", is(*state))),
        );
    }
    lines.join("\n") + "\n"
}

fn is_reviewed(name: &str, now: &str) {
    let path = product("tests/snapshots").join(name);
    if env::var("JASAQ_REVIEWED").is_ok() {
        fs::write(&path, now).unwrap();
    }
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        now == reviewed,
        "the table has changed: run once with JASAQ_REVIEWED=1 and read the difference before you commit it\n{now}"
    );
}

#[test]
fn the_workflow_table_is_the_one_that_was_reviewed() {
    let acts: String = TABLE.iter().map(act).collect();
    let handoffs: String = HANDOFFS.iter().map(handoff).collect();
    let notices: String = NOTICES.iter().map(notice).collect();
    is_reviewed("workflow.txt", &[acts, handoffs, notices].join("\n"));
}

#[test]
fn the_life_cycle_of_each_thing_is_the_one_that_was_reviewed() {
    is_reviewed("lifecycle.txt", &lifecycle());
}
