//! A training that was recorded for the wrong person is withdrawn by a correcting entry beside it (clause 23).

use super::enter::{Entry, enter};
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        book::BookKind,
        events::record::TrainingWithdrawn,
        id::{self, Id},
        involvement::Involvement,
        permissions::Case,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, StorageError},
};

/// The entry of the book that is not right: the person did not attend that training.
pub struct WithdrawTraining {
    pub of: Involvement,
    pub membership: Id<id::Membership>,
    /// The entry that the page showed.
    pub entry: Id<id::BookEntry>,
}

impl Command for WithdrawTraining {
    type Error = NothingTyped;
    type Next = id::Membership;

    fn act(&self) -> Act {
        Act::WithdrawTraining
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        storage::record::involvement::case(db, scope, self.of)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Membership>, Refusal<NothingTyped>> {
        let membership = self.membership;
        if storage::record::involvement::member(cx.db, self.of, membership)?.is_none() {
            return Err(Refusal::NotFound);
        }
        let stale = || Refusal::Stale(vec![membership.any()]);
        let attended = storage::record::training::attended(cx.db, membership)?;
        let wrong = attended.iter().find(|attendance| attendance.entry == self.entry);
        let wrong = *wrong.ok_or_else(stale)?;
        let training = wrong.training;
        let link = cx.record(TrainingWithdrawn { id: membership, training })?;
        let corrects = Some((wrong.entry, wrong.number));
        let (kind, training) = (BookKind::TrainingWithdrawn, Some(training));
        let entry = Entry { kind, membership, training, off_record: None, corrects };
        match enter(cx, entry, &link) {
            Err(StorageError::Unique) => return Err(stale()),
            other => other?,
        }
        storage::record::training::date(cx.db, membership)?;
        Ok(membership)
    }
}
