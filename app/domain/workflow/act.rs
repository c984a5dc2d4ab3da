//! The acts by name.

text_enum! {
    /// One thing one person does on one basis, in one transaction.
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
        ReadInformation = "read_information",
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
        MarkUndelivered = "mark_undelivered",
        CorrectAddress = "correct_address",
    }
}
