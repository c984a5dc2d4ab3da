//! A duty that is granted: whether it can be, and how it is written.

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        body::DutyKind,
        events::offices::DutyGranted,
        id::{self, Id},
        time::{Instant, day_begins, day_ends, today},
        workflow::Notice,
    },
    emails,
    storage::{
        self, Db, Result,
        offices::{
            confirmation,
            duty::{Duty, NewDuty},
            user::User,
        },
    },
};
use chrono::NaiveDate;

/// A day that may be left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Open,
    Unreadable,
    On(NaiveDate),
}

/// Which duty in which body, from when until when, and for whom it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    pub body: Id<id::Body>,
    pub kind: Option<DutyKind>,
    /// First day; open: at once.
    pub from: Day,
    /// Last day; a deputy has one.
    pub to: Day,
    pub deputy_for: Option<Id<id::User>>,
}

faults! {
    /// What can be wrong with a grant, and with the person it is for.
    GrantError {
        Email: "email", "address";
        Name: "name", "person-name";
        Language: "language", "language";
        Means: "means", "means";
        Disabled: "email", "account-disabled";
        Elsewhere: "duty", "account-elsewhere";
        Duty: "duty", "duty-missing";
        Held: "duty", "duty-held";
        Other: "duty", "duty-other";
        From: "from", "date-missing";
        FromPast: "from", "date-past";
        To: "to", "date-missing";
        ToEarly: "to", "duty-to-early";
        DeputyEnd: "to", "deputy-end";
        Deputy: "deputy_for", "deputy-not-holder";
    }
}

impl Grant {
    /// Every fault of the grant for that user, or for somebody who is new.
    pub fn faults(
        &self,
        db: &mut Db,
        user: Option<&User>,
        now: Instant,
    ) -> Result<Vec<GrantError>> {
        use GrantError as E;
        let mut faults = self.faults_of_days(now);
        let body = storage::offices::body::get(db, self.body)?;
        let Some(kind) = self.kind.filter(|kind| kind.fits(body.kind)) else {
            faults.push(E::Duty);
            return Ok(faults);
        };
        if user.is_some_and(|user| user.disabled_at.is_some()) {
            faults.push(E::Disabled);
        }
        let held = storage::offices::duty::of_users(
            db,
            &user.iter().map(|user| user.id).collect::<Vec<_>>(),
        )?;
        let held: Vec<&Duty> = held.iter().filter(|duty| duty.is_open(now)).collect();
        if held
            .iter()
            .any(|duty| duty.kind == kind && duty.body == self.body && self.overlaps(duty, now))
        {
            faults.push(E::Held);
        } else if held
            .iter()
            .any(|duty| duty.kind == DutyKind::Administrator || kind == DutyKind::Administrator)
        {
            // Who administers does nothing else, and nowhere else.
            faults.push(E::Other);
        }
        if let Some(represented) = self.deputy_for {
            let holders = storage::offices::duty::of_users(db, &[represented])?;
            let is_holder = holders
                .iter()
                .any(|duty| duty.kind == kind && duty.body == self.body && duty.is_open(now));
            if !is_holder || user.is_some_and(|user| user.id == represented) {
                faults.push(E::Deputy);
            }
        }
        Ok(faults)
    }

    fn faults_of_days(&self, now: Instant) -> Vec<GrantError> {
        use GrantError as E;
        let first = match self.from {
            Day::On(day) => day,
            Day::Open | Day::Unreadable => today(now),
        };
        let from = match self.from {
            Day::Unreadable => Some(E::From),
            Day::On(day) if day < today(now) => Some(E::FromPast),
            Day::Open | Day::On(_) => None,
        };
        let to = match self.to {
            Day::Unreadable => Some(E::To),
            Day::On(day) if day < first.max(today(now)) => Some(E::ToEarly),
            Day::Open if self.deputy_for.is_some() => Some(E::DeputyEnd),
            Day::Open | Day::On(_) => None,
        };
        [from, to].into_iter().flatten().collect()
    }

    fn begins(&self, now: Instant) -> Instant {
        match self.from {
            Day::On(day) => day_begins(day).max(now),
            Day::Open | Day::Unreadable => now,
        }
    }

    fn ends(&self) -> Option<Instant> {
        match self.to {
            Day::On(day) => Some(day_ends(day)),
            Day::Open | Day::Unreadable => None,
        }
    }

    fn overlaps(&self, held: &Duty, now: Instant) -> bool {
        held.to.is_none_or(|to| to > self.begins(now))
            && self.ends().is_none_or(|end| end > held.from)
    }

    /// Grants the duty, journals it, and tells the body and those who hold the duty already.
    pub fn write(
        &self,
        cx: &mut ActContext<'_>,
        user: Id<id::User>,
    ) -> Result<DutyKind, Refusal<GrantError>> {
        let Some(kind) = self.kind else { return Err(Refusal::Invalid(vec![GrantError::Duty])) };
        let (id, from, to) = (Id::new(), self.begins(cx.now), self.ends());
        let new =
            NewDuty { id, user, body: self.body, kind, from, to, deputy_for: self.deputy_for };
        storage::offices::duty::insert_waiting(cx.db, &new, cx.authority.user()?)?;
        let (user, body, deputy_for) = (user, self.body, self.deputy_for);
        cx.record(DutyGranted { id, user, body, kind, from, to, deputy_for })?;
        let email = emails::offices::grant_told(kind);
        let told = confirmation::told(cx.db, id, cx.now)?;
        cx.notify_body(Notice::GrantTold, &email, (kind, body), &told)?;
        Ok(kind)
    }
}
