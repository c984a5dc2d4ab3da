//! The words of names, as searches look them up: by the beginning of a word, within one akimat.

use crate::{
    domain::{
        id::{self, Id},
        kazakh,
        person::Particulars,
    },
    each,
    storage::{
        Db, Result,
        db::{
            schema::{attachment, membership, name_word, particulars, squad},
            union::union,
        },
    },
};
use diesel::{
    BoolExpressionMethods, Connection, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl, delete, dsl,
    dsl::{IntoBoxed, Select},
    insert_into,
};

diesel::alias! {
    const OTHER: Alias<Other> = name_word as other_word;
}

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Membership,
    Squad,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Membership => "membership",
            Self::Squad => "squad",
        }
    }
}

/// Where a page of names goes on: behind this name and subject.
pub type Place<T> = (Vec<u8>, Id<T>);

/// Replaces the words that a membership of an akimat's squad is found by.
pub fn put(db: &mut Db, akimat: Id<id::Body>, membership: Id<id::Membership>, typed: &Particulars) -> Result<()> {
    let squad = membership::table.find(membership).select(membership::squad_id).first(db)?;
    replace(
        db,
        &Name { kind: Kind::Membership, subject: membership.any(), akimat, squad, text: typed.full_name(), sort_key: typed.sort_key() },
    )
}

/// Adds the words of members who are new to a squad of an akimat.
pub fn add_members(db: &mut Db, akimat: Id<id::Body>, squad: Id<id::Squad>, new: &[(Id<id::Membership>, &Particulars)]) -> Result<()> {
    let name = |(subject, typed): &(Id<id::Membership>, &Particulars)| Name {
        kind: Kind::Membership,
        subject: subject.any(),
        akimat,
        squad,
        text: typed.full_name(),
        sort_key: typed.sort_key(),
    };
    insert(db, &new.iter().map(name).collect::<Vec<_>>())
}

/// Replaces the words that a squad of an akimat is found by.
pub fn put_squad(db: &mut Db, akimat: Id<id::Body>, squad: Id<id::Squad>, name_kk: &str, name_ru: &str) -> Result<()> {
    replace(db, &Name::of_squad(akimat, squad, name_kk, name_ru, kazakh::sort_key(name_kk)))
}

fn replace(db: &mut Db, name: &Name) -> Result<()> {
    delete(name_word::table.filter(name_word::subject_id.eq(name.subject))).execute(db)?;
    insert(db, std::slice::from_ref(name))
}

struct Name {
    kind: Kind,
    subject: Id,
    akimat: Id<id::Body>,
    squad: Id<id::Squad>,
    text: String,
    sort_key: Vec<u8>,
}

impl Name {
    fn of_squad(akimat: Id<id::Body>, squad: Id<id::Squad>, name_kk: &str, name_ru: &str, sort_key: Vec<u8>) -> Self {
        Self { kind: Kind::Squad, subject: squad.any(), akimat, squad, text: format!("{name_kk} {name_ru}"), sort_key }
    }
}

fn insert(db: &mut Db, names: &[Name]) -> Result<()> {
    let mut rows = Vec::new();
    for name in names {
        for word in kazakh::words(&name.text) {
            rows.push((
                name_word::subject_id.eq(name.subject),
                name_word::word.eq(word),
                name_word::kind.eq(name.kind.as_str()),
                name_word::akimat_id.eq(name.akimat),
                name_word::squad_id.eq(name.squad),
                name_word::sort_key.eq(name.sort_key.clone()),
            ));
        }
    }
    // Databases take so many values in one statement and no more.
    for part in rows.chunks(2_000) {
        each!(db, c => insert_into(name_word::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Rows that are filled in one go.
const BATCH: i64 = 2_000;

/// Adds the words of names that have none yet: those of before the table, and those that a node of an older version
/// has added since.
pub(in crate::storage) fn fill(db: &mut Db) -> Result<()> {
    let mut after = Id::from_bytes([0; 16]);
    loop {
        let rows: Vec<(Id<id::Membership>, Id<id::Body>, Id<id::Squad>, String, Vec<u8>)> = particulars::table
            .inner_join(membership::table.on(membership::id.eq(particulars::membership_id)))
            .inner_join(squad::table.on(squad::id.eq(membership::squad_id)))
            .filter(particulars::membership_id.gt(after))
            .filter(dsl::not(dsl::exists(name_word::table.filter(name_word::subject_id.eq(particulars::membership_id)))))
            .order(particulars::membership_id)
            .limit(BATCH)
            .select((particulars::membership_id, squad::akimat_id, squad::id, particulars::search_text, particulars::sort_key))
            .load(db)?;
        let Some(last) = rows.last() else { break };
        after = last.0;
        let name = |(membership, akimat, squad, text, sort_key): (Id<id::Membership>, _, _, _, _)| Name {
            kind: Kind::Membership,
            subject: membership.any(),
            akimat,
            squad,
            text,
            sort_key,
        };
        insert(db, &rows.into_iter().map(name).collect::<Vec<_>>())?;
    }
    let squads: Vec<(Id<id::Body>, Id<id::Squad>, String, String, Vec<u8>)> = squad::table
        .filter(dsl::not(dsl::exists(name_word::table.filter(name_word::subject_id.eq(squad::id)))))
        .select((squad::akimat_id, squad::id, squad::name_kk, squad::name_ru, squad::sort_key))
        .load(db)?;
    let names: Vec<Name> = squads.into_iter().map(|(akimat, id, kk, ru, key)| Name::of_squad(akimat, id, &kk, &ru, key)).collect();
    insert(db, &names)
}

/// The place of a subject among the names.
pub fn place_of<T: 'static>(db: &mut Db, subject: Id<T>) -> Result<Option<Place<T>>> {
    let found = name_word::table.filter(name_word::subject_id.eq(subject)).select((name_word::sort_key, name_word::subject_id));
    Ok(found.first(db).optional()?)
}

/// Where names are looked for.
pub struct Within {
    pub akimats: Vec<Id<id::Body>>,
    /// Of their squads only those that one of these units leads now; `None`: all of them.
    pub units: Option<Vec<Id<id::Body>>>,
}

type Query = IntoBoxed<
    'static,
    Select<name_word::table, (name_word::kind, name_word::sort_key, name_word::subject_id)>,
    <Db as Connection>::Backend,
>;

/// The first `limit` words of these squads in Kazakh order behind a place, each the subject's whose name has, for every
/// one of `words`, a word that begins so. A subject is there once for each word that begins like the first of `words`,
/// which leads and should be the longest.
pub fn candidates<T: 'static>(
    db: &mut Db,
    kind: Kind,
    within: &Within,
    words: &[Vec<u8>],
    after: Option<&Place<T>>,
    limit: i64,
) -> Result<Vec<Place<T>>> {
    let Some((first, others)) = words.split_first() else { return Ok(Vec::new()) };
    let mut query = query(kind, within, first, others, limit);
    if let Some((key, id)) = after {
        let same = name_word::sort_key.eq(key.clone()).and(name_word::subject_id.gt(*id));
        query = query.filter(name_word::sort_key.gt(key.clone()).or(same));
    }
    Ok(query.load::<(String, Vec<u8>, Id<T>)>(db)?.into_iter().map(|(_, key, id)| (key, id)).collect())
}

/// The first `limit` [`candidates`] of each kind: people and squads.
pub fn first_candidates(
    db: &mut Db,
    within: &Within,
    words: &[Vec<u8>],
    limit: i64,
) -> Result<(Vec<Place<id::Membership>>, Vec<Place<id::Squad>>)> {
    let Some((first, others)) = words.split_first() else { return Ok((Vec::new(), Vec::new())) };
    let parts = [Kind::Membership, Kind::Squad].map(|kind| query(kind, within, first, others, limit));
    let mut rows: Vec<(String, Vec<u8>, Id)> = union(parts.into()).load(db)?;
    rows.sort();
    let of = |kind: Kind| rows.iter().filter(move |row| row.0 == kind.as_str()).map(|(_, key, id)| (key.clone(), *id));
    Ok((of(Kind::Membership).map(|(key, id)| (key, id.of())).collect(), of(Kind::Squad).map(|(key, id)| (key, id.of())).collect()))
}

fn query(kind: Kind, within: &Within, first: &[u8], others: &[Vec<u8>], limit: i64) -> Query {
    let mut query = name_word::table
        .select((name_word::kind, name_word::sort_key, name_word::subject_id))
        .into_boxed()
        .filter(name_word::akimat_id.eq_any(within.akimats.clone()))
        .filter(name_word::kind.eq(kind.as_str()))
        .filter(name_word::word.ge(first.to_vec()))
        .filter(name_word::word.lt(end_of(first)))
        .order((name_word::sort_key, name_word::subject_id))
        .limit(limit);
    if let Some(units) = &within.units {
        let led = attachment::table.filter(attachment::unit_id.eq_any(units.clone())).filter(attachment::to_at.is_null());
        query = query.filter(name_word::squad_id.eq_any(led.select(attachment::squad_id)));
    }
    for word in others {
        query = query.filter(dsl::exists(
            OTHER
                .filter(OTHER.field(name_word::subject_id).eq(name_word::subject_id))
                .filter(OTHER.field(name_word::word).ge(word.clone()))
                .filter(OTHER.field(name_word::word).lt(end_of(word))),
        ));
    }
    query
}

/// The first bytes that come after everything that begins so. Letters take 0x80 to 0xff, and 0xff only ever begins one.
fn end_of(word: &[u8]) -> Vec<u8> {
    let mut end = word.to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return end;
        }
    }
    vec![u8::MAX; word.len() + 1]
}

#[cfg(test)]
mod tests {
    use super::end_of;

    #[test]
    fn a_range_holds_exactly_what_begins_so() {
        for (word, end) in [(&[0x80][..], &[0x81][..]), (&[0x80, 0xff], &[0x81])] {
            assert_eq!(end_of(word), end);
        }
        assert!(vec![0x80, 0x90, 0xff, 0xff] < end_of(&[0x80, 0x90]) && end_of(&[0x80, 0x90]) < vec![0x80, 0x91, 0x80]);
    }
}
