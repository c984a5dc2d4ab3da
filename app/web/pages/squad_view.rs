//! A squad as pages show it.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        squad::SquadState,
        time::Instant,
    },
    storage::squads::squad::Squad,
};
use serde::Serialize;

/// A squad as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct SquadView {
    pub id: Id<id::Squad>,
    pub reference: String,
    pub name: Named,
    pub area: String,
    pub state: SquadState,
    pub version: i32,
    pub created_at: Instant,
    pub akimat: Named,
    pub unit: Named,
}

impl From<&Squad> for SquadView {
    fn from(squad: &Squad) -> Self {
        Self {
            id: squad.id,
            reference: squad.reference.clone(),
            name: squad.name.clone(),
            area: squad.area.clone(),
            state: squad.state,
            version: squad.version,
            created_at: squad.created_at,
            akimat: squad.akimat_name.clone(),
            unit: squad.unit_name.clone(),
        }
    }
}

impl SquadView {
    /// A fictional squad in that state.
    pub fn sample(state: SquadState) -> Self {
        let named = |kk: &str, ru: &str, en: &str| Named {
            kk: kk.to_owned(),
            ru: ru.to_owned(),
            en: en.to_owned(),
        };
        Self {
            id: Id::new(),
            reference: "Ж-2026-0001".to_owned(),
            name: named("Үлгі", "Улги", "Үлгі"),
            area: "Үлгі ауылы".to_owned(),
            state,
            version: 3,
            created_at: Instant::default(),
            akimat: named(
                "Үлгі ауданының әкімдігі",
                "Акимат Улгийского района",
                "Akimat of Ulgi district",
            ),
            unit: named("«Үлгі» бөлімшесі", "Отделение «Улги»", "Ulgi unit"),
        }
    }
}
