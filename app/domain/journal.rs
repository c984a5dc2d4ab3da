//! The append-only, hash-chained record of every act.

use super::{
    UnknownWord,
    body::DutyKind,
    events::{Event, Subject},
    id::{ActRun, Body, Id, Link, Squad, User},
    time::Instant,
    workflow::{Act, RecordedBasis},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest, Sha256};
use std::str::FromStr;

/// The beginning of what is hashed, so that the hash can be mistaken for no other.
const DOMAIN: &[u8] = b"jasaq journal 2\0";

/// The version of a record's form.
const VERSION: u8 = 2;

/// The chain of what belongs to no territorial subdivision: users, bodies, sign-ins of note.
pub const SYSTEM_CHAIN: &str = "system";

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Actor {
    /// A user in a duty of a body.
    User { user: Id<User>, duty: DutyKind, body: Id<Body> },
    /// The system, because of the act named in the entry.
    System,
    /// The command line, by whoever holds the machine.
    Operator,
    /// The owner of an account, who needs no duty for it.
    Owner { user: Id<User> },
    /// The reader of a mail, by the link in it.
    Link { link: Id<Link> },
    /// The leader of a squad, by the open leadership.
    Leader { user: Id<User>, squad: Id<Squad> },
}

impl Actor {
    /// The user who acted, if one did.
    #[must_use]
    pub const fn user(&self) -> Option<Id<User>> {
        match self {
            Self::User { user, .. } | Self::Owner { user } | Self::Leader { user, .. } => {
                Some(*user)
            }
            Self::System | Self::Operator | Self::Link { .. } => None,
        }
    }

    /// The body in which the duty is held.
    #[must_use]
    pub const fn body(&self) -> Option<Id<Body>> {
        match self {
            Self::User { body, .. } => Some(*body),
            Self::System
            | Self::Operator
            | Self::Owner { .. }
            | Self::Link { .. }
            | Self::Leader { .. } => None,
        }
    }

    /// The phrase for an actor who holds no duty.
    #[must_use]
    pub const fn by(&self) -> &'static str {
        match self {
            Self::Link { .. } => "by-link",
            Self::Leader { .. } => "by-leader",
            Self::User { .. } | Self::Owner { .. } | Self::System | Self::Operator => "by-system",
        }
    }

    /// The duty under which the act was carried out.
    #[must_use]
    pub const fn duty(&self) -> Option<DutyKind> {
        match self {
            Self::User { duty, .. } => Some(*duty),
            Self::System
            | Self::Operator
            | Self::Owner { .. }
            | Self::Link { .. }
            | Self::Leader { .. } => None,
        }
    }
}

text_enum! {
    /// An act on an account, which no row of the workflow orders.
    AccountAct {
        UseLink = "use_link",
        ChangePassword = "change_password",
        SendResetLink = "send_reset_link",
        EndOwnSessions = "end_own_sessions",
        AcceptOffer = "accept_offer",
        DeclineOffer = "decline_offer",
        /// The operator's.
        AddUser = "add_user",
        /// The operator's.
        MakeResetLink = "make_reset_link",
    }
}

/// The act that an entry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordedAct {
    /// An act of the workflow.
    Workflow(Act),
    /// An act on an account.
    Account(AccountAct),
}

impl RecordedAct {
    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Workflow(act) => act.as_str(),
            Self::Account(act) => act.as_str(),
        }
    }
}

impl From<Act> for RecordedAct {
    fn from(act: Act) -> Self {
        Self::Workflow(act)
    }
}

impl From<AccountAct> for RecordedAct {
    fn from(act: AccountAct) -> Self {
        Self::Account(act)
    }
}

impl FromStr for RecordedAct {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        word.parse().map(Self::Workflow).or_else(|_| word.parse().map(Self::Account))
    }
}

impl Serialize for RecordedAct {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RecordedAct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// The version of a stored record; another one does not parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
struct Version;

impl TryFrom<u8> for Version {
    type Error = &'static str;
    fn try_from(number: u8) -> Result<Self, Self::Error> {
        if number == VERSION { Ok(Self) } else { Err("another version of the record") }
    }
}

impl From<Version> for u8 {
    fn from(_: Version) -> Self {
        VERSION
    }
}

/// One entry as it is hashed: ids, words of closed enums, numbers and times; no name, no particulars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    version: Version,
    pub act_id: Id<ActRun>,
    pub act: RecordedAct,
    pub basis: RecordedBasis,
    pub at: Instant,
    pub actor: Actor,
    pub case_id: Id,
    pub event: Event,
}

impl Record {
    /// An entry of an act that is carried out now.
    #[must_use]
    pub fn new(
        act: (RecordedAct, Id<ActRun>),
        basis: RecordedBasis,
        actor: Actor,
        case_id: Id,
        event: Event,
        at: Instant,
    ) -> Self {
        Self { version: Version, act_id: act.1, act: act.0, basis, at, actor, case_id, event }
    }

    /// The kind of thing that the entry is about, and which one.
    #[must_use]
    pub const fn subject(&self) -> (Subject, Id) {
        self.event.subject()
    }

    /// The bytes to be hashed and stored, once.
    ///
    /// # Errors
    /// Those of the serializer; no record has a field that it refuses.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(self)
    }

    /// The record that was stored as these bytes.
    ///
    /// # Errors
    /// When the bytes are not a record of this version, or hold a word or a field that no record has.
    pub fn parse(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }
}

/// SHA-256 over the domain, the hash before, the number and the exact bytes of the payload.
#[must_use]
pub fn hash(chain: &str, previous: &[u8], number: i64, payload: &[u8]) -> Vec<u8> {
    let mut sha = Sha256::new();
    sha.update(DOMAIN);
    for part in [chain.as_bytes(), previous, &number.to_be_bytes(), payload] {
        sha.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        sha.update(part);
    }
    sha.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_depends_on_every_part_and_on_where_it_ends() {
        let base = hash("a", b"bc", 1, b"d");
        assert_eq!(base.len(), 32);
        for other in [
            hash("ab", b"c", 1, b"d"),
            hash("a", b"bcd", 1, b""),
            hash("a", b"bc", 2, b"d"),
            hash("a", b"bc", 1, b"e"),
        ] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn no_word_names_two_acts() {
        for act in AccountAct::ALL {
            assert!(act.as_str().parse::<Act>().is_err(), "{act}");
            assert_eq!(act.as_str().parse(), Ok(RecordedAct::Account(*act)));
        }
    }
}
