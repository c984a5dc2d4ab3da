//! Keys by which names are sorted and found, made again when the rules of [`kazakh`] have changed since they were stored.

use crate::{
    domain::{
        id::{self, Id},
        kazakh,
        person::full_name,
    },
    storage::{
        Db, Result,
        db::schema::{generation, membership, name_index, particulars, squad},
        name_index::{Kind, Name, insert},
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    RunQueryDsl, delete, update,
};

/// Names that are read at once.
const PART: i64 = 500;

/// The name of the version in the table of generations.
const NAME_KEYS: &str = "name_keys";

/// Makes the keys of every squad and membership again, if they are those of older rules. The caller has begun a transaction and is
/// alone with the database.
pub(in crate::storage) fn renew(db: &mut Db) -> Result<()> {
    let version = generation::table.find(NAME_KEYS).select(generation::value);
    let known: Option<i64> = version.first(db).optional()?;
    if known.is_none_or(|known| known >= kazakh::KEYS) {
        return Ok(());
    }
    delete(name_index::table).execute(db)?;
    renew_squads(db)?;
    renew_memberships(db)?;
    update(generation::table.find(NAME_KEYS))
        .set(generation::value.eq(kazakh::KEYS))
        .execute(db)?;
    Ok(())
}

type SquadRow = (Id<id::Squad>, Id<id::Body>, String, String);

fn renew_squads(db: &mut Db) -> Result<()> {
    let mut last = None;
    loop {
        let mut part = squad::table.order(squad::id).limit(PART).into_boxed();
        if let Some(last) = last {
            part = part.filter(squad::id.gt(last));
        }
        let rows: Vec<SquadRow> =
            part.select((squad::id, squad::akimat_id, squad::name_kk, squad::name_ru)).load(db)?;
        let Some(row) = rows.last() else { return Ok(()) };
        last = Some(row.0);
        let names: Vec<Name> =
            rows.iter().map(|(id, akimat, kk, ru)| Name::of_squad(*akimat, *id, kk, ru)).collect();
        for ((id, ..), name) in rows.iter().zip(&names) {
            update(squad::table.find(id)).set(squad::sort_key.eq(&name.sort_key)).execute(db)?;
        }
        insert(db, &names)?;
    }
}

type MembershipRow = (
    Id<id::Membership>,
    Option<(Id<id::Squad>, Id<id::Body>)>,
    String,
    Option<String>,
    Option<String>,
);

fn renew_memberships(db: &mut Db) -> Result<()> {
    let mut last = None;
    loop {
        let mut part = membership::table
            .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
            .left_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
            .order(membership::id)
            .limit(PART)
            .into_boxed();
        if let Some(last) = last {
            part = part.filter(membership::id.gt(last));
        }
        let rows: Vec<MembershipRow> = part
            .select((
                membership::id,
                (squad::id, squad::akimat_id).nullable(),
                particulars::surname,
                particulars::given_name,
                particulars::patronymic,
            ))
            .load(db)?;
        let Some(row) = rows.last() else { return Ok(()) };
        last = Some(row.0);
        let mut names: Vec<Name> = Vec::new();
        for (id, of, surname, given_name, patronymic) in rows {
            let text = full_name(&surname, given_name.as_deref(), patronymic.as_deref());
            let sort_key = kazakh::sort_key(&text);
            update(particulars::table.find(id))
                .set(particulars::sort_key.eq(&sort_key))
                .execute(db)?;
            // Applicants stand in no squad, and in no index.
            let Some((squad, akimat)) = of else { continue };
            let (kind, subject) = (Kind::Membership, id.any());
            names.push(Name { kind, subject, akimat, squad, text, sort_key });
        }
        insert(db, &names)?;
    }
}
