//! Identities of records.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{cmp::Ordering, fmt, hash, marker::PhantomData, str::FromStr};
use uuid::Uuid;

/// Declares what an id can name: types without values, so that an id of one is no id of another.
macro_rules! named {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        $($(#[$meta])* #[derive(Clone, Copy, Debug, PartialEq, Eq)] pub enum $name {})+
    };
}

named! {
    /// One access to a copy or an IIN.
    Access,
    /// Any record: what names it tells its kind beside it.
    Any,
    /// A person who applies without an account.
    Applicant,
    /// A person's application for freelance service.
    Application,
    /// One carrying out of an act.
    ActRun,
    Attachment,
    Body,
    BookEntry,
    /// A page of a copy.
    CopyPage,
    Decision,
    DecisionItem,
    DecisionCorrection,
    Letter,
    Dispatch,
    Draft,
    Duty,
    /// One showing of a form, so that it is carried out once.
    FormKey,
    Handoff,
    Leadership,
    /// A link that opens one thing to its holder.
    Link,
    ListEntry,
    ListImport,
    Certificate,
    CertificatePrint,
    Signatory,
    Mail,
    MemberList,
    Membership,
    /// A duty to inform one person.
    NoticeDuty,
    OffRecord,
    Person,
    Plan,
    /// One person on one duty.
    Assignment,
    /// Days on which a person can't come.
    DaysAway,
    /// The result of a duty, as it was recorded once.
    PlanResult,
    /// A report of facts.
    Report,
    /// A request of a browser.
    Request,
    ResetRequest,
    /// A wish to be taken off the record.
    OwnWish,
    Search,
    ParkedForm,
    Squad,
    Training,
    User,
}

/// Names one record of `T` for ever: a `UUIDv7`, made by us, so that it is known before the row is written.
pub struct Id<T = Any>(Uuid, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// A new identity, ordered by the time of its making.
    #[must_use]
    pub fn new() -> Self {
        Self(Uuid::now_v7(), PhantomData)
    }

    /// An identity from its sixteen bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes), PhantomData)
    }

    /// The sixteen bytes, as both databases store them.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// The same identity where records of several kinds are named: cases, subjects of the journal.
    #[must_use]
    pub const fn any(self) -> Id<Any> {
        Id(self.0, PhantomData)
    }
}

impl Id<Any> {
    /// The identity as one of `T`: for whoever has read the kind beside it.
    #[must_use]
    pub const fn of<T>(self) -> Id<T> {
        Id(self.0, PhantomData)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.parse()?, PhantomData))
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
