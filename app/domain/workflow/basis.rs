//! The basis of an act, a handoff or a mail: clauses that order it, or a decision of the product's own.

use crate::domain::{clause::Clause, edition::Edition, own_decision::OwnDecision};
use serde::{Deserialize, Serialize};

/// Why something is done at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// These clauses order or allow it.
    Ordered(&'static [Clause]),
    /// The Rules are silent: the product decided it beside a clause.
    Own(OwnDecision),
    /// Housekeeping of accounts, bodies and mail, beside no clause.
    Administration,
}

impl Basis {
    /// The clauses that pages and mails name: those that order it, or the one beside which it is the product's own.
    #[must_use]
    pub fn clauses_shown(self) -> Vec<Clause> {
        match self {
            Self::Ordered(clauses) => clauses.to_vec(),
            Self::Own(decision) => vec![decision.beside()],
            Self::Administration => Vec::new(),
        }
    }
}

/// A basis as the journal keeps it, with the edition of the Rules that was in force.
///
/// ```text
/// {"ordered":{"clauses":["7"],"edition":"26.05.2023 No. 405"}}   {"own":"receipt_confirmed"}   "administration"
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RecordedBasis {
    Ordered { clauses: Vec<Clause>, edition: Edition },
    Own(OwnDecision),
    Administration,
}

impl Basis {
    /// The basis as it is recorded of an act of that edition's day.
    #[must_use]
    pub fn recorded(self, edition: Edition) -> RecordedBasis {
        match self {
            Self::Ordered(clauses) => RecordedBasis::Ordered { clauses: clauses.to_vec(), edition },
            Self::Own(decision) => RecordedBasis::Own(decision),
            Self::Administration => RecordedBasis::Administration,
        }
    }

    /// The basis as pages show it where nothing was carried out yet.
    #[must_use]
    pub fn shown(self) -> ShownBasis {
        match self {
            Self::Ordered(clauses) => ShownBasis::ordered(clauses, None),
            Self::Own(decision) => ShownBasis::Own { decision },
            Self::Administration => ShownBasis::Administration,
        }
    }
}

impl RecordedBasis {
    /// The basis as a history shows it.
    #[must_use]
    pub fn shown(&self) -> ShownBasis {
        match self {
            Self::Ordered { clauses, edition } => ShownBasis::ordered(clauses, Some(*edition)),
            Self::Own(decision) => ShownBasis::Own { decision: *decision },
            Self::Administration => ShownBasis::Administration,
        }
    }
}

/// A basis as pages and mails show it. An own decision names no clause: it must not look like an order of the Rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ShownBasis {
    /// This clause orders it, in the edition of the act's day.
    Ordered { clause: Clause, edition: Option<Edition> },
    /// The Rules are silent.
    Own { decision: OwnDecision },
    /// Housekeeping.
    Administration,
}

impl ShownBasis {
    /// The first clause stands for all.
    fn ordered(clauses: &[Clause], edition: Option<Edition>) -> Self {
        clauses
            .first()
            .map_or(Self::Administration, |clause| Self::Ordered { clause: *clause, edition })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_kept_in_words_that_can_be_read_again() {
        for (basis, kept) in [
            (
                Basis::Ordered(&[Clause::C15, Clause::C22]),
                r#"{"ordered":{"clauses":["15","22"],"edition":"26.05.2023 No. 405"}}"#,
            ),
            (Basis::Own(OwnDecision::ReceiptConfirmed), r#"{"own":"receipt_confirmed"}"#),
            (Basis::Administration, r#""administration""#),
        ] {
            let recorded = basis.recorded(Edition::May2023);
            assert_eq!(serde_json::to_string(&recorded).unwrap(), kept);
            assert_eq!(serde_json::from_str::<RecordedBasis>(kept).unwrap(), recorded);
            match (recorded.shown(), basis.shown()) {
                (
                    ShownBasis::Ordered { clause, edition },
                    ShownBasis::Ordered { clause: same, edition: None },
                ) => assert_eq!((clause, edition), (same, Some(Edition::May2023))),
                (recorded, shown) => assert_eq!(recorded, shown),
            }
        }
        assert!(serde_json::from_str::<RecordedBasis>(r#"{"own":"somebody_said_so"}"#).is_err());
    }
}
