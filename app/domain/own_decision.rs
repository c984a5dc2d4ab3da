//! What the product decided because the Rules are silent. Screens must not show any of it as required by the Rules.

use super::clause::Clause;

text_enum! {
    /// A decision of the product's own.
    OwnDecision {
        /// The akimat names the structural unit that is to lead a squad.
        UnitNamed = "unit_named",
        /// A rejected proposal is recorded, and frees its candidates.
        RejectionRecorded = "rejection_recorded",
        /// A leader may be appointed before being registered.
        LeaderBeforeRegistration = "leader_before_registration",
        /// Such an appointment lapses when the person leaves the squad unregistered.
        AppointmentLapses = "appointment_lapses",
        /// Later people come on a new list, without a new decision.
        LaterPeople = "later_people",
        /// The structural unit is told of a new squad.
        UnitTold = "unit_told",
        /// The sender states citizenship, own will and consent of each person.
        SenderStatement = "sender_statement",
        /// A slip of the pen in a recorded decision is mended, and those who were told of it are told.
        DecisionCorrected = "decision_corrected",
        /// Notice of a list is confirmed, with an incoming number.
        ReceiptConfirmed = "receipt_confirmed",
        /// The subdivision gives itself days to vet a list.
        InternalTarget = "internal_target",
        /// A passport is taken with a warning.
        PassportTaken = "passport_taken",
        /// Entries are returned for correction, by a closed list of texts.
        ReturnForCorrection = "return_for_correction",
        /// A candidate is withdrawn without a reason.
        WithdrawalWithoutReason = "withdrawal_without_reason",
        /// The akimat is told of duplicates in its own district only.
        OwnDuplicates = "own_duplicates",
        /// The akimat is told who is registered.
        CleanOutcomesTold = "clean_outcomes_told",
        /// The structural unit is told of new people in its book.
        UnitToldOfPeople = "unit_told_of_people",
        /// That a register was asked or has answered is noted.
        RegistersNoted = "registers_noted",
        /// "To be removed" can be taken back until the akimat has acted.
        OutcomeTakenBack = "outcome_taken_back",
        /// The subdivision is told that people were removed.
        RemovalTold = "removal_told",
        /// What waits is reminded of, and from some day on those above its holders are told.
        Reminders = "reminders",
        /// The akimat and the council are told that somebody was taken off the record.
        RecordEndTold = "record_end_told",
        /// A person who was taken off the record by a slip is put back on the same day.
        RecordEndUndone = "record_end_undone",
        /// A notice that did not arrive is owed again.
        NoticeReopened = "notice_reopened",
        /// The unit makes sure how a person is reached before anybody writes to an address.
        ContactConfirmed = "contact_confirmed",
        /// The unit invites the leader in office to the leader's pages.
        LeaderInvited = "leader_invited",
        /// The leader is told what has become of a plan.
        PlanAnswered = "plan_answered",
        /// The unit returns a plan to the leader.
        PlanReturned = "plan_returned",
        /// The unit cancels a plan.
        PlanCancelled = "plan_cancelled",
        /// The unit amends a plan that it has agreed to.
        PlanAmended = "plan_amended",
        /// Force is recorded when it was used, and planned by nobody.
        ForceNotPlanned = "force_not_planned",
        /// A member answers whether he or she comes, and is reminded.
        AssignmentAnswered = "assignment_answered",
        /// Days on which a member can't come are noted, without a cause.
        DaysAway = "days_away",
        /// The leader records the result of a duty before the unit enters it in the book.
        ResultByLeader = "result_by_leader",
        /// The unit says that it has read a report.
        ReportAcknowledged = "report_acknowledged",
        /// The holder is told where a signed certificate is handed over.
        HolderTold = "holder_told",
        /// Prints of certificates are counted.
        PrintsCounted = "prints_counted",
        /// A lost, damaged or wrong certificate is void, and another one is prepared.
        CertificateReplaced = "certificate_replaced",
        /// The fate of a void paper is recorded.
        PaperSettled = "paper_settled",
        /// Anybody can check whether a certificate is valid.
        CertificateChecked = "certificate_checked",
        /// A slip in an application is mended while nothing is decided.
        ApplicationCorrected = "application_corrected",
        /// That a register was asked about an applicant or has answered is noted.
        ApplicationRegistersNoted = "application_registers_noted",
        /// An applicant takes the application back.
        ApplicationWithdrawn = "application_withdrawn",
        /// An applicant is told that the application is received, and of a refusal.
        ApplicantTold = "applicant_told",
        /// The structural unit is told of a new freelance officer in its book.
        UnitToldOfOfficer = "unit_told_of_officer",
        /// A person may ask to be taken off the record by the link of a mail.
        WishByLink = "wish_by_link",
        /// An entry of the book is corrected by another one beside it.
        BookCorrected = "book_corrected",
        /// Its reader closes what is only for information.
        InformationClosed = "information_closed",
    }
}

impl OwnDecision {
    /// The clause that is silent about it.
    #[must_use]
    pub const fn beside(self) -> Clause {
        match self {
            Self::UnitNamed => Clause::C3,
            Self::InformationClosed
            | Self::RejectionRecorded
            | Self::DecisionCorrected
            | Self::LeaderBeforeRegistration
            | Self::AppointmentLapses
            | Self::LaterPeople
            | Self::LeaderInvited
            | Self::PlanAnswered
            | Self::PlanReturned
            | Self::PlanCancelled
            | Self::PlanAmended
            | Self::UnitTold => Clause::C7,
            Self::ReportAcknowledged => Clause::C9,
            Self::ForceNotPlanned | Self::AssignmentAnswered | Self::DaysAway => Clause::C10,
            Self::CertificateChecked => Clause::C12,
            Self::SenderStatement => Clause::C14,
            Self::WishByLink => Clause::C15,
            Self::ApplicationCorrected | Self::ApplicationWithdrawn => Clause::C16,
            Self::ApplicationRegistersNoted | Self::ApplicantTold => Clause::C17,
            Self::UnitToldOfOfficer => Clause::C18,
            Self::HolderTold
            | Self::PrintsCounted
            | Self::CertificateReplaced
            | Self::PaperSettled => Clause::C21,
            Self::RecordEndTold
            | Self::RecordEndUndone
            | Self::NoticeReopened
            | Self::ContactConfirmed => Clause::C22,
            Self::BookCorrected | Self::ResultByLeader => Clause::C23,
            Self::ReceiptConfirmed
            | Self::InternalTarget
            | Self::PassportTaken
            | Self::ReturnForCorrection
            | Self::WithdrawalWithoutReason
            | Self::OwnDuplicates
            | Self::CleanOutcomesTold
            | Self::UnitToldOfPeople
            | Self::RegistersNoted
            | Self::OutcomeTakenBack
            | Self::RemovalTold
            | Self::Reminders => Clause::C19,
        }
    }
}
