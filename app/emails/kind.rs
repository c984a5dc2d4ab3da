//! The kinds of mails, each with the word that its phrases begin with.

use crate::domain::{
    handoff::{HandoffKind, Nature},
    reminder::{Above, Reminder},
    workflow::Notice,
};
use std::{fmt, str::FromStr};

/// A kind of mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailKind {
    /// Announces a handoff.
    Handoff(HandoffKind),
    /// Asks for nothing.
    Notice(Notice),
    /// Lists the information that its reader has not been mailed one by one.
    Digest,
    /// Reminds the holders of a duty of a handoff.
    Reminder(Reminder),
    /// Tells those above the holders.
    Above(Above),
}

impl MailKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        let handoffs = HandoffKind::ALL.iter().copied().map(Self::Handoff);
        let notices = Notice::ALL.iter().copied().map(Self::Notice);
        let reminders = Reminder::ALL.iter().copied().map(Self::Reminder);
        let above = Above::ALL.iter().copied().map(Self::Above);
        handoffs.chain(notices).chain([Self::Digest]).chain(reminders).chain(above)
    }

    /// The word that its phrases begin with.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Handoff(kind) => kind.as_str(),
            Self::Notice(notice) => notice.as_str(),
            Self::Digest => "digest",
            Self::Reminder(reminder) => match reminder {
                Reminder::DueSoon => "reminder_due_soon",
                Reminder::DueTomorrow => "reminder_due_tomorrow",
                Reminder::DuePassed => "reminder_due_passed",
                Reminder::DueLongPassed => "reminder_due_long_passed",
                Reminder::TermInTen => "reminder_term_in_ten",
                Reminder::TermInFive => "reminder_term_in_five",
                Reminder::TermTomorrow => "reminder_term_tomorrow",
                Reminder::TermToday => "reminder_term_today",
                Reminder::TermPassed => "reminder_term_passed",
                Reminder::TermLongPassed => "reminder_term_long_passed",
                Reminder::Waiting => "reminder_waiting",
                Reminder::StillWaiting => "reminder_still_waiting",
                Reminder::LongWaiting => "reminder_long_waiting",
            },
            Self::Above(above) => match above {
                Above::DuePassed => "above_due_passed",
                Above::DueLongPassed => "above_due_long_passed",
                Above::TermToday => "above_term_today",
                Above::TermPassed => "above_term_passed",
                Above::TermLongPassed => "above_term_long_passed",
                Above::LongWaiting => "above_long_waiting",
            },
        }
    }

    /// Whether it asks for nothing and is about a case: such a mail may wait for its reader's digest.
    #[must_use]
    pub fn is_information(self) -> bool {
        match self {
            Self::Handoff(kind) => kind.nature() == Nature::Information,
            Self::Notice(notice) => notice.duty().is_some(),
            Self::Digest | Self::Reminder(_) | Self::Above(_) => false,
        }
    }

    /// Whether it reminds of something.
    #[must_use]
    pub const fn reminds(self) -> bool {
        match self {
            Self::Reminder(_) | Self::Above(_) => true,
            Self::Handoff(_) | Self::Notice(_) | Self::Digest => false,
        }
    }
}

impl FromStr for MailKind {
    type Err = crate::domain::UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::all()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| crate::domain::UnknownWord(word.to_owned()))
    }
}

impl fmt::Display for MailKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether mails of that kind remind of something: how a body keeps after its own work is nobody else's.
#[must_use]
pub fn reminds(kind: &str) -> bool {
    kind.parse().is_ok_and(MailKind::reminds)
}
