//! How pages draw acts and states: an icon of the sprite, a tone. Their word is always beside it.
#![deny(clippy::wildcard_enum_match_arm)]

use crate::{
    domain::{
        account::AccountState,
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
        workflow::{Act, State},
    },
    intake::Level,
};

/// What a state means to its reader, at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Ok,
    /// Something is outstanding.
    Wait,
    /// Something is to be mended or removed, or was refused.
    Bad,
    /// It is on its way.
    Info,
    /// It counts no longer, or not yet.
    Off,
}

impl Tone {
    /// The name of its icon in the sprite, and of its class in the style sheet.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Wait => "wait",
            Self::Bad => "bad",
            Self::Info => "info",
            Self::Off => "off",
        }
    }

    /// The tone of a state by its two words; `None` where there is no such state.
    #[must_use]
    pub fn of(of: &str, is: &str) -> Option<Self> {
        match of {
            "account" => is.parse().ok().map(AccountState::tone),
            "level" => Level::ALL.into_iter().find(|level| level.as_str() == is).map(Level::tone),
            thing => State::from_words(thing, is).map(State::tone),
        }
    }
}

impl State {
    /// How it is drawn.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Squad(state) => match state {
                SquadState::Created => Tone::Ok,
                SquadState::Proposed => Tone::Wait,
                SquadState::Rejected => Tone::Bad,
            },
            Self::List(state) => match state {
                ListState::Closed => Tone::Ok,
                ListState::Received => Tone::Wait,
                ListState::Sent | ListState::Answered => Tone::Info,
                ListState::Draft => Tone::Off,
            },
            Self::Entry(state) => match state {
                EntryState::Open => Tone::Ok,
                EntryState::Returned => Tone::Bad,
                EntryState::Answered => Tone::Info,
                EntryState::Withdrawn => Tone::Off,
            },
            Self::Membership(state) => match state {
                MembershipState::Registered => Tone::Ok,
                MembershipState::Proposed | MembershipState::BeingVetted => Tone::Wait,
                MembershipState::ToBeRemoved => Tone::Bad,
                MembershipState::Listed => Tone::Info,
                MembershipState::Removed
                | MembershipState::Refused
                | MembershipState::OffRecord
                | MembershipState::Withdrawn => Tone::Off,
            },
            Self::NoticeDuty(state) => match state {
                NoticeDutyState::Open => Tone::Wait,
                NoticeDutyState::Done => Tone::Ok,
                NoticeDutyState::Withdrawn => Tone::Off,
            },
            Self::OwnWish(state) => match state {
                OwnWishState::Asked => Tone::Wait,
                OwnWishState::Recorded => Tone::Ok,
                OwnWishState::SetAside | OwnWishState::Withdrawn => Tone::Off,
            },
            Self::Plan(state) => match state {
                PlanState::Agreed => Tone::Ok,
                PlanState::Held => Tone::Info,
                PlanState::Proposed => Tone::Wait,
                PlanState::Returned => Tone::Bad,
                PlanState::Cancelled => Tone::Off,
            },
            Self::Report(state) => match state {
                ReportState::Sent => Tone::Wait,
                ReportState::Acknowledged => Tone::Ok,
            },
            Self::Application(state) => match state {
                ApplicationState::Accepted => Tone::Ok,
                ApplicationState::Received => Tone::Info,
                ApplicationState::BeingVetted => Tone::Wait,
                ApplicationState::Refused | ApplicationState::Withdrawn => Tone::Off,
            },
            Self::Certificate(state) => match state {
                CertificateState::Prepared => Tone::Wait,
                CertificateState::Signed => Tone::Info,
                CertificateState::HandedOver => Tone::Ok,
                CertificateState::Void => Tone::Off,
            },
            Self::Assignment(state) => match state {
                AssignmentState::Confirmed | AssignmentState::Attended => Tone::Ok,
                AssignmentState::Assigned => Tone::Wait,
                AssignmentState::Declined | AssignmentState::Absent => Tone::Bad,
                AssignmentState::Cancelled => Tone::Off,
            },
            Self::Leadership(state) => match state {
                LeadershipState::InOffice => Tone::Ok,
                LeadershipState::AwaitingRegistration => Tone::Wait,
                LeadershipState::Ended | LeadershipState::Lapsed => Tone::Off,
            },
            Self::Body(state) | Self::CertificateRegister(state) => match state {
                BodyState::Open | BodyState::Closed => Tone::Ok,
            },
        }
    }
}

impl AccountState {
    /// How it is drawn.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Active => Tone::Ok,
            Self::Invited => Tone::Wait,
            Self::Disabled => Tone::Bad,
        }
    }
}

impl Level {
    /// How it is drawn.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Ok => Tone::Ok,
            Self::Warning | Self::Ask => Tone::Wait,
            Self::Error => Tone::Bad,
            Self::Restored => Tone::Info,
        }
    }
}

impl Act {
    /// The name of its icon in the sprite.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::ProposeSquad | Self::AssignPeople | Self::RecordResult => "people",
            Self::CreateSquad
            | Self::RejectSquad
            | Self::AcceptApplication
            | Self::RefuseApplication => "gavel",
            Self::AppointLeader | Self::LeaderTakesOffice | Self::LeadershipRestored => "leader",
            Self::LeadershipLapses
            | Self::LeadershipEnds
            | Self::TakeOffRecord
            | Self::CancelPlan
            | Self::VoidCertificate
            | Self::DeclineAssignment
            | Self::WithdrawApplication
            | Self::DisableUser => "off",
            Self::HandOverCertificate
            | Self::SettlePaper
            | Self::DischargeNotice
            | Self::InformApplicant
            | Self::TellRefusal
            | Self::AgreePlan
            | Self::ConfirmAssignment => "ok",
            Self::AddCandidates | Self::ProposePlan | Self::ProposePlanAgain | Self::CopyPlan => {
                "add"
            }
            Self::CorrectCandidate
            | Self::CorrectDecision
            | Self::CorrectApplication
            | Self::AmendPlan
            | Self::CorrectResult
            | Self::ChangeBody
            | Self::CorrectAddress => "edit",
            Self::AttachCopies | Self::MatchCopies | Self::AttachApplicationCopies => "picture",
            Self::WithdrawCandidate
            | Self::RemovePeople
            | Self::RemoveApplicationCopy
            | Self::EndDuty => "remove",
            Self::SendList | Self::ReportFact => "info",
            Self::ReceiveList | Self::ReceiveApplication => "inbox",
            Self::ReadInformation | Self::AcknowledgeReport => "eye",
            Self::ReturnEntries
            | Self::TakeBackOutcome
            | Self::WithdrawTraining
            | Self::ReopenNotice
            | Self::ReopenApplicantNotice
            | Self::WithdrawWish
            | Self::SetWishAside
            | Self::ReturnPlan
            | Self::EndDaysAway
            | Self::PutBackOnRecord => "returned",
            Self::NoteRegisters
            | Self::NoteApplicationRegisters
            | Self::ConfirmContact
            | Self::NoteReached => "check",
            Self::RecordTraining | Self::EnterResult | Self::PrintCertificates => "book",
            Self::ReturnOutcomes => "vet",
            Self::InviteUser | Self::InviteLeader => "person",
            Self::GrantDuty
            | Self::ConfirmDuty
            | Self::PrepareCertificates
            | Self::SignCertificates
            | Self::RecordSignatory => "shield",
            Self::SendLink | Self::ResendMail => "mail",
            Self::MarkUndelivered | Self::MailToPersonFails => "mail_failed",
            Self::EndSessions
            | Self::EndLeaderSessions
            | Self::AskToLeave
            | Self::TellDaysAway
            | Self::NoteDaysAway => "leave",
            Self::AddBody => "building",
            Self::SucceedBody => "change",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_has_the_tone_of_its_own_thing_and_an_unknown_word_has_none() {
        for state in State::all() {
            let (of, is) = state.words();
            assert_eq!(Tone::of(of, is), Some(state.tone()), "{of} {is}");
        }
        assert_eq!(Tone::of("list", "sent"), Some(Tone::Info));
        assert_eq!(Tone::of("account", "disabled"), Some(Tone::Bad));
        assert_eq!(Tone::of("level", "ask"), Some(Tone::Wait));
        for (of, is) in
            [("list", "created"), ("lists", "sent"), ("account", "sent"), ("level", "sent")]
        {
            assert_eq!(Tone::of(of, is), None, "{of} {is}");
        }
    }
}
