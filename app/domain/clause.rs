//! Clauses and the edition of the Rules that an act is carried out under.

/// The edition in force that every act stores: the amendment of 26 May 2023.
pub const EDITION: &str = "26.05.2023 No. 405";

text_enum! {
    /// A clause of the Rules that orders or allows an act; never a page number.
    Clause {
        /// Councils create squads and appoint their leaders.
        C7 = "7",
        /// The akimat sends the list, the territorial subdivision vets and registers, or tells whom to remove.
        C19 = "19",
        /// The structural unit takes a person off the record when a circumstance of clause 15 arises.
        C22 = "22",
    }
}

text_enum! {
    /// The circumstances of clause 15. Shown outside the border bodies never; finer detail is not held at all.
    Circumstance {
        CriminalLiability = "15.1",
        AdministrativeOffences = "15.2",
        Departure = "15.3",
        /// Health or death; nothing finer is held.
        ExcludingCircumstances = "15.4",
        OwnWish = "15.5",
    }
}
