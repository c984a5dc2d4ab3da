//! Act 20: an application has come on paper or by post, and an officer enters it (clause 16). Its day is the day on which it came.

use super::{NUMBER_LIMIT, Standing, standing};
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_past},
    },
    domain::{
        application::{ApplicationState, last_day},
        contact::Contact,
        events::applications::{ApplicantEntered, ApplicationReceived},
        handoff::{CaseKind, HandoffKind},
        id::{self, Id},
        membership::MembershipState,
        permissions::{Anchor, Case, Parties},
        person::Particulars,
        time::{Instant, day_begins, today},
        workflow::{Act, Notice, State},
    },
    emails,
    storage::{
        self, Db, Result, Scope,
        applications::application::{self, NewApplication},
        record::contact,
    },
};
use chrono::{NaiveDate, TimeDelta};

/// The application to one of the actor's subdivisions.
pub struct ReceiveApplication {
    pub id: Id<id::Application>,
    pub territory: Id<id::Body>,
    /// Day 0 of the thirty days, also when it is entered later.
    pub received_on: Option<NaiveDate>,
    pub incoming_number: String,
    pub particulars: Particulars,
    /// The applicant has consented to the vetting.
    pub is_consented: bool,
}

faults! {
    /// The faults of an application.
    ReceiveApplicationError {
        Date: "received_on", "date-missing";
        DateInFuture: "received_on", "date-in-future";
        DateLongPast: "received_on", "date-long-past";
        Number: "incoming_number", "application-number";
        Reach: "phone", "application-reach";
        Consent: "consent", "application-consent";
        Open: "iin", "application-open";
        Officer: "iin", "application-officer";
    }
}

/// No paper waits so long to be entered, and day 0 is not corrected: another year is a slip.
const YEAR: TimeDelta = TimeDelta::days(366);

/// How the applicant is reached, as the application says.
pub(super) fn contact_of(typed: &Particulars) -> Contact {
    Contact {
        email: typed.email.clone(),
        phone: typed.phone.clone(),
        address: typed.address.clone(),
        language: typed.language.unwrap_or_default(),
    }
}

/// Clause 18 has the person informed: there is a way to do it.
pub(super) fn is_reached(typed: &Particulars) -> bool {
    typed.address.is_some() || typed.phone.is_some() || typed.email.is_some()
}

impl Command for ReceiveApplication {
    type Error = ReceiveApplicationError;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::ReceiveApplication
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let territory = self.territory;
        if !scope.territories.contains(&territory) {
            return Ok(None);
        }
        Ok(Some(Case {
            kind: CaseKind::Application,
            id: self.id.any(),
            anchor: Anchor::Body(territory),
            title: storage::offices::body::get(db, territory)?.name,
            reference: String::new(),
            state: State::Application(ApplicationState::Received),
            parties: Parties { territory: Some(territory), ..Parties::default() },
        }))
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.received_on
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<ReceiveApplicationError>> {
        use ReceiveApplicationError as E;
        let checks = [
            (self.received_on.is_some(), E::Date),
            (is_past(self.received_on, now), E::DateInFuture),
            (self.received_on.is_none_or(|day| day >= today(now) - YEAR), E::DateLongPast),
            (self.incoming_number.chars().count() <= NUMBER_LIMIT, E::Number),
            (is_reached(&self.particulars), E::Reach),
            (self.is_consented, E::Consent),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Application>, Refusal<ReceiveApplicationError>> {
        use ReceiveApplicationError as E;
        let received_on = self.received_on.ok_or_else(|| Refusal::Invalid(vec![E::Date]))?;
        let (keys, territory, typed) = (&cx.app.keys, self.territory, &self.particulars);
        match standing(cx.db, keys, (territory, &typed.iin), None)? {
            Some(Standing::Open) => return Err(Refusal::Invalid(vec![E::Open])),
            Some(Standing::Officer) => return Err(Refusal::Invalid(vec![E::Officer])),
            None => {}
        }
        let (id, membership) = (self.id, Id::new());
        let number = self.incoming_number.trim();
        let new = NewApplication {
            id,
            membership,
            territory,
            received_on,
            incoming_number: (!number.is_empty()).then_some(number),
            particulars: typed,
        };
        cx.case.reference = application::insert(cx.db, keys, &new, cx.now)?;
        contact::confirm(cx.db, membership, territory, &contact_of(typed), 0, cx.now)?;
        cx.create(id, ApplicationState::Received, ApplicationReceived { received_on })?;
        cx.create(membership, MembershipState::BeingVetted, ApplicantEntered {})?;
        let last = last_day(received_on);
        let due = Some(day_begins(received_on));
        let email = emails::applications::decide_application(received_on, last);
        cx.open(HandoffKind::DecideApplication, due, &email)?;
        let email = emails::applications::application_received(received_on, last);
        cx.notify_person(Notice::ApplicationReceived, &email, membership, None)?;
        Ok(id)
    }
}
