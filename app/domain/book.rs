//! The border-service book of a structural unit (clause 23).

text_enum! {
    /// What an entry of the section of people tells.
    BookKind {
        Registered = "registered",
        OffRecord = "off_record",
    }
}
