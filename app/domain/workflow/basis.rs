//! The basis of an act, a handoff or a mail: clauses that order it, or a decision of the product's own.

use crate::domain::{
    clause::{Clause, Edition},
    own_decision::OwnDecision,
};
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

    /// The first of [`Self::clauses_shown`], for a page or mail with room for one.
    #[must_use]
    pub fn clause_shown(self) -> Option<Clause> {
        self.clauses_shown().first().copied()
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

impl From<Basis> for RecordedBasis {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Ordered(clauses) => {
                Self::Ordered { clauses: clauses.to_vec(), edition: Edition::IN_FORCE }
            }
            Basis::Own(decision) => Self::Own(decision),
            Basis::Administration => Self::Administration,
        }
    }
}

impl RecordedBasis {
    /// The clause and edition that a history names: of the order, or of the clause beside which it is the product's own.
    #[must_use]
    pub fn shown(&self) -> Option<(Clause, Edition)> {
        match self {
            Self::Ordered { clauses, edition } => clauses.first().map(|clause| (*clause, *edition)),
            Self::Own(decision) => Some((decision.beside(), Edition::IN_FORCE)),
            Self::Administration => None,
        }
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
            let recorded = RecordedBasis::from(basis);
            assert_eq!(serde_json::to_string(&recorded).unwrap(), kept);
            assert_eq!(serde_json::from_str::<RecordedBasis>(kept).unwrap(), recorded);
            assert_eq!(recorded.shown().map(|(clause, _)| clause), basis.clause_shown());
        }
        assert!(serde_json::from_str::<RecordedBasis>(r#"{"own":"somebody_said_so"}"#).is_err());
    }
}
