//! The part of a case's history that each of the four bodies is shown: the same that its pages show.

use super::{
    body::BodyKind,
    events::{
        Event, applications::ApplicationEvent, inbox::InboxEvent, lists::ListEvent as L,
        record::RecordEvent, squads::SquadEvent as S,
    },
    membership::MembershipState,
};

/// Whether an event is shown to readers of that body.
///
/// The akimat's history is its own work and what was answered to it. Border bodies see a squad from its creation on; the
/// subdivision, of people, what has travelled to it; the unit, whom its book holds; the council, what it decides about.
#[must_use]
pub fn is_shown(to: BodyKind, event: &Event) -> bool {
    match event {
        Event::Squads(event) => squads(to, event),
        Event::Lists(event) => lists(to, event),
        Event::Record(event) => record(to, event),
        // Plans are the unit's and its subdivision's.
        Event::Plans(_) => {
            matches!(to, BodyKind::TerritorialSubdivision | BodyKind::StructuralUnit)
        }
        // Reports are the unit's own.
        Event::Reports(_) => matches!(to, BodyKind::StructuralUnit),
        // The akimat does not learn that there is a certificate.
        Event::Certificates(_) => {
            matches!(to, BodyKind::TerritorialSubdivision | BodyKind::StructuralUnit)
        }
        // Nobody outside the border bodies may suspect that somebody has applied.
        Event::Applications(event) => applications(to, event),
        // Reading is the reader's own business.
        Event::Inbox(InboxEvent::InformationRead { kind, .. }) => {
            kind.duty().body_kind() == Some(to)
        }
        // Administration is no part of any case.
        Event::Offices(_) | Event::Account(_) | Event::Mail(_) => false,
    }
}

/// The subdivision's own work; the unit hears of whom its book holds.
const fn applications(to: BodyKind, event: &ApplicationEvent) -> bool {
    match event {
        ApplicationEvent::ApplicationAccepted { .. }
        | ApplicationEvent::OfficerRegistered { .. } => {
            matches!(to, BodyKind::TerritorialSubdivision | BodyKind::StructuralUnit)
        }
        ApplicationEvent::ApplicationReceived { .. }
        | ApplicationEvent::ApplicantVetting { .. }
        | ApplicationEvent::ApplicationRefused { .. }
        | ApplicationEvent::ApplicationWithdrawn { .. }
        | ApplicationEvent::ApplicantEntered { .. }
        | ApplicationEvent::ApplicantRefused { .. }
        | ApplicationEvent::ApplicantWithdrawn { .. }
        | ApplicationEvent::ApplicationCorrected { .. }
        | ApplicationEvent::ApplicationCopyAttached { .. }
        | ApplicationEvent::ApplicationCopyRemoved { .. }
        | ApplicationEvent::ApplicantChecksCompleted { .. } => {
            matches!(to, BodyKind::TerritorialSubdivision)
        }
    }
}

/// That somebody is registered is told the akimat; the rest of the book is the border bodies' own.
const fn record(to: BodyKind, event: &RecordEvent) -> bool {
    match event {
        RecordEvent::RegisteredInBook { .. }
        | RecordEvent::PersonTakenOffRecord { .. }
        | RecordEvent::PersonPutBackOnRecord { .. } => !matches!(to, BodyKind::Council),
        // Whether somebody died shows by the notice that is not owed.
        RecordEvent::NoticeOwed { .. }
        | RecordEvent::NoticeDischarged { .. }
        | RecordEvent::NoticeReopened { .. }
        | RecordEvent::NoticeWithdrawn { .. }
        | RecordEvent::WishAsked { .. }
        | RecordEvent::WishWithdrawn { .. }
        | RecordEvent::WishSetAside { .. }
        | RecordEvent::WishRecorded { .. }
        | RecordEvent::ContactConfirmed { .. }
        | RecordEvent::ContactRefused { .. }
        | RecordEvent::LeaderInvited { .. }
        | RecordEvent::LeaderSessionsEnded { .. }
        | RecordEvent::TrainingRecorded { .. }
        | RecordEvent::PersonTrained { .. }
        | RecordEvent::TrainingWithdrawn { .. }
        | RecordEvent::EnteredInBook { .. } => {
            matches!(to, BodyKind::TerritorialSubdivision | BodyKind::StructuralUnit)
        }
    }
}

const fn squads(to: BodyKind, event: &S) -> bool {
    match event {
        S::SquadProposed { .. } | S::SquadRejected { .. } => {
            matches!(to, BodyKind::Akimat | BodyKind::Council)
        }
        S::SquadCreated { .. }
        | S::DecisionRecorded { .. }
        | S::DecisionCorrected { .. }
        | S::LeaderAppointed { .. }
        | S::LeaderTookOffice { .. }
        | S::LeadershipLapsed { .. }
        | S::LeadershipEnded { .. }
        | S::LeadershipRestored { .. } => true,
        S::MinutesAttached { .. } => matches!(to, BodyKind::Akimat),
    }
}

const fn lists(to: BodyKind, event: &L) -> bool {
    match event {
        L::ListSent { .. }
        | L::ListReceived { .. }
        | L::ListStateDerived { .. }
        | L::DraftClosed { .. }
        | L::PersonListed { .. }
        | L::VettingBegun { .. }
        | L::RemovalRequired { .. }
        | L::OutcomeTakenBack { .. }
        | L::PersonRemoved { .. }
        // An entry's membership says what becomes of it; only the entry says that it was returned and came back.
        | L::EntryReturned { .. }
        | L::EntryResent { .. }
        | L::EntryCorrected { .. }
        | L::EntryAnswered { .. }
        | L::EntryReopened { .. }
        | L::DispatchRecorded { .. }
        | L::TargetSet { .. }
        | L::ChecksCompleted { .. } => matches!(to, BodyKind::Akimat | BodyKind::TerritorialSubdivision),
        L::PersonRegistered { .. } => !matches!(to, BodyKind::Council),
        L::CandidateProposed { .. } | L::CandidateWithdrawn { from: Some(MembershipState::Proposed), .. } => {
            matches!(to, BodyKind::Akimat | BodyKind::Council)
        }
        L::CandidateWithdrawn { .. } => matches!(to, BodyKind::Akimat | BodyKind::TerritorialSubdivision),
        L::ListBegun { .. }
        | L::EntryAdded { .. }
        | L::EntryWithdrawn { .. }
        | L::CandidateCorrected { .. }
        | L::CopyAttached { .. }
        | L::CopyMatched { .. }
        | L::CopyDiscarded { .. }
        | L::CopyReplaced { .. } => matches!(to, BodyKind::Akimat),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        decision::DecisionKind,
        events::{
            StepFacts,
            lists::{
                CandidateCorrected, CandidateProposed, CandidateWithdrawn, CopyAttached,
                EntryAdded, EntryAnswered, EntryReturned, EntryWithdrawn, ListBegun, ListSent,
                PersonRegistered, RemovalRequired, TargetSet, VettingBegun,
            },
            record::RegisteredInBook,
            squads::{
                DecisionRecorded, LeadershipLapsed, SquadCreated, SquadProposed, SquadRejected,
            },
        },
        id::Id,
        leadership::LeadershipState as P,
        member_list::{EntryState as E, ListState as I, ReturnCode},
        squad::SquadState as Q,
    };
    use BodyKind as B;
    use MembershipState as M;

    #[test]
    fn each_body_is_shown_what_its_pages_show_and_no_more() {
        let added = EntryAdded { list: Id::new(), membership: Id::new() };
        // Akimat, council, subdivision, unit.
        let table = [
            (
                SquadProposed { unit: Id::new() }.event(Id::new(), None, Q::Proposed),
                [true, true, false, false],
            ),
            (
                SquadCreated { decision: Id::new() }.event(
                    Id::new(),
                    Some(Q::Proposed),
                    Q::Created,
                ),
                [true, true, true, true],
            ),
            (
                SquadRejected { decision: Id::new() }.event(
                    Id::new(),
                    Some(Q::Proposed),
                    Q::Rejected,
                ),
                [true, true, false, false],
            ),
            (
                DecisionRecorded { id: Id::new(), kind: DecisionKind::Create }.into(),
                [true, true, true, true],
            ),
            (
                LeadershipLapsed {}.event(Id::new(), Some(P::AwaitingRegistration), P::Lapsed),
                [true, true, true, true],
            ),
            (ListBegun {}.event(Id::new(), None, I::Draft), [true, false, false, false]),
            (
                ListSent { dispatch: Id::new() }.event(Id::new(), Some(I::Draft), I::Sent),
                [true, false, true, false],
            ),
            (CandidateProposed {}.event(Id::new(), None, M::Proposed), [true, true, false, false]),
            (
                CandidateWithdrawn {}.event(Id::new(), Some(M::Proposed), M::Withdrawn),
                [true, true, false, false],
            ),
            (
                CandidateWithdrawn {}.event(Id::new(), Some(M::Listed), M::Withdrawn),
                [true, false, true, false],
            ),
            (
                VettingBegun {}.event(Id::new(), Some(M::Listed), M::BeingVetted),
                [true, false, true, false],
            ),
            (
                RemovalRequired {}.event(Id::new(), Some(M::BeingVetted), M::ToBeRemoved),
                [true, false, true, false],
            ),
            (
                PersonRegistered { unit: Id::new() }.event(
                    Id::new(),
                    Some(M::BeingVetted),
                    M::Registered,
                ),
                [true, false, true, true],
            ),
            (added.event(Id::new(), None, E::Open), [true, false, false, false]),
            (
                EntryReturned { code: ReturnCode::NameDiffers }.event(
                    Id::new(),
                    Some(E::Open),
                    E::Returned,
                ),
                [true, false, true, false],
            ),
            (
                EntryAnswered {}.event(Id::new(), Some(E::Open), E::Answered),
                [true, false, true, false],
            ),
            (
                EntryWithdrawn {}.event(Id::new(), Some(E::Open), E::Withdrawn),
                [true, false, false, false],
            ),
            (CandidateCorrected { id: Id::new() }.into(), [true, false, false, false]),
            (
                CopyAttached { id: Id::new(), list: Id::new(), entry: None }.into(),
                [true, false, false, false],
            ),
            (TargetSet { id: Id::new(), internal_days: 15 }.into(), [true, false, true, false]),
            (
                RegisteredInBook { id: Id::new(), unit: Id::new(), number: 1 }.into(),
                [true, false, true, true],
            ),
        ];
        for (event, expected) in table {
            let shown = [B::Akimat, B::Council, B::TerritorialSubdivision, B::StructuralUnit]
                .map(|to| is_shown(to, &event));
            assert_eq!(shown, expected, "{event:?}");
        }
    }
}
