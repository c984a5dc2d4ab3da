//! A reader closes what was handed over for information, in the duty that it is for.

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        authority::Authority,
        events::inbox::InformationRead,
        handoff::{CaseKind, Nature},
        id::{self, Id},
        involvement::Involvement,
        permissions::Case,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// A handoff that its reader has read.
pub struct ReadInformation {
    pub handoff: Id<id::Handoff>,
}

/// The handoff asks for an act, which closes it.
#[derive(Debug)]
pub struct NotInformation;

impl Command for ReadInformation {
    type Error = NotInformation;
    type Next = id::Handoff;

    fn act(&self) -> Act {
        Act::ReadInformation
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let Some(handoff) = storage::inbox::find_within(db, scope, self.handoff)? else {
            return Ok(None);
        };
        let application =
            Some(handoff.case_id.of()).filter(|_| handoff.case_kind == CaseKind::Application);
        match Involvement::of(handoff.squad, application) {
            Some(of) => storage::record::involvement::case(db, scope, of),
            None => Ok(None),
        }
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Handoff>, Refusal<NotInformation>> {
        // Whoever holds two of the duties that may read acts in the one that the handoff is for.
        let user = cx.authority.user()?;
        let holdings = storage::offices::user::holdings(cx.db, user, cx.now)?;
        let handoff =
            storage::inbox::find(cx.db, &holdings, self.handoff)?.ok_or(Refusal::NotFound)?;
        let holding =
            holdings.iter().find(|held| held.kind == handoff.duty && held.body == handoff.to_body);
        cx.authority = Authority::Duty { user, holding: *holding.ok_or(Refusal::NotFound)? };
        if handoff.nature != Nature::Information {
            return Err(Refusal::Invalid(vec![NotInformation]));
        }
        if !cx.close_read(&handoff)? {
            return Err(Refusal::Stale(vec![handoff.id.any()]));
        }
        cx.record(InformationRead { id: handoff.id, kind: handoff.kind })?;
        Ok(handoff.id)
    }
}
