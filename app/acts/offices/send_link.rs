//! An administrator sends a person a new link, or prints a code, that sets the password.

use super::{administered_user, delivery_method::Means};
use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, Scope},
};

/// A new link for a person; the one before is void.
pub struct SendLink {
    pub user: Id<id::User>,
    pub means: Option<Means>,
}

faults! {
    /// What can be wrong with a new link.
    SendLinkError {
        Means: "means", "means";
        Disabled: "means", "account-disabled";
        NotOurs: "means", "code-not-ours";
        HasPassword: "means", "code-has-password";
    }
}

impl Command for SendLink {
    type Error = SendLinkError;
    type Next = id::User;

    fn act(&self) -> Act {
        Act::SendLink
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        administered_user::case(db, scope, self.user)
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<SendLinkError>> {
        use SendLinkError as E;
        let found = administered_user::find(db, case.parties.administration, self.user)?;
        let is_disabled =
            found.as_ref().is_some_and(|(person, _)| person.user.disabled_at.is_some());
        // Nobody but its owner chooses the password of an account in use.
        let is_in_use = matches!(self.means, Some(Means::Code(_)))
            && found.is_some_and(|(person, _)| person.user.password_hash.is_some());
        // Whoever holds the code can sign in: it is printed for those only who are nobody else's.
        let is_taking = matches!(self.means, Some(Means::Code(_)))
            && !administered_user::is_ours(db, case.parties.administration, self.user, now)?;
        let checks = [
            (self.means.is_some(), E::Means),
            (!is_disabled, E::Disabled),
            (!is_taking, E::NotOurs),
            (!is_in_use, E::HasPassword),
        ];
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::User>, Refusal<SendLinkError>> {
        // Looked at again with the end of the chain in hand: meanwhile somebody may have granted a duty elsewhere.
        let (case, now) = (cx.case.clone(), cx.now);
        let faults = self.validate(cx.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        let (person, _) =
            administered_user::find(cx.db, cx.case.parties.administration, self.user)?
                .ok_or(Refusal::NotFound)?;
        let concerns = administered_user::concerns(&person, cx.now).ok_or(Refusal::NotFound)?;
        let Some(means) = &self.means else {
            return Err(Refusal::Invalid(vec![SendLinkError::Means]));
        };
        means.send(cx, &person.user, concerns)?;
        Ok(self.user)
    }
}
