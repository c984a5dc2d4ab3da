//! Act 1: an akimat proposes a squad, with the candidates it has, to its council (clause 7).

use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_said},
        lists::add_candidates::{self, Import},
    },
    domain::{
        events::squads::SquadProposed,
        handoff::{CaseKind, HandoffKind},
        id::{self, Id},
        language::Named,
        permissions::{Anchor, Case, Parties},
        person::Particulars,
        squad::{NAME_LIMIT, SquadState},
        time::Instant,
        workflow::{Act, State},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// A squad to be put to the council.
pub struct ProposeSquad {
    pub id: Id<id::Squad>,
    pub akimat: Id<id::Body>,
    pub name_kk: String,
    pub name_ru: String,
    pub area: String,
    /// The structural unit that is to lead it (clause 3).
    pub unit: Option<Id<id::Body>>,
    pub candidates: Vec<Particulars>,
    pub import: Option<Import>,
}

faults! {
    /// What can be wrong with a proposal.
    ProposeSquadError {
        NameKk: "name_kk", "squad-name-kk";
        NameRu: "name_ru", "squad-name-ru";
        Area: "area", "squad-area";
        Unit: "unit", "squad-unit";
    }
}

impl Command for ProposeSquad {
    type Error = ProposeSquadError;
    type Next = id::Squad;

    fn act(&self) -> Act {
        Act::ProposeSquad
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        if !scope.akimats.contains(&self.akimat) {
            return Ok(None);
        }
        let Some(council) = storage::offices::body::council_of(db, self.akimat)? else {
            return Ok(None);
        };
        // Without a unit that serves this akimat there is no subdivision yet, and validation refuses the form.
        let units = storage::offices::body::units_for(db, self.akimat)?;
        let (unit, territory) =
            units.into_iter().find(|(unit, _)| Some(unit.id) == self.unit).unzip();
        Ok(Some(Case {
            kind: CaseKind::Squad,
            id: self.id.any(),
            anchor: Anchor::Squad(self.id),
            title: Named {
                kk: self.name_kk.clone(),
                ru: self.name_ru.clone(),
                en: self.name_kk.clone(),
            },
            reference: String::new(),
            state: State::Squad(SquadState::Proposed),
            parties: Parties {
                akimat: Some(self.akimat),
                council: Some(council.id),
                territory: territory.map(|body| body.id),
                unit: unit.map(|body| body.id),
                administration: None,
            },
        }))
    }

    fn validate(&self, _: &mut Db, case: &Case, _: Instant) -> Result<Vec<ProposeSquadError>> {
        use ProposeSquadError as E;
        let checks = [
            (is_said(&self.name_kk, NAME_LIMIT), E::NameKk),
            (is_said(&self.name_ru, NAME_LIMIT), E::NameRu),
            (is_said(&self.area, NAME_LIMIT), E::Area),
            (case.parties.unit.is_some(), E::Unit),
        ];
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Squad>, Refusal<ProposeSquadError>> {
        let unit = cx.case.unit()?;
        let new = storage::squads::squad::NewSquad {
            id: self.id,
            akimat: cx.case.akimat()?,
            council: cx.case.council()?,
            unit,
            name_kk: &self.name_kk,
            name_ru: &self.name_ru,
            area: &self.area,
        };
        cx.case.reference = storage::squads::squad::insert(cx.db, &new, cx.now)?;
        cx.create(self.id, SquadState::Proposed, SquadProposed { unit })?;
        if !self.candidates.is_empty() {
            add_candidates::put_on_list(cx, &self.candidates, self.import.as_ref())?;
        }
        cx.open(
            HandoffKind::PutToCouncil,
            None,
            &emails::squads::put_to_council(self.candidates.len()),
        )?;
        Ok(self.id)
    }
}
