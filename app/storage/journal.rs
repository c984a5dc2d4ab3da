//! The append-only journal: the exact hashed bytes of every entry, and a head for each chain.

use crate::{
    domain::{
        id::{self, Id},
        journal::{Record, hash},
        time::Instant,
    },
    each,
    storage::{
        Db, Result,
        db::{
            for_update,
            schema::{application, journal, journal_head, member_list, squad},
        },
    },
};
use diesel::{
    ExpressionMethods, Insertable, OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
    insert_into, update,
};

/// Where an entry landed in its chain.
#[derive(Clone, Debug)]
pub struct Link {
    pub chain: String,
    pub number: i64,
    pub hash: Vec<u8>,
}

/// The end of one chain, held until the transaction ends: acts that write to one chain follow one another. Entries go to the
/// database some hundred at a time, the last of them when the chain is closed.
pub struct Writer {
    chain: String,
    number: i64,
    hash: Vec<u8>,
    pending: Vec<NewEntry>,
}

#[derive(Insertable)]
#[diesel(table_name = journal)]
struct NewEntry {
    chain: String,
    number: i64,
    act_id: Id<id::ActRun>,
    act: String,
    at: Instant,
    user_id: Option<Id<id::User>>,
    body_id: Option<Id<id::Body>>,
    subject: String,
    subject_id: Id,
    case_id: Id,
    payload: Vec<u8>,
    hash: Vec<u8>,
}

/// The columns beside a payload by which entries are found.
#[derive(PartialEq, Eq)]
struct LookUp<'a> {
    act_id: Id<id::ActRun>,
    act: &'a str,
    at: Instant,
    user_id: Option<Id<id::User>>,
    body_id: Option<Id<id::Body>>,
    subject: &'a str,
    subject_id: Id,
    case_id: Id,
}

impl LookUp<'_> {
    fn of(record: &Record) -> Self {
        let (subject, subject_id) = record.subject();
        Self {
            act_id: record.act_id,
            act: record.act.as_str(),
            at: record.at,
            user_id: record.actor.user(),
            body_id: record.actor.body(),
            subject: subject.as_str(),
            subject_id,
            case_id: record.case_id,
        }
    }
}

impl Writer {
    /// Takes the end of a chain, which begins here if it is new.
    pub fn open(db: &mut Db, chain: &str) -> Result<Self> {
        let new = (
            journal_head::chain.eq(chain),
            journal_head::number.eq(0_i64),
            journal_head::hash.eq(Vec::<u8>::new()),
        );
        each!(db, c => insert_into(journal_head::table).values(new).on_conflict_do_nothing().execute(c))?;
        let (number, hash) = for_update(
            journal_head::table.find(chain).select((journal_head::number, journal_head::hash)),
        )
        .get_result(db)?;
        Ok(Self { chain: chain.to_owned(), number, hash, pending: Vec::new() })
    }

    /// Whether it writes in that chain.
    #[must_use]
    pub fn is_of(&self, chain: &str) -> bool {
        self.chain == chain
    }

    /// Adds one entry.
    pub fn append(&mut self, db: &mut Db, record: &Record) -> Result<Link> {
        let payload = record.to_bytes().map_err(|e| super::StorageError::Other(e.to_string()))?;
        let number = self.number + 1;
        let hash = hash(&self.chain, &self.hash, number, &payload);
        let columns = LookUp::of(record);
        self.pending.push(NewEntry {
            chain: self.chain.clone(),
            number,
            act_id: columns.act_id,
            act: columns.act.to_owned(),
            at: columns.at,
            user_id: columns.user_id,
            body_id: columns.body_id,
            subject: columns.subject.to_owned(),
            subject_id: columns.subject_id,
            case_id: columns.case_id,
            payload,
            hash: hash.clone(),
        });
        if self.pending.len() >= super::BATCH {
            self.flush(db)?;
        }
        (self.number, self.hash) = (number, hash);
        Ok(Link { chain: self.chain.clone(), number, hash: self.hash.clone() })
    }

    fn flush(&mut self, db: &mut Db) -> Result<()> {
        let entries = std::mem::take(&mut self.pending);
        if !entries.is_empty() {
            each!(db, c => insert_into(journal::table).values(&entries).execute(c))?;
        }
        Ok(())
    }

    /// Writes what is pending and the new end of the chain.
    pub fn close(mut self, db: &mut Db) -> Result<()> {
        self.flush(db)?;
        let end = (journal_head::number.eq(self.number), journal_head::hash.eq(self.hash));
        update(journal_head::table.find(self.chain)).set(end).execute(db)?;
        Ok(())
    }
}

/// Adds one entry to the end of a chain.
pub fn append(db: &mut Db, chain: &str, record: &Record) -> Result<()> {
    let mut writer = Writer::open(db, chain)?;
    writer.append(db, record)?;
    writer.close(db)
}

/// An entry as it stands in the database.
#[derive(Debug, Clone, Queryable)]
pub struct Stored {
    pub chain: String,
    pub number: i64,
    pub act_id: Id<id::ActRun>,
    pub act: String,
    pub at: Instant,
    pub user_id: Option<Id<id::User>>,
    pub body_id: Option<Id<id::Body>>,
    pub subject: String,
    pub subject_id: Id,
    pub case_id: Id,
    pub payload: Vec<u8>,
    pub hash: Vec<u8>,
}

/// An entry that was read: its place in its chain, and what it says.
#[derive(Debug, Clone)]
pub struct JournalEntry {
    pub chain: String,
    pub number: i64,
    pub record: Record,
}

impl Stored {
    /// The entry as it is read; `None` when its payload is damaged: the verification of its chain names it.
    #[must_use]
    pub fn read(self) -> Option<JournalEntry> {
        let record = self.record().ok()?;
        Some(JournalEntry { chain: self.chain, number: self.number, record })
    }

    /// The record that was hashed.
    ///
    /// # Errors
    /// When the payload is damaged, or of a program that knows more events.
    pub fn record(&self) -> serde_json::Result<Record> {
        Record::parse(&self.payload)
    }

    /// Whether the columns beside the payload say what the record says.
    fn agrees(&self, record: &Record) -> bool {
        LookUp::of(record)
            == LookUp {
                act_id: self.act_id,
                act: &self.act,
                at: self.at,
                user_id: self.user_id,
                body_id: self.body_id,
                subject: &self.subject,
                subject_id: self.subject_id,
                case_id: self.case_id,
            }
    }
}

/// The first place where a chain is not what was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    /// The entry is not the one that was hashed, or its columns do not say what it says.
    #[error("chain {chain}: entry {number} was changed")]
    Changed { chain: String, number: i64 },
    /// The entry is the one that was hashed, but this program does not know its form.
    #[error("chain {chain}: entry {number} can't be read")]
    Unreadable { chain: String, number: i64 },
    /// An entry is gone.
    #[error("chain {chain}: entry {number} is missing")]
    Missing { chain: String, number: i64 },
    /// The head does not say what the last entry says.
    #[error("chain {chain}: the head does not match entry {number}")]
    Head { chain: String, number: i64 },
}

/// The chains there are, with the number of each one's last entry.
pub fn chains(db: &mut Db) -> Result<Vec<(String, i64)>> {
    let mut heads: Vec<(String, i64)> =
        journal_head::table.select((journal_head::chain, journal_head::number)).load(db)?;
    let known: Vec<String> = heads.iter().map(|(chain, _)| chain.clone()).collect();
    let headless: Vec<String> = journal::table
        .filter(journal::chain.ne_all(known))
        .select(journal::chain)
        .distinct()
        .load(db)?;
    heads.extend(headless.into_iter().map(|chain| (chain, 0)));
    heads.sort();
    Ok(heads)
}

/// Goes through one chain from its beginning.
///
/// # Errors
/// Those of the database; what is wrong with the chain is the answer.
pub fn verify(db: &mut Db, chain: &str) -> Result<Option<ChainFault>> {
    let (mut last, mut previous) = (0_i64, Vec::new());
    let mut seen = 0;
    loop {
        if let Some(fault) = walk(db, chain, &mut last, &mut previous)? {
            return Ok(Some(fault));
        }
        return Ok(match head(db, chain)? {
            Some((number, hash)) if number == last && hash == previous => None,
            // The chain has grown since its end was reached: what was added is gone through as well.
            Some((number, _)) if number > last && number > seen => {
                seen = number;
                continue;
            }
            Some((number, _)) if number > last => {
                Some(ChainFault::Missing { chain: chain.to_owned(), number: last + 1 })
            }
            _ => Some(ChainFault::Head { chain: chain.to_owned(), number: last }),
        });
    }
}

/// Goes on through a chain from where it stands to its end.
fn walk(
    db: &mut Db,
    chain: &str,
    last: &mut i64,
    previous: &mut Vec<u8>,
) -> Result<Option<ChainFault>> {
    const PAGE: i64 = 1000;
    loop {
        let page: Vec<Stored> = journal::table
            .filter(journal::chain.eq(chain))
            .filter(journal::number.gt(*last))
            .order(journal::number)
            .limit(PAGE)
            .load(db)?;
        for entry in &page {
            let number = *last + 1;
            if entry.number != number {
                return Ok(Some(ChainFault::Missing { chain: chain.to_owned(), number }));
            }
            if entry.hash != hash(chain, previous, number, &entry.payload) {
                return Ok(Some(ChainFault::Changed { chain: chain.to_owned(), number }));
            }
            let Ok(record) = entry.record() else {
                return Ok(Some(ChainFault::Unreadable { chain: chain.to_owned(), number }));
            };
            if !entry.agrees(&record) {
                return Ok(Some(ChainFault::Changed { chain: chain.to_owned(), number }));
            }
            *last = number;
            previous.clone_from(&entry.hash);
        }
        if i64::try_from(page.len()).unwrap_or(0) < PAGE {
            return Ok(None);
        }
    }
}

/// Numbers and hashes of the last entries of those of these chains that have one, in the order of their names.
pub fn heads(db: &mut Db, chains: &[String]) -> Result<Vec<(i64, Vec<u8>)>> {
    Ok(journal_head::table
        .filter(journal_head::chain.eq_any(chains.to_vec()))
        .order(journal_head::chain)
        .select((journal_head::number, journal_head::hash))
        .load(db)?)
}

/// The number and hash of a chain's last entry, as its head says.
pub fn head(db: &mut Db, chain: &str) -> Result<Option<(i64, Vec<u8>)>> {
    Ok(journal_head::table
        .find(chain)
        .select((journal_head::number, journal_head::hash))
        .first(db)
        .optional()?)
}

/// What a history is about.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Everything on these cases.
    pub cases: Vec<Id>,
    /// What concerns these alone.
    pub subjects: Vec<Id>,
    /// The leaderships of this squad.
    pub leaderships_of: Option<Id<id::Squad>>,
    /// Kinds of subjects that no reader of it is shown.
    pub hidden: Vec<&'static str>,
    /// Copies of entries of this list.
    pub copies_on: Option<Id<id::MemberList>>,
}

/// The latest entries about something, the newest first: enough to hold the last step that it took.
pub fn latest(db: &mut Db, subject: Id) -> Result<Vec<JournalEntry>> {
    let about = journal::table.filter(journal::subject_id.eq(subject));
    let latest: Vec<Stored> =
        about.order((journal::at.desc(), journal::number.desc())).limit(20).load(db)?;
    Ok(latest.into_iter().filter_map(Stored::read).collect())
}

/// The chains that these bodies have written in.
pub fn chains_of(db: &mut Db, bodies: &[Id<id::Body>]) -> Result<Vec<String>> {
    Ok(journal::table
        .filter(journal::body_id.eq_any(bodies.to_vec()))
        .select(journal::chain)
        .distinct()
        .load(db)?)
}

/// The references of the squads, lists and applications that entries are about.
pub fn references(db: &mut Db, cases: &[Id]) -> Result<Vec<(Id, String)>> {
    let mut found: Vec<(Id, String)> = squad::table
        .filter(squad::id.eq_any(cases.to_vec()))
        .select((squad::id, squad::reference))
        .load(db)?;
    found.extend(
        member_list::table
            .filter(member_list::id.eq_any(cases.to_vec()))
            .select((member_list::id, member_list::reference))
            .load::<(Id, String)>(db)?,
    );
    found.extend(
        application::table
            .filter(application::id.eq_any(cases.to_vec()))
            .select((application::id, application::reference))
            .load::<(Id, String)>(db)?,
    );
    Ok(found)
}
