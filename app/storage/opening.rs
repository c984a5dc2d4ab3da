//! Every opening of an ID-card copy or an IIN.

use super::{Db, Result, schema::opening};
use crate::domain::{id::Id, time::Instant};
use diesel::{ExpressionMethods, RunQueryDsl, insert_into};

/// What was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    Copy,
    Iin,
}

/// Notes an opening.
pub fn insert(db: &mut Db, user: Id, opened: Opened, membership: Id, now: Instant) -> Result<()> {
    let kind = match opened {
        Opened::Copy => "copy",
        Opened::Iin => "iin",
    };
    insert_into(opening::table)
        .values((
            opening::id.eq(Id::new()),
            opening::user_id.eq(user),
            opening::kind.eq(kind),
            opening::membership_id.eq(membership),
            opening::at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}
