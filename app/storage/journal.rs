//! The append-only journal: the exact hashed bytes of every entry, and a head for each chain.

use super::{
    Db, Result,
    db::for_update,
    schema::{journal, journal_head},
};
use crate::{
    domain::{
        id::Id,
        journal::{Actor, Entry, hash},
        time::Instant,
    },
    each,
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into, update};

/// Where an entry landed in its chain.
#[derive(Clone, Debug)]
pub struct Link {
    pub chain: String,
    pub number: i64,
    pub hash: Vec<u8>,
}

/// The end of one chain, held until the transaction ends: acts that write to one chain follow one another.
pub struct Writer {
    chain: String,
    number: i64,
    hash: Vec<u8>,
}

impl Writer {
    /// Takes the end of a chain, which begins here if it is new.
    pub fn open(db: &mut Db, chain: &str) -> Result<Self> {
        let new = (journal_head::chain.eq(chain), journal_head::number.eq(0_i64), journal_head::hash.eq(Vec::<u8>::new()));
        each!(db, c => insert_into(journal_head::table).values(new).on_conflict_do_nothing().execute(c))?;
        let (number, hash) =
            for_update(journal_head::table.find(chain).select((journal_head::number, journal_head::hash))).get_result(db)?;
        Ok(Self { chain: chain.to_owned(), number, hash })
    }

    /// Adds one entry.
    pub fn append(&mut self, db: &mut Db, entry: &Entry<'_>) -> Result<Link> {
        let payload = serde_json::to_vec(entry).map_err(|e| super::StorageError::Other(e.to_string()))?;
        let number = self.number + 1;
        let hash = hash(&self.chain, &self.hash, number, &payload);
        let (user, body) = match entry.actor {
            Actor::User { user, body, .. } => (Some(user), Some(body)),
            Actor::Owner { user } => (Some(user), None),
            Actor::System | Actor::Operator => (None, None),
        };
        insert_into(journal::table)
            .values((
                journal::chain.eq(&self.chain),
                journal::number.eq(number),
                journal::act_id.eq(entry.act_id),
                journal::act.eq(entry.act),
                journal::at.eq(entry.at),
                journal::user_id.eq(user),
                journal::body_id.eq(body),
                journal::subject.eq(entry.subject),
                journal::subject_id.eq(entry.subject_id),
                journal::case_id.eq(entry.case_id),
                journal::payload.eq(&payload),
                journal::hash.eq(&hash),
            ))
            .execute(db)?;
        (self.number, self.hash) = (number, hash);
        Ok(Link { chain: self.chain.clone(), number, hash: self.hash.clone() })
    }

    /// Writes the new end of the chain.
    pub fn close(self, db: &mut Db) -> Result<()> {
        let end = (journal_head::number.eq(self.number), journal_head::hash.eq(self.hash));
        update(journal_head::table.find(self.chain)).set(end).execute(db)?;
        Ok(())
    }
}

/// Adds one entry to the end of a chain.
pub fn append(db: &mut Db, chain: &str, entry: &Entry<'_>) -> Result<()> {
    let mut writer = Writer::open(db, chain)?;
    writer.append(db, entry)?;
    writer.close(db)
}

/// An entry as it stands in the database.
#[derive(Debug, Clone, Queryable)]
pub struct Stored {
    pub chain: String,
    pub number: i64,
    pub act_id: Id,
    pub act: String,
    pub at: Instant,
    pub user_id: Option<Id>,
    pub body_id: Option<Id>,
    pub subject: String,
    pub subject_id: Id,
    pub case_id: Id,
    pub payload: Vec<u8>,
    pub hash: Vec<u8>,
}

impl Stored {
    /// The payload as JSON; `Null` when it is damaged.
    #[must_use]
    pub fn words(&self) -> serde_json::Value {
        serde_json::from_slice(&self.payload).unwrap_or_default()
    }

    /// Whether the columns beside the payload say what the payload says.
    fn agrees(&self) -> bool {
        let words = self.words();
        let says = |key: &str, text: String| words.get(key).and_then(|v| v.as_str()) == Some(text.as_str());
        let actor = words.get("actor").cloned().unwrap_or_default();
        let actor_says =
            |key: &str, id: Option<Id>| actor.get(key).and_then(|v| v.as_str()).map(str::to_owned) == id.map(|id| id.to_string());
        says("act_id", self.act_id.to_string())
            && says("act", self.act.clone())
            && words.get("at") == serde_json::to_value(self.at).ok().as_ref()
            && says("subject", self.subject.clone())
            && says("subject_id", self.subject_id.to_string())
            && says("case_id", self.case_id.to_string())
            && actor_says("user", self.user_id)
            && actor_says("body", self.body_id)
    }
}

/// The first place where a chain is not what was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The entry is not the one that was hashed.
    #[error("chain {chain}: entry {number} was changed")]
    Changed { chain: String, number: i64 },
    /// An entry is gone.
    #[error("chain {chain}: entry {number} is missing")]
    Missing { chain: String, number: i64 },
    /// The head does not say what the last entry says.
    #[error("chain {chain}: the head does not match entry {number}")]
    Head { chain: String, number: i64 },
}

/// The chains there are, with the number of each one's last entry.
pub fn chains(db: &mut Db) -> Result<Vec<(String, i64)>> {
    let mut heads: Vec<(String, i64)> = journal_head::table.select((journal_head::chain, journal_head::number)).load(db)?;
    let known: Vec<String> = heads.iter().map(|(chain, _)| chain.clone()).collect();
    let headless: Vec<String> = journal::table.filter(journal::chain.ne_all(known)).select(journal::chain).distinct().load(db)?;
    heads.extend(headless.into_iter().map(|chain| (chain, 0)));
    heads.sort();
    Ok(heads)
}

/// Goes through one chain from its beginning.
///
/// # Errors
/// Those of the database; what is wrong with the chain is the answer.
pub fn verify(db: &mut Db, chain: &str) -> Result<Option<Fault>> {
    const PAGE: i64 = 1000;
    let (mut last, mut previous) = (0_i64, Vec::new());
    loop {
        let page: Vec<Stored> =
            journal::table.filter(journal::chain.eq(chain)).filter(journal::number.gt(last)).order(journal::number).limit(PAGE).load(db)?;
        for entry in &page {
            let number = last + 1;
            if entry.number != number {
                return Ok(Some(Fault::Missing { chain: chain.to_owned(), number }));
            }
            if entry.hash != hash(chain, &previous, number, &entry.payload) || !entry.agrees() {
                return Ok(Some(Fault::Changed { chain: chain.to_owned(), number }));
            }
            last = number;
            previous.clone_from(&entry.hash);
        }
        if i64::try_from(page.len()).unwrap_or(0) < PAGE {
            break;
        }
    }
    let head: Option<(i64, Vec<u8>)> =
        journal_head::table.find(chain).select((journal_head::number, journal_head::hash)).first(db).optional()?;
    Ok(match head {
        Some((number, _)) if number > last => Some(Fault::Missing { chain: chain.to_owned(), number: last + 1 }),
        Some((number, hash)) if number == last && hash == previous => None,
        _ => Some(Fault::Head { chain: chain.to_owned(), number: last }),
    })
}

/// What happened on a case and everything that belongs to it, oldest first.
pub fn of_cases(db: &mut Db, cases: &[Id]) -> Result<Vec<Stored>> {
    Ok(journal::table.filter(journal::case_id.eq_any(cases.to_vec())).order((journal::at, journal::number)).load(db)?)
}

/// The latest entry about one subject: what a reader who came too late is told.
pub fn latest(db: &mut Db, subject: Id) -> Result<Option<Stored>> {
    Ok(journal::table.filter(journal::subject_id.eq(subject)).order((journal::at.desc(), journal::number.desc())).first(db).optional()?)
}
