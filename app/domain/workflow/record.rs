//! Legal training, the book, and the end of a record (clauses 11, 13, 15, 22, 23).

rows! {
    14 RecordTraining by UnitRepresentative | VettingOfficer, Ordered(C11), on squad in Created;
    14 WithdrawTraining by UnitRepresentative | VettingOfficer, Own(BookCorrected), on squad in Created;
    13 TakeOffRecord by UnitRepresentative, Ordered(C15, C22), on squad in Created
        { membership: Registered => OffRecord; notice_duty: new => Open }
        may_open InformPeople
        notifies TakenOffRecord, TakenOffRecordAtCouncil
        then LeadershipEnds;
    13 LeadershipEnds by System, Ordered(C7), on squad in Created
        { leadership: InOffice => Ended }
        opens AppointLeader;
    13 PutBackOnRecord by UnitRepresentative, Own(RecordEndUndone), on squad in Created
        { membership: OffRecord => Registered; notice_duty: Open | Done => Withdrawn }
        closes InformPeople, AppointLeader
        notifies PutBackOnRecord, PutBackOnRecordAtCouncil
        then LeadershipRestored;
    13 LeadershipRestored by System, Own(RecordEndUndone), on squad in Created
        { leadership: Ended => InOffice };
    19 DischargeNotice by UnitRepresentative, Ordered(C22), on squad in Created
        { notice_duty: Open => Done }
        closes InformPeople;
    19 ReopenNotice by UnitRepresentative, Own(NoticeReopened), on squad in Created
        { notice_duty: Done => Open }
        may_open InformPeople;
}

handoffs! {
    InformPeople to UnitRepresentative, Duty, Ordered(C22);
}

notices! {
    TakenOffRecord to AkimatOfficer, Own(RecordEndTold);
    TakenOffRecordAtCouncil to CouncilSecretary, Own(RecordEndTold);
    PutBackOnRecord to AkimatOfficer, Own(RecordEndUndone);
    PutBackOnRecordAtCouncil to CouncilSecretary, Own(RecordEndUndone);
}
