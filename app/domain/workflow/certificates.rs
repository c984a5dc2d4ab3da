//! Certificates: prepared, signed, handed over, void (clauses 20, 21).

rows! {
    10 PrepareCertificates by System, Ordered(C20), on register in Open
        { certificate: new => Prepared }
        may_open SignCertificates;
    10 SignCertificates by Head, Ordered(C21), on register in Open
        { certificate: Prepared => Signed }
        opens HandOverCertificates
        closes SignCertificates
        notifies CertificateReady;
    11 PrintCertificates by VettingOfficer, Own(PrintsCounted), on register in Open;
    11 HandOverCertificate by VettingOfficer, Ordered(C20, C21), on register in Open
        { certificate: Signed => HandedOver }
        closes HandOverCertificates;
    11 VoidCertificate by VettingOfficer, Own(CertificateReplaced), on register in Open
        { certificate: Signed | HandedOver => Void; certificate: new => Prepared }
        may_open SignCertificates, SettlePapers
        closes HandOverCertificates;
    11 SettlePaper by VettingOfficer, Own(PaperSettled), on register in Open
        closes SettlePapers;
}

handoffs! {
    SignCertificates to Head, Duty, Ordered(C21);
    HandOverCertificates to VettingOfficer, Duty, Ordered(C20, C21);
    SettlePapers to VettingOfficer, Duty, Own(PaperSettled);
}

notices! {
    CertificateReady to person, Own(HolderTold);
}
