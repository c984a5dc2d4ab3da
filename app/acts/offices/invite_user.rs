//! An administrator invites somebody into a body. Who works there already is granted the duty and no more; an account in other
//! hands is made an offer, which its owner accepts, and the answer is that for somebody new.

use super::{
    administered_user,
    delivery_method::Means,
    grant::{Grant, GrantError},
};
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_said},
    },
    domain::{
        address::is_address,
        events::offices::UserAdded,
        id::{self, Id},
        language::Language,
        permissions::Case,
        squad::NAME_LIMIT,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// Somebody to be invited.
pub struct InviteUser {
    pub email: String,
    pub name: String,
    pub language: Option<Language>,
    pub grant: Grant,
    pub means: Option<Means>,
}

impl Command for InviteUser {
    type Error = GrantError;
    type Next = id::User;

    fn act(&self) -> Act {
        Act::InviteUser
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::offices::body::find(db, scope, self.grant.body)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<GrantError>> {
        use GrantError as E;
        let administration = case.parties.administration;
        let known = administered_user::addressed(db, administration, &self.email, now)?;
        let checks = [
            (is_address(&self.email), E::Email),
            (is_said(&self.name, NAME_LIMIT) || known.is_some(), E::Name),
            (self.language.is_some(), E::Language),
            (self.means.is_some(), E::Means),
        ];
        let mut faults: Vec<_> = failed(checks);
        faults.extend(self.grant.faults(db, known.as_ref(), now)?);
        Ok(faults)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::User>, Refusal<GrantError>> {
        // Grants follow one another by the end of the chain: what two saw at once is looked at again.
        let (case, now) = (cx.case.clone(), cx.now);
        let faults = self.validate(cx.db, &case, now)?;
        let (Some(language), Some(means), true) = (self.language, &self.means, faults.is_empty())
        else {
            return Err(Refusal::Invalid(faults));
        };
        let administration = cx.case.parties.administration;
        if let Some(known) = administered_user::addressed(cx.db, administration, &self.email, now)?
        {
            let kind = self.grant.write(cx, known.id)?;
            if known.password_hash.is_some() {
                cx.notify_user(
                    Notice::DutyGranted,
                    &emails::offices::duty_granted(),
                    &known,
                    (kind, self.grant.body),
                    None,
                )?;
            }
            return Ok(known.id);
        }
        let (id, name) = (Id::new(), self.name.trim());
        if storage::offices::user::by_email(cx.db, &self.email)?.is_some() {
            storage::offices::offer::insert(cx.db, id, &self.email, name, language, now)?;
        } else {
            storage::offices::user::insert(cx.db, id, &self.email, name, language, now)?;
        }
        cx.record(UserAdded { id })?;
        let kind = self.grant.write(cx, id)?;
        let user = storage::offices::user::get(cx.db, id)?;
        means.send(cx, &user, (kind, self.grant.body))?;
        Ok(id)
    }
}
