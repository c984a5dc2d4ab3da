//! May this person carry out this act on this case now, and if not, what is missing.

use super::{
    body::{BodyState, DutyKind},
    handoff::CaseKind,
    id::{self, Id},
    journal::SYSTEM_CHAIN,
    workflow::{Act, State, row},
};

/// Nobody's id: what stands where a case concerns no body or squad.
const NOBODY: Id = Id::from_bytes([0; 16]);

/// What mails about people and bodies are about: a body's name would say too much of its people in a subject.
pub const SYSTEM_REFERENCE: &str = "Жасақ";

/// The bodies that a case concerns: the four of the Rules, or the one under which it is administered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parties {
    pub akimat: Id<id::Body>,
    pub council: Id<id::Body>,
    pub territory: Id<id::Body>,
    pub unit: Id<id::Body>,
    /// The body whose administrators may act: on cases of people and bodies only.
    pub administration: Option<Id<id::Body>>,
}

impl Parties {
    /// The parties of a case of administration: no other duty counts for it.
    #[must_use]
    pub const fn administered_by(body: Id<id::Body>) -> Self {
        Self { akimat: NOBODY.of(), council: NOBODY.of(), territory: NOBODY.of(), unit: NOBODY.of(), administration: Some(body) }
    }

    /// The body in which a duty counts for this case; `None` for duties that act on no case.
    #[must_use]
    pub const fn of(&self, duty: DutyKind) -> Option<Id<id::Body>> {
        match duty {
            DutyKind::AkimatOfficer => Some(self.akimat),
            DutyKind::CouncilSecretary => Some(self.council),
            DutyKind::VettingOfficer | DutyKind::Head => Some(self.territory),
            DutyKind::UnitRepresentative => Some(self.unit),
            DutyKind::Administrator => self.administration,
            DutyKind::Auditor => None,
        }
    }
}

/// A duty that a user holds now in one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    pub duty: Id<id::Duty>,
    pub kind: DutyKind,
    pub body: Id<id::Body>,
}

/// What an act is carried out on, as the permission check sees it.
#[derive(Clone, Debug)]
pub struct Case {
    pub kind: CaseKind,
    pub id: Id,
    /// The squad the case belongs to; its row is locked while an act is carried out. A body belongs to none.
    pub squad: Id<id::Squad>,
    /// What screens and subjects of mails call it.
    pub reference: String,
    pub state: State,
    pub parties: Parties,
}

impl Case {
    /// A body as a case of whoever administers it.
    #[must_use]
    pub fn of_body(id: Id<id::Body>, state: BodyState, administration: Id<id::Body>) -> Self {
        let parties = Parties::administered_by(administration);
        Self {
            kind: CaseKind::Body,
            id: id.any(),
            squad: NOBODY.of(),
            reference: SYSTEM_REFERENCE.to_owned(),
            state: State::Body(state),
            parties,
        }
    }

    /// The chain of the journal that acts on it are written to.
    #[must_use]
    pub fn chain(&self) -> String {
        match self.kind {
            CaseKind::Squad | CaseKind::List => self.parties.territory.to_string(),
            CaseKind::Body => SYSTEM_CHAIN.to_owned(),
        }
    }

    /// The squad the case belongs to, if it belongs to one.
    #[must_use]
    pub const fn belongs_to(&self) -> Option<Id<id::Squad>> {
        match self.kind {
            CaseKind::Squad | CaseKind::List => Some(self.squad),
            CaseKind::Body => None,
        }
    }
}

/// One thing that is missing for an act: the same words for a button that is absent, a refusal and a "what is missing" list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// No duty gives the right: it follows from another act, or its caller does not exist yet.
    Automatic,
    /// The actor does not hold this duty in the body of the case.
    Duty(DutyKind),
    /// The case stands elsewhere.
    State(State),
    /// The council has not created the squad (clause 7).
    SquadNotCreated,
    /// Nobody stands on the list.
    Entries,
    /// Entries without an ID-card copy (clause 19).
    Copies(usize),
    /// The squad has a leader already (clause 7).
    LeaderOpen,
    /// No member can be appointed (clause 7).
    Members,
    /// The akimat has its council (clause 7).
    CouncilOpen,
    /// The body is administered from above: nobody closes the body that the own duty is held in.
    OwnBody,
}

impl Unmet {
    /// The message that says it, with its number where there is one.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Automatic => "missing-automatic",
            Self::Duty(_) => "missing-duty",
            Self::State(_) => "missing-state",
            Self::SquadNotCreated => "missing-squad-not-created",
            Self::Entries => "missing-entries",
            Self::Copies(_) => "missing-copies",
            Self::LeaderOpen => "missing-leader-open",
            Self::Members => "missing-members",
            Self::CouncilOpen => "missing-council-open",
            Self::OwnBody => "missing-own-body",
        }
    }
}

/// Finds the duty under which the act can be carried out on the case, or everything that is missing.
///
/// `unmet` is what the case itself lacks for this act, beyond duty and state.
///
/// # Errors
/// What is missing; never empty.
pub fn can(holdings: &[Holding], act: Act, case: &Case, unmet: &[Unmet]) -> Result<Holding, Vec<Unmet>> {
    let row = row(act);
    let duties = row.who.duties();
    if duties.is_empty() {
        return Err(vec![Unmet::Automatic]);
    }
    let mut missing = Vec::new();
    let holding = holdings.iter().copied().find(|h| duties.contains(&h.kind) && case.parties.of(h.kind) == Some(h.body));
    if holding.is_none() {
        missing.extend(duties.iter().copied().map(Unmet::Duty));
    }
    if !row.when.allows(case.state) {
        missing.push(Unmet::State(case.state));
    }
    missing.extend_from_slice(unmet);
    match holding {
        Some(holding) if missing.is_empty() => Ok(holding),
        _ => Err(missing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{member_list::ListState, squad::SquadState, workflow::When};

    /// Every duty × every act × every state, own and foreign body: allowed exactly where the table says so.
    #[test]
    fn every_duty_act_and_state_is_allowed_exactly_where_the_table_says_so() {
        let administration = Id::new();
        let parties =
            Parties { akimat: Id::new(), council: Id::new(), territory: Id::new(), unit: Id::new(), administration: Some(administration) };
        let states = SquadState::ALL.iter().map(|s| State::Squad(*s)).chain(ListState::ALL.iter().map(|s| State::List(*s)));
        let states = states.chain(BodyState::ALL.iter().map(|s| State::Body(*s)));
        let (mut allowed, mut denied) = (0, 0);
        for state in states {
            let kind = match state {
                State::Squad(_) => CaseKind::Squad,
                State::Body(_) => CaseKind::Body,
                State::List(_) | State::Entry(_) | State::Membership(_) | State::Leadership(_) => CaseKind::List,
            };
            let case = Case { kind, id: Id::new(), squad: Id::new(), reference: String::new(), state, parties };
            for act in Act::ALL {
                for duty in DutyKind::ALL {
                    for body in [parties.akimat, parties.council, parties.territory, parties.unit, administration, Id::new()] {
                        let held = Holding { duty: Id::new(), kind: *duty, body };
                        let verdict = can(&[held], *act, &case, &[]);
                        let row = row(*act);
                        let expected = row.who.duties().contains(duty) && parties.of(*duty) == Some(body) && row.when.allows(state);
                        assert_eq!(verdict.is_ok(), expected, "{act} by {duty} when {state:?}");
                        if expected {
                            allowed += 1;
                        } else {
                            denied += 1;
                        }
                        assert!(can(&[held], *act, &case, &[Unmet::Entries]).is_err(), "a lack always denies");
                        assert!(can(&[], *act, &case, &[]).is_err(), "without a duty nothing is allowed");
                    }
                }
            }
        }
        let states = SquadState::ALL.len() + ListState::ALL.len() + BodyState::ALL.len();
        let count = |row: &crate::domain::workflow::Row| {
            row.who.duties().len() * if row.when == When::Begins { states } else { row.when.states().len() }
        };
        let by_table: usize = crate::domain::workflow::TABLE.iter().map(count).sum();
        assert_eq!(allowed, by_table);
        assert!(denied > 10 * allowed);
    }
}
