//! "This now waits on that body."

use super::time::{Instant, day_begins, today};
use chrono::Days;

text_enum! {
    /// What a handoff asks for. It is about a squad or a list, never about a person.
    HandoffKind {
        PutToCouncil = "put_to_council",
        SquadRejected = "squad_rejected",
        SendList = "send_list",
        SquadCreated = "squad_created",
        ReceiveList = "receive_list",
        VetList = "vet_list",
        CorrectList = "correct_list",
        RemovePeople = "remove_people",
        PeopleInBook = "people_in_book",
        AppointLeader = "appoint_leader",
        InviteLeader = "invite_leader",
        InformPeople = "inform_people",
        RecordOwnWish = "record_own_wish",
        AgreePlan = "agree_plan",
        EnterResult = "enter_result",
        AcknowledgeReport = "acknowledge_report",
        DecideApplication = "decide_application",
        InformApplicant = "inform_applicant",
        TellRefusal = "tell_refusal",
        OfficerInBook = "officer_in_book",
        SignCertificates = "sign_certificates",
        HandOverCertificates = "hand_over_certificates",
        SettlePapers = "settle_papers",
    }
}

impl HandoffKind {
    /// Whether it is told to the border bodies alone. That no notice is owed would show the others that somebody died, and a wish
    /// by which item of clause 15 a record ends; duties are planned without the akimat.
    #[must_use]
    pub const fn is_of_border_bodies(self) -> bool {
        matches!(
            self,
            Self::InformPeople
                | Self::RecordOwnWish
                | Self::AgreePlan
                | Self::EnterResult
                | Self::AcknowledgeReport
                | Self::DecideApplication
                | Self::InformApplicant
                | Self::TellRefusal
                | Self::OfficerInBook
                | Self::SignCertificates
                | Self::HandOverCertificates
                | Self::SettlePapers
        )
    }
}

text_enum! {
    /// Whether a handoff asks for an act, or only to be read.
    Nature {
        /// Closed by an act when nothing is outstanding.
        Duty = "duty",
        /// Closed by its reader.
        Information = "information",
    }
}

text_enum! {
    /// Where a due date comes from. The two are worded and drawn differently everywhere.
    DueNature {
        Statutory = "statutory",
        /// Set by the subdivision itself; the Rules give no term for squad lists.
        Internal = "internal",
    }
}

text_enum! {
    /// What a case is about.
    CaseKind {
        Squad = "squad",
        List = "list",
        /// A duty of a squad: the unit's and the leader's own.
        Plan = "plan",
        /// A report of facts to a unit.
        Report = "report",
        /// An application of somebody who wishes to be a freelance officer.
        Application = "application",
        /// The certificates of a subdivision.
        CertificateRegister = "certificate_register",
        /// People and bodies: what administrators act on. Nothing is handed over about it.
        Body = "body",
    }
}

text_enum! {
    /// The groups of an inbox, in the order they are shown in.
    Urgency {
        StatutoryPassed = "statutory_passed",
        InternalPassed = "internal_passed",
        DueSoon = "due_soon",
        New = "new",
        Waiting = "waiting",
        Information = "information",
    }
}

impl CaseKind {
    /// The first part of the path of such a case's page.
    #[must_use]
    pub const fn pages(self) -> &'static str {
        match self {
            Self::Squad => "squads",
            Self::List => "lists",
            Self::Plan => "plans",
            Self::Report => "reports",
            Self::Application => "applications",
            Self::CertificateRegister => "certificate-registers",
            Self::Body => "bodies",
        }
    }
}

/// Days before a due date from which a handoff counts as due soon.
pub const SOON_DAYS: i64 = 5;

/// The group a handoff that waits on its reader belongs to.
#[must_use]
pub const fn urgency(nature: Nature, due: Option<(DueNature, i64)>, is_opened: bool) -> Urgency {
    match (nature, due) {
        (Nature::Information, _) => Urgency::Information,
        (_, Some((DueNature::Statutory, days))) if days < 0 => Urgency::StatutoryPassed,
        (_, Some((DueNature::Internal, days))) if days < 0 => Urgency::InternalPassed,
        (_, Some((_, days))) if days <= SOON_DAYS => Urgency::DueSoon,
        _ if !is_opened => Urgency::New,
        _ => Urgency::Waiting,
    }
}

/// The moments between the groups that go by a due date: due before the first is past, before the second is soon.
#[must_use]
pub fn bounds(now: Instant) -> (Instant, Instant) {
    let day = today(now);
    let later = day.checked_add_days(Days::new(SOON_DAYS.unsigned_abs() + 1)).unwrap_or(day);
    (day_begins(day), day_begins(later))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inbox_puts_what_is_late_first_and_tells_the_two_kinds_of_terms_apart() {
        use {DueNature as D, Nature as N, Urgency as U};
        for (nature, due, is_opened, expected) in [
            (N::Duty, Some((D::Statutory, -1)), true, U::StatutoryPassed),
            (N::Duty, Some((D::Internal, -1)), true, U::InternalPassed),
            (N::Duty, Some((D::Internal, 0)), true, U::DueSoon),
            (N::Duty, Some((D::Internal, 5)), false, U::DueSoon),
            (N::Duty, Some((D::Internal, 6)), false, U::New),
            (N::Duty, None, false, U::New),
            (N::Duty, None, true, U::Waiting),
            (N::Information, None, false, U::Information),
        ] {
            assert_eq!(urgency(nature, due, is_opened), expected);
        }
        assert!(Urgency::ALL.is_sorted());
    }
    #[test]
    fn the_bounds_of_the_groups_part_moments_as_the_groups_part_days() {
        let at = |text: &str| Instant::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap();
        for now in ["2026-11-22 05:00:00", "2026-11-22 18:59:59", "2026-11-22 19:00:00"] {
            let (passed, soon) = bounds(at(now));
            for hours in -200..400 {
                let due = at(now) + chrono::TimeDelta::hours(hours);
                let group = urgency(
                    Nature::Duty,
                    Some((DueNature::Internal, super::super::time::days_left(at(now), due))),
                    false,
                );
                assert_eq!(group == Urgency::InternalPassed, due < passed, "{now} {hours}");
                assert_eq!(group == Urgency::DueSoon, passed <= due && due < soon, "{now} {hours}");
            }
        }
    }
}
