//! By what right an act is carried out: a duty, the link of a mail, or the program's own.

use super::{
    id::{self, Id},
    journal::Actor,
    permissions::{Absent, Case, Holding, Unmet, can, lacks_of_case},
    workflow::{Act, Who, row},
};

/// The right by which an act is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// A user, by a duty in a body of the case.
    Duty { user: Id<id::User>, holding: Holding },
    /// The leader of that squad, by the open leadership.
    Leader { user: Id<id::User>, squad: Id<id::Squad> },
    /// The reader of a mail, by the link in it: it opens one squad's record of one person.
    Link(Id<id::Link>),
    /// The program, by what it has found out itself.
    System,
}

impl Authority {
    /// The duty under which a user can carry the act out on the case, or everything that is missing.
    ///
    /// # Errors
    /// Everything that is missing; never empty.
    pub fn of_user(
        user: Id<id::User>,
        holdings: &[Holding],
        act: Act,
        case: &Case,
        unmet: &[Unmet],
    ) -> Result<Self, Vec<Unmet>> {
        can(holdings, act, case, unmet).map(|holding| Self::Duty { user, holding })
    }

    /// The same right, if the table gives it the act and the case lacks nothing for it; a duty is looked for by [`Self::of_user`].
    ///
    /// # Errors
    /// Everything that is missing; never empty.
    pub fn checked(self, act: Act, case: &Case, unmet: &[Unmet]) -> Result<Self, Vec<Unmet>> {
        let is_given = match self {
            Self::Duty { .. } => false,
            Self::Leader { squad, .. } => {
                row(act).who.is_of_leader() && case.belongs_to() == Some(squad)
            }
            Self::Link(_) => row(act).who == Who::LinkHolder,
            Self::System => row(act).who == Who::System,
        };
        let missing =
            if is_given { lacks_of_case(act, case, unmet) } else { vec![Unmet::Automatic] };
        if missing.is_empty() { Ok(self) } else { Err(missing) }
    }

    /// As the journal names it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::Duty { user, holding } => {
                Actor::User { user: *user, duty: holding.kind, body: holding.body }
            }
            Self::Leader { user, squad } => Actor::Leader { user: *user, squad: *squad },
            Self::Link(link) => Actor::Link { link: *link },
            Self::System => Actor::System,
        }
    }

    /// The user, for acts that take one.
    ///
    /// # Errors
    /// When no user acts.
    pub fn user(&self) -> Result<Id<id::User>, Absent> {
        self.actor().user().ok_or(Absent("acting user"))
    }

    /// The duty, for acts that only a duty gives.
    ///
    /// # Errors
    /// When nobody acts by a duty.
    pub const fn holding(&self) -> Result<Holding, Absent> {
        match self {
            Self::Duty { holding, .. } => Ok(*holding),
            Self::Leader { .. } | Self::Link(_) | Self::System => Err(Absent("acting duty")),
        }
    }
}
