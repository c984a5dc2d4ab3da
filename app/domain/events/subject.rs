//! The kinds of things that entries of the journal are about.

text_enum! {
    /// The kind of thing that an entry of the journal is about.
    Subject {
        Squad = "squad",
        Decision = "decision",
        Leadership = "leadership",
        MemberList = "list",
        ListEntry = "entry",
        Membership = "membership",
        /// A sending of a list.
        Dispatch = "dispatch",
        /// A page of a copy.
        Copy = "copy",
        /// The days that a subdivision gives itself for a list.
        Target = "target",
        /// The checks of people of a list.
        Checks = "checks",
        BookEntry = "book_entry",
        Training = "training",
        /// The duty to inform a person.
        NoticeDuty = "notice_duty",
        /// How the unit reaches a person.
        Contact = "contact",
        OwnWish = "own_wish",
        Plan = "plan",
        Assignment = "assignment",
        Report = "report",
        Certificate = "certificate",
        Application = "application",
        Handoff = "handoff",
        Body = "body",
        User = "user",
        Duty = "duty",
        /// A link that sets a user's password.
        Link = "link",
        Mail = "mail",
    }
}
