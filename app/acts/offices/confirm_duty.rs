//! Somebody else than the administrator who granted a duty stands for it: until then it opens no case.

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
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
        let body = storage::offices::body::get(db, duty.body)?;
        let state = body.state();
        let case = Case::of_body(body.id, body.name, state, own.body);
        Ok(Some(Case { parties: Parties::only(own.kind, own.body), ..case }))
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
