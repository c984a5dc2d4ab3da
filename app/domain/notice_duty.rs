//! The structural unit informs a person whom it has taken off the record (clause 22).

text_enum! {
    /// Where the duty to inform one person stands.
    NoticeDutyState {
        Open = "open",
        Done = "done",
        /// The person was put back on the record.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// How a person was informed.
    NoticeChannel {
        Email = "email",
        Letter = "letter",
        Phone = "phone",
        InHand = "in_hand",
    }
}

impl NoticeChannel {
    /// The channels that the unit itself uses; a mail is sent by the system.
    pub const BY_HAND: &'static [Self] = &[Self::Letter, Self::Phone, Self::InHand];
}

/// The longest proof that a person was informed, in characters: a receipt's number, who signed, at what hour was called.
pub const PROOF_LIMIT: usize = 120;
