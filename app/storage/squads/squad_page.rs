//! The page of a squad: everything on it that the database knows.

use crate::{
    domain::{
        id::{self, Id},
        leadership::LeadershipState,
        member_list::ListState,
        permissions::Holding,
    },
    storage::{
        Db, Result, Scope,
        case_handoffs::{self, CaseHandoffs},
        lists::member_list,
        squads::{
            decision::{self, Decision},
            leadership::Leadership,
            membership::{self, Member},
            squad::{self, Squad},
        },
    },
};

/// A squad with its members, its leaderships, its lists, the decisions about it, and whom it waits on.
#[derive(Clone, Debug)]
pub struct SquadPage {
    pub squad: Squad,
    pub members: Vec<Member>,
    pub decisions: Vec<Decision>,
    /// Every leadership that there was.
    pub leaderships: Vec<Leadership>,
    pub lists: Vec<(Id<id::MemberList>, String, ListState)>,
    pub handoffs: CaseHandoffs,
}

impl SquadPage {
    /// The open leadership, if the squad has one.
    #[must_use]
    pub fn leader(&self) -> Option<&Leadership> {
        self.leaderships.iter().find(|l| {
            matches!(l.state, LeadershipState::AwaitingRegistration | LeadershipState::InOffice)
        })
    }
}

/// The squad's page, if the reader may see the squad. Who may see which part of it is the page's to say.
pub fn read(
    db: &mut Db,
    scope: &Scope,
    holdings: &[Holding],
    id: Id<id::Squad>,
) -> Result<Option<SquadPage>> {
    let Some(squad) = squad::find(db, scope, id)? else { return Ok(None) };
    let (decisions, leaderships): (Vec<Decision>, Vec<Option<Leadership>>) =
        decision::with_leaderships(db, id)?.into_iter().unzip();
    Ok(Some(SquadPage {
        squad,
        members: membership::of_squad(db, id)?,
        decisions,
        leaderships: leaderships.into_iter().flatten().collect(),
        lists: member_list::of_squad(db, id)?,
        handoffs: case_handoffs::on(db, id.any(), holdings)?,
    }))
}
