//! Applications of people who wish to be freelance officers (clauses 16-18). No akimat and no council takes part in any of it.

rows! {
    20 ReceiveApplication by VettingOfficer, Ordered(C16), begins application
        { application: new => Received; membership: new => BeingVetted }
        opens DecideApplication
        notifies ApplicationReceived;
    20 CorrectApplication by VettingOfficer, Own(ApplicationCorrected), on application in Received | BeingVetted;
    20 AttachApplicationCopies by VettingOfficer, Ordered(C16), on application in Received | BeingVetted;
    20 RemoveApplicationCopy by VettingOfficer, Own(ApplicationCorrected), on application in Received | BeingVetted;
    20 NoteApplicationRegisters by VettingOfficer, Own(ApplicationRegistersNoted), on application in Received | BeingVetted
        { application: Received => BeingVetted };
    // The certificate of Appendix 1 is prepared, and the person is informed (clause 18).
    20 AcceptApplication by VettingOfficer, Ordered(C17, C18), on application in BeingVetted
        { application: BeingVetted => Accepted; membership: BeingVetted => Registered; certificate: new => Prepared;
          notice_duty: new => Open, Open => Done }
        opens OfficerInBook
        may_open InformApplicant, SignCertificates
        closes DecideApplication
        notifies ApplicationAccepted;
    20 RefuseApplication by VettingOfficer, Ordered(C17), on application in BeingVetted
        { application: BeingVetted => Refused; membership: BeingVetted => Refused; notice_duty: new => Open, Open => Done }
        may_open TellRefusal
        closes DecideApplication
        notifies ApplicationRefused;
    20 WithdrawApplication by VettingOfficer, Own(ApplicationWithdrawn), on application in Received | BeingVetted
        { application: Received | BeingVetted => Withdrawn; membership: BeingVetted => Withdrawn }
        closes DecideApplication;
    19 InformApplicant by VettingOfficer, Ordered(C18), on application in Accepted
        { notice_duty: Open => Done }
        closes InformApplicant;
    // Clause 18 has those informed who are accepted.
    19 TellRefusal by VettingOfficer, Own(ApplicantTold), on application in Refused
        { notice_duty: Open => Done }
        closes TellRefusal;
    19 ReopenApplicantNotice by VettingOfficer, Own(NoticeReopened), on application in Accepted | Refused
        { notice_duty: Done => Open }
        may_open InformApplicant, TellRefusal;
}

handoffs! {
    DecideApplication to VettingOfficer, Duty, Ordered(C17), within Statutory(30);
    InformApplicant to VettingOfficer, Duty, Ordered(C18);
    TellRefusal to VettingOfficer, Duty, Own(ApplicantTold);
    OfficerInBook to UnitRepresentative, Information, Own(UnitToldOfOfficer);
}

notices! {
    ApplicationReceived to person, Own(ApplicantTold);
    ApplicationAccepted to person, Ordered(C18);
    ApplicationRefused to person, Own(ApplicantTold);
}
