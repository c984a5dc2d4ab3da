//! How SQLite would answer a query: for tests that hold a page to its index.

use super::{Db, MultiBackend};
use crate::storage::Store;
use diesel::{
    QueryResult, RunQueryDsl,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Integer, Text},
};

#[derive(QueryId, Clone, Copy)]
struct Explained<Q>(Q);

impl<Q: Query> Query for Explained<Q> {
    type SqlType = (Integer, Integer, Integer, Text);
}

impl<Q> RunQueryDsl<Db> for Explained<Q> {}

impl<Q: QueryFragment<MultiBackend>> QueryFragment<MultiBackend> for Explained<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        // Boxed queries differ under one type: the statement cache must not take one for another.
        out.unsafe_to_cache_prepared();
        out.push_sql("EXPLAIN QUERY PLAN ");
        self.0.walk_ast(out)
    }
}

/// The steps of the plan over a database as the migrations make it, in their order.
pub(in crate::storage) fn of<Q: Query + QueryFragment<MultiBackend> + QueryId>(
    query: Q,
) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let store =
        Store::open(&format!("sqlite://{}", folder.path().join("plan.sqlite").display()), 1)
            .unwrap();
    store.migrate().unwrap();
    let steps: Vec<(i32, i32, i32, String)> = store
        .read(|db| Explained(query).load(db).map_err(crate::storage::StorageError::from))
        .unwrap();
    steps.into_iter().map(|(.., step)| step).collect()
}
