//! One row of the table: one act.

use super::{
    act::Act,
    basis::Basis,
    notice::Notice,
    state::{Change, State},
};
use crate::domain::{
    body::DutyKind,
    handoff::{CaseKind, HandoffKind},
};
use std::slice;

/// Who carries an act out.
///
/// Nobody can yet act as an applicant: no caller has such a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The holder of this duty.
    Duty(DutyKind),
    /// The holder of any one of these duties.
    AnyOf(&'static [DutyKind]),
    /// The leader of the squad, by the open leadership.
    Leader,
    /// The leader, or the holder of any one of these duties.
    LeaderOr(&'static [DutyKind]),
    /// The person who applies.
    Applicant,
    /// The reader of a mail, by the link in it.
    LinkHolder,
    /// Nobody: it follows from another act.
    System,
}

impl Who {
    /// The duties of which any one is enough; none where no duty gives the right.
    #[must_use]
    pub const fn duties(&self) -> &[DutyKind] {
        match self {
            Self::Duty(duty) => slice::from_ref(duty),
            Self::AnyOf(duties) | Self::LeaderOr(duties) => duties,
            Self::Leader | Self::Applicant | Self::LinkHolder | Self::System => &[],
        }
    }

    /// Whether the leader of the squad may.
    #[must_use]
    pub const fn is_of_leader(&self) -> bool {
        matches!(self, Self::Leader | Self::LeaderOr(_))
    }
}

/// In which states of its case an act can be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The act makes the case.
    Begins,
    /// The case is in one of these states.
    In(&'static [State]),
}

impl When {
    /// Whether the act can be carried out on a case in that state.
    #[must_use]
    pub fn allows(self, state: State) -> bool {
        match self {
            Self::Begins => true,
            Self::In(states) => states.contains(&state),
        }
    }

    /// The states of the case; none where the act makes it.
    #[must_use]
    pub const fn states(self) -> &'static [State] {
        match self {
            Self::Begins => &[],
            Self::In(states) => states,
        }
    }
}

/// One row: one act.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub act: Act,
    /// Number of the act in the workflow, which does not count the acts of administrators.
    pub number: Option<u8>,
    pub who: Who,
    pub basis: Basis,
    /// What it is carried out on, one kind or the other.
    pub cases: &'static [CaseKind],
    pub when: When,
    /// Every step that it may make.
    pub changes: &'static [Change],
    /// Handoffs that it always opens.
    pub opens: &'static [HandoffKind],
    /// Handoffs that it opens when there is something to hand over.
    pub may_open: &'static [HandoffKind],
    /// Handoffs that it closes when nothing of theirs is outstanding.
    pub closes: &'static [HandoffKind],
    /// Mails without a handoff.
    pub notifies: &'static [Notice],
    /// Acts that may follow from it by themselves.
    pub then: &'static [Act],
}

impl Row {
    /// Whether it is carried out on such a case.
    #[must_use]
    pub fn is_on(&self, kind: CaseKind) -> bool {
        self.cases.contains(&kind)
    }
}

/// Writes the rows of an area:
///
/// ```text
/// 4 SendList by AkimatOfficer, Ordered(C19), on list in Draft | Received
///     { list: Draft | Received => Sent; entry: Returned => Open }
///     opens ReceiveList  may_open …  closes SendList, CorrectList  notifies …  then …;
/// ```
///
/// An act that makes its case says `begins squad`; one on two kinds of cases `on squad in Created or application in Accepted`. A thing
/// that did not exist comes from `new`.
macro_rules! rows {
    ($(
        $($number:literal)? $act:ident by $($who:ident)|+, $basis:ident $(($($ground:ident),+))?,
            $(begins $begun:ident)? $(on $case:ident in $($state:ident)|+)? $(or $other:ident in $($elsewhere:ident)|+)?
            $({ $($thing:ident: $($($from:ident)|+ => $to:ident),+);+ $(;)? })?
            $(opens $($opens:ident),+)?
            $(may_open $($may_open:ident),+)?
            $(closes $($closes:ident),+)?
            $(notifies $($notifies:ident),+)?
            $(then $($then:ident),+)?;
    )+) => {
        pub(super) const ROWS: &[$crate::domain::workflow::row::Row] = &[$($crate::domain::workflow::row::Row {
            act: $crate::domain::workflow::act::Act::$act,
            number: number!($($number)?),
            who: who!($($who)+),
            basis: basis!($basis $($($ground)+)?),
            cases: &[$(case!($begun))? $(case!($case))? $(, case!($other))?],
            when: when!($(begins $begun)? $($case $($state)+)? $(; $other $($elsewhere)+)?),
            changes: &[$($($($(change!($thing $from $to),)+)+)+)?],
            opens: &[$($($crate::domain::handoff::HandoffKind::$opens),+)?],
            may_open: &[$($($crate::domain::handoff::HandoffKind::$may_open),+)?],
            closes: &[$($($crate::domain::handoff::HandoffKind::$closes),+)?],
            notifies: &[$($($crate::domain::workflow::notice::Notice::$notifies),+)?],
            then: &[$($($crate::domain::workflow::act::Act::$then),+)?],
        }),+];
    };
}

macro_rules! number {
    () => {
        None
    };
    ($number:literal) => {
        Some($number)
    };
}

macro_rules! who {
    (Leader) => { $crate::domain::workflow::row::Who::Leader };
    (Leader $($duty:ident)+) => { $crate::domain::workflow::row::Who::LeaderOr(&[$($crate::domain::body::DutyKind::$duty),+]) };
    (Applicant) => { $crate::domain::workflow::row::Who::Applicant };
    (LinkHolder) => { $crate::domain::workflow::row::Who::LinkHolder };
    (System) => { $crate::domain::workflow::row::Who::System };
    ($duty:ident) => { $crate::domain::workflow::row::Who::Duty($crate::domain::body::DutyKind::$duty) };
    ($($duty:ident)+) => { $crate::domain::workflow::row::Who::AnyOf(&[$($crate::domain::body::DutyKind::$duty),+]) };
}

macro_rules! basis {
    (Ordered $($clause:ident)+) => {
        $crate::domain::workflow::basis::Basis::Ordered(&[$($crate::domain::clause::Clause::$clause),+])
    };
    (Own $decision:ident) => {
        $crate::domain::workflow::basis::Basis::Own($crate::domain::own_decision::OwnDecision::$decision)
    };
    (Administration) => { $crate::domain::workflow::basis::Basis::Administration };
}

macro_rules! case {
    (squad) => {
        $crate::domain::handoff::CaseKind::Squad
    };
    (list) => {
        $crate::domain::handoff::CaseKind::List
    };
    (plan) => {
        $crate::domain::handoff::CaseKind::Plan
    };
    (report) => {
        $crate::domain::handoff::CaseKind::Report
    };
    (application) => {
        $crate::domain::handoff::CaseKind::Application
    };
    (register) => {
        $crate::domain::handoff::CaseKind::CertificateRegister
    };
    (body) => {
        $crate::domain::handoff::CaseKind::Body
    };
}

macro_rules! when {
    (begins $case:ident) => { $crate::domain::workflow::row::When::Begins };
    ($case:ident $($state:ident)+; $other:ident $($elsewhere:ident)+) => {
        $crate::domain::workflow::row::When::In(&[$(state!($case $state),)+ $(state!($other $elsewhere)),+])
    };
    ($case:ident $($state:ident)+) => { $crate::domain::workflow::row::When::In(&[$(state!($case $state)),+]) };
}

macro_rules! change {
    ($thing:ident new $to:ident) => { $crate::domain::workflow::state::Change { from: None, to: state!($thing $to) } };
    ($thing:ident $from:ident $to:ident) => {
        $crate::domain::workflow::state::Change { from: Some(state!($thing $from)), to: state!($thing $to) }
    };
}

macro_rules! state {
    (squad $is:ident) => {
        $crate::domain::workflow::state::State::Squad($crate::domain::squad::SquadState::$is)
    };
    (list $is:ident) => {
        $crate::domain::workflow::state::State::List($crate::domain::member_list::ListState::$is)
    };
    (entry $is:ident) => {
        $crate::domain::workflow::state::State::Entry($crate::domain::member_list::EntryState::$is)
    };
    (membership $is:ident) => {
        $crate::domain::workflow::state::State::Membership(
            $crate::domain::membership::MembershipState::$is,
        )
    };
    (leadership $is:ident) => {
        $crate::domain::workflow::state::State::Leadership(
            $crate::domain::leadership::LeadershipState::$is,
        )
    };
    (notice_duty $is:ident) => {
        $crate::domain::workflow::state::State::NoticeDuty(
            $crate::domain::notice_duty::NoticeDutyState::$is,
        )
    };
    (own_wish $is:ident) => {
        $crate::domain::workflow::state::State::OwnWish($crate::domain::own_wish::OwnWishState::$is)
    };
    (plan $is:ident) => {
        $crate::domain::workflow::state::State::Plan($crate::domain::plan::PlanState::$is)
    };
    (assignment $is:ident) => {
        $crate::domain::workflow::state::State::Assignment(
            $crate::domain::plan::AssignmentState::$is,
        )
    };
    (report $is:ident) => {
        $crate::domain::workflow::state::State::Report($crate::domain::report::ReportState::$is)
    };
    (application $is:ident) => {
        $crate::domain::workflow::state::State::Application(
            $crate::domain::application::ApplicationState::$is,
        )
    };
    (certificate $is:ident) => {
        $crate::domain::workflow::state::State::Certificate(
            $crate::domain::certificate::CertificateState::$is,
        )
    };
    (register $is:ident) => {
        $crate::domain::workflow::state::State::CertificateRegister(
            $crate::domain::body::BodyState::$is,
        )
    };
    (body $is:ident) => {
        $crate::domain::workflow::state::State::Body($crate::domain::body::BodyState::$is)
    };
}
