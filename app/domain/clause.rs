//! Clauses of the Rules.

use super::edition::Edition;

text_enum! {
    /// A clause of the Rules that concerns the system, in the order of the Rules; never a page number.
    Clause {
        /// What the Rules are made under and whom they concern.
        C1 = "1",
        /// What the words mean: border space, squad, volunteer, book.
        C3 = "3",
        /// The procedure is the one of these Rules.
        C5 = "5",
        /// Councils create squads and appoint their leaders.
        C7 = "7",
        /// The forms in which people are involved.
        C8 = "8",
        /// Individual participation: reporting facts.
        C9 = "9",
        /// What volunteers and freelance officers do.
        C10 = "10",
        /// It begins with legal training.
        C11 = "11",
        /// Duties while performing tasks.
        C12 = "12",
        /// The first heads control legal training.
        C13 = "13",
        /// Participation is by one's own will.
        C14 = "14",
        /// The circumstances that exclude participation.
        C15 = "15",
        /// Whoever wishes to be a freelance officer applies to the territorial subdivision.
        C16 = "16",
        /// The subdivision checks the applicant within thirty calendar days.
        C17 = "17",
        /// The freelance officer is registered and gets a certificate.
        C18 = "18",
        /// The akimat sends the list, the territorial subdivision vets and registers, or tells whom to remove.
        C19 = "19",
        /// The squad member's certificate.
        C20 = "20",
        /// Who signs certificates, who records and issues them.
        C21 = "21",
        /// The structural unit takes a person off the record when a circumstance of clause 15 arises.
        C22 = "22",
        /// The border-service book and the general record.
        C23 = "23",
    }
}

text_enum! {
    /// What the system does for a clause now.
    Standing {
        /// Acts of the workflow are carried out on it.
        ByActs = "by_acts",
        /// No act of its own, but pages and forms keep it in part.
        InPart = "in_part",
        /// Nothing yet.
        NotYet = "not_yet",
    }
}

impl Clause {
    /// What the system does for it now; a test holds it against the workflow table.
    #[must_use]
    pub const fn standing(self) -> Standing {
        match self {
            Self::C7
            | Self::C9
            | Self::C10
            | Self::C11
            | Self::C12
            | Self::C15
            | Self::C16
            | Self::C17
            | Self::C18
            | Self::C19
            | Self::C20
            | Self::C21
            | Self::C22
            | Self::C23 => Standing::ByActs,
            Self::C1 | Self::C3 | Self::C5 | Self::C8 | Self::C13 | Self::C14 => Standing::InPart,
        }
    }

    /// The amendment that gave the clause its wording; `None`: it stands as it was approved in 2013.
    #[must_use]
    pub const fn amended(self) -> Option<Edition> {
        match self {
            Self::C1 | Self::C5 | Self::C8 | Self::C12 | Self::C14 => None,
            Self::C3 | Self::C7 | Self::C9 => Some(Edition::May2023),
            Self::C15 => Some(Edition::February2021),
            Self::C10
            | Self::C11
            | Self::C13
            | Self::C16
            | Self::C17
            | Self::C18
            | Self::C19
            | Self::C20
            | Self::C21
            | Self::C22
            | Self::C23 => Some(Edition::April2020),
        }
    }
}

text_enum! {
    /// The circumstances of clause 15. Next outside the border bodies never; finer detail is not held at all.
    Circumstance {
        CriminalLiability = "15.1",
        AdministrativeOffences = "15.2",
        Departure = "15.3",
        /// Health or death; nothing finer is held.
        ExcludingCircumstances = "15.4",
        OwnWish = "15.5",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clauses_come_in_the_order_of_the_rules() {
        let numbers: Vec<u8> =
            Clause::ALL.iter().map(|clause| clause.as_str().parse().unwrap()).collect();
        assert!(numbers.is_sorted());
    }
}
