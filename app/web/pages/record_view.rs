//! Whose record a page is of, and where that is shown.

use crate::{
    domain::{
        id::{self, Id},
        involvement::Involvement,
        language::Named,
        permissions::Case,
        squad::SquadState,
    },
    storage::{self, squads::membership::Member},
    web::request::{
        context::RequestContext, current_user::CurrentUser, error::WebError,
        record_path::RecordPath,
    },
};
use serde::Serialize;

/// The squad of a volunteer, or the application of a freelance officer, with the addresses of its pages.
#[derive(Clone, Debug, Serialize)]
pub struct RecordView {
    /// The page of the squad or application.
    pub back: String,
    /// Below which the pages of the record are.
    pub url: String,
    pub reference: String,
    /// None of a freelance officer.
    pub squad: Option<Named>,
}

impl RecordView {
    /// Of that record, whose case was found through its reader.
    #[must_use]
    pub fn of(case: &Case, of: Involvement, membership: Id<id::Membership>) -> Self {
        Self {
            back: back(of),
            url: url(of, membership),
            reference: case.reference.clone(),
            squad: of.squad().map(|_| case.title.clone()),
        }
    }

    /// A fictional one.
    #[must_use]
    pub fn sample(is_officer: bool) -> Self {
        let squad = super::squad_view::SquadView::sample(SquadState::Created);
        Self {
            back: "/squads/0".to_owned(),
            url: "/squads/0/members/0".to_owned(),
            reference: squad.reference,
            squad: (!is_officer).then_some(squad.name),
        }
    }
}

/// The page of a squad or application.
#[must_use]
pub fn back(of: Involvement) -> String {
    match of {
        Involvement::Squad(id) => format!("/squads/{id}"),
        Involvement::Application(id) => format!("/applications/{id}"),
    }
}

/// The page of a record.
#[must_use]
pub fn url(of: Involvement, membership: Id<id::Membership>) -> String {
    match of {
        Involvement::Squad(id) => format!("/squads/{id}/members/{membership}"),
        Involvement::Application(id) => format!("/applications/{id}/record"),
    }
}

/// A record in the book that its reader follows: for the unit that leads the person, and for its subdivision.
pub struct FollowedRecord {
    pub of: Involvement,
    pub case: Case,
    pub member: Member,
}

impl FollowedRecord {
    /// The record that a path names.
    ///
    /// # Errors
    /// The reader follows none there.
    pub fn find(
        cx: &RequestContext,
        me: &CurrentUser,
        path: &RecordPath,
    ) -> Result<Self, WebError> {
        use storage::record::involvement;
        let of = path.of()?;
        let (case, members) = cx.read(|db| {
            Ok(match involvement::case(db, &me.scope, of)? {
                Some(case) => (Some(case), involvement::members(db, of)?),
                None => (None, Vec::new()),
            })
        })?;
        let is_followed = |case: &Case| {
            case.parties.unit.is_some_and(|unit| me.scope.units.contains(&unit))
                || case.parties.territory.is_some_and(|of| me.scope.territories.contains(&of))
        };
        let case = case.filter(is_followed).ok_or(WebError::NotFound)?;
        let is_named = |member: &Member| match of {
            Involvement::Squad(_) => path.member() == Some(member.id),
            Involvement::Application(_) => true,
        };
        let member = members.into_iter().find(|member| is_named(member));
        let member = member.filter(|found| found.state.is_in_book()).ok_or(WebError::NotFound)?;
        Ok(Self { of, case, member })
    }

    /// Whose it is, as pages show it.
    #[must_use]
    pub fn view(&self) -> RecordView {
        RecordView::of(&self.case, self.of, self.member.id)
    }
}
