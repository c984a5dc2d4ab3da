//! What we say by mail: one variant per mail, with only what it may say.
//!
//! A mail never holds a name, an IIN, an outcome of a person or a reason. Kazakh first, then Russian; English before both
//! for a reader who chose it.

mod render;
mod samples;

pub use render::{Letter, Recipient, render};
pub use samples::{Sample, samples};

use crate::{
    domain::{
        clause::Clause,
        handoff::{HandoffKind, Nature},
        member_list::ReturnCode,
        reminder::Reminder,
        time::{Instant, local},
        workflow::Notice,
    },
    phrases::Arguments,
};
use chrono::NaiveDate;

/// One mail's content.
#[derive(Clone, Debug)]
pub enum Email {
    PutToCouncil {
        candidates: usize,
    },
    SquadRejected {
        number: String,
        date: NaiveDate,
    },
    SendList {
        number: String,
        date: NaiveDate,
    },
    SquadCreated {
        number: String,
        date: NaiveDate,
    },
    ReceiveList {
        people: usize,
    },
    VetList {
        people: usize,
        due: Instant,
    },
    CorrectList {
        rows: Vec<(i32, ReturnCode)>,
    },
    RemovePeople {
        registered: usize,
        to_be_removed: usize,
    },
    PeopleInBook {
        registered: usize,
    },
    AppointLeader,
    ListReceived {
        number: String,
        date: NaiveDate,
    },
    OutcomesReturned {
        registered: usize,
    },
    PeopleRemoved {
        removed: usize,
    },
    Invitation {
        until: Instant,
    },
    DutyGranted,
    PasswordReset {
        until: Instant,
    },
    PasswordChanged,
    AddressCorrected,
    Reminder(Waiting),
    /// The same for those above the holders of the duty.
    Above(Waiting),
    Digest {
        news: Vec<News>,
    },
}

/// What waits on its readers, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    pub on: HandoffKind,
    pub reminder: Reminder,
    /// How many reminders there were, this one included.
    pub number: i32,
    /// Days to the due date, since it, or since the handoff was opened.
    pub days: i64,
    pub due: Option<Instant>,
    /// Whether those above are the head, or the body's own mailbox.
    pub has_head: bool,
}

/// A line of a digest: what the mail in its place would have been titled.
#[derive(Clone, Debug)]
pub struct News {
    pub reference: String,
    pub kind: String,
}

/// Whether mails of that kind remind of something: how a body keeps after its own work is nobody else's.
#[must_use]
pub fn reminds(kind: &str) -> bool {
    kind.starts_with("reminder_") || kind.starts_with("above_")
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
            Self::ListReceived { .. } => Notice::ListReceived.as_str(),
            Self::OutcomesReturned { .. } => Notice::OutcomesReturned.as_str(),
            Self::PeopleRemoved { .. } => Notice::PeopleRemoved.as_str(),
            Self::Invitation { .. } => Notice::Invitation.as_str(),
            Self::DutyGranted => Notice::DutyGranted.as_str(),
            Self::PasswordReset { .. } => Notice::PasswordReset.as_str(),
            Self::PasswordChanged => PASSWORD_CHANGED,
            Self::AddressCorrected => Notice::AddressCorrected.as_str(),
            Self::Reminder(waiting) => match waiting.reminder {
                Reminder::DueSoon => "reminder_due_soon",
                Reminder::DueTomorrow => "reminder_due_tomorrow",
                Reminder::DuePassed => "reminder_due_passed",
                Reminder::DueLongPassed => "reminder_due_long_passed",
                Reminder::Waiting => "reminder_waiting",
                Reminder::StillWaiting => "reminder_still_waiting",
                Reminder::LongWaiting => "reminder_long_waiting",
            },
            Self::Above(waiting) => match waiting.reminder {
                Reminder::DueLongPassed => "above_due_long_passed",
                Reminder::LongWaiting => "above_long_waiting",
                _ => "above_due_passed",
            },
            Self::Digest { .. } => "digest",
        }
    }

    /// Whether it asks for nothing and is about a case: such a mail may wait for its reader's digest.
    #[must_use]
    pub fn is_information(&self) -> bool {
        let word = self.kind();
        let is_handoff = word.parse::<HandoffKind>().is_ok_and(|kind| kind.nature() == Nature::Information);
        is_handoff || word.parse::<Notice>().is_ok_and(|notice| notice.duty().is_some())
    }

    /// The clause that what it asks for rests on; none orders what concerns an account.
    #[must_use]
    pub fn clause(&self) -> Option<Clause> {
        match self {
            Self::PutToCouncil { .. } | Self::SquadRejected { .. } | Self::SquadCreated { .. } | Self::AppointLeader => Some(Clause::C7),
            Self::Reminder(waiting) | Self::Above(waiting) => waiting.on.row().basis.clause_shown(),
            Self::Invitation { .. }
            | Self::DutyGranted
            | Self::PasswordReset { .. }
            | Self::PasswordChanged
            | Self::AddressCorrected
            | Self::Digest { .. } => None,
            _ => Some(Clause::C19),
        }
    }

    /// The page that it leads to, where that is not the case's.
    #[must_use]
    pub const fn page(&self) -> Option<&'static str> {
        match self {
            Self::Invitation { .. } | Self::PasswordReset { .. } => Some("/links/{secret}"),
            Self::DutyGranted | Self::Digest { .. } => Some("/inbox"),
            Self::PasswordChanged | Self::AddressCorrected => Some("/account"),
            _ => None,
        }
    }

    /// The internal target that it names, if it names one.
    #[must_use]
    pub const fn due(&self) -> Option<Instant> {
        match self {
            Self::VetList { due, .. } => Some(*due),
            Self::Reminder(waiting) | Self::Above(waiting) => waiting.due,
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

    /// What a digest tells of, if it is one.
    #[must_use]
    pub fn news(&self) -> &[News] {
        match self {
            Self::Digest { news } => news,
            _ => &[],
        }
    }

    /// What waits, if it reminds of something.
    #[must_use]
    pub const fn waiting(&self) -> Option<&Waiting> {
        match self {
            Self::Reminder(waiting) | Self::Above(waiting) => Some(waiting),
            _ => None,
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
            Self::Reminder(waiting) | Self::Above(waiting) => {
                arguments.insert("number".into(), waiting.number.into());
                arguments.insert("days".into(), waiting.days.into());
                if let Some(due) = waiting.due {
                    arguments.insert("date".into(), local(due).format("%d.%m.%Y").to_string().into());
                }
            }
            Self::Digest { news } => {
                count("news", news.len());
            }
            Self::AppointLeader | Self::DutyGranted | Self::PasswordChanged | Self::AddressCorrected => {}
        }
        arguments
    }
}
