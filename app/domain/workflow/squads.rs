//! Squads, their creation and their leaders (clause 7).

rows! {
    1 ProposeSquad by AkimatOfficer, Ordered(C7), begins squad
        { squad: new => Proposed; list: new => Draft; entry: new => Open; membership: new => Proposed }
        opens PutToCouncil;
    2 CreateSquad by CouncilSecretary, Ordered(C7), on squad in Proposed
        { squad: Proposed => Created; leadership: new => AwaitingRegistration }
        opens SendList, SquadCreated
        may_open AppointLeader
        closes PutToCouncil;
    2 RejectSquad by CouncilSecretary, Ordered(C7), on squad in Proposed
        { squad: Proposed => Rejected; membership: Proposed => Withdrawn; entry: Open => Withdrawn; list: Draft => Closed }
        opens SquadRejected
        closes PutToCouncil;
    2 AppointLeader by CouncilSecretary, Ordered(C7), on squad in Created
        { leadership: new => AwaitingRegistration, new => InOffice }
        may_open InviteLeader
        closes AppointLeader;
    2 CorrectDecision by CouncilSecretary, Own(DecisionCorrected), on squad in Created | Rejected
        notifies DecisionCorrected, DecisionCorrectedAtUnit;
    12 LeaderTakesOffice by System, Ordered(C7), on list in Sent | Received
        { leadership: AwaitingRegistration => InOffice }
        opens InviteLeader;
    12 InviteLeader by UnitRepresentative, Own(LeaderInvited), on squad in Created
        closes InviteLeader
        notifies LeaderInvited;
    12 EndLeaderSessions by UnitRepresentative, Own(LeaderInvited), on squad in Created;
    12 LeadershipLapses by System, Own(AppointmentLapses), on list in Draft | Sent | Received | Answered
        { leadership: AwaitingRegistration => Lapsed }
        opens AppointLeader;
}

handoffs! {
    PutToCouncil to CouncilSecretary, Duty, Ordered(C7);
    SquadRejected to AkimatOfficer, Information, Own(RejectionRecorded);
    SquadCreated to UnitRepresentative, Information, Own(UnitTold);
    AppointLeader to CouncilSecretary, Duty, Ordered(C7);
    InviteLeader to UnitRepresentative, Duty, Own(LeaderInvited);
}

notices! {
    DecisionCorrected to AkimatOfficer, Own(DecisionCorrected);
    DecisionCorrectedAtUnit to UnitRepresentative, Own(DecisionCorrected);
    LeaderInvited to person, Own(LeaderInvited);
}
