//! May this person carry out this act on this case now, and if not, what is missing.

use super::{
    body::{BodyState, DutyKind},
    handoff::CaseKind,
    id::{self, Id},
    journal::SYSTEM_CHAIN,
    language::Named,
    workflow::{Act, State, row},
};

/// What mails about people and bodies are about: a body's name would say too much of its people in a subject.
pub const SYSTEM_REFERENCE: &str = "Жасақ";

/// The reference of mails about certificates.
pub const REGISTER_REFERENCE: &str = "Куәліктер";

/// The end of the name of a chain of applications.
const APPLICATIONS: &str = "-applications";

/// The chain of a subdivision's applications: no number of the one that akimats write in tells that somebody has applied.
fn applications_chain(territory: Id<id::Body>) -> String {
    format!("{territory}{APPLICATIONS}")
}

/// Whose chain it is, and whether it is the one of its applications; none of that of the system.
#[must_use]
pub fn chain_of(chain: &str) -> Option<(Id<id::Body>, bool)> {
    match chain.strip_suffix(APPLICATIONS) {
        Some(body) => body.parse().ok().map(|body| (body, true)),
        None => chain.parse().ok().map(|body| (body, false)),
    }
}

/// The chains of a subdivision.
#[must_use]
pub fn chains_of(territory: Id<id::Body>) -> [String; 2] {
    [territory.to_string(), applications_chain(territory)]
}

/// The bodies that a case concerns: those of the four that it has, or the one under which it is administered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parties {
    pub akimat: Option<Id<id::Body>>,
    pub council: Option<Id<id::Body>>,
    pub territory: Option<Id<id::Body>>,
    pub unit: Option<Id<id::Body>>,
    /// The body whose administrators may act: on cases of people and bodies only.
    pub administration: Option<Id<id::Body>>,
}

impl Parties {
    /// The parties of a case on which one duty of one body counts, and no other. Auditors act on no case.
    #[must_use]
    pub fn only(duty: DutyKind, body: Id<id::Body>) -> Self {
        let (none, body) = (Self::default(), Some(body));
        match duty {
            DutyKind::AkimatOfficer => Self { akimat: body, ..none },
            DutyKind::CouncilSecretary => Self { council: body, ..none },
            DutyKind::VettingOfficer | DutyKind::Head => Self { territory: body, ..none },
            DutyKind::UnitRepresentative => Self { unit: body, ..none },
            DutyKind::Administrator => Self { administration: body, ..none },
            DutyKind::Auditor => none,
        }
    }

    /// The body in which a duty counts for this case; `None` for duties that act on no case, and for bodies it does not have.
    #[must_use]
    pub const fn of(&self, duty: DutyKind) -> Option<Id<id::Body>> {
        match duty {
            DutyKind::AkimatOfficer => self.akimat,
            DutyKind::CouncilSecretary => self.council,
            DutyKind::VettingOfficer | DutyKind::Head => self.territory,
            DutyKind::UnitRepresentative => self.unit,
            DutyKind::Administrator => self.administration,
            DutyKind::Auditor => None,
        }
    }
}

/// The row that every act on a case locks, so that acts on it follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A squad: of itself, its lists and its members.
    Squad(Id<id::Squad>),
    /// A body: of itself and its people.
    Body(Id<id::Body>),
}

text_enum! {
    /// The kinds of anchors, as they are stored.
    AnchorKind {
        Squad = "squad",
        Body = "body",
    }
}

impl Anchor {
    /// The anchor of that kind and id.
    #[must_use]
    pub const fn new(kind: AnchorKind, id: Id) -> Self {
        match kind {
            AnchorKind::Squad => Self::Squad(id.of()),
            AnchorKind::Body => Self::Body(id.of()),
        }
    }

    /// The kind, as columns have it.
    #[must_use]
    pub const fn kind(self) -> AnchorKind {
        match self {
            Self::Squad(_) => AnchorKind::Squad,
            Self::Body(_) => AnchorKind::Body,
        }
    }

    /// The id within the kind.
    #[must_use]
    pub const fn id(self) -> Id {
        match self {
            Self::Squad(id) => id.any(),
            Self::Body(id) => id.any(),
        }
    }
}

/// The case has no such party or squad: no act for it asks for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the case has no {0}")]
pub struct Absent(pub &'static str);

/// A duty that a user holds now in one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    pub duty: Id<id::Duty>,
    pub kind: DutyKind,
    pub body: Id<id::Body>,
    /// Somebody else than its granter stands for it. Until then it opens no case of a squad.
    pub is_confirmed: bool,
}

/// What an act is carried out on, as the permission check sees it.
#[derive(Clone, Debug)]
pub struct Case {
    pub kind: CaseKind,
    pub id: Id,
    pub anchor: Anchor,
    /// The name that inboxes give it: of its squad or body.
    pub title: Named,
    /// The name that screens and subjects of mails give it.
    pub reference: String,
    pub state: State,
    pub parties: Parties,
}

impl Case {
    /// A body as a case of its administrators.
    #[must_use]
    pub fn of_body(
        id: Id<id::Body>,
        title: Named,
        state: BodyState,
        administration: Id<id::Body>,
    ) -> Self {
        Self {
            kind: CaseKind::Body,
            id: id.any(),
            anchor: Anchor::Body(id),
            title,
            reference: SYSTEM_REFERENCE.to_owned(),
            state: State::Body(state),
            parties: Parties::only(DutyKind::Administrator, administration),
        }
    }

    /// The register of a subdivision's certificates.
    #[must_use]
    pub fn of_register(territory: Id<id::Body>, title: Named) -> Self {
        Self {
            kind: CaseKind::CertificateRegister,
            id: territory.any(),
            anchor: Anchor::Body(territory),
            title,
            reference: REGISTER_REFERENCE.to_owned(),
            state: State::CertificateRegister(BodyState::Open),
            parties: Parties { territory: Some(territory), ..Parties::default() },
        }
    }

    /// The chain of the journal that acts on it are written to.
    ///
    /// # Errors
    /// When a case of a squad or a register has no subdivision.
    pub fn chain(&self) -> Result<String, Absent> {
        match self.kind {
            CaseKind::Squad
            | CaseKind::List
            | CaseKind::Plan
            | CaseKind::Report
            | CaseKind::CertificateRegister => Ok(self.territory()?.to_string()),
            CaseKind::Application => Ok(applications_chain(self.territory()?)),
            CaseKind::Body => Ok(SYSTEM_CHAIN.to_owned()),
        }
    }

    /// The squad the case belongs to, if it belongs to one.
    #[must_use]
    pub const fn belongs_to(&self) -> Option<Id<id::Squad>> {
        match self.anchor {
            Anchor::Squad(id) => Some(id),
            Anchor::Body(_) => None,
        }
    }

    /// The squad, for acts on squads and lists.
    ///
    /// # Errors
    /// When the case belongs to none.
    pub fn squad(&self) -> Result<Id<id::Squad>, Absent> {
        self.belongs_to().ok_or(Absent("squad"))
    }

    /// The akimat of the case.
    ///
    /// # Errors
    /// When it has none.
    pub fn akimat(&self) -> Result<Id<id::Body>, Absent> {
        self.parties.akimat.ok_or(Absent("akimat"))
    }

    /// The council of the case.
    ///
    /// # Errors
    /// When it has none.
    pub fn council(&self) -> Result<Id<id::Body>, Absent> {
        self.parties.council.ok_or(Absent("council"))
    }

    /// The territorial subdivision of the case.
    ///
    /// # Errors
    /// When it has none.
    pub fn territory(&self) -> Result<Id<id::Body>, Absent> {
        self.parties.territory.ok_or(Absent("territorial subdivision"))
    }

    /// The structural unit of the case.
    ///
    /// # Errors
    /// When it has none.
    pub fn unit(&self) -> Result<Id<id::Body>, Absent> {
        self.parties.unit.ok_or(Absent("structural unit"))
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
    /// An application without a copy of the identity document (clause 16).
    IdentityCopy,
    /// Entries were returned, and none of them was corrected.
    Corrections(usize),
    /// The squad has a leader already (clause 7).
    LeaderOpen,
    /// No member can be appointed (clause 7).
    Members,
    /// Nobody of the squad is in the book (clause 23).
    Registered,
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
            Self::IdentityCopy => "missing-identity-copy",
            Self::Corrections(_) => "missing-corrections",
            Self::LeaderOpen => "missing-leader-open",
            Self::Members => "missing-members",
            Self::Registered => "missing-registered",
            Self::CouncilOpen => "missing-council-open",
            Self::OwnBody => "missing-own-body",
        }
    }
}

/// What a squad lacks for the appointment of a leader.
#[must_use]
pub fn unmet_for_appointment(is_led: bool, has_members: bool) -> Vec<Unmet> {
    [(is_led, Unmet::LeaderOpen), (!has_members, Unmet::Members)]
        .into_iter()
        .filter(|(lacks, _)| *lacks)
        .map(|(_, unmet)| unmet)
        .collect()
}

/// The lacks of the case for the act, of its state and beyond, for all who may carry it out.
#[must_use]
pub fn lacks_of_case(act: Act, case: &Case, unmet: &[Unmet]) -> Vec<Unmet> {
    let state = (!row(act).when.allows(case.state)).then_some(Unmet::State(case.state));
    state.into_iter().chain(unmet.iter().cloned()).collect()
}

/// Finds the duty under which the act can be carried out on the case, or everything that is missing.
///
/// `unmet` is what the case itself lacks for this act, beyond duty and state.
///
/// # Errors
/// What is missing; never empty.
pub fn can(
    holdings: &[Holding],
    act: Act,
    case: &Case,
    unmet: &[Unmet],
) -> Result<Holding, Vec<Unmet>> {
    let row = row(act);
    let duties = row.who.duties();
    if duties.is_empty() {
        return Err(vec![Unmet::Automatic]);
    }
    let mut missing = Vec::new();
    let counts = |held: &Holding| held.is_confirmed || case.kind == CaseKind::Body;
    let holding =
        holdings.iter().copied().filter(counts).find(|held| {
            duties.contains(&held.kind) && case.parties.of(held.kind) == Some(held.body)
        });
    if holding.is_none() {
        missing.extend(duties.iter().copied().map(Unmet::Duty));
    }
    missing.extend(lacks_of_case(act, case, unmet));
    match holding {
        Some(holding) if missing.is_empty() => Ok(holding),
        _ => Err(missing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        application::ApplicationState, member_list::ListState, plan::PlanState,
        report::ReportState, squad::SquadState, workflow::When,
    };

    /// Every duty × every act × every state, own and foreign body: allowed exactly where the table says so.
    #[test]
    fn every_duty_act_and_state_is_allowed_exactly_where_the_table_says_so() {
        let bodies: [Id<id::Body>; 5] = std::array::from_fn(|_| Id::new());
        let [akimat, council, territory, unit, administration] = bodies.map(Some);
        let parties = Parties { akimat, council, territory, unit, administration };
        let states = SquadState::ALL
            .iter()
            .map(|s| State::Squad(*s))
            .chain(ListState::ALL.iter().map(|s| State::List(*s)));
        let states = states
            .chain(BodyState::ALL.iter().map(|s| State::Body(*s)))
            .chain(PlanState::ALL.iter().map(|s| State::Plan(*s)))
            .chain(ReportState::ALL.iter().map(|s| State::Report(*s)))
            .chain(ApplicationState::ALL.iter().map(|s| State::Application(*s)))
            .chain(BodyState::ALL.iter().map(|s| State::CertificateRegister(*s)));
        let (mut allowed, mut denied) = (0, 0);
        for state in states {
            let kind = match state {
                State::Squad(_) => CaseKind::Squad,
                State::Body(_) => CaseKind::Body,
                State::Plan(_) => CaseKind::Plan,
                State::Report(_) => CaseKind::Report,
                State::Application(_) => CaseKind::Application,
                State::CertificateRegister(_) => CaseKind::CertificateRegister,
                State::List(_)
                | State::Entry(_)
                | State::Membership(_)
                | State::Leadership(_)
                | State::NoticeDuty(_)
                | State::OwnWish(_)
                | State::Certificate(_)
                | State::Assignment(_) => CaseKind::List,
            };
            let (anchor, title) = (
                Anchor::Squad(Id::new()),
                Named { kk: String::new(), ru: String::new(), en: String::new() },
            );
            let case = Case {
                kind,
                id: <Id>::new(),
                anchor,
                title,
                reference: String::new(),
                state,
                parties,
            };
            for act in Act::ALL {
                for duty in DutyKind::ALL {
                    for body in bodies.into_iter().chain([Id::new()]) {
                        let held =
                            Holding { duty: Id::new(), kind: *duty, body, is_confirmed: true };
                        let verdict = can(&[held], *act, &case, &[]);
                        let row = row(*act);
                        let expected = row.who.duties().contains(duty)
                            && parties.of(*duty) == Some(body)
                            && row.when.allows(state);
                        assert_eq!(verdict.is_ok(), expected, "{act} by {duty} when {state:?}");
                        if expected {
                            allowed += 1;
                        } else {
                            denied += 1;
                        }
                        assert!(
                            can(&[held], *act, &case, &[Unmet::Entries]).is_err(),
                            "a lack always denies"
                        );
                        let waiting = Holding { is_confirmed: false, ..held };
                        assert!(
                            kind == CaseKind::Body || can(&[waiting], *act, &case, &[]).is_err(),
                            "a duty that waits opens no case"
                        );
                        assert!(
                            can(&[], *act, &case, &[]).is_err(),
                            "without a duty nothing is allowed"
                        );
                    }
                }
            }
        }
        let states = SquadState::ALL.len()
            + ListState::ALL.len()
            + 2 * BodyState::ALL.len()
            + PlanState::ALL.len()
            + ReportState::ALL.len()
            + ApplicationState::ALL.len();
        let count = |row: &crate::domain::workflow::Row| {
            row.who.duties().len()
                * if row.when == When::Begins { states } else { row.when.states().len() }
        };
        let by_table: usize = crate::domain::workflow::TABLE.iter().map(count).sum();
        assert_eq!(allowed, by_table);
        assert!(denied > 10 * allowed);
    }

    #[test]
    fn a_case_without_a_body_is_open_to_no_duty_of_that_body() {
        let (title, body) =
            (Named { kk: String::new(), ru: String::new(), en: String::new() }, Id::new());
        let case = Case::of_body(Id::new(), title, BodyState::Open, body);
        for duty in DutyKind::ALL {
            assert_eq!(
                case.parties.of(*duty),
                (*duty == DutyKind::Administrator).then_some(body),
                "{duty}"
            );
        }
        assert_eq!(case.squad(), Err(Absent("squad")));
        assert_eq!(case.territory(), Err(Absent("territorial subdivision")));
        assert_eq!(case.chain().as_deref(), Ok(SYSTEM_CHAIN));
    }
}
