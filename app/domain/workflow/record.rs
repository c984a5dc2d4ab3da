//! Legal training, the book, and the end of a record (clauses 11, 13, 15, 22, 23).

rows! {
    14 RecordTraining by UnitRepresentative | VettingOfficer, Ordered(C11), on squad in Created;
    14 WithdrawTraining by UnitRepresentative | VettingOfficer, Own(BookCorrected), on squad in Created;
}
