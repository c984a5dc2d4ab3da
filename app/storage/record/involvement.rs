//! Whose record a membership is: of a volunteer in a squad, or of a freelance officer by an application.

use crate::{
    domain::{
        id::{self, Id},
        involvement::Involvement,
        permissions::Case,
    },
    storage::{
        Db, Result, Scope, StorageError,
        applications::application,
        db::schema::membership,
        squads::{
            membership::{Member, in_squad, of_application},
            squad,
        },
    },
};
use diesel::{OptionalExtension, QueryDsl, RunQueryDsl};

/// The squad or application of a record.
pub fn of(db: &mut Db, id: Id<id::Membership>) -> Result<Option<Involvement>> {
    let found: Option<(Option<Id<id::Squad>>, Option<Id<id::Application>>)> = membership::table
        .find(id)
        .select((membership::squad_id, membership::application_id))
        .first(db)
        .optional()?;
    Ok(found.and_then(|(squad, application)| Involvement::of(squad, application)))
}

/// The case on which acts about the record are carried out, if the reader may see it.
pub fn case(db: &mut Db, scope: &Scope, of: Involvement) -> Result<Option<Case>> {
    Ok(match of {
        Involvement::Squad(id) => squad::find(db, scope, id)?.map(|squad| squad.case()),
        Involvement::Application(id) => application::find(db, scope, id)?.map(|one| one.case()),
    })
}

/// The same without regard to a reader: for findings of the program itself.
pub fn get(db: &mut Db, of: Involvement) -> Result<Case> {
    Ok(match of {
        Involvement::Squad(id) => squad::get(db, id)?.case(),
        Involvement::Application(id) => application::get(db, id)?.case(),
    })
}

/// The one of that id whose record it is.
pub fn member(db: &mut Db, of: Involvement, id: Id<id::Membership>) -> Result<Option<Member>> {
    match of {
        Involvement::Squad(squad) => in_squad(db, squad, id),
        Involvement::Application(application) => {
            Ok(of_application(db, application)?.filter(|member| member.id == id))
        }
    }
}

/// Everybody whose record it is, ended records among them.
pub fn members(db: &mut Db, of: Involvement) -> Result<Vec<Member>> {
    match of {
        Involvement::Squad(squad) => crate::storage::squads::membership::of_squad(db, squad),
        Involvement::Application(application) => {
            Ok(of_application(db, application)?.into_iter().collect())
        }
    }
}

/// The record that an application has begun.
pub fn record_of(db: &mut Db, application: Id<id::Application>) -> Result<Id<id::Membership>> {
    of_application(db, application)?.map(|member| member.id).ok_or(StorageError::Damaged)
}
