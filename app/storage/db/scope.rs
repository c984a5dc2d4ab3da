//! What a reader may see.

use crate::domain::{
    body::{BodyKind, DutyKind},
    id::{self, Id},
    permissions::Holding,
};

/// One body of a scope, as the rows that it may see name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::storage) enum Viewer {
    Akimat(Id<id::Body>),
    Council(Id<id::Body>),
    Territory(Id<id::Body>),
    Unit(Id<id::Body>),
}

/// The bodies through which a reader finds records; empty sees nothing.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub akimats: Vec<Id<id::Body>>,
    pub councils: Vec<Id<id::Body>>,
    pub territories: Vec<Id<id::Body>>,
    pub units: Vec<Id<id::Body>>,
    /// Bodies that the reader administers, and with them those below. They show people and bodies, and no case.
    pub administered: Vec<Id<id::Body>>,
    /// The squad that the link of a mail opens, or that the reader leads; pages of offices show nothing of it.
    pub opened: Option<Id<id::Squad>>,
}

impl Scope {
    /// The scope of the duties a user holds now. Administrators see people and bodies; neither they nor auditors see a case, nor
    /// does anybody whose duty waits to be confirmed.
    #[must_use]
    pub fn of(holdings: &[Holding]) -> Self {
        let held = |kinds: &[DutyKind], counts: fn(&Holding) -> bool| {
            let own = holdings.iter().filter(|h| kinds.contains(&h.kind) && counts(h));
            own.map(|h| h.body).collect()
        };
        let bodies = |kinds: &[DutyKind]| held(kinds, |h| h.is_confirmed);
        Self {
            akimats: bodies(&[DutyKind::AkimatOfficer]),
            councils: bodies(&[DutyKind::CouncilSecretary]),
            territories: bodies(&[DutyKind::VettingOfficer, DutyKind::Head]),
            units: bodies(&[DutyKind::UnitRepresentative]),
            administered: held(&[DutyKind::Administrator], |_| true),
            opened: None,
        }
    }

    /// The scope of the leader of that squad, or of the holder of a link about it.
    #[must_use]
    pub fn opened(squad: Id<id::Squad>) -> Self {
        Self { opened: Some(squad), ..Self::default() }
    }

    /// The scope of whole bodies, each with its kind: what is counted for those who audit them.
    #[must_use]
    pub fn over(bodies: &[(Id<id::Body>, BodyKind)]) -> Self {
        let of = |kind: BodyKind| {
            bodies.iter().filter(|(_, own)| *own == kind).map(|(body, _)| *body).collect()
        };
        Self {
            akimats: of(BodyKind::Akimat),
            councils: of(BodyKind::Council),
            territories: of(BodyKind::TerritorialSubdivision),
            units: of(BodyKind::StructuralUnit),
            administered: Vec::new(),
            opened: None,
        }
    }

    /// Whether cases of that body are found in that duty.
    #[must_use]
    pub fn has(&self, duty: DutyKind, body: Id<id::Body>) -> bool {
        match duty {
            DutyKind::AkimatOfficer => self.akimats.contains(&body),
            DutyKind::CouncilSecretary => self.councils.contains(&body),
            DutyKind::VettingOfficer | DutyKind::Head => self.territories.contains(&body),
            DutyKind::UnitRepresentative => self.units.contains(&body),
            DutyKind::Administrator | DutyKind::Auditor => false,
        }
    }

    /// Every body through which the reader finds cases.
    #[must_use]
    pub fn bodies(&self) -> Vec<Id<id::Body>> {
        [&self.akimats, &self.councils, &self.territories, &self.units]
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }

    /// Every body through which the reader finds cases, once, with the column that names it.
    pub(in crate::storage) fn viewers(&self) -> Vec<Viewer> {
        let of = |bodies: &[Id<id::Body>], viewer: fn(Id<id::Body>) -> Viewer| {
            bodies.iter().copied().map(viewer).collect::<Vec<_>>()
        };
        let mut viewers = [
            of(&self.akimats, Viewer::Akimat),
            of(&self.councils, Viewer::Council),
            of(&self.territories, Viewer::Territory),
            of(&self.units, Viewer::Unit),
        ]
        .concat();
        viewers.sort();
        viewers.dedup();
        viewers
    }
}
