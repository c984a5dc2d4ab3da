//! Several ranges of an index in one statement: each part keeps its own order and limit.

use super::{Db, MultiBackend};
use diesel::{
    QueryResult, RunQueryDsl,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
};

/// The rows of every part, part by part, without an order among parts.
pub(in crate::storage) struct Union<Q>(Vec<Q>);

/// All rows of these queries in one statement; the caller sorts what comes and leaves an empty list alone.
pub(in crate::storage) const fn union<Q>(parts: Vec<Q>) -> Union<Q> {
    Union(parts)
}

/// Parts of one statement: databases unite so many and no more.
const PARTS: usize = 400;

/// Parts put together into as few statements as databases allow.
pub(in crate::storage) fn in_statements<Q>(parts: Vec<Q>) -> Vec<Vec<Q>> {
    let mut statements: Vec<Vec<Q>> = Vec::new();
    for part in parts {
        match statements.last_mut().filter(|last| last.len() < PARTS) {
            Some(last) => last.push(part),
            None => statements.push(vec![part]),
        }
    }
    statements
}

impl<Q: Query> Query for Union<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> RunQueryDsl<Db> for Union<Q> {}

impl<Q> QueryId for Union<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: QueryFragment<MultiBackend>> QueryFragment<MultiBackend> for Union<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        for (at, part) in self.0.iter().enumerate() {
            // Both databases want a part with an order and a limit of its own in brackets; SQLite knows brackets as a table.
            out.push_sql(if at == 0 { "SELECT * FROM (" } else { " UNION ALL SELECT * FROM (" });
            part.walk_ast(out.reborrow())?;
            out.push_sql(") AS part");
        }
        Ok(())
    }
}
