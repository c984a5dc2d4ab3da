//! THE table: who does what, on which clause, from which state to which, and on whom it then waits.
//!
//! The permission check, the buttons, the journal, the mails and the tests read this table and no other. A later act is
//! one more row. Numbers are those of the acts in the project's workflow.

use super::{
    body::{BodyState, DutyKind},
    clause::Clause,
    handoff::{CaseKind, HandoffKind},
    leadership::LeadershipState,
    member_list::{EntryState, ListState},
    membership::MembershipState,
    squad::SquadState,
};
use serde::Serialize;

text_enum! {
    /// One thing one person does under one clause, in one transaction.
    Act {
        ProposeSquad = "propose_squad",
        CreateSquad = "create_squad",
        RejectSquad = "reject_squad",
        AppointLeader = "appoint_leader",
        AddCandidates = "add_candidates",
        CorrectCandidate = "correct_candidate",
        AttachCopies = "attach_copies",
        MatchCopies = "match_copies",
        WithdrawCandidate = "withdraw_candidate",
        SendList = "send_list",
        ReceiveList = "receive_list",
        ReturnEntries = "return_entries",
        NoteRegisters = "note_registers",
        ReturnOutcomes = "return_outcomes",
        TakeBackOutcome = "take_back_outcome",
        RemovePeople = "remove_people",
        LeaderTakesOffice = "leader_takes_office",
        LeadershipLapses = "leadership_lapses",
        InviteUser = "invite_user",
        GrantDuty = "grant_duty",
        EndDuty = "end_duty",
        SendLink = "send_link",
        DisableUser = "disable_user",
        EndSessions = "end_sessions",
        AddBody = "add_body",
        ChangeBody = "change_body",
        SucceedBody = "succeed_body",
        ResendMail = "resend_mail",
        CorrectAddress = "correct_address",
    }
}

/// A state of one of the things the workflow moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Squad(SquadState),
    List(ListState),
    Entry(EntryState),
    Membership(MembershipState),
    Leadership(LeadershipState),
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
            Self::Body(s) => ("body", s.as_str()),
        }
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

text_enum! {
    /// A mail that asks for nothing and so has no handoff.
    Notice {
        ListReceived = "list_received",
        OutcomesReturned = "outcomes_returned",
        PeopleRemoved = "people_removed",
        Invitation = "invitation",
        DutyGranted = "duty_granted",
        PasswordReset = "password_reset",
        AddressCorrected = "address_corrected",
    }
}

impl Notice {
    /// Whom it tells; `None`: the user whom the act is about.
    #[must_use]
    pub const fn duty(self) -> Option<DutyKind> {
        match self {
            Self::ListReceived | Self::OutcomesReturned => Some(DutyKind::AkimatOfficer),
            Self::PeopleRemoved => Some(DutyKind::VettingOfficer),
            Self::Invitation | Self::DutyGranted | Self::PasswordReset | Self::AddressCorrected => None,
        }
    }
}

/// One row: one act.
#[derive(Debug)]
pub struct Row {
    pub act: Act,
    /// Number of the act in the workflow; 0: an administrator's, which the workflow does not count.
    pub number: u8,
    /// The duty it takes; `None`: it follows from another act by itself.
    pub who: Option<DutyKind>,
    /// The clause that orders or allows it; `None`: not set by the Rules.
    pub clause: Option<Clause>,
    /// What it is carried out on.
    pub case: CaseKind,
    /// States of the case in which it can be carried out; empty: the act makes the case.
    pub when: &'static [State],
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
}

/// The row of an act.
#[must_use]
pub fn row(act: Act) -> &'static Row {
    // The table has one row an act, in the order of `Act`: kept by a test.
    &TABLE[act as usize]
}

use {DutyKind as D, EntryState as E, HandoffKind as H, LeadershipState as P, ListState as L, MembershipState as M, SquadState as S};

const fn squad(from: Option<S>, to: S) -> Change {
    Change {
        from: match from {
            Some(s) => Some(State::Squad(s)),
            None => None,
        },
        to: State::Squad(to),
    }
}
const fn list(from: Option<L>, to: L) -> Change {
    Change {
        from: match from {
            Some(s) => Some(State::List(s)),
            None => None,
        },
        to: State::List(to),
    }
}
const fn entry(from: Option<E>, to: E) -> Change {
    Change {
        from: match from {
            Some(s) => Some(State::Entry(s)),
            None => None,
        },
        to: State::Entry(to),
    }
}
const fn member(from: Option<M>, to: M) -> Change {
    Change {
        from: match from {
            Some(s) => Some(State::Membership(s)),
            None => None,
        },
        to: State::Membership(to),
    }
}
const fn leader(from: Option<P>, to: P) -> Change {
    Change {
        from: match from {
            Some(s) => Some(State::Leadership(s)),
            None => None,
        },
        to: State::Leadership(to),
    }
}

const PROPOSED: State = State::Squad(S::Proposed);
const CREATED: State = State::Squad(S::Created);
const DRAFT: State = State::List(L::Draft);
const SENT: State = State::List(L::Sent);
const RECEIVED: State = State::List(L::Received);
const ANSWERED: State = State::List(L::Answered);
const OPEN: State = State::Body(BodyState::Open);

const fn body(from: Option<BodyState>, to: BodyState) -> Change {
    Change {
        from: match from {
            Some(s) => Some(State::Body(s)),
            None => None,
        },
        to: State::Body(to),
    }
}

/// The workflow of clauses 7 and 19, and the acts of administrators, which are carried out on bodies.
#[rustfmt::skip]
pub static TABLE: &[Row] = &[
    Row { act: Act::ProposeSquad, number: 1, who: Some(D::AkimatOfficer), clause: Some(Clause::C7), case: CaseKind::Squad, when: &[],
        changes: &[squad(None, S::Proposed), list(None, L::Draft), entry(None, E::Open), member(None, M::Proposed)],
        opens: &[H::PutToCouncil], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::CreateSquad, number: 2, who: Some(D::CouncilSecretary), clause: Some(Clause::C7), case: CaseKind::Squad, when: &[PROPOSED],
        changes: &[squad(Some(S::Proposed), S::Created), leader(None, P::AwaitingRegistration)],
        opens: &[H::SendList, H::SquadCreated], may_open: &[H::AppointLeader], closes: &[H::PutToCouncil], notifies: &[] },
    Row { act: Act::RejectSquad, number: 2, who: Some(D::CouncilSecretary), clause: Some(Clause::C7), case: CaseKind::Squad, when: &[PROPOSED],
        changes: &[squad(Some(S::Proposed), S::Rejected), member(Some(M::Proposed), M::Withdrawn), entry(Some(E::Open), E::Withdrawn), list(Some(L::Draft), L::Closed)],
        opens: &[H::SquadRejected], may_open: &[], closes: &[H::PutToCouncil], notifies: &[] },
    Row { act: Act::AppointLeader, number: 2, who: Some(D::CouncilSecretary), clause: Some(Clause::C7), case: CaseKind::Squad, when: &[CREATED],
        changes: &[leader(None, P::AwaitingRegistration), leader(None, P::InOffice)],
        opens: &[], may_open: &[], closes: &[H::AppointLeader], notifies: &[] },
    Row { act: Act::AddCandidates, number: 3, who: Some(D::AkimatOfficer), clause: Some(Clause::C19), case: CaseKind::Squad, when: &[PROPOSED, CREATED],
        changes: &[list(None, L::Draft), entry(None, E::Open), member(None, M::Proposed)],
        opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::CorrectCandidate, number: 3, who: Some(D::AkimatOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[DRAFT, RECEIVED],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::AttachCopies, number: 3, who: Some(D::AkimatOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[DRAFT, RECEIVED],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::MatchCopies, number: 3, who: Some(D::AkimatOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[DRAFT, RECEIVED],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::WithdrawCandidate, number: 3, who: Some(D::AkimatOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[DRAFT, SENT, RECEIVED],
        changes: &[member(Some(M::Proposed), M::Withdrawn), member(Some(M::Listed), M::Withdrawn), member(Some(M::BeingVetted), M::Withdrawn),
            entry(Some(E::Open), E::Withdrawn), entry(Some(E::Returned), E::Withdrawn),
            list(Some(L::Received), L::Answered), list(Some(L::Received), L::Closed), list(Some(L::Sent), L::Received),
            list(Some(L::Sent), L::Answered), list(Some(L::Sent), L::Closed)],
        opens: &[], may_open: &[], closes: &[H::ReceiveList, H::VetList, H::CorrectList], notifies: &[] },
    Row { act: Act::SendList, number: 4, who: Some(D::AkimatOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[DRAFT, RECEIVED],
        changes: &[list(Some(L::Draft), L::Sent), list(Some(L::Received), L::Sent), member(Some(M::Proposed), M::Listed),
            // A corrected entry travels and is received anew, while the rest of its list goes on being vetted.
            member(Some(M::BeingVetted), M::Listed), entry(Some(E::Returned), E::Open)],
        opens: &[H::ReceiveList], may_open: &[], closes: &[H::SendList, H::CorrectList], notifies: &[] },
    Row { act: Act::ReceiveList, number: 5, who: Some(D::VettingOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[SENT],
        changes: &[list(Some(L::Sent), L::Received), member(Some(M::Listed), M::BeingVetted)],
        opens: &[H::VetList], may_open: &[], closes: &[H::ReceiveList], notifies: &[Notice::ListReceived] },
    Row { act: Act::ReturnEntries, number: 6, who: Some(D::VettingOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[RECEIVED],
        changes: &[entry(Some(E::Open), E::Returned)],
        opens: &[H::CorrectList], may_open: &[], closes: &[H::VetList], notifies: &[] },
    Row { act: Act::NoteRegisters, number: 7, who: Some(D::VettingOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[SENT, RECEIVED],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::ReturnOutcomes, number: 8, who: Some(D::VettingOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[SENT, RECEIVED],
        changes: &[member(Some(M::BeingVetted), M::Registered), member(Some(M::BeingVetted), M::ToBeRemoved), entry(Some(E::Open), E::Answered),
            list(Some(L::Received), L::Answered), list(Some(L::Received), L::Closed)],
        opens: &[], may_open: &[H::RemovePeople, H::PeopleInBook], closes: &[H::VetList], notifies: &[Notice::OutcomesReturned] },
    Row { act: Act::TakeBackOutcome, number: 8, who: Some(D::VettingOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[SENT, RECEIVED, ANSWERED],
        changes: &[member(Some(M::ToBeRemoved), M::BeingVetted), entry(Some(E::Answered), E::Open), list(Some(L::Answered), L::Received)],
        opens: &[H::VetList], may_open: &[], closes: &[H::RemovePeople], notifies: &[] },
    Row { act: Act::RemovePeople, number: 9, who: Some(D::AkimatOfficer), clause: Some(Clause::C19), case: CaseKind::List, when: &[SENT, RECEIVED, ANSWERED],
        changes: &[member(Some(M::ToBeRemoved), M::Removed), list(Some(L::Answered), L::Closed)],
        opens: &[], may_open: &[], closes: &[H::RemovePeople], notifies: &[Notice::PeopleRemoved] },
    Row { act: Act::LeaderTakesOffice, number: 12, who: None, clause: Some(Clause::C7), case: CaseKind::List, when: &[SENT, RECEIVED],
        changes: &[leader(Some(P::AwaitingRegistration), P::InOffice)],
        opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::LeadershipLapses, number: 12, who: None, clause: Some(Clause::C7), case: CaseKind::List, when: &[DRAFT, SENT, RECEIVED, ANSWERED],
        changes: &[leader(Some(P::AwaitingRegistration), P::Lapsed)],
        opens: &[H::AppointLeader], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::InviteUser, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[Notice::Invitation, Notice::DutyGranted] },
    Row { act: Act::GrantDuty, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[Notice::DutyGranted] },
    Row { act: Act::EndDuty, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::SendLink, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[Notice::Invitation, Notice::PasswordReset] },
    Row { act: Act::DisableUser, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::EndSessions, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::AddBody, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[body(None, BodyState::Open)], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::ChangeBody, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[body(Some(BodyState::Open), BodyState::Open)], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::SucceedBody, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[body(Some(BodyState::Open), BodyState::Closed)], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::ResendMail, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[], opens: &[], may_open: &[], closes: &[], notifies: &[] },
    Row { act: Act::CorrectAddress, number: 0, who: Some(D::Administrator), clause: None, case: CaseKind::Body, when: &[OPEN],
        changes: &[body(Some(BodyState::Open), BodyState::Open)], opens: &[], may_open: &[], closes: &[],
        notifies: &[Notice::AddressCorrected, Notice::Invitation] },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_one_row_for_each_act_in_order() {
        assert_eq!(TABLE.iter().map(|row| row.act).collect::<Vec<_>>(), Act::ALL);
    }

    #[test]
    fn an_act_on_squads_and_lists_takes_a_duty_of_a_kind_of_body_and_rests_on_a_clause() {
        for row in TABLE.iter().filter(|row| row.case != CaseKind::Body) {
            assert!(row.who.is_none_or(|duty| duty.body_kind().is_some()), "{}", row.act);
            assert!(row.clause.is_some(), "{}", row.act);
        }
    }

    #[test]
    fn administrators_act_on_bodies_and_nobody_else_does_and_no_clause_orders_it() {
        for row in TABLE {
            let is_administration = row.case == CaseKind::Body;
            assert_eq!(row.who == Some(D::Administrator), is_administration, "{}", row.act);
            assert_eq!(row.clause.is_none(), is_administration, "{}", row.act);
        }
    }

    #[test]
    fn a_leadership_begins_by_a_decision_only_and_an_end_date_is_never_set_by_one() {
        for row in TABLE {
            for change in row.changes {
                if let (None, State::Leadership(to)) = (change.from, change.to) {
                    assert_eq!(row.who, Some(D::CouncilSecretary), "{} begins a leadership", row.act);
                    assert!(matches!(to, P::AwaitingRegistration | P::InOffice));
                }
            }
        }
    }

    #[test]
    fn only_the_territorial_subdivision_decides_about_a_person() {
        for row in TABLE {
            for change in row.changes {
                if matches!(change.to, State::Membership(M::Registered | M::ToBeRemoved)) {
                    assert_eq!(row.who, Some(D::VettingOfficer), "{}", row.act);
                }
                if matches!(change.to, State::Squad(S::Created)) {
                    assert_eq!(row.who, Some(D::CouncilSecretary), "{}", row.act);
                }
            }
        }
    }
}
