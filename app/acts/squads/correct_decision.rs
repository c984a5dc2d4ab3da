//! Act 2d: the council's secretary mends a slip of the pen in a recorded decision, and nothing that it decides.

use super::decision;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        decision::DecisionKind,
        events::squads::DecisionCorrected,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope, StorageError, squads::decision::Paper},
};
use chrono::NaiveDate;

/// How a decision is to read.
pub struct CorrectDecision {
    pub decision: Id<id::Decision>,
    /// How often it had been corrected when the form was made.
    pub corrections: usize,
    pub number: String,
    pub decided_on: Option<NaiveDate>,
    pub presided_by: String,
}

faults! {
    /// A fault of a correction.
    CorrectDecisionError {
        Number: "number", "decision-number";
        NumberTaken: "number", "decision-number-of-another";
        Date: "decided_on", "date-missing";
        DateInFuture: "decided_on", "date-in-future";
        PresidedBy: "presided_by", "decision-presided-by";
        Unchanged: "number", "decision-unchanged";
    }
}

impl CorrectDecision {
    fn parse(&self, now: Instant) -> Result<Paper, Vec<CorrectDecisionError>> {
        use CorrectDecisionError as E;
        decision::paper(&self.number, self.decided_on, &self.presided_by, now).map_err(|faults| {
            let own = |fault| match fault {
                decision::PaperError::Number => E::Number,
                decision::PaperError::Date => E::Date,
                decision::PaperError::DateInFuture => E::DateInFuture,
                decision::PaperError::PresidedBy => E::PresidedBy,
            };
            faults.into_iter().map(own).collect()
        })
    }
}

impl Command for CorrectDecision {
    type Error = CorrectDecisionError;
    type Next = id::Decision;

    fn act(&self) -> Act {
        Act::CorrectDecision
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.decision)
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.decided_on
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<CorrectDecisionError>> {
        let paper = match self.parse(now) {
            Ok(paper) => paper,
            Err(faults) => return Ok(faults),
        };
        let is_same = storage::squads::decision::paper(db, self.decision)? == paper;
        Ok(is_same.then_some(CorrectDecisionError::Unchanged).into_iter().collect())
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Decision>, Refusal<CorrectDecisionError>> {
        let id = self.decision;
        let paper = self.parse(cx.now).map_err(Refusal::Invalid)?;
        if storage::squads::decision::corrections(cx.db, id)?.len() != self.corrections {
            return Err(Refusal::Stale(vec![id.any()]));
        }
        let before = storage::squads::decision::paper(cx.db, id)?;
        let fields = before.differences(&paper);
        match storage::squads::decision::correct(
            cx.db,
            id,
            &paper,
            cx.edition,
            cx.authority.user()?,
            cx.now,
        ) {
            Err(StorageError::Unique) => {
                return Err(Refusal::Invalid(vec![CorrectDecisionError::NumberTaken]));
            }
            other => other?,
        }
        let scope = Scope::of(&[cx.authority.holding()?]);
        for (squad, kind) in storage::squads::decision::squads(cx.db, id)? {
            let Some(squad) = storage::squads::squad::find(cx.db, &scope, squad)? else { continue };
            cx.go_on_about(squad.case())?;
            cx.record(DecisionCorrected { id, fields: fields.clone() })?;
            let (number, date) = (paper.number.as_str(), paper.decided_on);
            cx.notify(
                Notice::DecisionCorrected,
                &emails::squads::decision_corrected(number, date),
            )?;
            // A unit never heard of a squad that was rejected.
            if kind != DecisionKind::Reject {
                cx.notify(
                    Notice::DecisionCorrectedAtUnit,
                    &emails::squads::decision_corrected_at_unit(number, date),
                )?;
            }
        }
        Ok(id)
    }
}

/// The first squad that a decision decides about, as a case.
///
/// # Errors
/// Those of the database.
pub fn case(db: &mut Db, scope: &Scope, decision: Id<id::Decision>) -> Result<Option<Case>> {
    let squads = storage::squads::decision::squads(db, decision)?;
    let Some((first, _)) = squads.first() else { return Ok(None) };
    Ok(storage::squads::squad::find(db, scope, *first)?.map(|squad| squad.case()))
}
