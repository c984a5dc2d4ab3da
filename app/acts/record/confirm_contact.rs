//! The unit makes sure with a person how the person is reached. Before that nobody writes to an address that an akimat typed.

use super::inform;
use crate::{
    acts::{ActContext, Command, Refusal, plans::tell_member},
    domain::{
        contact::Contact,
        events::record::ContactConfirmed,
        id::{self, Id},
        involvement::Involvement,
        membership::MembershipState,
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{
        self, Db, Result, Scope, StorageError,
        account::link,
        mail::person_mail,
        plans::assignment,
        record::{contact, person_link},
    },
};

/// The contact as the person told it; the version of it that was seen, 0 for what the akimat typed.
pub struct ConfirmContact {
    pub of: Involvement,
    pub membership: Id<id::Membership>,
    pub version: i32,
    pub contact: Contact,
}

faults! {
    /// The faults of a contact.
    ConfirmContactError {
        Email: "email", "address";
    }
}

impl Command for ConfirmContact {
    type Error = ConfirmContactError;
    type Next = id::Membership;

    fn act(&self) -> Act {
        Act::ConfirmContact
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        storage::record::involvement::case(db, scope, self.of)
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<ConfirmContactError>> {
        Ok(if self.contact.is_apt() { Vec::new() } else { vec![ConfirmContactError::Email] })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Membership>, Refusal<ConfirmContactError>> {
        let membership = self.membership;
        let stale = || Refusal::Stale(vec![membership.any()]);
        let member = storage::record::involvement::member(cx.db, self.of, membership)?
            .filter(|member| member.state.is_in_book())
            .ok_or(Refusal::NotFound)?;
        let before = contact::of(cx.db, membership)?.ok_or(Refusal::NotFound)?;
        // Nobody is reached who has died.
        if before.version != self.version || !before.is_living {
            return Err(stale());
        }
        let unit = cx.case.unit()?;
        match contact::confirm(cx.db, membership, unit, &self.contact, self.version, cx.now) {
            Ok(true) => {}
            Ok(false) | Err(StorageError::Unique) => return Err(stale()),
            Err(error) => return Err(error.into()),
        }
        let has_email = self.contact.email.is_some();
        cx.record(ContactConfirmed { id: membership, has_email })?;
        if before.address() == self.contact.email.as_deref() {
            return Ok(membership);
        }
        // Somebody else may read what goes, or went, to the former address.
        person_link::void(cx.db, membership)?;
        for mail in person_mail::stop_of(cx.db, membership, cx.now)? {
            inform::returned(cx, mail)?;
        }
        // A freelance officer leaves the record by telling the unit.
        let has_link = self.of.squad().is_some();
        if has_email && has_link && member.state == MembershipState::Registered {
            let token = link::new_token()?;
            person_link::insert(cx.db, &token, membership, cx.now)?;
            let email = emails::record::contact_confirmed();
            cx.notify_person(Notice::ContactConfirmed, &email, membership, Some(&token))?;
            for of in assignment::future_of(cx.db, membership, cx.now)? {
                tell_member::assigned(cx, of.id)?;
            }
        }
        Ok(membership)
    }
}
