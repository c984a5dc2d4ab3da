//! Whose turn it is on a case, and which work of its reader is finished.

use super::example;
use crate::{
    domain::{
        handoff::{HandoffKind, Nature},
        language::Named,
        time::Instant,
    },
    storage::{case_handoffs::CaseHandoffs, offices::directory::Directory},
};
use serde::Serialize;

/// Whose turn it is. An old mail may lead to a page where nothing is left to do: the page says who did it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Turn {
    waits: Vec<WaitLine>,
    finished: Vec<FinishedLine>,
}

/// Work that waits on a body.
#[derive(Clone, Debug, Serialize)]
struct WaitLine {
    kind: HandoffKind,
    body: Option<Named>,
}

/// Work of the reader's duty that is done.
#[derive(Clone, Debug, Serialize)]
struct FinishedLine {
    kind: HandoffKind,
    /// The body as it was called then.
    body: Option<Named>,
    by: Option<String>,
    at: Instant,
}

impl Turn {
    /// The turn on a case with these handoffs.
    #[must_use]
    pub fn of(handoffs: &CaseHandoffs, directory: &Directory) -> Self {
        let duties = handoffs.open.iter().filter(|handoff| handoff.nature == Nature::Duty);
        Self {
            waits: duties
                .map(|waiting| WaitLine {
                    kind: waiting.kind,
                    body: directory.name(waiting.to_body).cloned(),
                })
                .collect(),
            finished: handoffs
                .finished
                .iter()
                .map(|done| FinishedLine {
                    kind: done.kind,
                    body: done.by_body.and_then(|body| directory.name_at(body, done.at)).cloned(),
                    by: done.by.clone(),
                    at: done.at,
                })
                .collect(),
        }
    }

    /// A fictional turn: one thing is done, another waits.
    #[must_use]
    pub fn sample() -> Self {
        let body = Some(example::akimat());
        let done = |by| FinishedLine {
            kind: HandoffKind::ReceiveList,
            body: body.clone(),
            by,
            at: Instant::default(),
        };
        Self {
            waits: vec![WaitLine { kind: HandoffKind::VetList, body: body.clone() }],
            finished: vec![done(None), done(Some("Үлгіев Үлгі".to_owned()))],
        }
    }
}
