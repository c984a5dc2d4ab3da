//! The border-service book of a structural unit (clause 23).

text_enum! {
    /// A section of the book.
    BookSection {
        Persons = "persons",
        Results = "results",
    }
}

text_enum! {
    /// The kind of an entry.
    BookKind {
        Registered = "registered",
        /// The person has attended legal training.
        Trained = "trained",
        /// Corrects an entry on training: the person did not attend it.
        TrainingWithdrawn = "training_withdrawn",
        OffRecord = "off_record",
        /// Corrects an entry on the end of a record: the wrong person was taken off.
        OffRecordWithdrawn = "off_record_withdrawn",
        /// The result of a duty of a squad.
        Result = "result",
        /// Corrects an entry on a result.
        ResultCorrected = "result_corrected",
    }
}

impl BookKind {
    /// The section that such an entry stands in.
    #[must_use]
    pub const fn section(self) -> BookSection {
        match self {
            Self::Result | Self::ResultCorrected => BookSection::Results,
            Self::Registered
            | Self::Trained
            | Self::TrainingWithdrawn
            | Self::OffRecord
            | Self::OffRecordWithdrawn => BookSection::Persons,
        }
    }

    /// The kinds of a section.
    pub fn of(section: BookSection) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |kind| kind.section() == section)
    }
}

/// The longest name of a military unit's base, and of who held a training, in characters.
pub const TRAINING_TEXT_LIMIT: usize = 120;
