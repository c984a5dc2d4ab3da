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
    /// Whoever is signed in: what belongs to the own account, and pages that show each what the own duties hold.
    SignedIn,
    /// The holders of one of these duties.
    Duties(&'static [DutyKind]),
    /// The holders of a duty that one of these acts takes.
    Acts(&'static [Act]),
}

impl Policy {
    /// Whether the holder of these duties may call the route, and if not, what is missing.
    ///
    /// # Errors
    /// The duties, one of which it takes.
    pub fn admits(self, holdings: &[Holding]) -> Result<(), Vec<Unmet>> {
        let duties: Vec<DutyKind> = match self {
            Self::Open | Self::Development | Self::SignedIn => return Ok(()),
            Self::Duties(duties) => duties.to_vec(),
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
