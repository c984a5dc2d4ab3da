//! Legal training, the book, and the end of a record (clauses 11, 13, 15, 22, 23).

rows! {
    14 RecordTraining by UnitRepresentative | VettingOfficer, Ordered(C11), on squad in Created or application in Accepted;
    14 WithdrawTraining by UnitRepresentative | VettingOfficer, Own(BookCorrected), on squad in Created or application in Accepted;
    13 TakeOffRecord by UnitRepresentative, Ordered(C15, C22), on squad in Created or application in Accepted
        { membership: Registered => OffRecord; notice_duty: new => Open; own_wish: Asked => Recorded; assignment: Assigned | Confirmed => Cancelled;
          certificate: Prepared | Signed | HandedOver => Void }
        may_open InformPeople, SettlePapers
        closes RecordOwnWish, InviteLeader, SignCertificates, HandOverCertificates
        notifies TakenOffRecord, TakenOffRecordAtCouncil, AssignmentCancelled
        then LeadershipEnds;
    13 LeadershipEnds by System, Ordered(C7), on squad in Created
        { leadership: InOffice => Ended }
        opens AppointLeader;
    13 PutBackOnRecord by UnitRepresentative, Own(RecordEndUndone), on squad in Created or application in Accepted
        { membership: OffRecord => Registered; notice_duty: Open | Done => Withdrawn; certificate: new => Prepared }
        may_open SignCertificates
        closes InformPeople, AppointLeader
        notifies PutBackOnRecord, PutBackOnRecordAtCouncil
        then LeadershipRestored;
    13 LeadershipRestored by System, Own(RecordEndUndone), on squad in Created
        { leadership: Ended => InOffice }
        may_open InviteLeader;
    19 DischargeNotice by UnitRepresentative, Ordered(C22), on squad in Created or application in Accepted
        { notice_duty: Open => Done }
        closes InformPeople
        notifies RecordEnded;
    19 ReopenNotice by UnitRepresentative, Own(NoticeReopened), on squad in Created or application in Accepted
        { notice_duty: Done => Open }
        may_open InformPeople;
    19 ConfirmContact by UnitRepresentative, Own(ContactConfirmed), on squad in Created or application in Accepted
        { notice_duty: Done => Open }
        may_open InformPeople, InformApplicant
        notifies ContactConfirmed, PersonAssigned;
    19 MailToPersonFails by System, Own(NoticeReopened), on squad in Created or application in Received | BeingVetted | Accepted | Refused | Withdrawn
        { notice_duty: Done => Open }
        may_open InformPeople, InformApplicant, TellRefusal;
    13 AskToLeave by LinkHolder, Own(WishByLink), on squad in Created
        { own_wish: new => Asked }
        may_open RecordOwnWish;
    13 WithdrawWish by LinkHolder, Own(WishByLink), on squad in Created
        { own_wish: Asked => Withdrawn }
        closes RecordOwnWish;
    13 SetWishAside by UnitRepresentative, Own(WishByLink), on squad in Created
        { own_wish: Asked => SetAside }
        closes RecordOwnWish;
}

handoffs! {
    InformPeople to UnitRepresentative, Duty, Ordered(C22);
    RecordOwnWish to UnitRepresentative, Duty, Ordered(C15);
}

notices! {
    TakenOffRecord to AkimatOfficer, Own(RecordEndTold);
    TakenOffRecordAtCouncil to CouncilSecretary, Own(RecordEndTold);
    PutBackOnRecord to AkimatOfficer, Own(RecordEndUndone);
    PutBackOnRecordAtCouncil to CouncilSecretary, Own(RecordEndUndone);
    RecordEnded to person, Ordered(C22);
    ContactConfirmed to person, Own(ContactConfirmed);
}
