//! Who may call a route: the act or the duty that opens it.

use crate::domain::{
    body::DutyKind,
    permissions::{Holding, Unmet},
    workflow::{Act, row},
};

/// Who may call a route. A user who may call it finds only what the own duties show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Anybody, without a session.
    Open,
    /// Anybody, where the program does not run in production.
    Development,
    /// The owner of any account: what belongs to the account itself.
    Own,
    /// The user of an office: pages that show each what the own duties hold.
    SignedIn,
    /// The leader of a squad, by the account that its unit has made.
    Leader,
    /// The leader of a squad, and the holders of one of these duties.
    LeaderOr(&'static [DutyKind]),
    /// The holders of one of these duties.
    Duties(&'static [DutyKind]),
    /// The holders of one of these duties; to everybody else the route does not exist.
    Hidden(&'static [DutyKind]),
    /// The holders of a duty that one of these acts takes.
    Acts(&'static [Act]),
}

impl Policy {
    /// Whether those who may not call the route are not told that it exists.
    #[must_use]
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Hidden(_))
    }

    /// Whether the user may call the route, and if not, what is missing. A leader's account opens the leader's pages only.
    ///
    /// # Errors
    /// The duties, one of which it takes.
    pub fn admits(self, holdings: &[Holding], is_leaders: bool) -> Result<(), Vec<Unmet>> {
        let duties: Vec<DutyKind> = match self {
            Self::SignedIn if is_leaders => Vec::new(),
            Self::Leader if !is_leaders => Vec::new(),
            Self::Open | Self::Development | Self::Own | Self::SignedIn | Self::Leader => {
                return Ok(());
            }
            Self::LeaderOr(_) if is_leaders => return Ok(()),
            Self::Acts(acts)
                if is_leaders && acts.iter().any(|act| row(*act).who.is_of_leader()) =>
            {
                return Ok(());
            }
            Self::LeaderOr(duties) | Self::Duties(duties) | Self::Hidden(duties) => duties.to_vec(),
            Self::Acts(acts) => {
                acts.iter().flat_map(|act| row(*act).who.duties()).copied().collect()
            }
        };
        if holdings.iter().any(|holding| duties.contains(&holding.kind)) {
            return Ok(());
        }
        Err(duties.into_iter().map(Unmet::Duty).collect())
    }
}
