//! Things that have a state: where one is, and what is known of it when it moves on.

use super::{
    application::ApplicationState,
    body::BodyState,
    certificate::CertificateState,
    events::{Plain, Subject},
    id::{
        Application, Assignment, Body, Certificate, Id, Leadership, ListEntry, MemberList,
        Membership, NoticeDuty, OwnWish, Plan, Report, Squad,
    },
    leadership::LeadershipState,
    member_list::{EntryState, ListState},
    membership::MembershipState,
    notice_duty::NoticeDutyState,
    own_wish::OwnWishState,
    plan::{AssignmentState, PlanState},
    report::ReportState,
    squad::SquadState,
    workflow::State,
};
use std::fmt;

/// The states of one kind of thing.
pub trait ThingState: Plain + Copy + Eq + fmt::Debug + Into<State> {
    /// The kind of thing.
    type Thing;
    /// What the journal calls it.
    const SUBJECT: Subject;
}

/// Where a thing is, and in which version: the base of a compare-and-set.
pub struct At<S: ThingState> {
    pub id: Id<S::Thing>,
    pub version: i32,
    pub state: S,
}

impl<S: ThingState> At<S> {
    /// The thing in that version and state.
    #[must_use]
    pub const fn new(id: Id<S::Thing>, version: i32, state: S) -> Self {
        Self { id, version, state }
    }
}

macro_rules! states {
    ($($state:ident of $thing:ident is $variant:ident;)+) => {
        $(
            impl ThingState for $state {
                type Thing = $thing;
                const SUBJECT: Subject = Subject::$thing;
            }

            impl From<$state> for State {
                fn from(state: $state) -> Self {
                    Self::$variant(state)
                }
            }
        )+
    };
}

states! {
    SquadState of Squad is Squad;
    ListState of MemberList is List;
    EntryState of ListEntry is Entry;
    MembershipState of Membership is Membership;
    LeadershipState of Leadership is Leadership;
    NoticeDutyState of NoticeDuty is NoticeDuty;
    OwnWishState of OwnWish is OwnWish;
    PlanState of Plan is Plan;
    AssignmentState of Assignment is Assignment;
    ReportState of Report is Report;
    ApplicationState of Application is Application;
    CertificateState of Certificate is Certificate;
    BodyState of Body is Body;
}
