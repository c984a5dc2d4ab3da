//! The states of the things that the workflow moves, and the steps between them.

use crate::domain::{
    application::ApplicationState,
    body::BodyState,
    certificate::CertificateState,
    leadership::LeadershipState,
    member_list::{EntryState, ListState},
    membership::MembershipState,
    notice_duty::NoticeDutyState,
    own_wish::OwnWishState,
    plan::{AssignmentState, PlanState},
    report::ReportState,
    squad::SquadState,
};
use serde::Serialize;

/// A state of one of the things the workflow moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Squad(SquadState),
    List(ListState),
    Entry(EntryState),
    Membership(MembershipState),
    Leadership(LeadershipState),
    NoticeDuty(NoticeDutyState),
    OwnWish(OwnWishState),
    Plan(PlanState),
    Assignment(AssignmentState),
    Report(ReportState),
    Application(ApplicationState),
    Certificate(CertificateState),
    /// A register is open as long as its subdivision is.
    CertificateRegister(BodyState),
    Body(BodyState),
}

impl State {
    /// The kind of thing and its state as two words.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Squad(s) => ("squad", s.as_str()),
            Self::List(s) => ("list", s.as_str()),
            Self::Entry(s) => ("entry", s.as_str()),
            Self::Membership(s) => ("membership", s.as_str()),
            Self::Leadership(s) => ("leadership", s.as_str()),
            Self::NoticeDuty(s) => ("notice_duty", s.as_str()),
            Self::OwnWish(s) => ("own_wish", s.as_str()),
            Self::Plan(s) => ("plan", s.as_str()),
            Self::Assignment(s) => ("assignment", s.as_str()),
            Self::Report(s) => ("report", s.as_str()),
            Self::Application(s) => ("application", s.as_str()),
            Self::Certificate(s) => ("certificate", s.as_str()),
            Self::CertificateRegister(s) => ("certificate_register", s.as_str()),
            Self::Body(s) => ("body", s.as_str()),
        }
    }

    /// Every state of every thing, thing by thing.
    pub fn all() -> impl Iterator<Item = Self> {
        let squads = SquadState::ALL.iter().copied().map(Self::Squad);
        let lists = ListState::ALL.iter().copied().map(Self::List);
        let entries = EntryState::ALL.iter().copied().map(Self::Entry);
        let memberships = MembershipState::ALL.iter().copied().map(Self::Membership);
        let leaderships = LeadershipState::ALL.iter().copied().map(Self::Leadership);
        let notices = NoticeDutyState::ALL.iter().copied().map(Self::NoticeDuty);
        let wishes = OwnWishState::ALL.iter().copied().map(Self::OwnWish);
        let plans = PlanState::ALL.iter().copied().map(Self::Plan);
        let assignments = AssignmentState::ALL.iter().copied().map(Self::Assignment);
        let reports = ReportState::ALL.iter().copied().map(Self::Report);
        let applications = ApplicationState::ALL.iter().copied().map(Self::Application);
        let certificates = CertificateState::ALL.iter().copied().map(Self::Certificate);
        let registers = BodyState::ALL.iter().copied().map(Self::CertificateRegister);
        let bodies = BodyState::ALL.iter().copied().map(Self::Body);
        squads
            .chain(lists)
            .chain(entries)
            .chain(memberships)
            .chain(leaderships)
            .chain(notices)
            .chain(wishes)
            .chain(plans)
            .chain(assignments)
            .chain(reports)
            .chain(applications)
            .chain(certificates)
            .chain(registers)
            .chain(bodies)
    }

    /// The state that has these two words.
    #[must_use]
    pub fn from_words(of: &str, is: &str) -> Option<Self> {
        Self::all().find(|state| state.words() == (of, is))
    }
}

impl Serialize for State {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.words().1)
    }
}

/// A step of one thing from a state (`None`: it did not exist) to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub from: Option<State>,
    pub to: State,
}
