//! Act 20: an officer mends a slip in an application, while nothing is decided. Day 0 stays.

use super::{
    NUMBER_LIMIT, Standing, case,
    receive_application::{contact_of, is_reached},
    seen, standing,
};
use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        events::applications::ApplicationCorrected,
        id::{self, Id},
        permissions::Case,
        person::Particulars,
        time::Instant,
        workflow::Act,
    },
    storage::{
        Db, Result, Scope, applications::application, mail::person_mail, record::contact,
        squads::membership,
    },
};

/// The applicant's particulars as they are to stand.
pub struct CorrectApplication {
    pub application: Id<id::Application>,
    pub version: i32,
    pub incoming_number: String,
    pub particulars: Particulars,
}

faults! {
    /// The faults of a correction.
    CorrectApplicationError {
        Number: "incoming_number", "application-number";
        Reach: "phone", "application-reach";
        Open: "iin", "application-open";
        Officer: "iin", "application-officer";
    }
}

impl Command for CorrectApplication {
    type Error = CorrectApplicationError;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::CorrectApplication
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<CorrectApplicationError>> {
        use CorrectApplicationError as E;
        let checks = [
            (self.incoming_number.chars().count() <= NUMBER_LIMIT, E::Number),
            (is_reached(&self.particulars), E::Reach),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Application>, Refusal<CorrectApplicationError>> {
        use CorrectApplicationError as E;
        let of = seen(cx, self.version)?;
        let (keys, typed) = (&cx.app.keys, &self.particulars);
        match standing(cx.db, keys, (of.territory, &typed.iin), Some(of.id))? {
            Some(Standing::Open) => return Err(Refusal::Invalid(vec![E::Open])),
            Some(Standing::Officer) => return Err(Refusal::Invalid(vec![E::Officer])),
            None => {}
        }
        if !application::renew(cx.db, of.id, self.version)? {
            return Err(Refusal::Stale(vec![of.id.any()]));
        }
        membership::correct(cx.db, keys, of.membership, of.territory, typed, cx.now)?;
        let number = self.incoming_number.trim();
        application::set_incoming(cx.db, of.id, (!number.is_empty()).then_some(number))?;
        let new = contact_of(typed);
        let before = contact::of(cx.db, of.membership)?.ok_or(Refusal::NotFound)?;
        if before.contact != new {
            let version = before.version;
            if !contact::confirm(cx.db, of.membership, of.territory, &new, version, cx.now)? {
                return Err(Refusal::Stale(vec![of.id.any()]));
            }
            if before.contact.email != new.email {
                person_mail::stop_of(cx.db, of.membership, cx.now)?;
            }
        }
        cx.record(ApplicationCorrected { id: of.id })?;
        Ok(of.id)
    }
}
