//! The types that fields of events may have.

use crate::domain::{
    application::{ApplicationCopy, ApplicationState},
    body::{BodyKind, BodyState, DutyKind},
    certificate::{CertificateKind, CertificateState, PaperFate, PrintKind, VoidCause},
    decision::{DecisionField, DecisionKind},
    delivery::LinkMeans,
    handoff::HandoffKind,
    id::Id,
    leadership::LeadershipState,
    member_list::{EntryState, ListState, ReturnCode},
    membership::MembershipState,
    notice_duty::{NoticeChannel, NoticeDutyState},
    own_wish::OwnWishState,
    person::Particular,
    plan::{AssignmentState, PlanState},
    report::ReportState,
    squad::SquadState,
    time::Instant,
    workflow::Notice,
};
use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};

/// A type that a field of an event may have. A text is none, so an event with one does not compile:
///
/// ```compile_fail
/// const fn check<T: jasaq::domain::events::Plain>() {}
/// check::<String>();
/// ```
///
/// An id or a closed word does:
///
/// ```
/// const fn check<T: jasaq::domain::events::Plain>() {}
/// check::<Option<jasaq::domain::id::Id>>();
/// check::<jasaq::domain::handoff::HandoffKind>();
/// ```
pub trait Plain: Serialize + DeserializeOwned {}

macro_rules! plain {
    ($($name:ty),+ $(,)?) => { $(impl Plain for $name {})+ };
}

plain!(bool, i32, u32, i64, usize, NaiveDate, Instant);
plain!(
    SquadState,
    ListState,
    EntryState,
    MembershipState,
    LeadershipState,
    NoticeDutyState,
    OwnWishState,
    PlanState,
    AssignmentState,
    ReportState,
    ApplicationState,
    ApplicationCopy,
    CertificateState,
    BodyState
);
plain!(
    BodyKind,
    DutyKind,
    CertificateKind,
    PaperFate,
    PrintKind,
    VoidCause,
    DecisionField,
    DecisionKind,
    HandoffKind,
    LinkMeans,
    Notice,
    NoticeChannel,
    Particular,
    ReturnCode
);

impl<T> Plain for Id<T> {}
impl<T: Plain> Plain for Option<T> {}
impl<T: Plain> Plain for Vec<T> {}
