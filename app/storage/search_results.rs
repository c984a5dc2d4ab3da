//! What a search finds for its reader: the read model of the page of results.

use crate::{
    domain::{
        id::{self, Id},
        iin::Iin,
        language::Named,
        membership::MembershipState,
        person::full_name,
        search::Terms,
        squad::SquadState,
    },
    storage::{
        Db, Result, Scope,
        applications::application::{self, Application},
        db::{
            schema::{
                attachment, body, list_entry, member_list, membership, particulars, person, squad,
            },
            sealing::Keys,
        },
        lists::{self, member_list::FoundList},
        name_index::{self, Kind, Within},
        offices::directory::Directory,
        squads::{self, choices, decision::Decision, squad::Squad},
    },
};
use diesel::{ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, RunQueryDsl};

/// A person's line: no IIN, no document, no birth date.
#[derive(Clone, Debug)]
pub struct Person {
    pub membership: Id<id::Membership>,
    pub name: String,
    pub squad: Id<id::Squad>,
    pub squad_name: Named,
    pub seen: Seen,
    sort_key: Vec<u8>,
}

/// How much of a person the reader's duty shows.
#[derive(Clone, Debug)]
pub enum Seen {
    /// The akimat and the subdivision: the entry of a list.
    Entry { entry: Id<id::ListEntry>, list: String, state: MembershipState },
    /// The structural unit: whom its book holds.
    Book { state: MembershipState },
    /// The council: the name, and no sign of how vetting goes.
    Name,
}

/// What is found, of each kind one more than the limit when there are more.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub people: Vec<Person>,
    pub squads: Vec<Squad>,
    pub lists: Vec<FoundList>,
    pub decisions: Vec<Decision>,
    pub applications: Vec<Application>,
}

/// Who looks for what.
pub struct Looking<'a> {
    pub keys: &'a Keys,
    pub directory: &'a Directory,
    pub scope: &'a Scope,
    pub terms: &'a Terms,
    pub limit: i64,
}

/// People behind that one, and on the first page squads, lists, decisions and applications as well.
///
/// By IIN nobody is found for the council, which is told names only. A body that has nothing to do with a person finds
/// nothing, exactly as when there is no such person.
pub fn find(
    db: &mut Db,
    looking: &Looking<'_>,
    after: Option<Id<id::Membership>>,
) -> Result<Found> {
    let within = looking.within(db)?;
    let words = &looking.terms.words;
    if let Some(after) = after {
        return Ok(Found {
            people: looking.people(db, &within, Start::Behind(after))?,
            ..Found::default()
        });
    }
    if looking.terms.iin.is_none() && looking.terms.reference.is_none() {
        let (people, squads) = name_index::first_candidates(db, &within, words, FIRST)?;
        let people = looking.people(db, &within, Start::Read(people))?;
        return Ok(Found {
            people,
            squads: looking.squads(db, &within, Some(squads))?,
            ..looking.papers(db)?
        });
    }
    let people = looking.people(db, &within, Start::Beginning)?;
    Ok(Found { people, squads: looking.squads(db, &within, None)?, ..looking.papers(db)? })
}

/// Where people begin.
enum Start {
    Beginning,
    Behind(Id<id::Membership>),
    /// The first names were read already.
    Read(Vec<name_index::Place<id::Membership>>),
}

impl Looking<'_> {
    fn within(&self, db: &mut Db) -> Result<Within> {
        // Akimats and their councils see all of their squads; border bodies those that their units lead.
        let sees_all = !self.scope.akimats.is_empty() || !self.scope.councils.is_empty();
        let units = (!sees_all).then(|| self.directory.units_of(self.scope));
        let akimats = choices::akimats(db, self.directory, self.scope)?
            .into_iter()
            .map(|akimat| akimat.id)
            .collect();
        Ok(Within { akimats, units })
    }

    fn people(&self, db: &mut Db, within: &Within, start: Start) -> Result<Vec<Person>> {
        if let Some(iin) = &self.terms.iin {
            return self.by_iin(db, iin);
        }
        let (after, first) = match start {
            Start::Beginning => (None, None),
            Start::Behind(last) => (name_index::place_of(db, last)?, None),
            Start::Read(first) => (None, Some(first)),
        };
        self.walk(db, Kind::Membership, within, (after, first), |db, ids| {
            Ok(seen(db, self.scope, ids)?
                .into_iter()
                .map(|person| (person.membership, person))
                .collect())
        })
    }

    fn by_iin(&self, db: &mut Db, iin: &Iin) -> Result<Vec<Person>> {
        let ids: Vec<Id<id::Membership>> = membership::table
            .inner_join(person::table.on(person::id.eq(membership::person_id)))
            .filter(person::iin_hmac.eq(self.keys.index(iin)))
            .select(membership::id)
            .load(db)?;
        let mut found = seen(db, &Scope { councils: Vec::new(), ..self.scope.clone() }, &ids)?;
        found.sort_by(|a, b| (&a.sort_key, a.membership).cmp(&(&b.sort_key, b.membership)));
        Ok(found)
    }

    /// Squads by their reference, or by words of their name in Kazakh order.
    fn squads(
        &self,
        db: &mut Db,
        within: &Within,
        first: Option<Vec<name_index::Place<id::Squad>>>,
    ) -> Result<Vec<Squad>> {
        if let Some(reference) = &self.terms.reference {
            return Ok(squads::squad::by_reference(db, self.scope, reference)?
                .into_iter()
                .collect());
        }
        self.walk(db, Kind::Squad, within, (None, first), |db, ids| {
            Ok(squads::squad::among(db, self.scope, ids)?
                .into_iter()
                .map(|squad| (squad.id, squad))
                .collect())
        })
    }

    /// Lists by reference or number, decisions by number, and applications, for those who see any.
    fn papers(&self, db: &mut Db) -> Result<Found> {
        let (scope, terms, mut found) = (self.scope, self.terms, Found::default());
        if !scope.akimats.is_empty() || !scope.territories.is_empty() {
            found.lists = lists::member_list::found(
                db,
                scope,
                terms.reference.as_deref(),
                &terms.numbers,
                self.limit,
            )?;
        }
        if !scope.councils.is_empty() {
            let councils = self.directory.with_predecessors(&scope.councils);
            found.decisions =
                squads::decision::by_number(db, &councils, &terms.numbers, self.limit)?;
        }
        found.applications = application::found(db, self.keys, scope, terms, self.limit)?;
        Ok(found)
    }

    /// Walks along names in their order and keeps those that the reader may see, in steps that grow: few names are read where
    /// most are the reader's, and few questions asked where hardly any is.
    fn walk<K: 'static, T>(
        &self,
        db: &mut Db,
        kind: Kind,
        within: &Within,
        (mut after, mut first): (Option<name_index::Place<K>>, Option<Vec<name_index::Place<K>>>),
        mut load: impl FnMut(&mut Db, &[Id<K>]) -> Result<Vec<(Id<K>, T)>>,
    ) -> Result<Vec<T>> {
        let (mut found, mut step) = (Vec::new(), FIRST);
        let wanted = usize::try_from(self.limit + 1).unwrap_or(0);
        loop {
            let places = match first.take() {
                Some(places) => places,
                None => name_index::candidates(
                    db,
                    kind,
                    within,
                    &self.terms.words,
                    after.as_ref(),
                    step,
                )?,
            };
            let mut ids: Vec<Id<K>> = places.iter().map(|(_, id)| *id).collect();
            ids.dedup();
            let mut loaded = if ids.is_empty() { Vec::new() } else { load(db, &ids)? };
            for id in &ids {
                if let Some(at) = loaded.iter().position(|(own, _)| own == id) {
                    found.push(loaded.swap_remove(at).1);
                }
            }
            let is_last = places.len() < usize::try_from(step).unwrap_or(0);
            if is_last || found.len() >= wanted {
                found.truncate(wanted);
                return Ok(found);
            }
            after = places.into_iter().next_back();
            step *= 8;
        }
    }
}

/// Names that are looked at first; nearly always all of them are the reader's to see.
const FIRST: i64 = 64;

type Row = (
    (Id<id::Membership>, MembershipState, Id<id::Squad>, SquadState, Id<id::Body>, Id<id::Body>),
    (String, Option<String>, Option<String>, Vec<u8>),
    (String, String),
    (Id<id::Body>, Option<Id<id::Body>>),
    Option<(Id<id::ListEntry>, Option<Id<id::Dispatch>>)>,
    Option<String>,
);

/// Those of these memberships that the reader may see, each with as much as the duty shows, in no order.
fn seen(db: &mut Db, scope: &Scope, ids: &[Id<id::Membership>]) -> Result<Vec<Person>> {
    let mut found = Vec::new();
    // Databases take so many values in one question and no more.
    for part in ids.chunks(10_000) {
        let rows: Vec<Row> = membership::table
            .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
            .inner_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
            .inner_join(attachment::table.on(attachment::squad_id.eq(squad::id)))
            .inner_join(body::table.on(body::id.eq(attachment::unit_id)))
            .left_join(list_entry::table.on(list_entry::membership_id.eq(membership::id)))
            .left_join(
                member_list::table
                    .on(member_list::id.nullable().eq(list_entry::list_id.nullable())),
            )
            .filter(attachment::to_at.is_null())
            .filter(membership::id.eq_any(part.to_vec()))
            .select((
                (
                    membership::id,
                    membership::state,
                    squad::id,
                    squad::state,
                    squad::akimat_id,
                    squad::council_id,
                ),
                (
                    particulars::surname,
                    particulars::given_name,
                    particulars::patronymic,
                    particulars::sort_key,
                ),
                (squad::name_kk, squad::name_ru),
                (body::id, body::parent_id),
                (list_entry::id, list_entry::sent_in).nullable(),
                member_list::reference.nullable(),
            ))
            .load(db)?;
        found.extend(rows.into_iter().filter_map(|row| Person::of(scope, row)));
    }
    Ok(found)
}

impl Person {
    /// The line, if one of the reader's duties shows the person; the one that shows most decides.
    fn of(scope: &Scope, row: Row) -> Option<Self> {
        let (
            (membership, state, squad, squad_state, akimat, council),
            (surname, given, patronymic, sort_key),
            (kk, ru),
            unit,
            entry,
            list,
        ) = row;
        let is_created = squad_state == SquadState::Created;
        let territory = unit.1.filter(|_| is_created);
        let is_sent = entry.is_some_and(|(_, sent_in)| sent_in.is_some());
        let of_akimat = scope.akimats.contains(&akimat);
        let of_territory = is_sent && territory.is_some_and(|id| scope.territories.contains(&id));
        let of_unit = is_created && scope.units.contains(&unit.0) && state.is_in_book();
        let of_council = scope.councils.contains(&council) && state.is_current();
        let seen = match entry.zip(list) {
            Some(((entry, _), list)) if of_akimat || of_territory => {
                Seen::Entry { entry, list, state }
            }
            _ if of_unit => Seen::Book { state },
            _ if of_council => Seen::Name,
            _ => return None,
        };
        let name = full_name(&surname, given.as_deref(), patronymic.as_deref());
        Some(Self {
            membership,
            name,
            squad,
            squad_name: Named { en: kk.clone(), kk, ru },
            seen,
            sort_key,
        })
    }
}
