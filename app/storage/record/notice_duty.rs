//! Duties to inform people who were taken off the record, and each time that somebody was informed (clause 22).

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        notice_duty::{NoticeChannel, NoticeDutyState},
        person::full_name,
        state::At,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{notice_duty, notice_given, particulars, squad},
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into,
    update,
};

crate::storage::db::transition::stated!(NoticeDutyState in notice_duty);

/// Opens the duty to inform a person.
pub fn insert(
    db: &mut Db,
    id: Id<id::NoticeDuty>,
    squad: Id<id::Squad>,
    membership: Id<id::Membership>,
    unit: Id<id::Body>,
    now: Instant,
) -> Result<()> {
    insert_into(notice_duty::table)
        .values((
            notice_duty::id.eq(id),
            notice_duty::squad_id.eq(squad),
            notice_duty::membership_id.eq(membership),
            notice_duty::unit_id.eq(unit),
            notice_duty::state.eq(NoticeDutyState::Open),
            notice_duty::version.eq(1),
            notice_duty::opened_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// A duty to inform a person, with the person.
#[derive(Clone, Debug)]
pub struct NoticeDuty {
    pub id: Id<id::NoticeDuty>,
    pub membership: Id<id::Membership>,
    pub state: NoticeDutyState,
    pub version: i32,
    pub opened_at: Instant,
    pub name: String,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub squad: Id<id::Squad>,
    pub squad_name: Named,
}

impl NoticeDuty {
    /// Where the duty is.
    #[must_use]
    pub const fn at(&self) -> At<NoticeDutyState> {
        At::new(self.id, self.version, self.state)
    }
}

type Row = (
    (Id<id::NoticeDuty>, Id<id::Membership>, NoticeDutyState, i32, Instant),
    (String, Option<String>, Option<String>, Option<String>, Option<String>),
    (Id<id::Squad>, String, String),
);

impl From<Row> for NoticeDuty {
    fn from(
        (
            (id, membership, state, version, opened_at),
            (surname, given, patronymic, phone, address),
            (squad, kk, ru),
        ): Row,
    ) -> Self {
        Self {
            id,
            membership,
            state,
            version,
            opened_at,
            name: full_name(&surname, given.as_deref(), patronymic.as_deref()),
            phone,
            address,
            squad,
            squad_name: Named::of_squad(kk, ru),
        }
    }
}

macro_rules! duties {
    () => {
        notice_duty::table
            .inner_join(
                particulars::table.on(particulars::membership_id.eq(notice_duty::membership_id)),
            )
            .inner_join(squad::table.on(squad::id.eq(notice_duty::squad_id)))
            .select((
                (
                    notice_duty::id,
                    notice_duty::membership_id,
                    notice_duty::state,
                    notice_duty::version,
                    notice_duty::opened_at,
                ),
                (
                    particulars::surname,
                    particulars::given_name,
                    particulars::patronymic,
                    particulars::phone,
                    particulars::address,
                ),
                (squad::id, squad::name_kk, squad::name_ru),
            ))
    };
}

/// The duties of these units in that state: open ones the oldest first, done ones the newest first.
pub fn of_units(
    db: &mut Db,
    units: &[Id<id::Body>],
    state: NoticeDutyState,
    limit: i64,
) -> Result<Vec<NoticeDuty>> {
    let found = duties!()
        .filter(notice_duty::unit_id.eq_any(units.to_vec()))
        .filter(notice_duty::state.eq(state))
        .limit(limit);
    let rows: Vec<Row> = match state {
        NoticeDutyState::Open => found.order(notice_duty::id).load(db)?,
        NoticeDutyState::Done | NoticeDutyState::Withdrawn => {
            found.order(notice_duty::id.desc()).load(db)?
        }
    };
    Ok(rows.into_iter().map(NoticeDuty::from).collect())
}

/// The duty of that id, if one of these units owes it.
pub fn find(
    db: &mut Db,
    units: &[Id<id::Body>],
    id: Id<id::NoticeDuty>,
) -> Result<Option<NoticeDuty>> {
    let row: Option<Row> = duties!()
        .filter(notice_duty::id.eq(id))
        .filter(notice_duty::unit_id.eq_any(units.to_vec()))
        .first(db)
        .optional()?;
    Ok(row.map(NoticeDuty::from))
}

/// Where the duty to inform that person is, whether the person was informed or not; none that was withdrawn.
pub fn standing(
    db: &mut Db,
    membership: Id<id::Membership>,
) -> Result<Option<At<NoticeDutyState>>> {
    let found: Option<(Id<id::NoticeDuty>, i32, NoticeDutyState)> = notice_duty::table
        .filter(notice_duty::membership_id.eq(membership))
        .filter(notice_duty::state.ne(NoticeDutyState::Withdrawn))
        .select((notice_duty::id, notice_duty::version, notice_duty::state))
        .first(db)
        .optional()?;
    Ok(found.map(|(id, version, state)| At::new(id, version, state)))
}

/// How many people of a squad wait to be informed.
pub fn open_of_squad(db: &mut Db, squad: Id<id::Squad>) -> Result<i64> {
    Ok(notice_duty::table
        .filter(notice_duty::squad_id.eq(squad))
        .filter(notice_duty::state.eq(NoticeDutyState::Open))
        .count()
        .get_result(db)?)
}

/// How and when a person was informed.
#[derive(Clone, Debug, Queryable)]
pub struct Given {
    pub channel: NoticeChannel,
    pub on: NaiveDate,
    pub proof: String,
    /// When somebody marked that it did not arrive.
    pub failed_at: Option<Instant>,
}

/// Keeps how and when a person was informed.
pub fn give(
    db: &mut Db,
    duty: Id<id::NoticeDuty>,
    channel: NoticeChannel,
    on: NaiveDate,
    proof: &str,
    now: Instant,
) -> Result<()> {
    insert_into(notice_given::table)
        .values((
            notice_given::id.eq(Id::<id::Any>::new()),
            notice_given::duty_id.eq(duty),
            notice_given::channel.eq(channel),
            notice_given::given_on.eq(on),
            notice_given::proof.eq(proof),
            notice_given::recorded_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Marks that the person was not reached after all.
pub fn fail(db: &mut Db, duty: Id<id::NoticeDuty>, now: Instant) -> Result<()> {
    let standing = notice_given::table
        .filter(notice_given::duty_id.eq(duty))
        .filter(notice_given::failed_at.is_null());
    update(standing).set(notice_given::failed_at.eq(now)).execute(db)?;
    Ok(())
}

/// Each time that people of these duties were informed, the first time first.
pub fn given(
    db: &mut Db,
    duties: &[Id<id::NoticeDuty>],
) -> Result<Vec<(Id<id::NoticeDuty>, Given)>> {
    Ok(notice_given::table
        .filter(notice_given::duty_id.eq_any(duties.to_vec()))
        .order(notice_given::id)
        .select((
            notice_given::duty_id,
            (
                notice_given::channel,
                notice_given::given_on,
                notice_given::proof,
                notice_given::failed_at,
            ),
        ))
        .load(db)?)
}
