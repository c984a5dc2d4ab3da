//! An administrator corrects an address that the mail server has refused, and what could not be delivered there is sent anew.
//!
//! The account's owner signs in by that address, and whoever reads its mail can set its password. So an address is corrected
//! only after a mail to it has failed, and only of accounts that are this administration's alone. Where the server has not
//! said that nobody reads the former address, a notice goes there, too.

use super::resend_mail::{address_now, find, had_link};
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::failed,
        offices::{administered_user, delivery_method::Means},
    },
    domain::{
        address::is_address,
        body::BodyState,
        delivery::MailFault,
        events::{
            mail::{AddressCorrected, UserAddressCorrected},
            offices::MailboxCorrected,
        },
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{
        self, Db, Result, Scope, StorageError,
        mail::outbox::Mail,
        offices::{body::Body, user::User},
    },
};

/// Another address for the reader of a mail that was refused: a user, or the body's own mailbox.
pub struct CorrectAddress {
    pub mail: Id<id::Mail>,
    pub address: String,
}

faults! {
    /// What can be wrong with a correction.
    CorrectAddressError {
        Address: "address", "address";
        Same: "address", "mail-address-same";
        UserTaken: "address", "mail-address-taken";
        MailboxTaken: "address", "mailbox-taken";
        NotRefused: "address", "mail-address-not-refused";
        NotOurs: "address", "mail-address-not-ours";
        ReaderGone: "address", "mail-reader-gone";
    }
}

impl Command for CorrectAddress {
    type Error = CorrectAddressError;
    type Next = id::Mail;

    fn act(&self) -> Act {
        Act::CorrectAddress
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(find(db, scope, self.mail)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<CorrectAddressError>> {
        use CorrectAddressError as E;
        let Some((mail, _)) = storage::mail::undelivered::find(db, self.mail)? else {
            return Ok(Vec::new());
        };
        let mut checks = vec![
            (is_address(&self.address), E::Address),
            (!self.address.eq_ignore_ascii_case(&mail.address), E::Same),
            (is_refused(db, &mail)?, E::NotRefused),
        ];
        if let Some(user) = mail.user {
            let reader = storage::offices::user::get(db, user)?;
            let other = storage::offices::user::by_email(db, &self.address)?
                .filter(|other| reader.password_hash.is_some() && other.id != user);
            checks.push((other.is_none(), E::UserTaken));
            checks.push((
                administered_user::is_ours(db, case.parties.administration, user, now)?,
                E::NotOurs,
            ));
            checks.push((reader.disabled_at.is_none(), E::ReaderGone));
        } else {
            let other = storage::offices::body::by_email(db, &self.address)?
                .filter(|other| Some(other.id) != mail.body);
            checks.push((other.is_none(), E::MailboxTaken));
        }
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Mail>, Refusal<CorrectAddressError>> {
        // Looked at again with the end of the chain in hand: a duty elsewhere may have been granted meanwhile.
        let (case, now) = (cx.case.clone(), cx.now);
        let faults = self.validate(cx.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        let (mail, _) =
            storage::mail::undelivered::find(cx.db, self.mail)?.ok_or(Refusal::NotFound)?;
        let failed = storage::mail::undelivered::refused_at_address(cx.db, &mail)?;
        storage::mail::delivery::redirect(cx.db, mail.user, mail.body, &self.address)?;
        match mail.user {
            Some(user) => self.correct_user(cx, &mail, user)?,
            None => self.correct_mailbox(cx, &mail)?,
        }
        let mut resent = 0;
        for id in failed {
            let Some((failed, _)) = storage::mail::undelivered::find(cx.db, id)?
                .filter(|(failed, _)| !had_link(failed))
            else {
                continue;
            };
            storage::mail::delivery::revive(cx.db, failed.id, &self.address, cx.now)?;
            resent += 1;
        }
        cx.record(AddressCorrected { id: mail.id, resent })?;
        Ok(mail.id)
    }
}

impl CorrectAddress {
    /// Whoever was only invited is invited anew; whoever has a password is told where to sign in with it.
    fn correct_user(
        &self,
        cx: &mut ActContext<'_>,
        mail: &Mail,
        user: Id<id::User>,
    ) -> Result<(), Refusal<CorrectAddressError>> {
        let former = storage::offices::user::get(cx.db, user)?;
        match storage::account::credentials::set_email(cx.db, &former, &self.address) {
            Err(StorageError::Unique) => {
                return Err(Refusal::Invalid(vec![CorrectAddressError::UserTaken]));
            }
            other => other?,
        }
        // Whoever reads the new address may be somebody else.
        storage::account::session::end_all(cx.db, user)?;
        cx.record(UserAddressCorrected { id: user })?;
        let user: User = storage::offices::user::get(cx.db, user)?;
        let (person, _) = administered_user::find(cx.db, cx.case.parties.administration, user.id)?
            .ok_or(Refusal::NotFound)?;
        let concerns = administered_user::concerns(&person, cx.now)
            .or_else(|| mail.duty.zip(mail.body))
            .ok_or(Refusal::NotFound)?;
        // The server does not say that nobody reads the former address: its reader is told.
        if mail.fault != Some(MailFault::AddressRefused) {
            cx.notify_user(
                Notice::AddressReplaced,
                &emails::mail::address_replaced(),
                &former,
                concerns,
                None,
            )?;
        }
        if user.password_hash.is_none() {
            return Means::Mail.send(cx, &user, concerns);
        }
        Ok(cx.notify_user(
            Notice::AddressCorrected,
            &emails::mail::address_corrected(),
            &user,
            concerns,
            None,
        )?)
    }

    fn correct_mailbox(
        &self,
        cx: &mut ActContext<'_>,
        mail: &Mail,
    ) -> Result<(), Refusal<CorrectAddressError>> {
        let body = storage::offices::body::get(cx.db, mail.body.ok_or(Refusal::NotFound)?)?;
        cx.transition(&Body::open_at(body.id, body.version), BodyState::Open, MailboxCorrected {})?;
        Ok(storage::offices::body::set_mailbox(cx.db, body.id, &self.address)?)
    }
}

/// Whether the address that the reader of the mail still has is wrong, as the server or an administrator says, and the server
/// has taken no mail to it since.
pub fn is_refused(db: &mut Db, mail: &Mail) -> Result<bool> {
    let is_of_address = mail.fault.is_some_and(MailFault::is_of_address);
    let Some(failed_at) = mail.failed_at.filter(|_| is_of_address) else {
        return Ok(false);
    };
    Ok(address_now(db, mail)?.eq_ignore_ascii_case(&mail.address)
        && !storage::mail::undelivered::was_taken_since(db, &mail.address, failed_at)?)
}
