//! A vetting officer says what has become of the paper of a void certificate.

use super::{register_of, seen};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        certificate::PaperFate,
        events::certificates::PaperSettled,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, Scope, certificates::certificate},
};

/// The certificate, the version that was seen, and what has become of its paper.
pub struct SettlePaper {
    pub id: Id<id::Certificate>,
    pub version: i32,
    pub fate: Option<PaperFate>,
}

faults! {
    /// The faults of the form.
    SettlePaperError {
        Fate: "fate", "paper-fate";
    }
}

impl Command for SettlePaper {
    type Error = SettlePaperError;
    type Next = id::Certificate;

    fn act(&self) -> Act {
        Act::SettlePaper
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        register_of(db, scope, self.id)
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<SettlePaperError>> {
        Ok(if self.fate.is_some() { Vec::new() } else { vec![SettlePaperError::Fate] })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Certificate>, Refusal<SettlePaperError>> {
        let fate = self.fate.ok_or_else(|| Refusal::Invalid(vec![SettlePaperError::Fate]))?;
        let found = seen(cx, self.id, self.version)?;
        if !certificate::settle(cx.db, found.id, fate)? {
            return Err(Refusal::Stale(vec![self.id.any()]));
        }
        cx.record(PaperSettled { id: self.id, fate })?;
        if !certificate::has_unsettled(cx.db, found.territory)? {
            cx.close(HandoffKind::SettlePapers)?;
        }
        Ok(self.id)
    }
}
