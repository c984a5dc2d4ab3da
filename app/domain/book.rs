//! The border-service book of a structural unit (clause 23).

text_enum! {
    /// What an entry of the section of people tells.
    BookKind {
        Registered = "registered",
        /// The person has attended legal training.
        Trained = "trained",
        /// Corrects an entry on training: the person did not attend it.
        TrainingWithdrawn = "training_withdrawn",
        OffRecord = "off_record",
        /// Corrects an entry on the end of a record: the wrong person was taken off.
        OffRecordWithdrawn = "off_record_withdrawn",
    }
}

/// The longest name of a military unit's base, and of who held a training, in characters.
pub const TRAINING_TEXT_LIMIT: usize = 120;
