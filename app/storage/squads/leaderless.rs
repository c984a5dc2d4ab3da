//! The squads of councils that nobody leads, as an inbox shows them.

use crate::{
    domain::{
        decision::DecisionKind,
        id::{self, Id},
        language::Named,
        leadership::{LeadershipState, Vacancy},
        squad::SquadState,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{decision, decision_item, leadership, squad},
        squads::leadership::OPEN,
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    RunQueryDsl, dsl,
};

diesel::alias! {
    const LATER: Alias<Later> = leadership as later_leadership;
}

/// A squad without a leader: since when, and why.
#[derive(Clone, Debug)]
pub struct Leaderless {
    pub id: Id<id::Squad>,
    pub reference: String,
    pub name: Named,
    pub since: Instant,
    pub reason: Vacancy,
}

type Row = (
    (Id<id::Squad>, String, String, String, Instant),
    Option<Instant>,
    Option<(LeadershipState, Option<Instant>)>,
);

/// The created squads of these councils that nobody leads, in Kazakh order; one more than `limit` tells that there are more.
pub fn of_councils(db: &mut Db, councils: &[Id<id::Body>], limit: i64) -> Result<Vec<Leaderless>> {
    let creation =
        decision_item::squad_id.eq(squad::id).and(decision_item::kind.eq(DecisionKind::Create));
    let later = LATER
        .filter(LATER.field(leadership::squad_id).nullable().eq(leadership::squad_id.nullable()))
        .filter(LATER.field(leadership::id).nullable().gt(leadership::id.nullable()));
    let is_closed =
        leadership::state.nullable().is_null().or(leadership::state.ne_all(OPEN).nullable());
    let rows: Vec<Row> = squad::table
        .left_join(decision_item::table.on(creation))
        .left_join(
            decision::table.on(decision::id.nullable().eq(decision_item::decision_id.nullable())),
        )
        .left_join(leadership::table.on(leadership::squad_id.eq(squad::id)))
        .filter(squad::council_id.eq_any(councils.to_vec()))
        .filter(squad::state.eq(SquadState::Created))
        .filter(dsl::not(dsl::exists(later)))
        .filter(is_closed)
        .order((squad::sort_key, squad::id))
        .limit(limit + 1)
        .select((
            (squad::id, squad::reference, squad::name_kk, squad::name_ru, squad::created_at),
            decision::recorded_at.nullable(),
            (leadership::state, leadership::ended_at).nullable(),
        ))
        .load(db)?;
    Ok(rows.into_iter().map(Leaderless::of).collect())
}

impl Leaderless {
    fn of(((id, reference, kk, ru, proposed_at), created_at, last): Row) -> Self {
        let since = last.and_then(|(_, ended_at)| ended_at).or(created_at).unwrap_or(proposed_at);
        let reason = Vacancy::after(last.map(|(state, _)| state));
        Self { id, reference, name: Named::of_squad(kk, ru), since, reason }
    }
}
