//! Member lists: sent, vetted, answered (clause 19).

rows! {
    3 AddCandidates by AkimatOfficer, Ordered(C19), on squad in Proposed | Created
        { list: new => Draft; entry: new => Open; membership: new => Proposed };
    3 CorrectCandidate by AkimatOfficer, Ordered(C19), on list in Draft | Received;
    3 AttachCopies by AkimatOfficer, Ordered(C19), on list in Draft | Received;
    3 MatchCopies by AkimatOfficer, Ordered(C19), on list in Draft | Received;
    3 WithdrawCandidate by AkimatOfficer, Own(WithdrawalWithoutReason), on list in Draft | Sent | Received
        { membership: Proposed | Listed | BeingVetted => Withdrawn;
          entry: Open | Returned => Withdrawn;
          list: Received => Answered, Received => Closed, Sent => Received, Sent => Answered, Sent => Closed }
        closes ReceiveList, VetList, CorrectList
        then LeadershipLapses;
    // A corrected entry travels and is received again, while the rest of its list goes on being vetted.
    4 SendList by AkimatOfficer, Ordered(C19), on list in Draft | Received
        { list: Draft | Received => Sent; membership: Proposed | BeingVetted => Listed; entry: Returned => Open }
        opens ReceiveList
        closes SendList, CorrectList;
    5 ReceiveList by VettingOfficer, Own(ReceiptConfirmed), on list in Sent
        { list: Sent => Received; membership: Listed => BeingVetted }
        opens VetList
        closes ReceiveList
        notifies ListReceived;
    6 ReturnEntries by VettingOfficer, Own(ReturnForCorrection), on list in Received
        { entry: Open => Returned }
        opens CorrectList
        closes VetList;
    7 NoteRegisters by VettingOfficer, Own(RegistersNoted), on list in Sent | Received;
    8 ReturnOutcomes by VettingOfficer, Ordered(C19), on list in Sent | Received
        { membership: BeingVetted => Registered, BeingVetted => ToBeRemoved; entry: Open => Answered;
          list: Received => Answered, Received => Closed; certificate: new => Prepared }
        may_open RemovePeople, PeopleInBook, SignCertificates
        closes VetList
        notifies OutcomesReturned
        then LeaderTakesOffice;
    8 TakeBackOutcome by VettingOfficer, Own(OutcomeTakenBack), on list in Sent | Received | Answered
        { membership: ToBeRemoved => BeingVetted; entry: Answered => Open; list: Answered => Received }
        opens VetList
        closes RemovePeople;
    9 RemovePeople by AkimatOfficer, Ordered(C19), on list in Sent | Received | Answered
        { membership: ToBeRemoved => Removed; list: Answered => Closed }
        closes RemovePeople
        notifies PeopleRemoved
        then LeadershipLapses;
}

handoffs! {
    SendList to AkimatOfficer, Duty, Ordered(C19);
    ReceiveList to VettingOfficer, Duty, Own(ReceiptConfirmed);
    VetList to VettingOfficer, Duty, Ordered(C19), within Internal;
    CorrectList to AkimatOfficer, Duty, Own(ReturnForCorrection);
    RemovePeople to AkimatOfficer, Duty, Ordered(C19);
    PeopleInBook to UnitRepresentative, Information, Own(UnitToldOfPeople);
}

notices! {
    ListReceived to AkimatOfficer, Own(ReceiptConfirmed);
    OutcomesReturned to AkimatOfficer, Own(CleanOutcomesTold);
    PeopleRemoved to VettingOfficer, Own(RemovalTold);
}
