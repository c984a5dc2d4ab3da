//! The acts on a case with the names of those who acted: one statement.

use super::{
    Db, Result,
    db::schema::{duty, journal, leadership, users},
    journal::{About, JournalEntry, Stored},
};
use crate::domain::{
    body::DutyKind,
    events::Subject,
    id::{self, Id},
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, IntoSql, JoinOnDsl, NullableExpressionMethods,
    QueryDsl, RunQueryDsl,
    sql_types::{Bool, Nullable},
};

diesel::alias! {
    const ABOUT: Alias<AboutEntry> = journal as about_entry;
    const REPRESENTED: Alias<Represented> = users as represented;
}

/// An entry of the journal with the name of its user, and of whom the user stood in for then, in each duty.
#[derive(Clone, Debug)]
pub struct CaseEntry {
    pub act: Id<id::ActRun>,
    /// What it says; none when its payload is damaged.
    pub entry: Option<JournalEntry>,
    pub by: Option<String>,
    pub represented: Vec<(DutyKind, String)>,
}

/// What the newest acts about something wrote on these cases, before that act, the newest first;
/// one act more than `limit` tells that there are more.
pub fn entries(
    db: &mut Db,
    about: &About,
    cases: &[Id],
    before: Option<Id<id::ActRun>>,
    limit: i64,
) -> Result<Vec<CaseEntry>> {
    let is_earlier = ABOUT
        .field(journal::act_id)
        .nullable()
        .lt(before)
        .or(before.is_none().into_sql::<Nullable<Bool>>());
    let of_cases = ABOUT.field(journal::case_id).eq_any(about.cases.clone());
    let copies = ABOUT
        .field(journal::case_id)
        .eq_any(about.copies_on.as_slice().to_vec())
        .and(ABOUT.field(journal::subject).eq(Subject::Copy.as_str()));
    let leaderships = leadership::table
        .filter(leadership::squad_id.eq_any(about.leaderships_of.as_slice().to_vec()))
        .select(leadership::id);
    let acts = ABOUT
        .filter(
            of_cases
                .or(copies)
                .or(ABOUT.field(journal::subject_id).eq_any(about.subjects.clone()))
                .or(ABOUT.field(journal::subject_id).eq_any(leaderships)),
        )
        .filter(ABOUT.field(journal::subject).ne_all(about.hidden.clone()))
        .filter(is_earlier)
        .order(ABOUT.field(journal::act_id).desc())
        .limit(limit + 1)
        .select(ABOUT.field(journal::act_id))
        .distinct();
    let stood_in = duty::user_id
        .nullable()
        .eq(journal::user_id)
        .and(duty::body_id.nullable().eq(journal::body_id))
        .and(duty::deputy_for.is_not_null())
        .and(duty::from_at.le(journal::at))
        .and(duty::to_at.is_null().or(duty::to_at.gt(journal::at.nullable())));
    let rows: Vec<(Stored, Option<String>, Option<DutyKind>, Option<String>)> = journal::table
        .left_join(users::table.on(users::id.nullable().eq(journal::user_id)))
        .left_join(duty::table.on(stood_in))
        .left_join(
            REPRESENTED.on(REPRESENTED.field(users::id).nullable().eq(duty::deputy_for.nullable())),
        )
        .filter(journal::case_id.eq_any(cases.to_vec()))
        .filter(journal::act_id.eq_any(acts))
        .filter(journal::subject.ne_all(about.hidden.clone()))
        .order((journal::act_id.desc(), journal::number))
        .select((
            journal::all_columns,
            users::name.nullable(),
            duty::kind.nullable(),
            REPRESENTED.field(users::name).nullable(),
        ))
        .load(db)?;
    let (mut found, mut last): (Vec<CaseEntry>, _) = (Vec::new(), None);
    for (entry, by, kind, name) in rows {
        let (place, act) = (Some((entry.chain.clone(), entry.number)), entry.act_id);
        if place != last {
            found.push(CaseEntry { act, entry: entry.read(), by, represented: Vec::new() });
            last = place;
        }
        if let Some(found) = found.last_mut() {
            found.represented.extend(kind.zip(name));
        }
    }
    Ok(found)
}
