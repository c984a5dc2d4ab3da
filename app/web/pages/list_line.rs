//! A list as pages of lists and of what was found show it.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        member_list::ListState,
        time::Instant,
    },
    storage::lists::member_list::Line,
};
use serde::Serialize;

/// One line of a table of lists.
#[derive(Clone, Debug, Serialize)]
pub struct ListLine {
    pub id: Id<id::MemberList>,
    pub reference: String,
    pub state: ListState,
    pub created_at: Instant,
    /// The squad's name.
    pub squad: Named,
    /// People on it, the withdrawn ones not counted.
    pub entries: i64,
}

impl From<&Line> for ListLine {
    fn from(line: &Line) -> Self {
        let squad = Named {
            kk: line.squad_kk.clone(),
            ru: line.squad_ru.clone(),
            en: line.squad_kk.clone(),
        };
        Self {
            id: line.id,
            reference: line.reference.clone(),
            state: line.state,
            created_at: line.created_at,
            squad,
            entries: line.entries,
        }
    }
}
