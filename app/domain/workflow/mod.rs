//! THE table: who does what, on which basis, from which state to which, and on whom it then waits.
//!
//! The permission check, the buttons, the journal, the mails and the tests read this table and no other. Each area has a
//! file: its acts, and beside them its handoffs and notices. Numbers are those of the acts in the project's workflow.

mod act;
mod basis;
#[macro_use]
mod row;
#[macro_use]
mod handoff_row;
#[macro_use]
mod notice;
mod state;

mod applications;
mod certificates;
mod inbox;
mod lists;
mod mail;
mod offices;
mod plans;
mod record;
mod reports;
mod squads;

pub use act::Act;
pub use basis::{Basis, RecordedBasis, ShownBasis};
pub use handoff_row::{HandoffRow, Term};
pub use notice::{Notice, NoticeRow, Told};
pub use row::{Row, When, Who};
pub use state::{Change, State};

use super::{
    body::DutyKind,
    handoff::{HandoffKind, Nature},
};

/// Puts the rows of the areas into the order of their keys; a key without a row, or with two, does not compile.
macro_rules! in_order {
    ($row:ident by $field:ident: $key:ident, $($area:expr),+) => {{
        const AREAS: &[&[$row]] = &[$($area),+];
        let mut table = [AREAS[0][0]; $key::ALL.len()];
        let mut found = [false; $key::ALL.len()];
        let mut area = 0;
        while area < AREAS.len() {
            let mut at = 0;
            while at < AREAS[area].len() {
                let row = AREAS[area][at];
                let place = row.$field as usize;
                assert!(!found[place], "two rows of one key");
                (table[place], found[place]) = (row, true);
                at += 1;
            }
            area += 1;
        }
        let mut place = 0;
        while place < found.len() {
            assert!(found[place], "a key without a row");
            place += 1;
        }
        table
    }};
}

/// The acts of all areas, in the order of [`Act`].
pub static TABLE: [Row; Act::ALL.len()] = in_order!(Row by act: Act, squads::ROWS, lists::ROWS, record::ROWS, plans::ROWS, reports::ROWS, applications::ROWS, certificates::ROWS, inbox::ROWS, offices::ROWS, mail::ROWS);

/// The handoffs of all areas, in the order of [`HandoffKind`].
pub static HANDOFFS: [HandoffRow; HandoffKind::ALL.len()] = in_order!(HandoffRow by kind: HandoffKind, squads::HANDOFFS, lists::HANDOFFS, record::HANDOFFS, plans::HANDOFFS, reports::HANDOFFS, applications::HANDOFFS, certificates::HANDOFFS);

/// The notices of all areas, in the order of [`Notice`].
pub static NOTICES: [NoticeRow; Notice::ALL.len()] = in_order!(NoticeRow by notice: Notice, squads::NOTICES, lists::NOTICES, record::NOTICES, plans::NOTICES, applications::NOTICES, certificates::NOTICES, offices::NOTICES, mail::NOTICES);

/// The row of an act.
#[must_use]
pub fn row(act: Act) -> &'static Row {
    &TABLE[act as usize]
}

impl HandoffKind {
    /// Its facts.
    #[must_use]
    pub fn row(self) -> &'static HandoffRow {
        &HANDOFFS[self as usize]
    }

    /// Who it waits on.
    #[must_use]
    pub fn duty(self) -> DutyKind {
        self.row().to
    }

    /// Whether it asks for an act.
    #[must_use]
    pub fn nature(self) -> Nature {
        self.row().nature
    }
}

impl Notice {
    /// Its facts.
    #[must_use]
    pub fn row(self) -> &'static NoticeRow {
        &NOTICES[self as usize]
    }

    /// The duty that it tells, if it tells one.
    #[must_use]
    pub fn duty(self) -> Option<DutyKind> {
        match self.row().to {
            Told::Duty(duty) => Some(duty),
            Told::User | Told::Person => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        application::TERM_DAYS,
        handoff::{CaseKind, DueNature},
        leadership::LeadershipState,
        membership::MembershipState,
        squad::SquadState,
    };
    use std::collections::BTreeSet;

    #[test]
    fn an_act_on_squads_and_lists_takes_a_duty_of_a_kind_of_body_and_rests_on_a_clause() {
        for row in TABLE.iter().filter(|row| !row.is_on(CaseKind::Body)) {
            assert!(row.who.duties().iter().all(|duty| duty.body_kind().is_some()), "{}", row.act);
            let is_nobodys_duty = matches!(row.who, Who::System | Who::LinkHolder | Who::Leader);
            assert_eq!(row.who.duties().is_empty(), is_nobodys_duty, "{}", row.act);
            assert!(!row.basis.clauses_shown().is_empty(), "{}", row.act);
        }
    }

    #[test]
    fn administrators_act_on_bodies_and_no_clause_orders_it() {
        for row in &TABLE {
            let is_administration = row.is_on(CaseKind::Body);
            let duties = row.who.duties();
            assert_eq!(duties.contains(&DutyKind::Administrator), is_administration, "{}", row.act);
            // That a duty was rightly granted is said by others as well.
            assert!(
                !is_administration || duties.len() == 1 || row.act == Act::ConfirmDuty,
                "{}",
                row.act
            );
            assert_eq!(row.basis == Basis::Administration, is_administration, "{}", row.act);
            assert_eq!(
                row.number.is_none(),
                is_administration || row.act == Act::ReadInformation,
                "{}",
                row.act
            );
        }
    }

    #[test]
    fn a_leadership_begins_by_a_decision_only_and_an_end_date_is_never_set_by_one() {
        for row in &TABLE {
            for change in row.changes {
                if let (None, State::Leadership(to)) = (change.from, change.to) {
                    assert_eq!(
                        row.who,
                        Who::Duty(DutyKind::CouncilSecretary),
                        "{} begins a leadership",
                        row.act
                    );
                    assert!(matches!(
                        to,
                        LeadershipState::AwaitingRegistration | LeadershipState::InOffice
                    ));
                }
            }
        }
    }

    #[test]
    fn only_the_territorial_subdivision_decides_about_a_person() {
        for row in &TABLE {
            for change in row.changes {
                // A slip of the unit is no decision about a person.
                let is_slip = change.from == Some(State::Membership(MembershipState::OffRecord));
                if !is_slip
                    && matches!(
                        change.to,
                        State::Membership(
                            MembershipState::Registered | MembershipState::ToBeRemoved
                        )
                    )
                {
                    assert_eq!(row.who, Who::Duty(DutyKind::VettingOfficer), "{}", row.act);
                }
                if matches!(change.to, State::Squad(SquadState::Created)) {
                    assert_eq!(row.who, Who::Duty(DutyKind::CouncilSecretary), "{}", row.act);
                }
            }
        }
    }

    #[test]
    fn an_act_of_the_system_follows_from_another_act_a_refused_mail_or_an_earlier_program_and_no_other_act_does()
     {
        let following: BTreeSet<Act> = TABLE.iter().flat_map(|row| row.then).copied().collect();
        for row in &TABLE {
            let is_by_itself = matches!(row.act, Act::MailToPersonFails | Act::PrepareCertificates);
            let is_systems = row.who == Who::System;
            assert_eq!(following.contains(&row.act), is_systems && !is_by_itself, "{}", row.act);
        }
    }

    #[test]
    fn a_handoff_is_opened_by_an_act_and_only_one_for_information_is_closed_by_reading_it() {
        for handoff in &HANDOFFS {
            let kind = handoff.kind;
            assert!(
                TABLE.iter().any(|row| row.opens.contains(&kind) || row.may_open.contains(&kind)),
                "{kind} is never opened"
            );
            let closing: Vec<Act> =
                TABLE.iter().filter(|row| row.closes.contains(&kind)).map(|row| row.act).collect();
            assert!(!closing.is_empty(), "{kind} is never closed");
            assert_eq!(
                closing.contains(&Act::ReadInformation),
                handoff.nature == Nature::Information,
                "{kind}"
            );
            assert!(handoff.nature == Nature::Duty || closing == [Act::ReadInformation], "{kind}");
            assert!(
                closing != [Act::ReadInformation]
                    || row(Act::ReadInformation).who.duties().contains(&handoff.to),
                "{kind}"
            );
            assert!(handoff.to.body_kind().is_some(), "{kind}");
            assert!(!handoff.basis.clauses_shown().is_empty(), "{kind}");
        }
    }

    #[test]
    fn the_rules_set_a_term_for_an_application_and_none_for_a_member_list() {
        let with_term = |nature: DueNature| {
            let of_nature =
                HANDOFFS.iter().filter(move |handoff| handoff.term.nature() == Some(nature));
            of_nature.map(|handoff| handoff.kind).collect::<Vec<_>>()
        };
        assert_eq!(with_term(DueNature::Internal), [HandoffKind::VetList]);
        assert_eq!(with_term(DueNature::Statutory), [HandoffKind::DecideApplication]);
        assert_eq!(HandoffKind::DecideApplication.row().term, Term::Statutory(TERM_DAYS));
    }

    #[test]
    fn a_notice_is_sent_by_an_act_and_only_one_to_a_user_rests_on_no_clause() {
        for notice in &NOTICES {
            let is_sent = TABLE.iter().any(|row| row.notifies.contains(&notice.notice));
            let is_by_act =
                !matches!(notice.notice, Notice::PasswordChanged | Notice::AssignmentNear);
            assert_eq!(is_sent, is_by_act, "{}", notice.notice);
            assert_eq!(
                notice.to == Told::User,
                notice.basis == Basis::Administration,
                "{}",
                notice.notice
            );
        }
    }
}
