//! Mails about squads (clause 7).

use super::{
    email::Email,
    specimen::{Specimen, day, moment},
};
use crate::domain::{handoff::HandoffKind, time::Instant, workflow::Notice};
use chrono::NaiveDate;

/// To the council's secretary: a squad is proposed with so many candidates.
#[must_use]
pub fn put_to_council(candidates: usize) -> Email {
    Email::of_handoff(HandoffKind::PutToCouncil).with("people", candidates)
}

/// To the akimat: the council has rejected the proposal, by a decision of that number and date.
#[must_use]
pub fn squad_rejected(number: &str, date: NaiveDate) -> Email {
    Email::of_handoff(HandoffKind::SquadRejected).with_paper(number, date)
}

/// To the structural unit: the council has created the squad.
#[must_use]
pub fn squad_created(number: &str, date: NaiveDate) -> Email {
    Email::of_handoff(HandoffKind::SquadCreated).with_paper(number, date)
}

/// To the akimat: the decision about the squad has that number and date.
#[must_use]
pub fn decision_corrected(number: &str, date: NaiveDate) -> Email {
    Email::of_notice(Notice::DecisionCorrected).with_paper(number, date)
}

/// To the structural unit: the decision about the squad has that number and date.
#[must_use]
pub fn decision_corrected_at_unit(number: &str, date: NaiveDate) -> Email {
    Email::of_notice(Notice::DecisionCorrectedAtUnit).with_paper(number, date)
}

/// To the council's secretary: the squad has no leader.
#[must_use]
pub fn appoint_leader() -> Email {
    Email::of_handoff(HandoffKind::AppointLeader)
}

/// To the structural unit: the leader in office has no way into the leader's pages yet.
#[must_use]
pub fn invite_leader() -> Email {
    Email::of_handoff(HandoffKind::InviteLeader)
}

/// To the leader: login, and a link that sets the password, valid until that moment.
#[must_use]
pub fn leader_invited(login: &str, until: Instant) -> Email {
    Email::of_notice(Notice::LeaderInvited)
        .with("login", login.to_owned())
        .with_end(until)
        .leading_to("/links/{secret}")
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [
        put_to_council(7),
        squad_rejected("7", day()),
        squad_created("7", day()),
        decision_corrected("7", day()),
        decision_corrected_at_unit("7", day()),
        appoint_leader(),
        invite_leader(),
        leader_invited("7KQ2M-X4T", moment()),
    ]
    .map(Specimen::of_squad)
    .into()
}
