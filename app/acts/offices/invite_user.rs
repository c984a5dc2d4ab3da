//! An administrator invites somebody into a body; whoever has an account already is granted the duty and no more.

use super::{
    administered_user,
    delivery_method::Means,
    grant::{Grant, GrantError},
};
use crate::{
    acts::{ActContext, Command, Refusal},
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

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<GrantError>> {
        use GrantError as E;
        let known = storage::offices::user::by_email(db, &self.email)?;
        let is_name = !self.name.trim().is_empty() && self.name.chars().count() <= NAME_LIMIT;
        let checks = [
            (is_address(&self.email), E::Email),
            (is_name || known.is_some(), E::Name),
            (self.language.is_some(), E::Language),
            (self.means.is_some(), E::Means),
        ];
        let mut faults: Vec<_> =
            checks.into_iter().filter(|(is_good, _)| !is_good).map(|(_, fault)| fault).collect();
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
        if let Some(known) = storage::offices::user::by_email(cx.db, &self.email)? {
            // An account that another administration has made, and whose mail nobody has shown to read, may be in the hands
            // of whoever printed its code: it begins anew, by mail.
            let is_anothers = !administered_user::is_ours(
                cx.db,
                cx.case.parties.administration,
                known.id,
                cx.now,
            )?;
            if is_anothers && known.proven_at.is_none() {
                storage::account::credentials::clear_password(cx.db, known.id)?;
                let kind = self.grant.write(cx, known.id)?;
                let user = storage::offices::user::get(cx.db, known.id)?;
                Means::Mail.send(cx, &user, (kind, self.grant.body))?;
                return Ok(known.id);
            }
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
        let id = Id::new();
        storage::offices::user::insert(cx.db, id, &self.email, self.name.trim(), language, now)?;
        cx.record(UserAdded { id })?;
        let kind = self.grant.write(cx, id)?;
        let user = storage::offices::user::get(cx.db, id)?;
        means.send(cx, &user, (kind, self.grant.body))?;
        Ok(id)
    }
}
