//! Act 14: legal training of a squad's people at the base of a military unit (clauses 11, 13).

use super::enter::{Entry, enter};
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_past, is_said},
    },
    domain::{
        book::{BookKind, TRAINING_TEXT_LIMIT},
        events::record::{PersonTrained, TrainingRecorded},
        id::{self, Id},
        involvement::Involvement,
        membership::MembershipState,
        permissions::{Case, Unmet},
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, record::training::NewTraining},
};
use chrono::NaiveDate;

/// A training that people of a squad have attended. Others may attend the same one with another squad of the unit.
pub struct RecordTraining {
    pub of: Involvement,
    pub held_on: Option<NaiveDate>,
    /// The military unit at whose base it was held.
    pub base: String,
    pub held_by: String,
    pub attended: Vec<Id<id::Membership>>,
}

faults! {
    /// The faults of a training.
    RecordTrainingError {
        Date: "held_on", "date-missing";
        DateInFuture: "held_on", "date-in-future";
        Base: "base", "training-base";
        HeldBy: "held_by", "training-held-by";
        Nobody: "attended", "training-nobody";
    }
}

/// The lack that keeps a training of a squad's people from being recorded: nobody is in the book.
#[must_use]
pub fn unmet(states: impl IntoIterator<Item = MembershipState>) -> Vec<Unmet> {
    let has_any = states.into_iter().any(|state| state == MembershipState::Registered);
    if has_any { Vec::new() } else { vec![Unmet::Registered] }
}

impl Command for RecordTraining {
    type Error = RecordTrainingError;
    type Next = id::Training;

    fn act(&self) -> Act {
        Act::RecordTraining
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        storage::record::involvement::case(db, scope, self.of)
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.held_on
    }

    fn preconditions(&self, db: &mut Db, _: &Case) -> Result<Vec<Unmet>> {
        let members = storage::record::involvement::members(db, self.of)?;
        Ok(unmet(members.iter().map(|member| member.state)))
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<RecordTrainingError>> {
        use RecordTrainingError as E;
        let checks = [
            (self.held_on.is_some(), E::Date),
            (is_past(self.held_on, now), E::DateInFuture),
            (is_said(&self.base, TRAINING_TEXT_LIMIT), E::Base),
            (is_said(&self.held_by, TRAINING_TEXT_LIMIT), E::HeldBy),
            (!self.attended.is_empty(), E::Nobody),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Training>, Refusal<RecordTrainingError>> {
        let held_on =
            self.held_on.ok_or_else(|| Refusal::Invalid(vec![RecordTrainingError::Date]))?;
        let members = storage::record::involvement::members(cx.db, self.of)?;
        let mut gone = Vec::new();
        for id in &self.attended {
            let member = members.iter().find(|member| member.id == *id).ok_or(Refusal::NotFound)?;
            if member.state != MembershipState::Registered {
                gone.push(member.id.any());
            }
        }
        if !gone.is_empty() {
            return Err(Refusal::Stale(gone));
        }
        let unit = cx.case.unit()?;
        let (base, held_by) = (self.base.trim(), self.held_by.trim());
        let new = NewTraining { unit, held_on, base, held_by };
        let training = storage::record::training::find_or_insert(cx.db, &new, cx.now)?;
        cx.record(TrainingRecorded { id: training, unit, held_on })?;
        for membership in &self.attended {
            let attended = storage::record::training::attended(cx.db, *membership)?;
            // Somebody who was ticked a second time for the same training has attended it once.
            if attended.iter().any(|attendance| attendance.training == training) {
                continue;
            }
            let link = cx.record(PersonTrained { id: *membership, training })?;
            let entry = Entry {
                kind: BookKind::Trained,
                membership: *membership,
                training: Some(training),
                off_record: None,
                corrects: None,
            };
            enter(cx, entry, &link)?;
            storage::record::training::date(cx.db, *membership)?;
        }
        Ok(training)
    }
}
