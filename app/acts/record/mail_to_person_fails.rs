//! A mail to a person does not arrive: what it was to tell is owed again, and the unit makes sure of the address anew.

use super::inform;
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        delivery::MailFault,
        events::record::ContactRefused,
        id::{self, Id},
        permissions::Case,
        workflow::Act,
    },
    storage::{
        self, Db, Result, Scope,
        mail::{
            delivery::{self, Settlement},
            outbox::Mail,
            person_mail,
        },
        record::contact,
    },
};

/// The mail as the worker has claimed it, and why it is tried no more.
pub struct MailToPersonFails<'a> {
    pub mail: &'a Mail,
    pub fault: MailFault,
    /// Stage and code of the refusal.
    pub why: Option<String>,
}

impl Command for MailToPersonFails<'_> {
    type Error = NothingTyped;
    type Next = id::Mail;

    fn act(&self) -> Act {
        Act::MailToPersonFails
    }

    /// The system finds the case by the record of the mail, which may be about a certificate; nobody's scope leads there.
    fn case(&self, db: &mut Db, _: &Scope) -> Result<Option<Case>> {
        let Some(membership) = person_mail::membership(db, self.mail.id)? else {
            return Ok(None);
        };
        let of = storage::record::involvement::of(db, membership)?;
        of.map(|of| storage::record::involvement::get(db, of)).transpose()
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Mail>, Refusal<NothingTyped>> {
        let (mail, settlement) = (self.mail, Settlement::Failed(self.fault, self.why.clone()));
        let membership = person_mail::membership(cx.db, mail.id)?.ok_or(Refusal::NotFound)?;
        if !delivery::settle(cx.db, mail, &settlement, cx.now)? {
            return Err(Refusal::Stale(vec![mail.id.any()]));
        }
        contact::refuse(cx.db, membership, &mail.address, cx.now)?;
        cx.record(ContactRefused { id: membership })?;
        inform::returned(cx, mail.id)?;
        Ok(mail.id)
    }
}
