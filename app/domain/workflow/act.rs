//! The acts by name.

use crate::domain::handoff::CaseKind;

text_enum! {
    /// One thing one person does on one basis, in one transaction.
    Act {
        ProposeSquad = "propose_squad",
        CreateSquad = "create_squad",
        RejectSquad = "reject_squad",
        AppointLeader = "appoint_leader",
        CorrectDecision = "correct_decision",
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
        RecordTraining = "record_training",
        WithdrawTraining = "withdraw_training",
        TakeOffRecord = "take_off_record",
        PutBackOnRecord = "put_back_on_record",
        DischargeNotice = "discharge_notice",
        ReopenNotice = "reopen_notice",
        ConfirmContact = "confirm_contact",
        AskToLeave = "ask_to_leave",
        WithdrawWish = "withdraw_wish",
        SetWishAside = "set_wish_aside",
        MailToPersonFails = "mail_to_person_fails",
        ProposePlan = "propose_plan",
        ProposePlanAgain = "propose_plan_again",
        AgreePlan = "agree_plan",
        ReturnPlan = "return_plan",
        CancelPlan = "cancel_plan",
        AmendPlan = "amend_plan",
        CopyPlan = "copy_plan",
        AssignPeople = "assign_people",
        ConfirmAssignment = "confirm_assignment",
        DeclineAssignment = "decline_assignment",
        NoteReached = "note_reached",
        TellDaysAway = "tell_days_away",
        NoteDaysAway = "note_days_away",
        EndDaysAway = "end_days_away",
        RecordResult = "record_result",
        EnterResult = "enter_result",
        CorrectResult = "correct_result",
        ReportFact = "report_fact",
        AcknowledgeReport = "acknowledge_report",
        ReceiveApplication = "receive_application",
        CorrectApplication = "correct_application",
        AttachApplicationCopies = "attach_application_copies",
        RemoveApplicationCopy = "remove_application_copy",
        NoteApplicationRegisters = "note_application_registers",
        AcceptApplication = "accept_application",
        RefuseApplication = "refuse_application",
        WithdrawApplication = "withdraw_application",
        InformApplicant = "inform_applicant",
        TellRefusal = "tell_refusal",
        ReopenApplicantNotice = "reopen_applicant_notice",
        PrepareCertificates = "prepare_certificates",
        SignCertificates = "sign_certificates",
        PrintCertificates = "print_certificates",
        HandOverCertificate = "hand_over_certificate",
        VoidCertificate = "void_certificate",
        SettlePaper = "settle_paper",
        InviteLeader = "invite_leader",
        EndLeaderSessions = "end_leader_sessions",
        LeaderTakesOffice = "leader_takes_office",
        LeadershipLapses = "leadership_lapses",
        LeadershipEnds = "leadership_ends",
        LeadershipRestored = "leadership_restored",
        ReadInformation = "read_information",
        InviteUser = "invite_user",
        GrantDuty = "grant_duty",
        ConfirmDuty = "confirm_duty",
        EndDuty = "end_duty",
        SendLink = "send_link",
        DisableUser = "disable_user",
        EndSessions = "end_sessions",
        AddBody = "add_body",
        ChangeBody = "change_body",
        SucceedBody = "succeed_body",
        RecordSignatory = "record_signatory",
        ResendMail = "resend_mail",
        MarkUndelivered = "mark_undelivered",
        CorrectAddress = "correct_address",
    }
}

impl Act {
    /// Acts that are told to the border bodies alone, and to no auditor: nobody informs the dead, and a person who asks
    /// to leave the record leaves it by item 15.5.
    pub const OF_BORDER_BODIES: &'static [Self] = &[
        Self::DischargeNotice,
        Self::ReopenNotice,
        Self::ConfirmContact,
        Self::AskToLeave,
        Self::WithdrawWish,
        Self::SetWishAside,
        Self::MailToPersonFails,
    ];

    /// The acts that auditors read of. An auditor without a border body is not asked about applications.
    pub fn audited(is_border: bool) -> impl Iterator<Item = Self> {
        let is_told = move |act: &Self| {
            let cases = super::row(*act).cases;
            is_border || cases != [CaseKind::Application]
        };
        let acts = Self::ALL.iter().copied().filter(|act| !Self::OF_BORDER_BODIES.contains(act));
        acts.filter(is_told)
    }
}
