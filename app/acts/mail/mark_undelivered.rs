//! An administrator says that a mail did not arrive although the server took it: the notice of its failure came to the
//! sender's mailbox, which the system does not read.

use super::resend_mail::{address_now, find};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::mail::MarkedUndelivered,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// A mail that the server took.
pub struct MarkUndelivered {
    pub mail: Id<id::Mail>,
}

faults! {
    /// Why a mail can't be marked.
    MarkUndeliveredError {
        OtherAddress: "mail", "mail-address-changed";
    }
}

impl Command for MarkUndelivered {
    type Error = MarkUndeliveredError;
    type Next = id::Mail;

    fn act(&self) -> Act {
        Act::MarkUndelivered
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(find(db, scope, self.mail)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, _: &Case, _: Instant) -> Result<Vec<MarkUndeliveredError>> {
        let Some((mail, _)) = storage::mail::undelivered::find(db, self.mail)? else {
            return Ok(Vec::new());
        };
        if address_now(db, &mail)?.eq_ignore_ascii_case(&mail.address) {
            return Ok(Vec::new());
        }
        Ok(vec![MarkUndeliveredError::OtherAddress])
    }

    /// Later mails to that address have not arrived either.
    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Mail>, Refusal<MarkUndeliveredError>> {
        let (mail, _) =
            storage::mail::undelivered::find(cx.db, self.mail)?.ok_or(Refusal::NotFound)?;
        let marked = storage::mail::delivery::mark_undelivered(cx.db, &mail, cx.now)?;
        if marked == 0 {
            return Err(Refusal::Stale(vec![mail.id.any()]));
        }
        cx.record(MarkedUndelivered { id: mail.id, mails: marked })?;
        Ok(mail.id)
    }
}
