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
            schema::{attachment, membership, name_index},
            union::union,
        },
    },
};
use diesel::{
    BoolExpressionMethods, Connection, ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl,
    delete, dsl,
    dsl::{IntoBoxed, Select},
    insert_into,
};

diesel::alias! {
    const OTHER: Alias<Other> = name_index as other_word;
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
pub fn put(
    db: &mut Db,
    akimat: Id<id::Body>,
    membership: Id<id::Membership>,
    typed: &Particulars,
) -> Result<()> {
    let squad = membership::table.find(membership).select(membership::squad_id).first(db)?;
    // An applicant is found by no akimat, and so by no word of the index.
    let Some(squad) = squad else { return Ok(()) };
    replace(
        db,
        &Name {
            kind: Kind::Membership,
            subject: membership.any(),
            akimat,
            squad,
            text: typed.full_name(),
            sort_key: typed.sort_key(),
        },
    )
}

/// Adds the words of members who are new to a squad of an akimat.
pub fn add_members(
    db: &mut Db,
    akimat: Id<id::Body>,
    squad: Id<id::Squad>,
    new: &[(Id<id::Membership>, &Particulars)],
) -> Result<()> {
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

/// Adds the words that a new squad of an akimat is found by.
pub fn add_squad(
    db: &mut Db,
    akimat: Id<id::Body>,
    squad: Id<id::Squad>,
    name_kk: &str,
    name_ru: &str,
) -> Result<()> {
    insert(db, &[Name::of_squad(akimat, squad, name_kk, name_ru)])
}

fn replace(db: &mut Db, name: &Name) -> Result<()> {
    delete(name_index::table.filter(name_index::subject_id.eq(name.subject))).execute(db)?;
    insert(db, std::slice::from_ref(name))
}

/// A name as it is stored: whose it is, the text that gives the words, and the place in Kazakh order.
pub(in crate::storage) struct Name {
    pub kind: Kind,
    pub subject: Id,
    pub akimat: Id<id::Body>,
    pub squad: Id<id::Squad>,
    pub text: String,
    pub sort_key: Vec<u8>,
}

impl Name {
    /// The name of a squad, found by both languages and sorted by the Kazakh one.
    pub(in crate::storage) fn of_squad(
        akimat: Id<id::Body>,
        squad: Id<id::Squad>,
        name_kk: &str,
        name_ru: &str,
    ) -> Self {
        let (text, sort_key) = (format!("{name_kk} {name_ru}"), kazakh::sort_key(name_kk));
        Self { kind: Kind::Squad, subject: squad.any(), akimat, squad, text, sort_key }
    }
}

/// Adds the words of names.
pub(in crate::storage) fn insert(db: &mut Db, names: &[Name]) -> Result<()> {
    let mut rows = Vec::new();
    for name in names {
        for word in kazakh::words(&name.text) {
            rows.push((
                name_index::subject_id.eq(name.subject),
                name_index::word.eq(word),
                name_index::kind.eq(name.kind.as_str()),
                name_index::akimat_id.eq(name.akimat),
                name_index::squad_id.eq(name.squad),
                name_index::sort_key.eq(name.sort_key.clone()),
            ));
        }
    }
    // Databases take so many values in one statement and no more.
    for part in rows.chunks(2_000) {
        each!(db, c => insert_into(name_index::table).values(part).execute(c))?;
    }
    Ok(())
}

/// The place of a subject among the names.
pub fn place_of<T: 'static>(db: &mut Db, subject: Id<T>) -> Result<Option<Place<T>>> {
    let found = name_index::table
        .filter(name_index::subject_id.eq(subject))
        .select((name_index::sort_key, name_index::subject_id));
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
    Select<name_index::table, (name_index::kind, name_index::sort_key, name_index::subject_id)>,
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
        let same = name_index::sort_key.eq(key.clone()).and(name_index::subject_id.gt(*id));
        query = query.filter(name_index::sort_key.gt(key.clone()).or(same));
    }
    Ok(query
        .load::<(String, Vec<u8>, Id<T>)>(db)?
        .into_iter()
        .map(|(_, key, id)| (key, id))
        .collect())
}

/// The first `limit` [`candidates`] of each kind: people and squads.
pub fn first_candidates(
    db: &mut Db,
    within: &Within,
    words: &[Vec<u8>],
    limit: i64,
) -> Result<(Vec<Place<id::Membership>>, Vec<Place<id::Squad>>)> {
    let Some((first, others)) = words.split_first() else { return Ok((Vec::new(), Vec::new())) };
    let parts =
        [Kind::Membership, Kind::Squad].map(|kind| query(kind, within, first, others, limit));
    let mut rows: Vec<(String, Vec<u8>, Id)> = union(parts.into()).load(db)?;
    rows.sort();
    let of = |kind: Kind| {
        rows.iter().filter(move |row| row.0 == kind.as_str()).map(|(_, key, id)| (key.clone(), *id))
    };
    Ok((
        of(Kind::Membership).map(|(key, id)| (key, id.of())).collect(),
        of(Kind::Squad).map(|(key, id)| (key, id.of())).collect(),
    ))
}

fn query(kind: Kind, within: &Within, first: &[u8], others: &[Vec<u8>], limit: i64) -> Query {
    let mut query = name_index::table
        .select((name_index::kind, name_index::sort_key, name_index::subject_id))
        .into_boxed()
        .filter(name_index::akimat_id.eq_any(within.akimats.clone()))
        .filter(name_index::kind.eq(kind.as_str()))
        .filter(name_index::word.ge(first.to_vec()))
        .filter(name_index::word.lt(end_of(first)))
        .order((name_index::sort_key, name_index::subject_id))
        .limit(limit);
    if let Some(units) = &within.units {
        let led = attachment::table
            .filter(attachment::unit_id.eq_any(units.clone()))
            .filter(attachment::to_at.is_null());
        query = query.filter(name_index::squad_id.eq_any(led.select(attachment::squad_id)));
    }
    for word in others {
        query = query.filter(dsl::exists(
            OTHER
                .filter(OTHER.field(name_index::subject_id).eq(name_index::subject_id))
                .filter(OTHER.field(name_index::word).ge(word.clone()))
                .filter(OTHER.field(name_index::word).lt(end_of(word))),
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
        assert!(
            vec![0x80, 0x90, 0xff, 0xff] < end_of(&[0x80, 0x90])
                && end_of(&[0x80, 0x90]) < vec![0x80, 0x91, 0x80]
        );
    }
}
