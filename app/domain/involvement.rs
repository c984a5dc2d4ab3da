//! How a person takes part in protecting the border (clause 8): in a squad, or as a freelance officer.

use super::id::{Application, Id, Squad};

/// The squad or application of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Involvement {
    /// A volunteer of that squad.
    Squad(Id<Squad>),
    /// A freelance officer, by that application.
    Application(Id<Application>),
}

impl Involvement {
    /// The one of its two columns that is filled in.
    #[must_use]
    pub fn of(squad: Option<Id<Squad>>, application: Option<Id<Application>>) -> Option<Self> {
        squad.map(Self::Squad).or(application.map(Self::Application))
    }

    /// The squad of a volunteer.
    #[must_use]
    pub const fn squad(self) -> Option<Id<Squad>> {
        match self {
            Self::Squad(id) => Some(id),
            Self::Application(_) => None,
        }
    }
}
