//! What was handed over for information.

rows! {
    ReadInformation by AkimatOfficer | UnitRepresentative, Own(InformationClosed), on squad in Created | Rejected or application in Accepted
        closes SquadRejected, SquadCreated, PeopleInBook, OfficerInBook;
}
