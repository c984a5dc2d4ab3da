//! Somebody else than the administrator who granted a duty stands for it: until then it opens no case.

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        body::DutyKind,
        events::offices::DutyConfirmed,
        id::{self, Id},
        permissions::{Case, Parties},
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, offices::confirmation},
};

/// A duty to be confirmed.
pub struct ConfirmDuty {
    pub duty: Id<id::Duty>,
    /// Who confirms it.
    pub by: Id<id::User>,
    pub now: Instant,
}

faults! {
    /// Why a duty can't be confirmed.
    ConfirmDutyError {
        Confirmed: "duty", "duty-confirmed";
    }
}

impl Command for ConfirmDuty {
    type Error = ConfirmDutyError;
    type Next = id::User;

    fn act(&self) -> Act {
        Act::ConfirmDuty
    }

    fn case(&self, db: &mut Db, _: &Scope) -> Result<Option<Case>> {
        let Some(duty) = confirmation::find(db, self.duty)? else { return Ok(None) };
        let confirmers = confirmation::confirmers(db, &duty, self.now)?;
        let Some(own) = confirmers.into_iter().find(|confirmer| confirmer.user.id == self.by)
        else {
            return Ok(None);
        };
        let case = storage::offices::body::as_case(db, duty.body)?;
        Ok(Some(Case { parties: parties(own.kind, own.body), ..case }))
    }

    fn validate(&self, db: &mut Db, _: &Case, _: Instant) -> Result<Vec<ConfirmDutyError>> {
        let is_waiting = confirmation::find(db, self.duty)?.is_some_and(|duty| duty.is_waiting);
        Ok((!is_waiting).then_some(ConfirmDutyError::Confirmed).into_iter().collect())
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::User>, Refusal<ConfirmDutyError>> {
        let duty = confirmation::find(cx.db, self.duty)?.ok_or(Refusal::NotFound)?;
        if !confirmation::confirm(cx.db, self.duty, cx.now)? {
            return Err(Refusal::Invalid(vec![ConfirmDutyError::Confirmed]));
        }
        cx.record(DutyConfirmed { id: self.duty, user: duty.user })?;
        Ok(duty.user)
    }
}

/// The parties of a case that somebody acts on under that duty of that body, and nobody else.
fn parties(kind: DutyKind, body: Id<id::Body>) -> Parties {
    let body = Some(body);
    match kind {
        DutyKind::AkimatOfficer => Parties { akimat: body, ..Parties::default() },
        DutyKind::CouncilSecretary => Parties { council: body, ..Parties::default() },
        DutyKind::VettingOfficer | DutyKind::Head => {
            Parties { territory: body, ..Parties::default() }
        }
        DutyKind::UnitRepresentative => Parties { unit: body, ..Parties::default() },
        DutyKind::Administrator => Parties { administration: body, ..Parties::default() },
        DutyKind::Auditor => Parties::default(),
    }
}
