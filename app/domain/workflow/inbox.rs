//! What was handed over for information.

rows! {
    ReadInformation by AkimatOfficer | UnitRepresentative, Own(InformationClosed), on squad in Created | Rejected
        closes SquadRejected, SquadCreated, PeopleInBook;
}
