//! Duties to inform people who were taken off the record, and each time that somebody was informed (clause 22).

use crate::{
    domain::{
        id::{self, Id},
        involvement::Involvement,
        language::{Language, Named},
        notice_duty::{NoticeChannel, NoticeDutyState},
        person::full_name,
        state::At,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{contact, membership, notice_duty, notice_given, outbox, particulars, squad},
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, dsl::exists, insert_into, select, update,
};

crate::storage::db::transition::stated!(NoticeDutyState in notice_duty);

/// Opens the duty to inform a person.
pub fn insert(
    db: &mut Db,
    id: Id<id::NoticeDuty>,
    squad: Option<Id<id::Squad>>,
    membership: Id<id::Membership>,
    body: Id<id::Body>,
    now: Instant,
) -> Result<()> {
    insert_into(notice_duty::table)
        .values((
            notice_duty::id.eq(id),
            notice_duty::squad_id.eq(squad),
            notice_duty::membership_id.eq(membership),
            notice_duty::body_id.eq(body),
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
    /// The address that the person may be written to now.
    pub email: Option<String>,
    /// The language of mails and letters.
    pub language: Language,
    pub of: Involvement,
    /// Of a volunteer.
    pub squad: Option<Named>,
}

impl NoticeDuty {
    /// Where the duty is.
    #[must_use]
    pub const fn at(&self) -> At<NoticeDutyState> {
        At::new(self.id, self.version, self.state)
    }
}

#[derive(Queryable)]
struct Row {
    duty: (Id<id::NoticeDuty>, Id<id::Membership>, NoticeDutyState, i32, Instant),
    name: (String, Option<String>, Option<String>),
    typed: (Option<String>, Option<String>, Option<Language>),
    own: Option<(Option<String>, Option<String>, Option<String>, Language, Option<Instant>)>,
    of: (Option<Id<id::Squad>>, Option<Id<id::Application>>),
    squad: Option<(String, String)>,
}

impl NoticeDuty {
    fn read(row: Row) -> Option<Self> {
        let Row { duty, name: (surname, given, patronymic), typed, own, of, squad } = row;
        let (phone, address, language, email) = match own {
            Some((email, phone, address, language, refused)) => {
                (phone, address, language, email.filter(|_| refused.is_none()))
            }
            None => (typed.0, typed.1, typed.2.unwrap_or_default(), None),
        };
        Some(Self {
            id: duty.0,
            membership: duty.1,
            state: duty.2,
            version: duty.3,
            opened_at: duty.4,
            name: full_name(&surname, given.as_deref(), patronymic.as_deref()),
            phone,
            address,
            email,
            language,
            of: Involvement::of(of.0, of.1)?,
            squad: squad.map(|(kk, ru)| Named::of_squad(kk, ru)),
        })
    }
}

macro_rules! duties {
    () => {
        notice_duty::table
            .inner_join(
                particulars::table.on(particulars::membership_id.eq(notice_duty::membership_id)),
            )
            .inner_join(membership::table.on(membership::id.eq(notice_duty::membership_id)))
            .left_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
            .left_join(contact::table.on(contact::membership_id.eq(notice_duty::membership_id)))
            .select((
                (
                    notice_duty::id,
                    notice_duty::membership_id,
                    notice_duty::state,
                    notice_duty::version,
                    notice_duty::opened_at,
                ),
                (particulars::surname, particulars::given_name, particulars::patronymic),
                (particulars::phone, particulars::address, particulars::language),
                (
                    contact::email,
                    contact::phone,
                    contact::address,
                    contact::language,
                    contact::refused_at,
                )
                    .nullable(),
                (membership::squad_id, membership::application_id),
                (squad::name_kk, squad::name_ru).nullable(),
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
        .filter(notice_duty::body_id.eq_any(units.to_vec()))
        .filter(notice_duty::state.eq(state))
        .limit(limit);
    let rows: Vec<Row> = match state {
        NoticeDutyState::Open => found.order(notice_duty::id).load(db)?,
        NoticeDutyState::Done | NoticeDutyState::Withdrawn => {
            found.order(notice_duty::id.desc()).load(db)?
        }
    };
    Ok(rows.into_iter().filter_map(NoticeDuty::read).collect())
}

/// The duty of that id, if one of these units owes it.
pub fn find(
    db: &mut Db,
    units: &[Id<id::Body>],
    id: Id<id::NoticeDuty>,
) -> Result<Option<NoticeDuty>> {
    let row: Option<Row> = duties!()
        .filter(notice_duty::id.eq(id))
        .filter(notice_duty::body_id.eq_any(units.to_vec()))
        .first(db)
        .optional()?;
    Ok(row.and_then(NoticeDuty::read))
}

/// The notice that a subdivision owes to the person of that record, or has given.
pub fn owed_by(
    db: &mut Db,
    body: Id<id::Body>,
    membership: Id<id::Membership>,
) -> Result<Option<NoticeDuty>> {
    let row: Option<Row> = duties!()
        .filter(notice_duty::membership_id.eq(membership))
        .filter(notice_duty::body_id.eq(body))
        .first(db)
        .optional()?;
    Ok(row.and_then(NoticeDuty::read))
}

/// Where the duty of that body to inform that person is, whether the person was informed or not; none that was withdrawn.
pub fn standing(
    db: &mut Db,
    body: Id<id::Body>,
    membership: Id<id::Membership>,
) -> Result<Option<At<NoticeDutyState>>> {
    let found: Option<(Id<id::NoticeDuty>, i32, NoticeDutyState)> = notice_duty::table
        .filter(notice_duty::membership_id.eq(membership))
        .filter(notice_duty::body_id.eq(body))
        .filter(notice_duty::state.ne(NoticeDutyState::Withdrawn))
        .select((notice_duty::id, notice_duty::version, notice_duty::state))
        .first(db)
        .optional()?;
    Ok(found.map(|(id, version, state)| At::new(id, version, state)))
}

/// The duty that a mail has discharged, if one has, the person whom it informed, and whose duty it was.
pub fn informed_by(
    db: &mut Db,
    mail: Id<id::Mail>,
) -> Result<Option<(At<NoticeDutyState>, Id<id::Membership>, Id<id::Body>)>> {
    let found: Option<(Id<id::NoticeDuty>, i32, Id<id::Membership>, Id<id::Body>)> =
        notice_duty::table
            .inner_join(notice_given::table.on(notice_given::duty_id.eq(notice_duty::id)))
            .filter(notice_given::outbox_id.eq(mail))
            .filter(notice_given::failed_at.is_null())
            .filter(notice_duty::state.eq(NoticeDutyState::Done))
            .select((
                notice_duty::id,
                notice_duty::version,
                notice_duty::membership_id,
                notice_duty::body_id,
            ))
            .first(db)
            .optional()?;
    Ok(found.map(|(id, version, membership, body)| {
        (At::new(id, version, NoticeDutyState::Done), membership, body)
    }))
}

/// How many people of a squad wait to be informed.
pub fn open_of_squad(db: &mut Db, squad: Id<id::Squad>) -> Result<i64> {
    Ok(notice_duty::table
        .filter(notice_duty::squad_id.eq(squad))
        .filter(notice_duty::state.eq(NoticeDutyState::Open))
        .count()
        .get_result(db)?)
}

/// Whether that body is to inform the person of an application.
pub fn is_open_of_application(
    db: &mut Db,
    body: Id<id::Body>,
    application: Id<id::Application>,
) -> Result<bool> {
    let open = notice_duty::table
        .inner_join(membership::table.on(membership::id.eq(notice_duty::membership_id)))
        .filter(membership::application_id.eq(application))
        .filter(notice_duty::body_id.eq(body))
        .filter(notice_duty::state.eq(NoticeDutyState::Open));
    Ok(select(exists(open)).get_result(db)?)
}

/// How and when a person was informed.
#[derive(Clone, Debug, Queryable)]
pub struct Given {
    pub channel: NoticeChannel,
    pub on: NaiveDate,
    pub proof: String,
    /// When it was found out that it did not arrive.
    pub failed_at: Option<Instant>,
    mail: Option<Id<id::Mail>>,
    sent_at: Option<Instant>,
}

impl Given {
    /// Whether the mail that informs the person has not left yet.
    #[must_use]
    pub const fn is_on_its_way(&self) -> bool {
        self.mail.is_some() && self.sent_at.is_none() && self.failed_at.is_none()
    }
}

/// Keeps how and when a person was informed.
pub fn give(
    db: &mut Db,
    duty: Id<id::NoticeDuty>,
    channel: NoticeChannel,
    on: NaiveDate,
    proof: &str,
    mail: Option<Id<id::Mail>>,
    now: Instant,
) -> Result<()> {
    insert_into(notice_given::table)
        .values((
            notice_given::id.eq(Id::<id::Any>::new()),
            notice_given::duty_id.eq(duty),
            notice_given::channel.eq(channel),
            notice_given::given_on.eq(on),
            notice_given::proof.eq(proof),
            notice_given::outbox_id.eq(mail),
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
        .left_join(outbox::table.on(outbox::id.nullable().eq(notice_given::outbox_id)))
        .filter(notice_given::duty_id.eq_any(duties.to_vec()))
        .order(notice_given::id)
        .select((
            notice_given::duty_id,
            (
                notice_given::channel,
                notice_given::given_on,
                notice_given::proof,
                notice_given::failed_at,
                notice_given::outbox_id,
                outbox::sent_at.nullable(),
            ),
        ))
        .load(db)?)
}
