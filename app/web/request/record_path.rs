//! The path of a person's record: `/squads/{id}/members/{member}` of a volunteer, `/applications/{id}` of a freelance officer.

use super::error::WebError;
use crate::domain::{
    id::{self, Id},
    involvement::Involvement,
};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};

/// The squad or application that the path names, if it names one.
pub struct RecordPath {
    of: Option<Involvement>,
    member: Option<Id<id::Membership>>,
}

impl FromRequest for RecordPath {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id: Option<Id> = request.match_info().get("id").and_then(|id| id.parse().ok());
        let is_application =
            request.match_pattern().is_some_and(|path| path.starts_with("/applications/"));
        ready(Ok(Self {
            of: id.map(|id| {
                if is_application {
                    Involvement::Application(id.of())
                } else {
                    Involvement::Squad(id.of())
                }
            }),
            member: request.match_info().get("member").and_then(|id| id.parse().ok()),
        }))
    }
}

impl RecordPath {
    /// The squad or the application.
    ///
    /// # Errors
    /// The path names none.
    pub fn of(&self) -> Result<Involvement, WebError> {
        self.of.ok_or(WebError::NotFound)
    }

    /// The member that a path of a squad names.
    #[must_use]
    pub const fn member(&self) -> Option<Id<id::Membership>> {
        self.member
    }
}
