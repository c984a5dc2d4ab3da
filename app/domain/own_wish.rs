//! A person's own wish to be taken off the record (item 15.5), told by the link of a mail.

text_enum! {
    /// The fate of the wish.
    OwnWishState {
        /// The unit has not acted on it.
        Asked = "asked",
        /// The unit has taken the person off the record.
        Recorded = "recorded",
        /// The unit has asked the person, who does not wish it.
        SetAside = "set_aside",
        /// The person does not wish it any more.
        Withdrawn = "withdrawn",
    }
}

/// Days for which the link of a mail to a person is good.
pub const LINK_DAYS: i64 = 90;

/// Wrong digits that one link takes; after that only a call confirms the wish.
pub const DIGIT_FAILURES: i32 = 5;
