//! The append-only, hash-chained record of every act.

use super::{
    body::DutyKind,
    id::{self, Id},
    time::Instant,
    workflow::RecordedBasis,
};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What the hash begins with, so that it can be mistaken for no other.
const DOMAIN: &[u8] = b"jasaq journal 1\0";

/// The chain of what belongs to no territorial subdivision: users, bodies, sign-ins of note.
pub const SYSTEM_CHAIN: &str = "system";

/// Who did it.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Actor {
    /// A user in a duty of a body.
    User { user: Id<id::User>, duty: DutyKind, body: Id<id::Body> },
    /// The system, because of the act named in the entry.
    System,
    /// The command line, by whoever holds the machine.
    Operator,
    /// The owner of an account, who needs no duty for it.
    Owner { user: Id<id::User> },
}

/// The exact words of one entry. Ids and codes only: no name, no number, no particulars.
#[derive(Debug, Serialize)]
pub struct Entry<'a> {
    pub act_id: Id<id::ActRun>,
    pub act: &'a str,
    /// Clauses and edition that order the act, or the product's own decision.
    pub basis: RecordedBasis,
    pub at: Instant,
    pub actor: Actor,
    pub subject: &'a str,
    pub subject_id: Id,
    pub case_id: Id,
    #[serde(skip_serializing_if = "serde_json::Value::is_null")]
    pub data: serde_json::Value,
}

/// SHA-256 over the domain, the hash before, the number and the exact bytes of the payload.
#[must_use]
pub fn hash(chain: &str, previous: &[u8], number: i64, payload: &[u8]) -> Vec<u8> {
    let mut sha = Sha256::new();
    sha.update(DOMAIN);
    for part in [chain.as_bytes(), previous, &number.to_be_bytes(), payload] {
        sha.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        sha.update(part);
    }
    sha.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_depends_on_every_part_and_on_where_it_ends() {
        let base = hash("a", b"bc", 1, b"d");
        assert_eq!(base.len(), 32);
        for other in [hash("ab", b"c", 1, b"d"), hash("a", b"bcd", 1, b""), hash("a", b"bc", 2, b"d"), hash("a", b"bc", 1, b"e")] {
            assert_ne!(base, other);
        }
    }
}
