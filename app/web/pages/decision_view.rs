//! A decision of a council as pages show it.

use crate::{
    domain::{
        decision::DecisionKind,
        id::{self, Id},
        language::Named,
    },
    storage::squads::decision::Decision,
};
use chrono::NaiveDate;
use serde::Serialize;

/// A decision as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionView {
    pub id: Id<id::Decision>,
    pub kind: DecisionKind,
    pub number: String,
    pub decided_on: NaiveDate,
    pub presided_by: String,
    pub votes: Votes,
    pub squad: DecidedSquad,
}

/// How a council voted.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Votes {
    #[serde(rename = "for")]
    pub in_favour: i32,
    pub against: i32,
    pub abstained: i32,
}

/// The squad that a decision is about.
#[derive(Clone, Debug, Serialize)]
pub struct DecidedSquad {
    pub id: Id<id::Squad>,
    pub name: Named,
}

impl From<&Decision> for DecisionView {
    fn from(decision: &Decision) -> Self {
        Self {
            id: decision.id,
            kind: decision.kind,
            number: decision.number.clone(),
            decided_on: decision.decided_on,
            presided_by: decision.presided_by.clone(),
            votes: Votes {
                in_favour: decision.votes_for,
                against: decision.votes_against,
                abstained: decision.votes_abstained,
            },
            squad: DecidedSquad {
                id: decision.squad,
                name: Named::of_squad(decision.squad_kk.clone(), decision.squad_ru.clone()),
            },
        }
    }
}

impl DecisionView {
    /// A fictional decision of that kind.
    pub fn sample(kind: DecisionKind) -> Self {
        Self {
            id: Id::new(),
            kind,
            number: "7-К".to_owned(),
            decided_on: NaiveDate::default(),
            presided_by: "Үлгіев Ү.".to_owned(),
            votes: Votes { in_favour: 5, against: 1, abstained: 0 },
            squad: DecidedSquad {
                id: Id::new(),
                name: Named::of_squad("Үлгі".to_owned(), "Улги".to_owned()),
            },
        }
    }
}
