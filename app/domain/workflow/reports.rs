//! Reports of facts to a structural unit (clauses 9, 12).

rows! {
    18 ReportFact by Leader | UnitRepresentative, Ordered(C9, C12), begins report
        { report: new => Sent }
        opens AcknowledgeReport;
    18 AcknowledgeReport by UnitRepresentative, Own(ReportAcknowledged), on report in Sent
        { report: Sent => Acknowledged }
        closes AcknowledgeReport;
}

handoffs! {
    AcknowledgeReport to UnitRepresentative, Duty, Ordered(C9, C12);
}
