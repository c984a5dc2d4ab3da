//! All that the page of an application shows, in few statements.

use super::{
    application::{Application, applications},
    register::{self, RegisterNote},
};
use crate::{
    domain::{
        id::{self, Id},
        person::Particulars,
    },
    storage::{
        Db, Result, Scope,
        db::{
            schema::{application, body, membership, particulars},
            sealing::Keys,
        },
        lists::copy::{self, Page},
        record::{
            notice_duty::{self, Given, NoticeDuty},
            off_record::{self, Other},
        },
        squads::membership::{Stored, stored},
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    RunQueryDsl,
};

/// An application as its subdivision sees it. It holds an IIN and has no `Debug`.
pub struct ApplicationRows {
    pub application: Application,
    pub particulars: Particulars,
    pub pages: Vec<Page>,
    /// Which registers were asked; none once it is decided.
    pub notes: Vec<RegisterNote>,
    /// Other records and applications of the person in the subdivision.
    pub others: Vec<Other>,
    /// The notice of the decision, and each time that it was given.
    pub notice: Option<(NoticeDuty, Vec<Given>)>,
}

/// The application, if it is to one of the reader's subdivisions.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn read(
    db: &mut Db,
    keys: &Keys,
    scope: &Scope,
    id: Id<id::Application>,
) -> Result<Option<ApplicationRows>> {
    let found: Option<(Application, Stored)> = applications!(stored!())
        .filter(application::id.eq(id))
        .filter(application::territory_id.eq_any(scope.territories.clone()))
        .first(db)
        .optional()?;
    let Some((application, stands)) = found else { return Ok(None) };
    let (membership, territory) = (application.membership, application.territory);
    let owed = match application.state.decision() {
        Some(_) => notice_duty::owed_by(db, territory, membership)?,
        None => None,
    };
    let notice = match owed {
        Some(duty) => {
            let given = notice_duty::given(db, &[duty.id])?;
            Some((duty, given.into_iter().map(|(_, given)| given).collect()))
        }
        None => None,
    };
    Ok(Some(ApplicationRows {
        particulars: stands.open(keys, membership)?,
        pages: copy::of_application(db, id)?,
        notes: if application.state.is_open() { register::of(db, id)? } else { Vec::new() },
        others: off_record::of_person(db, membership, territory)?,
        notice,
        application,
    }))
}
