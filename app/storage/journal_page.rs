//! A page of the journal as auditors read it: an act a line, over all chains of the bodies that they audit.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
        workflow::Act,
    },
    storage::{
        Db, Result,
        db::{
            schema::journal,
            union::{in_statements, union},
        },
        journal::Stored,
    },
};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, RunQueryDsl, dsl};

/// Which entries an auditor asks for: of which act, from a moment on, and before another.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub act: Option<String>,
    pub from: Option<Instant>,
    pub until: Option<Instant>,
}

/// Where an entry stands among those of all chains.
pub type Cursor = (Instant, String, i64);

impl Stored {
    /// Where a page that ends with this entry goes on.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        (self.at, self.chain.clone(), self.number)
    }
}

diesel::alias!(
    const EARLIER: Alias<Earlier> = journal as earlier;
);

/// The newest acts, each by its first entry, written under duties of these bodies or in these chains, before the cursor; one
/// more than `limit` tells that there are more. Acts of the border bodies alone are left out.
///
/// Each body and each chain is read through its index, so that a page is as fast in a country's journal as in a district's.
pub fn page(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    chains: &[String],
    wanted: &Wanted,
    before: Option<&Cursor>,
    limit: i64,
) -> Result<Vec<Stored>> {
    let sources = bodies
        .iter()
        .map(|body| (Some(*body), None))
        .chain(chains.iter().map(|chain| (None, Some(chain))));
    let part = |(body, chain): (Option<Id<id::Body>>, Option<&String>)| {
        // The first entry of an act on a case stands for all: how many there are tells how many people it is about.
        let before_it = EARLIER
            .filter(EARLIER.field(journal::case_id).eq(journal::case_id))
            .filter(EARLIER.field(journal::act_id).eq(journal::act_id))
            .filter(EARLIER.field(journal::act).eq(journal::act))
            .filter(EARLIER.field(journal::number).lt(journal::number));
        let mut query = journal::table
            .filter(dsl::not(dsl::exists(before_it)))
            .filter(journal::act.ne_all(Act::OF_BORDER_BODIES.iter().map(|act| act.as_str())))
            .order((journal::at.desc(), journal::chain.desc(), journal::number.desc()))
            .limit(limit + 1)
            .into_boxed();
        if let Some(body) = body {
            query = query.filter(journal::body_id.eq(body));
        }
        if let Some(chain) = chain {
            query = query.filter(journal::chain.eq(chain.clone()));
        }
        if let Some(act) = &wanted.act {
            query = query.filter(journal::act.eq(act.clone()));
        }
        if let Some(from) = wanted.from {
            query = query.filter(journal::at.ge(from));
        }
        if let Some(until) = wanted.until {
            query = query.filter(journal::at.lt(until));
        }
        if let Some((at, chain, number)) = before {
            let same_moment = journal::chain
                .lt(chain.clone())
                .or(journal::chain.eq(chain.clone()).and(journal::number.lt(*number)));
            // The first condition finds the place in the index, the second the place within one moment.
            query = query.filter(journal::at.le(*at)).filter(journal::at.lt(*at).or(same_moment));
        }
        query
    };
    let mut found: Vec<Stored> = Vec::new();
    let parts: Vec<_> = sources.map(part).collect();
    for parts in in_statements(parts) {
        found.extend(union(parts).load::<Stored>(db)?);
    }
    found.sort_by_key(|entry| std::cmp::Reverse(entry.cursor()));
    found.dedup_by_key(|entry| (entry.chain.clone(), entry.number));
    found.truncate(usize::try_from(limit + 1).unwrap_or(usize::MAX));
    Ok(found)
}
