//! Who submits a form, carries out an act or opens a copy.

use super::id::{Applicant, Id, Link, User};

text_enum! {
    /// The kinds of callers, as they are stored.
    CallerKind {
        User = "user",
        Link = "link",
        Applicant = "applicant",
        System = "system",
    }
}

/// Who does something; a form key, a copy and an entry of the access log belong to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A signed-in user, who may hold duties.
    User(Id<User>),
    /// The holder of a link that opens one thing.
    Link(Id<Link>),
    /// A person who applies.
    Applicant(Id<Applicant>),
    /// The program itself.
    System,
}

impl Caller {
    /// The kind, as columns have it.
    #[must_use]
    pub const fn kind(self) -> CallerKind {
        match self {
            Self::User(_) => CallerKind::User,
            Self::Link(_) => CallerKind::Link,
            Self::Applicant(_) => CallerKind::Applicant,
            Self::System => CallerKind::System,
        }
    }

    /// The id within the kind; the system has none.
    #[must_use]
    pub const fn id(self) -> Option<Id> {
        match self {
            Self::User(id) => Some(id.any()),
            Self::Link(id) => Some(id.any()),
            Self::Applicant(id) => Some(id.any()),
            Self::System => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_caller_but_the_system_has_an_id() {
        let id = Id::new();
        let callers = [
            Caller::User(id.of()),
            Caller::Link(id.of()),
            Caller::Applicant(id.of()),
            Caller::System,
        ];
        assert_eq!(callers.map(Caller::kind), CallerKind::ALL);
        assert_eq!(callers.map(Caller::id), [Some(id), Some(id), Some(id), None]);
    }
}
