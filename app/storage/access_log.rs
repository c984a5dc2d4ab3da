//! Every opening of an ID-card copy or an IIN: under which duty, of whom on which list, and when.

use crate::{
    domain::{
        caller::Caller,
        id::{self, Id},
        permissions::Holding,
        time::Instant,
    },
    storage::{Db, Result, db::schema::access_log},
};
use diesel::{ExpressionMethods, RunQueryDsl, insert_into};

/// What was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    Copy,
    Iin,
    /// The paper of a certificate.
    Certificate,
}

impl Opened {
    /// The written word.
    pub(in crate::storage) const fn as_str(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Iin => "iin",
            Self::Certificate => "certificate",
        }
    }
}

/// Notes an opening by a caller, and under which duty: whose membership, on which list if it is one of a list.
pub fn insert(
    db: &mut Db,
    caller: Caller,
    under: Option<Holding>,
    opened: Opened,
    on: (Id<id::Membership>, Option<Id<id::MemberList>>),
    now: Instant,
) -> Result<()> {
    let (membership, list) = on;
    insert_into(access_log::table)
        .values((
            access_log::id.eq(Id::<id::Access>::new()),
            access_log::caller_kind.eq(caller.kind()),
            access_log::caller_id.eq(caller.id()),
            access_log::kind.eq(opened.as_str()),
            access_log::membership_id.eq(membership),
            access_log::at.eq(now),
            access_log::body_id.eq(under.map(|holding| holding.body)),
            access_log::duty.eq(under.map(|holding| holding.kind)),
            access_log::list_id.eq(list),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that the same of several memberships was opened at once, in a file.
pub fn insert_all(
    db: &mut Db,
    caller: Caller,
    under: Option<Holding>,
    opened: Opened,
    (memberships, list): (&[Id<id::Membership>], Option<Id<id::MemberList>>),
    now: Instant,
) -> Result<()> {
    memberships.iter().try_for_each(|of| insert(db, caller, under, opened, (*of, list), now))
}
