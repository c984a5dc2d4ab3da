//! What we say by mail: one variant per mail, with only what it may say.
//!
//! A mail never holds a name, an IIN, an outcome of a person or a reason. Kazakh first, then Russian; English before both
//! for a reader who chose it.

mod render;

pub use render::{Letter, Recipient, render};

use crate::{
    domain::{
        clause::Clause,
        handoff::HandoffKind,
        member_list::ReturnCode,
        time::{Instant, local},
        workflow::Receipt,
    },
    phrases::Arguments,
};
use chrono::NaiveDate;

/// One mail's content.
#[derive(Clone, Debug)]
pub enum Email {
    PutToCouncil { candidates: usize },
    SquadRejected { number: String, date: NaiveDate },
    SendList { number: String, date: NaiveDate },
    SquadCreated { number: String, date: NaiveDate },
    ReceiveList { people: usize },
    VetList { people: usize, due: Instant },
    CorrectList { rows: Vec<(i32, ReturnCode)> },
    RemovePeople { registered: usize, to_be_removed: usize },
    PeopleInBook { registered: usize },
    AppointLeader,
    ListReceived { number: String, date: NaiveDate },
    OutcomesReturned { registered: usize },
    PeopleRemoved { removed: usize },
    Invitation { until: Instant },
    DutyGranted,
    PasswordReset { until: Instant },
    PasswordChanged,
}

/// The word of the mail that tells an owner of a change of the password; no act of the table sends it.
const PASSWORD_CHANGED: &str = "password_changed";

impl Email {
    /// The word that its phrases begin with.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::PutToCouncil { .. } => HandoffKind::PutToCouncil.as_str(),
            Self::SquadRejected { .. } => HandoffKind::SquadRejected.as_str(),
            Self::SendList { .. } => HandoffKind::SendList.as_str(),
            Self::SquadCreated { .. } => HandoffKind::SquadCreated.as_str(),
            Self::ReceiveList { .. } => HandoffKind::ReceiveList.as_str(),
            Self::VetList { .. } => HandoffKind::VetList.as_str(),
            Self::CorrectList { .. } => HandoffKind::CorrectList.as_str(),
            Self::RemovePeople { .. } => HandoffKind::RemovePeople.as_str(),
            Self::PeopleInBook { .. } => HandoffKind::PeopleInBook.as_str(),
            Self::AppointLeader => HandoffKind::AppointLeader.as_str(),
            Self::ListReceived { .. } => Receipt::ListReceived.as_str(),
            Self::OutcomesReturned { .. } => Receipt::OutcomesReturned.as_str(),
            Self::PeopleRemoved { .. } => Receipt::PeopleRemoved.as_str(),
            Self::Invitation { .. } => Receipt::Invitation.as_str(),
            Self::DutyGranted => Receipt::DutyGranted.as_str(),
            Self::PasswordReset { .. } => Receipt::PasswordReset.as_str(),
            Self::PasswordChanged => PASSWORD_CHANGED,
        }
    }

    /// The clause that what it asks for rests on; none orders what concerns an account.
    #[must_use]
    pub const fn clause(&self) -> Option<Clause> {
        match self {
            Self::PutToCouncil { .. } | Self::SquadRejected { .. } | Self::SquadCreated { .. } | Self::AppointLeader => Some(Clause::C7),
            Self::Invitation { .. } | Self::DutyGranted | Self::PasswordReset { .. } | Self::PasswordChanged => None,
            _ => Some(Clause::C19),
        }
    }

    /// The page that it leads to, where that is not the case's.
    #[must_use]
    pub const fn page(&self) -> Option<&'static str> {
        match self {
            Self::Invitation { .. } | Self::PasswordReset { .. } => Some("/links/{secret}"),
            Self::DutyGranted => Some("/inbox"),
            Self::PasswordChanged => Some("/account"),
            _ => None,
        }
    }

    /// The internal target that it names, if it names one.
    #[must_use]
    pub const fn due(&self) -> Option<Instant> {
        match self {
            Self::VetList { due, .. } => Some(*due),
            _ => None,
        }
    }

    /// Rows to mend, if it is about some.
    #[must_use]
    pub fn rows(&self) -> &[(i32, ReturnCode)] {
        match self {
            Self::CorrectList { rows } => rows,
            _ => &[],
        }
    }

    fn arguments(&self) -> Arguments {
        let mut arguments = Arguments::new();
        let mut count = |name: &'static str, n: usize| arguments.insert(name.into(), n.into());
        match self {
            Self::PutToCouncil { candidates } => {
                count("people", *candidates);
            }
            Self::ReceiveList { people } | Self::VetList { people, .. } => {
                count("people", *people);
            }
            Self::CorrectList { rows } => {
                count("people", rows.len());
            }
            Self::RemovePeople { registered, to_be_removed } => {
                count("registered", *registered);
                count("removed", *to_be_removed);
            }
            Self::PeopleInBook { registered } | Self::OutcomesReturned { registered } => {
                count("registered", *registered);
            }
            Self::PeopleRemoved { removed } => {
                count("removed", *removed);
            }
            Self::SquadRejected { number, date }
            | Self::SendList { number, date }
            | Self::SquadCreated { number, date }
            | Self::ListReceived { number, date } => {
                arguments.insert("number".into(), number.clone().into());
                arguments.insert("date".into(), date.format("%d.%m.%Y").to_string().into());
            }
            Self::Invitation { until } | Self::PasswordReset { until } => {
                arguments.insert("until".into(), local(*until).format("%d.%m.%Y %H:%M").to_string().into());
            }
            Self::AppointLeader | Self::DutyGranted | Self::PasswordChanged => {}
        }
        arguments
    }

    /// One of each, for previews and the test that every mail can be rendered in every language.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let (number, date) = (String::from("7"), NaiveDate::default());
        vec![
            Self::PutToCouncil { candidates: 7 },
            Self::SquadRejected { number: number.clone(), date },
            Self::SendList { number: number.clone(), date },
            Self::SquadCreated { number: number.clone(), date },
            Self::ReceiveList { people: 7 },
            Self::VetList { people: 7, due: Instant::default() },
            Self::CorrectList { rows: vec![(3, ReturnCode::UnreadableCopy), (5, ReturnCode::NumberDiffers)] },
            Self::RemovePeople { registered: 6, to_be_removed: 1 },
            Self::PeopleInBook { registered: 6 },
            Self::AppointLeader,
            Self::ListReceived { number, date },
            Self::OutcomesReturned { registered: 6 },
            Self::PeopleRemoved { removed: 1 },
            Self::Invitation { until: Instant::default() },
            Self::DutyGranted,
            Self::PasswordReset { until: Instant::default() },
            Self::PasswordChanged,
        ]
    }
}
