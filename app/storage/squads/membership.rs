//! Persons, their memberships, and the particulars that one body typed for each.

use crate::{
    domain::{
        contact::ReachState,
        id::{self, Id},
        iin::Iin,
        language::Language,
        membership::MembershipState,
        own_wish::OwnWishState,
        person::{DocumentKind, Particulars, full_name},
        time::Instant,
    },
    each,
    storage::{
        Db, Result,
        db::{
            schema::{contact, membership, own_wish, particulars, person, squad},
            sealing::{Keys, SealContext},
        },
        name_index,
    },
};
use chrono::NaiveDate;
use diesel::{
    AsChangeset, BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl,
    NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, dsl::exists,
    insert_into, select, update,
};
use std::collections::{BTreeMap, BTreeSet};

crate::storage::db::transition::stated!(MembershipState in membership);

diesel::alias! {
    const OTHER: Alias<Other> = membership as other;
}

/// States in which somebody stands in a squad no more.
const ENDED: [MembershipState; 4] = [
    MembershipState::Removed,
    MembershipState::Refused,
    MembershipState::OffRecord,
    MembershipState::Withdrawn,
];

/// A member of a squad as the squad's page shows one: no IIN, no document.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: Id<id::Membership>,
    pub state: MembershipState,
    pub version: i32,
    pub surname: String,
    pub given_name: Option<String>,
    pub patronymic: Option<String>,
    /// As the akimat typed it.
    pub phone: Option<String>,
    /// The unit's own copy of the telephone, once it has one: its own and its subdivision's to see.
    pub own_phone: Option<Option<String>>,
    /// The day of the last legal training (clause 11).
    pub trained_on: Option<NaiveDate>,
    pub reach: ReachState,
    /// A mail reaches the person: the unit has made sure of an address, and none was refused since.
    pub is_mailed: bool,
    /// A wish of the person to leave the record waits on the unit.
    pub asks_to_leave: bool,
}

impl Member {
    /// The parts of the name that the person has.
    #[must_use]
    pub fn full_name(&self) -> String {
        full_name(&self.surname, self.given_name.as_deref(), self.patronymic.as_deref())
    }

    /// The telephone by which the unit and the leader call: the unit's own copy, once it has one.
    #[must_use]
    pub fn called_at(&self) -> Option<String> {
        self.own_phone.clone().unwrap_or_else(|| self.phone.clone())
    }
}

/// Adds proposed memberships with their particulars, typed by the akimat whose squad it is, and persons whose IIN is new to us.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when one of them is in the squad already.
pub fn insert_all(
    db: &mut Db,
    keys: &Keys,
    squad: Id<id::Squad>,
    typed_by: Id<id::Body>,
    new: &[(Id<id::Membership>, &Particulars)],
    now: Instant,
) -> Result<()> {
    for part in new.chunks(crate::storage::BATCH) {
        let persons = persons(db, keys, part, now)?;
        let row = |(id, typed): &(Id<id::Membership>, &Particulars)| {
            let person = persons
                .get(&keys.index(&typed.iin))
                .copied()
                .ok_or(crate::storage::StorageError::Damaged)?;
            Ok((
                membership::id.eq(*id),
                membership::person_id.eq(person),
                membership::squad_id.eq(squad),
                membership::state.eq(MembershipState::Proposed),
                membership::created_at.eq(now),
                membership::version.eq(1),
            ))
        };
        let rows = part.iter().map(row).collect::<Result<Vec<_>>>()?;
        each!(db, c => insert_into(membership::table).values(&rows).execute(c))?;
        let words = part
            .iter()
            .map(|(id, typed)| Words::of(keys, *id, typed_by, typed))
            .collect::<Result<Vec<_>>>()?;
        each!(db, c => insert_into(particulars::table).values(&words).execute(c))?;
        name_index::add_members(db, typed_by, squad, part)?;
    }
    Ok(())
}

/// Adds the record of an applicant, with the particulars that the subdivision has typed.
pub fn insert_applicant(
    db: &mut Db,
    keys: &Keys,
    application: Id<id::Application>,
    typed_by: Id<id::Body>,
    (id, typed): (Id<id::Membership>, &Particulars),
    now: Instant,
) -> Result<()> {
    let person = person(db, keys, &typed.iin, now)?;
    insert_into(membership::table)
        .values((
            membership::id.eq(id),
            membership::person_id.eq(person),
            membership::application_id.eq(application),
            membership::state.eq(MembershipState::BeingVetted),
            membership::created_at.eq(now),
            membership::version.eq(1),
        ))
        .execute(db)?;
    insert_into(particulars::table).values(Words::of(keys, id, typed_by, typed)?).execute(db)?;
    Ok(())
}

/// The ids of these people by the keyed hashes of their IINs; who is new to us is added.
fn persons(
    db: &mut Db,
    keys: &Keys,
    new: &[(Id<id::Membership>, &Particulars)],
    now: Instant,
) -> Result<BTreeMap<Vec<u8>, Id<id::Person>>> {
    let hashes: BTreeSet<Vec<u8>> = new.iter().map(|(_, typed)| keys.index(&typed.iin)).collect();
    let row = |hash: &Vec<u8>| {
        (
            person::id.eq(Id::<id::Person>::new()),
            person::iin_hmac.eq(hash.clone()),
            person::created_at.eq(now),
        )
    };
    let rows: Vec<_> = hashes.iter().map(row).collect();
    each!(db, c => insert_into(person::table).values(&rows).on_conflict_do_nothing().execute(c))?;
    let known =
        person::table.filter(person::iin_hmac.eq_any(hashes.into_iter().collect::<Vec<_>>()));
    Ok(known
        .select((person::iin_hmac, person::id))
        .load::<(Vec<u8>, Id<id::Person>)>(db)?
        .into_iter()
        .collect())
}

/// Replaces the particulars of a membership; another IIN is another person.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when that person is in the squad already.
pub fn correct(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Membership>,
    typed_by: Id<id::Body>,
    typed: &Particulars,
    now: Instant,
) -> Result<()> {
    let person_id = person(db, keys, &typed.iin, now)?;
    update(membership::table.find(id)).set(membership::person_id.eq(person_id)).execute(db)?;
    update(particulars::table.find(id)).set(Words::of(keys, id, typed_by, typed)?).execute(db)?;
    name_index::put(db, typed_by, id, typed)
}

/// What stands in the table of one person's particulars.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = particulars, treat_none_as_null = true)]
struct Words {
    membership_id: Id<id::Membership>,
    typed_by: Id<id::Body>,
    surname: String,
    given_name: Option<String>,
    patronymic: Option<String>,
    iin_sealed: Vec<u8>,
    birth_date: Option<NaiveDate>,
    document_kind: DocumentKind,
    document_number_sealed: Option<Vec<u8>>,
    address: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    language: Option<Language>,
    sort_key: Vec<u8>,
}

impl Words {
    fn of(
        keys: &Keys,
        id: Id<id::Membership>,
        typed_by: Id<id::Body>,
        typed: &Particulars,
    ) -> Result<Self> {
        let seal = |context, text: &str| keys.seal(context, id, text.as_bytes());
        Ok(Self {
            membership_id: id,
            typed_by,
            surname: typed.surname.clone(),
            given_name: typed.given_name.clone(),
            patronymic: typed.patronymic.clone(),
            iin_sealed: seal(SealContext::MemberIin, typed.iin.expose())?,
            birth_date: typed.birth_date,
            document_kind: typed.document_kind,
            document_number_sealed: typed
                .document_number
                .as_deref()
                .map(|number| seal(SealContext::MemberDocumentNumber, number))
                .transpose()?,
            address: typed.address.clone(),
            phone: typed.phone.clone(),
            email: typed.email.clone(),
            language: typed.language,
            sort_key: typed.sort_key(),
        })
    }
}

fn person(db: &mut Db, keys: &Keys, iin: &Iin, now: Instant) -> Result<Id<id::Person>> {
    let hmac = keys.index(iin);
    let new = (
        person::id.eq(Id::<id::Person>::new()),
        person::iin_hmac.eq(&hmac),
        person::created_at.eq(now),
    );
    each!(db, c => insert_into(person::table).values(new).on_conflict_do_nothing().execute(c))?;
    Ok(person::table.filter(person::iin_hmac.eq(hmac)).select(person::id).first(db)?)
}

#[derive(Queryable)]
struct MemberRow {
    membership: (Id<id::Membership>, MembershipState, i32, Option<NaiveDate>),
    name: (String, Option<String>, Option<String>),
    phone: Option<String>,
    /// Its version tells whether there is one.
    contact: Option<(i32, Option<String>, Option<Instant>, Option<String>)>,
    asked_at: Option<Instant>,
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        let MemberRow { membership, name, phone, contact, asked_at } = row;
        let reach = match &contact {
            None => ReachState::Unconfirmed,
            Some((_, _, Some(_), _)) => ReachState::Refused,
            Some((_, _, None, _)) => ReachState::Confirmed,
        };
        let is_mailed = matches!(&contact, Some((_, _, None, Some(_))));
        Self {
            id: membership.0,
            state: membership.1,
            version: membership.2,
            surname: name.0,
            given_name: name.1,
            patronymic: name.2,
            phone,
            own_phone: contact.map(|(_, own, ..)| own),
            trained_on: membership.3,
            reach,
            is_mailed,
            asks_to_leave: asked_at.is_some(),
        }
    }
}

/// People on record with how they are reached, in Kazakh order.
macro_rules! members {
    () => {{
        let asked =
            own_wish::membership_id.eq(membership::id).and(own_wish::state.eq(OwnWishState::Asked));
        membership::table
            .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
            .left_join(contact::table.on(contact::membership_id.eq(membership::id)))
            .left_join(own_wish::table.on(asked))
            .order((particulars::sort_key, membership::id))
            .select((
                (membership::id, membership::state, membership::version, membership::trained_on),
                (particulars::surname, particulars::given_name, particulars::patronymic),
                particulars::phone,
                (contact::version, contact::phone, contact::refused_at, contact::email).nullable(),
                own_wish::asked_at.nullable(),
            ))
    }};
}

/// The members of a squad in Kazakh order, ended memberships among them.
pub fn of_squad(db: &mut Db, squad: Id<id::Squad>) -> Result<Vec<Member>> {
    let rows: Vec<MemberRow> = members!().filter(membership::squad_id.eq(squad)).load(db)?;
    Ok(rows.into_iter().map(Member::from).collect())
}

/// The one record that an application has begun.
pub fn of_application(db: &mut Db, id: Id<id::Application>) -> Result<Option<Member>> {
    let row: Option<MemberRow> =
        members!().filter(membership::application_id.eq(id)).first(db).optional()?;
    Ok(row.map(Member::from))
}

/// One member of that squad.
pub fn in_squad(
    db: &mut Db,
    squad: Id<id::Squad>,
    id: Id<id::Membership>,
) -> Result<Option<Member>> {
    Ok(of_squad(db, squad)?.into_iter().find(|member| member.id == id))
}

/// Whether somebody else with this IIN stands in the squad now.
pub fn is_taken(
    db: &mut Db,
    keys: &Keys,
    squad: Id<id::Squad>,
    except: Id<id::Membership>,
    iin: &Iin,
) -> Result<bool> {
    let current = membership::table
        .inner_join(person::table.on(person::id.eq(membership::person_id)))
        .filter(membership::squad_id.eq(squad))
        .filter(membership::state.ne_all(ENDED))
        .filter(membership::id.ne(except))
        .filter(person::iin_hmac.eq(keys.index(iin)));
    Ok(select(exists(current)).get_result(db)?)
}

/// A person of a list whom the same akimat has in one of its squads now.
#[derive(Clone, Debug)]
pub struct Known {
    pub iin: Iin,
    pub squad: Id<id::Squad>,
}

/// Which of these people stand in squads of this akimat now; of people elsewhere it gives no sign.
pub fn known_to(
    db: &mut Db,
    keys: &Keys,
    akimat: Id<id::Body>,
    iins: &[Iin],
) -> Result<Vec<Known>> {
    let hashes: BTreeMap<Vec<u8>, &Iin> = iins.iter().map(|iin| (keys.index(iin), iin)).collect();
    let wanted: Vec<Vec<u8>> = hashes.keys().cloned().collect();
    let mut found: Vec<(Vec<u8>, Id<id::Squad>)> = Vec::new();
    // Databases take so many values in one question and no more.
    for part in wanted.chunks(10_000) {
        found.extend(
            membership::table
                .inner_join(person::table.on(person::id.eq(membership::person_id)))
                .inner_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
                .filter(squad::akimat_id.eq(akimat))
                .filter(membership::state.ne_all(ENDED))
                .filter(person::iin_hmac.eq_any(part.to_vec()))
                .select((person::iin_hmac, squad::id))
                .load::<(Vec<u8>, Id<id::Squad>)>(db)?,
        );
    }
    Ok(found
        .into_iter()
        .filter_map(|(hash, squad)| {
            hashes.get(&hash).map(|iin| Known { iin: (*iin).clone(), squad })
        })
        .collect())
}

/// The columns of [`Stored`].
macro_rules! stored {
    () => {
        (
            particulars::surname,
            particulars::given_name,
            particulars::patronymic,
            particulars::iin_sealed,
            particulars::birth_date,
            particulars::document_kind,
            particulars::document_number_sealed,
            particulars::address,
            particulars::phone,
            particulars::email,
            particulars::language,
        )
    };
}
pub(in crate::storage) use stored;

/// Particulars as they are stored.
#[derive(Queryable)]
pub(in crate::storage) struct Stored {
    surname: String,
    given_name: Option<String>,
    patronymic: Option<String>,
    iin_sealed: Vec<u8>,
    birth_date: Option<NaiveDate>,
    document_kind: DocumentKind,
    document_number_sealed: Option<Vec<u8>>,
    address: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    language: Option<Language>,
}

impl Stored {
    /// The particulars of that membership, opened.
    ///
    /// # Errors
    /// [`crate::storage::StorageError::Damaged`].
    pub(in crate::storage) fn open(
        self,
        keys: &Keys,
        id: Id<id::Membership>,
    ) -> Result<Particulars> {
        let text = |context, sealed: &[u8]| -> Result<String> {
            String::from_utf8(keys.open(context, id, sealed)?)
                .map_err(|_| crate::storage::StorageError::Damaged)
        };
        Ok(Particulars {
            iin: Iin::parse(&text(SealContext::MemberIin, &self.iin_sealed)?)
                .map_err(|_| crate::storage::StorageError::Damaged)?,
            document_number: self
                .document_number_sealed
                .map(|sealed| text(SealContext::MemberDocumentNumber, &sealed))
                .transpose()?,
            surname: self.surname,
            given_name: self.given_name,
            patronymic: self.patronymic,
            birth_date: self.birth_date,
            document_kind: self.document_kind,
            address: self.address,
            phone: self.phone,
            email: self.email,
            language: self.language,
        })
    }
}

/// The particulars of a membership, opened. The caller has found the membership through the reader's scope.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn particulars(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Membership>,
) -> Result<Option<Particulars>> {
    let sealed: Option<Stored> =
        particulars::table.find(id).select(stored!()).first(db).optional()?;
    sealed.map(|sealed| sealed.open(keys, id)).transpose()
}
