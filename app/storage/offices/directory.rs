//! The bodies in memory: a page names many of them and asks the database for none.
//!
//! They are few and change seldom. Each change raises a number (`generation`), which the first statement of a request brings
//! along; a node whose number differs reads them again within that request, so that a change acts at once everywhere.

use super::body::Body;
use crate::{
    domain::{
        body::BodyKind,
        id::{self, Id},
        kazakh,
        language::Named,
        permissions::Case,
        time::Instant,
    },
    storage::{
        Db, Result, Scope,
        db::schema::{body_name, service_area},
    },
};
use diesel::{QueryDsl, RunQueryDsl};

/// All bodies, their names of all times, and which units serve which akimats.
#[derive(Debug, Default)]
pub struct Directory {
    generation: i64,
    bodies: Vec<Body>,
    names: Vec<(Id<id::Body>, Instant, Named)>,
    served: Vec<(Id<id::Body>, Id<id::Body>)>,
}

impl Directory {
    /// Reads all bodies as they are at that generation.
    pub(in crate::storage) fn read(db: &mut Db, generation: i64) -> Result<Self> {
        let names: Vec<(Id<id::Body>, Instant, String, String, String)> = body_name::table
            .order((body_name::body_id, body_name::from_at))
            .select((
                body_name::body_id,
                body_name::from_at,
                body_name::name_kk,
                body_name::name_ru,
                body_name::name_en,
            ))
            .load(db)?;
        Ok(Self {
            generation,
            bodies: super::body::every(db)?,
            names: names
                .into_iter()
                .map(|(id, from, kk, ru, en)| (id, from, Named { kk, ru, en }))
                .collect(),
            served: service_area::table
                .select((service_area::unit_id, service_area::akimat_id))
                .load(db)?,
        })
    }

    /// The number that it was read under.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.generation
    }

    /// The body of that id.
    #[must_use]
    pub fn get(&self, id: Id<id::Body>) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == id)
    }

    /// The name that a body has now.
    #[must_use]
    pub fn name(&self, id: Id<id::Body>) -> Option<&Named> {
        self.get(id).map(|body| &body.name)
    }

    /// The name that a body had at that moment.
    #[must_use]
    pub fn name_at(&self, id: Id<id::Body>, at: Instant) -> Option<&Named> {
        let then = self
            .names
            .iter()
            .rev()
            .find(|(body, from, _)| *body == id && *from <= at)
            .map(|(.., name)| name);
        then.or_else(|| self.name(id))
    }

    /// The bodies of those ids, in their order, each once.
    #[must_use]
    pub fn all(&self, ids: &[Id<id::Body>]) -> Vec<&Body> {
        let mut found: Vec<&Body> = Vec::new();
        for body in ids.iter().filter_map(|id| self.get(*id)) {
            if !found.iter().any(|known| known.id == body.id) {
                found.push(body);
            }
        }
        found
    }

    /// The bodies of those ids by name, each once.
    #[must_use]
    pub fn by_name(&self, ids: &[Id<id::Body>]) -> Vec<&Body> {
        by_name(self.all(ids))
    }

    /// These bodies and the bodies below them: an akimat's council, a subdivision's units.
    #[must_use]
    pub fn with_below(&self, ids: &[Id<id::Body>]) -> Vec<&Body> {
        let mut found: Vec<&Body> = self
            .bodies
            .iter()
            .filter(|body| ids.contains(&body.id) || is_below(body, ids))
            .collect();
        found.sort_by_key(|body| body.id);
        found
    }

    /// These bodies and all that they have succeeded: their books and decisions are read on.
    #[must_use]
    pub fn with_predecessors(&self, ids: &[Id<id::Body>]) -> Vec<Id<id::Body>> {
        let mut known = ids.to_vec();
        loop {
            let succeeds = |body: &&Body| {
                body.succeeded_by.is_some_and(|by| known.contains(&by)) && !known.contains(&body.id)
            };
            let before: Vec<Id<id::Body>> =
                self.bodies.iter().filter(succeeds).map(|body| body.id).collect();
            if before.is_empty() {
                return known;
            }
            known.extend(before);
        }
    }

    /// The bodies that a scope administers, those above first.
    #[must_use]
    pub fn administered(&self, scope: &Scope) -> Vec<&Body> {
        let own = self.bodies.iter().filter(|body| scope.administered.contains(&body.id));
        let below = self.bodies.iter().filter(|body| {
            !scope.administered.contains(&body.id) && is_below(body, &scope.administered)
        });
        own.chain(below).collect()
    }

    /// The body, if the scope administers it, as a case of its administrator.
    #[must_use]
    pub fn find(&self, scope: &Scope, id: Id<id::Body>) -> Option<(&Body, Case)> {
        let body = self.get(id)?;
        body.case(scope).map(|case| (body, case))
    }

    /// The council formed at an akimat.
    #[must_use]
    pub fn council_of(&self, akimat: Id<id::Body>) -> Option<&Body> {
        let is_council = |body: &&Body| {
            body.kind == BodyKind::Council
                && body.parent == Some(akimat)
                && body.closed_at.is_none()
        };
        self.bodies.iter().find(is_council)
    }

    /// The units that an akimat may name, each with its territorial subdivision, by name.
    #[must_use]
    pub fn units_for(&self, akimat: Id<id::Body>) -> Vec<(&Body, &Body)> {
        let serves =
            |unit: &Body| self.served.contains(&(unit.id, akimat)) && unit.closed_at.is_none();
        let units: Vec<&Body> = self.bodies.iter().filter(|body| serves(body)).collect();
        by_name(units)
            .into_iter()
            .filter_map(|unit| Some((unit, self.get(unit.parent?)?)))
            .collect()
    }

    /// The akimats that a unit serves, by name.
    #[must_use]
    pub fn served_by(&self, unit: Id<id::Body>) -> Vec<&Body> {
        by_name(self.bodies.iter().filter(|body| self.served.contains(&(unit, body.id))).collect())
    }

    /// The open akimats that the units of a subdivision serve, by name.
    #[must_use]
    pub fn served_in(&self, territory: Id<id::Body>) -> Vec<&Body> {
        let units: Vec<Id<id::Body>> = self
            .bodies
            .iter()
            .filter(|body| body.parent == Some(territory))
            .map(|body| body.id)
            .collect();
        let is_served = |akimat: Id<id::Body>| {
            self.served.iter().any(|(unit, served)| *served == akimat && units.contains(unit))
        };
        by_name(
            self.bodies
                .iter()
                .filter(|body| body.closed_at.is_none() && is_served(body.id))
                .collect(),
        )
    }

    /// The structural units of a scope: its own and those of its subdivisions.
    #[must_use]
    pub fn units_of(&self, scope: &Scope) -> Vec<Id<id::Body>> {
        let is_led = |body: &&Body| {
            body.kind == BodyKind::StructuralUnit && is_below(body, &scope.territories)
        };
        self.bodies
            .iter()
            .filter(is_led)
            .map(|body| body.id)
            .chain(scope.units.iter().copied())
            .collect()
    }

    /// The bodies that may hand something to those of a scope, by name: its own districts with their councils, and its units
    /// with their subdivisions. Of other units nobody is shown any.
    #[must_use]
    pub fn neighbours(&self, scope: &Scope) -> Vec<&Body> {
        let own = self.units_of(scope);
        let at = scope.councils.iter().filter_map(|council| self.get(*council)?.parent);
        let mut districts: Vec<Id<id::Body>> = scope.akimats.iter().copied().chain(at).collect();
        let mut units: Vec<Id<id::Body>> = self
            .served
            .iter()
            .filter(|(_, akimat)| districts.contains(akimat))
            .map(|(unit, _)| *unit)
            .collect();
        districts.extend(
            self.served.iter().filter(|(unit, _)| own.contains(unit)).map(|(_, akimat)| *akimat),
        );
        units.extend(own);
        let above: Vec<Id<id::Body>> =
            units.iter().filter_map(|unit| self.get(*unit)?.parent).collect();
        let councils = self
            .bodies
            .iter()
            .filter(|body| body.kind == BodyKind::Council && is_below(body, &districts))
            .map(|body| body.id);
        let ids: Vec<Id<id::Body>> =
            councils.chain(districts.iter().copied()).chain(units).chain(above).collect();
        by_name(self.all(&ids))
    }
}

fn is_below(body: &Body, above: &[Id<id::Body>]) -> bool {
    body.parent.is_some_and(|parent| above.contains(&parent))
}

/// By the Kazakh names, in Kazakh order.
fn by_name(mut bodies: Vec<&Body>) -> Vec<&Body> {
    bodies.sort_by_cached_key(|body| kazakh::sort_key(&body.name.kk));
    bodies
}
