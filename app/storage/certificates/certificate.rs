//! Certificates: in the register of one subdivision each, seen by it and, of its people, by a unit.

use crate::{
    domain::{
        certificate::{CertificateKind, CertificateState, PaperFate, VoidCause},
        id::{self, Id},
        membership::MembershipState,
        person::full_name,
        state::At,
        time::Instant,
    },
    storage::{
        Db, Result, Scope,
        db::schema::{application, certificate, membership, particulars, squad},
        db::transition::stated,
    },
};
use chrono::NaiveDate;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, dsl, insert_into, update,
};

stated!(CertificateState in certificate);

/// A certificate, without its paper.
#[derive(Clone, Debug, Queryable)]
pub struct Certificate {
    pub id: Id<id::Certificate>,
    pub territory: Id<id::Body>,
    pub kind: CertificateKind,
    pub person: Id<id::Person>,
    pub state: CertificateState,
    pub version: i32,
    pub prepared_at: Instant,
    pub prepared_by: Option<Id<id::User>>,
    pub number: Option<String>,
    pub issued_on: Option<NaiveDate>,
    printed_holder: Option<String>,
    /// The name of the subdivision as it is printed.
    pub issuer: Option<String>,
    /// Position, rank and name of its signatory.
    pub signatory: (Option<String>, Option<String>, Option<String>),
    pub paper_sha256: Option<Vec<u8>>,
    pub handed_over_on: Option<NaiveDate>,
    pub void_cause: Option<VoidCause>,
    pub voided_at: Option<Instant>,
    pub paper_fate: Option<PaperFate>,
    pub membership: Id<id::Membership>,
    name: (String, Option<String>, Option<String>),
    /// Of a volunteer.
    pub squad: Option<Id<id::Squad>>,
    squad_bodies: Option<(Option<Id<id::Body>>, Option<Id<id::Body>>)>,
    /// Of a freelance officer.
    pub application: Option<Id<id::Application>>,
    application_bodies: Option<(Option<Id<id::Body>>, Id<id::Body>)>,
}

impl Certificate {
    /// Whether the record that it was prepared for is the reader's own, too.
    #[must_use]
    pub fn has_record_in(&self, scope: &Scope) -> bool {
        // Both bodies of a squad may be unknown, and then say nothing of whether there is a squad.
        let bodies = match self.squad {
            Some(_) => self.squad_bodies,
            None => self.application_bodies.map(|(unit, of)| (unit, Some(of))),
        };
        let (unit, territory) = bodies.unwrap_or_default();
        unit.is_some_and(|unit| scope.units.contains(&unit))
            || territory.is_some_and(|of| scope.territories.contains(&of))
    }

    /// Where the certificate is.
    #[must_use]
    pub const fn at(&self) -> At<CertificateState> {
        At::new(self.id, self.version, self.state)
    }

    /// The holder as the paper has it; before signing, as the record has the person.
    #[must_use]
    pub fn holder(&self) -> String {
        let (surname, given_name, patronymic) = &self.name;
        self.printed_holder
            .clone()
            .unwrap_or_else(|| full_name(surname, given_name.as_deref(), patronymic.as_deref()))
    }

    /// Whether nobody has said yet what has become of the void paper.
    #[must_use]
    pub const fn is_unsettled(&self) -> bool {
        self.paper_sha256.is_some() && self.voided_at.is_some() && self.paper_fate.is_none()
    }
}

macro_rules! certificates {
    () => {
        certificate::table
            .inner_join(
                membership::table.on(membership::id.nullable().eq(certificate::membership_id)),
            )
            .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
            .left_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
            .left_join(
                application::table.on(application::id.nullable().eq(membership::application_id)),
            )
            .select((
                certificate::id,
                certificate::territory_id,
                certificate::kind,
                certificate::person_id,
                certificate::state,
                certificate::version,
                certificate::prepared_at,
                certificate::prepared_by,
                certificate::printed_number,
                certificate::issued_on,
                certificate::holder,
                certificate::issuer_name,
                (certificate::position, certificate::rank, certificate::signatory),
                certificate::paper_sha256,
                certificate::handed_over_on,
                certificate::void_cause,
                certificate::voided_at,
                certificate::paper_fate,
                membership::id,
                (particulars::surname, particulars::given_name, particulars::patronymic),
                squad::id.nullable(),
                (squad::unit_id, squad::territory_id).nullable(),
                application::id.nullable(),
                (application::unit_id, application::territory_id).nullable(),
            ))
    };
}

/// A certificate to be prepared.
#[derive(Clone, Copy, Debug)]
pub struct NewCertificate {
    pub id: Id<id::Certificate>,
    pub territory: Id<id::Body>,
    pub kind: CertificateKind,
    pub person: Id<id::Person>,
    pub membership: Id<id::Membership>,
    /// Nobody, when the program prepares it.
    pub by: Option<Id<id::User>>,
}

/// Prepares a certificate.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the person has a valid one there.
pub fn insert(db: &mut Db, new: &NewCertificate, now: Instant) -> Result<()> {
    insert_into(certificate::table)
        .values((
            certificate::id.eq(new.id),
            certificate::territory_id.eq(new.territory),
            certificate::issuer_id.eq(new.territory),
            certificate::kind.eq(new.kind),
            certificate::person_id.eq(new.person),
            certificate::membership_id.eq(new.membership),
            certificate::state.eq(CertificateState::Prepared),
            certificate::version.eq(1),
            certificate::prepared_at.eq(now),
            certificate::prepared_by.eq(new.by),
        ))
        .execute(db)?;
    Ok(())
}

/// Whose record it is, and the form of certificate that it gives.
pub fn holder(db: &mut Db, of: Id<id::Membership>) -> Result<(Id<id::Person>, CertificateKind)> {
    let (person, squad): (_, Option<Id<id::Squad>>) = membership::table
        .find(of)
        .select((membership::person_id, membership::squad_id))
        .first(db)?;
    let is_volunteer = squad.is_some();
    let kind = if is_volunteer { CertificateKind::Volunteer } else { CertificateKind::Freelance };
    Ok((person, kind))
}

/// The certificates of that kind that a person has anywhere and that are not void.
pub fn of_person(
    db: &mut Db,
    kind: CertificateKind,
    person: Id<id::Person>,
) -> Result<Vec<Certificate>> {
    Ok(certificates!()
        .filter(certificate::kind.eq(kind))
        .filter(certificate::person_id.eq(person))
        .filter(certificate::state.ne(CertificateState::Void))
        .order(certificate::id)
        .load(db)?)
}

/// The certificate of that id in the register of that subdivision.
pub fn in_register(
    db: &mut Db,
    territory: Id<id::Body>,
    id: Id<id::Certificate>,
) -> Result<Option<Certificate>> {
    Ok(certificates!()
        .filter(certificate::id.eq(id))
        .filter(certificate::territory_id.eq(territory))
        .first(db)
        .optional()?)
}

/// In the reader's register, or of a person in the book of the reader's unit: also where it was prepared for a record elsewhere in
/// the subdivision, for a person has one.
macro_rules! seen_by {
    ($scope:expr) => {{
        let scope: &Scope = $scope;
        let (record, of) = diesel::alias!(membership as record, squad as of_record);
        certificate::territory_id
            .eq_any(scope.territories.clone())
            .or(squad::unit_id.eq_any(scope.units.clone()))
            .or(application::unit_id.eq_any(scope.units.clone()))
            .or(dsl::exists(
                record
                    .inner_join(
                        of.on(of
                            .field(squad::id)
                            .nullable()
                            .eq(record.field(membership::squad_id))),
                    )
                    .filter(certificate::kind.eq(CertificateKind::Volunteer))
                    .filter(record.field(membership::person_id).eq(certificate::person_id))
                    .filter(record.field(membership::state).eq(MembershipState::Registered))
                    .filter(of.field(squad::unit_id).eq_any(scope.units.clone()))
                    .filter(of.field(squad::territory_id).eq(certificate::territory_id.nullable())),
            ))
    }};
}

/// The certificate of that id, if it is in the reader's register or of the reader's unit.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::Certificate>) -> Result<Option<Certificate>> {
    let found = certificates!().filter(certificate::id.eq(id)).filter(seen_by!(scope));
    Ok(found.first(db).optional()?)
}

/// The certificates of the person on that record that a reader may see, the latest first.
pub fn of_record(db: &mut Db, scope: &Scope, id: Id<id::Membership>) -> Result<Vec<Certificate>> {
    let of = diesel::alias!(membership as of);
    let holder = of.filter(of.field(membership::id).eq(id)).select(of.field(membership::person_id));
    Ok(certificates!()
        .filter(certificate::person_id.eq_any(holder))
        .filter(seen_by!(scope))
        .order(certificate::id.desc())
        .load(db)?)
}

/// Who of those of a squad who are in the book has a certificate of a volunteer of the squad's subdivision in hand.
pub fn handed_over(db: &mut Db, of: Id<id::Squad>) -> Result<Vec<Id<id::Membership>>> {
    let own = membership::table
        .inner_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
        .filter(membership::squad_id.eq(of))
        .filter(membership::state.eq(MembershipState::Registered))
        .filter(dsl::exists(
            certificate::table
                .filter(certificate::person_id.eq(membership::person_id))
                .filter(certificate::territory_id.nullable().eq(squad::territory_id))
                .filter(certificate::kind.eq(CertificateKind::Volunteer))
                .filter(certificate::state.eq(CertificateState::HandedOver)),
        ))
        .select(membership::id);
    Ok(own.load(db)?)
}

/// Which certificates of a register to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub state: Option<CertificateState>,
    pub kind: Option<CertificateKind>,
    /// Of any series.
    pub number: Option<i64>,
}

/// The certificates that a reader may see, the latest first, before that one; one more than `limit` tells that there are more.
pub fn page(
    db: &mut Db,
    scope: &Scope,
    wanted: Wanted,
    before: Option<Id<id::Certificate>>,
    limit: i64,
) -> Result<Vec<Certificate>> {
    let mut query = certificates!()
        .filter(seen_by!(scope))
        .order(certificate::id.desc())
        .limit(limit + 1)
        .into_boxed();
    if let Some(state) = wanted.state {
        query = query.filter(certificate::state.eq(state));
    }
    if let Some(kind) = wanted.kind {
        query = query.filter(certificate::kind.eq(kind));
    }
    if let Some(number) = wanted.number {
        query = query.filter(certificate::number.eq(number));
    }
    if let Some(before) = before {
        query = query.filter(certificate::id.lt(before));
    }
    Ok(query.load(db)?)
}

/// The certificates of a register in that state, the oldest first.
pub fn in_state(
    db: &mut Db,
    territory: Id<id::Body>,
    state: CertificateState,
    limit: i64,
) -> Result<Vec<Certificate>> {
    Ok(certificates!()
        .filter(certificate::territory_id.eq(territory))
        .filter(certificate::state.eq(state))
        .order(certificate::id)
        .limit(limit)
        .load(db)?)
}

/// Every certificate of a register, in the order in which they were prepared.
pub fn all(db: &mut Db, territory: Id<id::Body>) -> Result<Vec<Certificate>> {
    Ok(certificates!()
        .filter(certificate::territory_id.eq(territory))
        .order(certificate::id)
        .load(db)?)
}

/// Whether a register has a certificate in that state.
pub fn has(db: &mut Db, territory: Id<id::Body>, state: CertificateState) -> Result<bool> {
    let any = certificate::table
        .filter(certificate::territory_id.eq(territory))
        .filter(certificate::state.eq(state));
    Ok(diesel::select(dsl::exists(any)).get_result(db)?)
}

/// Whether a register has a void paper of which nobody has said what has become of it.
pub fn has_unsettled(db: &mut Db, territory: Id<id::Body>) -> Result<bool> {
    let any = certificate::table
        .filter(certificate::territory_id.eq(territory))
        .filter(certificate::state.eq(CertificateState::Void))
        .filter(certificate::paper_sealed.is_not_null())
        .filter(certificate::paper_fate.is_null());
    Ok(diesel::select(dsl::exists(any)).get_result(db)?)
}

/// A record of that person by which there is such a certificate in that subdivision, the first one.
pub fn record_of(
    db: &mut Db,
    kind: CertificateKind,
    territory: Id<id::Body>,
    person: Id<id::Person>,
) -> Result<Option<Id<id::Membership>>> {
    let registered = membership::table
        .left_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
        .left_join(application::table.on(application::id.nullable().eq(membership::application_id)))
        .filter(membership::person_id.eq(person))
        .filter(membership::state.eq(MembershipState::Registered))
        .order(membership::id)
        .select(membership::id)
        .into_boxed();
    let of_kind = match kind {
        CertificateKind::Volunteer => registered.filter(squad::territory_id.eq(territory)),
        CertificateKind::Freelance => registered.filter(application::territory_id.eq(territory)),
    };
    Ok(of_kind.first(db).optional()?)
}

/// Goes on with a certificate for another record of its holder, since the one that it was prepared for has ended.
pub fn go_on_for(db: &mut Db, id: Id<id::Certificate>, record: Id<id::Membership>) -> Result<()> {
    update(certificate::table.find(id)).set(certificate::membership_id.eq(record)).execute(db)?;
    Ok(())
}

/// Whether a certificate that is only prepared will not be signed, since the register or the unit of its holder has gone over to
/// another subdivision: the holder has no record there any more, or another certificate.
pub fn is_misplaced(db: &mut Db, of: &Certificate) -> Result<bool> {
    let others = of_person(db, of.kind, of.person)?;
    Ok(others.iter().any(|other| other.id != of.id && other.territory == of.territory)
        || record_of(db, of.kind, of.territory, of.person)?.is_none())
}

/// Gives the register of a subdivision to its successor.
pub fn move_register(db: &mut Db, from: Id<id::Body>, to: Id<id::Body>) -> Result<()> {
    update(certificate::table.filter(certificate::territory_id.eq(from)))
        .set(certificate::territory_id.eq(to))
        .execute(db)?;
    Ok(())
}

/// Makes those void that are only prepared in these registers and misplaced.
pub fn void_misplaced(db: &mut Db, registers: &[Id<id::Body>], now: Instant) -> Result<()> {
    let prepared: Vec<Certificate> = certificates!()
        .filter(certificate::territory_id.eq_any(registers))
        .filter(certificate::state.eq(CertificateState::Prepared))
        .order(certificate::id)
        .load(db)?;
    for one in prepared {
        if !is_misplaced(db, &one)? {
            continue;
        }
        let is_on_record = record_of(db, one.kind, one.territory, one.person)?.is_some();
        let cause = if is_on_record { VoidCause::Doubled } else { VoidCause::OffRecord };
        note_void(db, &one, cause, now)?;
        update(certificate::table.find(one.id))
            .set((
                certificate::state.eq(CertificateState::Void),
                certificate::version.eq(one.version + 1),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// People in the book for whom no certificate was prepared: subdivision and record.
pub fn lacking(db: &mut Db, limit: i64) -> Result<Vec<(Id<id::Body>, Id<id::Membership>)>> {
    let standing = certificate::table
        .filter(certificate::person_id.eq(membership::person_id))
        .filter(certificate::territory_id.nullable().eq(squad::territory_id))
        .filter(certificate::kind.eq(CertificateKind::Volunteer))
        .filter(certificate::state.ne(CertificateState::Void));
    Ok(membership::table
        .inner_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
        .filter(membership::state.eq(MembershipState::Registered))
        .filter(squad::territory_id.is_not_null())
        .filter(dsl::not(dsl::exists(standing)))
        .order((squad::territory_id, membership::id))
        .limit(limit)
        .select((squad::territory_id.assume_not_null(), membership::id))
        .load(db)?)
}

/// Notes why and when a certificate is void, in the statement before its state changes.
pub fn note_void(db: &mut Db, of: &Certificate, cause: VoidCause, now: Instant) -> Result<()> {
    update(certificate::table.find(of.id))
        .set((
            certificate::void_cause.eq(cause),
            certificate::voided_at.eq(now),
            certificate::paper_fate.eq(cause.fate()),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes what has become of a void paper; false when it was noted before.
pub fn settle(db: &mut Db, id: Id<id::Certificate>, fate: PaperFate) -> Result<bool> {
    let open = certificate::table
        .find(id)
        .filter(certificate::state.eq(CertificateState::Void))
        .filter(certificate::paper_sealed.is_not_null())
        .filter(certificate::paper_fate.is_null());
    Ok(update(open).set(certificate::paper_fate.eq(fate)).execute(db)? == 1)
}
