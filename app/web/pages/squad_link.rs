//! A squad as the pages of its lists link to it.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
    },
    storage::squads::squad::Squad,
};
use serde::Serialize;

/// The id and the name of a squad.
#[derive(Clone, Debug, Serialize)]
pub struct SquadLink {
    pub id: Id<id::Squad>,
    pub name: Named,
}

impl From<&Squad> for SquadLink {
    fn from(squad: &Squad) -> Self {
        Self { id: squad.id, name: squad.name.clone() }
    }
}

impl SquadLink {
    /// A fictional squad for samples of pages.
    #[must_use]
    pub fn sample() -> Self {
        let (kk, ru) = ("Үлгі жасағы".to_owned(), "Отряд Улги".to_owned());
        Self { id: Id::new(), name: Named { en: kk.clone(), kk, ru } }
    }
}
