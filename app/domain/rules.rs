//! The Rules clause by clause, beside the workflow table: what the page of the Rules is made from.

use super::{
    clause::Clause,
    workflow::{Row, TABLE},
};

/// The acts on a clause, in the order of the table.
pub fn acts_on(clause: Clause) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| is_on(row, clause))
}

/// The acts that no clause orders: housekeeping of the product.
pub fn acts_on_none() -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(|row| row.basis.clauses_shown().is_empty())
}

/// Whether a clause orders the act, or the act is the product's own beside it.
fn is_on(row: &Row, clause: Clause) -> bool {
    row.basis.clauses_shown().contains(&clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clause::Standing;

    #[test]
    fn every_act_is_found_under_each_of_its_clauses_or_under_none() {
        let mut found: Vec<_> = Clause::ALL
            .iter()
            .flat_map(|clause| acts_on(*clause))
            .chain(acts_on_none())
            .map(|row| row.act)
            .collect();
        found.sort_unstable();
        let acts =
            TABLE.iter().flat_map(|row| vec![row.act; row.basis.clauses_shown().len().max(1)]);
        assert_eq!(found, acts.collect::<Vec<_>>());
    }

    #[test]
    fn a_clause_is_said_to_be_served_by_acts_exactly_where_the_table_has_some() {
        for clause in Clause::ALL {
            assert_eq!(
                clause.standing() == Standing::ByActs,
                acts_on(*clause).count() > 0,
                "clause {clause}"
            );
        }
    }
}
