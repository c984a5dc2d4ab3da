//! A duty as pages of accounts and of people show it.

use super::example;
use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        language::Named,
        time::Instant,
    },
    storage::offices::duty::Duty,
};
use chrono::TimeDelta;
use serde::Serialize;

/// Whether a duty is held now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    Held,
    /// It begins later.
    Later,
    Ended,
}

/// A duty with its holder and its body.
#[derive(Clone, Debug, Serialize)]
pub struct DutyView {
    pub id: Id<id::Duty>,
    pub kind: DutyKind,
    pub body: Named,
    pub from: Instant,
    /// Within the last day, which counts: the duty is over when the next one begins.
    pub last: Option<Instant>,
    pub state: DutyState,
    pub name: String,
    pub user: Id<id::User>,
    /// Whom the holder stands in for.
    pub deputy_for: Option<String>,
}

impl DutyView {
    /// The duty as it is at that moment.
    #[must_use]
    pub fn of(duty: &Duty, now: Instant) -> Self {
        let state = match (duty.is_open(now), duty.from > now) {
            (false, _) => DutyState::Ended,
            (true, true) => DutyState::Later,
            (true, false) => DutyState::Held,
        };
        Self {
            id: duty.id,
            kind: duty.kind,
            body: duty.body_name.clone(),
            from: duty.from,
            last: duty.to.map(|to| to - TimeDelta::seconds(1)),
            state,
            name: duty.user_name.clone(),
            user: duty.user,
            deputy_for: duty.deputy_for_name.clone(),
        }
    }

    /// One duty that is held, one of a deputy that begins later, one that has ended.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let held = Self {
            id: Id::default(),
            kind: DutyKind::AkimatOfficer,
            body: example::akimat(),
            from: Instant::default(),
            last: None,
            state: DutyState::Held,
            name: "Мысалова Гүлнар".into(),
            user: Id::default(),
            deputy_for: None,
        };
        let last = Some(Instant::default() + TimeDelta::days(30));
        let later = Self {
            state: DutyState::Later,
            deputy_for: Some("Үлгіев Нұрлан".into()),
            last,
            ..held.clone()
        };
        let ended =
            Self { state: DutyState::Ended, kind: DutyKind::Administrator, last, ..held.clone() };
        vec![held, later, ended]
    }
}
