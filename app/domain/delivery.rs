//! Whom a mail is to, and what can keep it from its reader for good.

text_enum! {
    /// The kinds of recipients, as they are stored.
    RecipientKind {
        /// A user, under a duty of a body.
        User = "user",
        /// The mailbox of a body in which nobody holds the duty.
        Mailbox = "mailbox",
        /// A person, who holds no duty.
        Person = "person",
    }
}

text_enum! {
    /// Why a mail is tried no more. A reader is told in words what to do about it.
    MailFault {
        /// The server does not know the address, or takes nothing for it: the address is to be corrected.
        AddressRefused = "address_refused",
        /// The server refused the recipient without a cause: it may not know the address.
        AddressDoubted = "address_doubted",
        /// An administrator knows that nobody reads the address, by a notice that came later.
        AddressMarked = "address_marked",
        /// The server takes nothing from us for this reader.
        SenderRefused = "sender_refused",
        /// The server takes no mail of that size.
        TooLarge = "too_large",
        /// The server refused the mail, and not for its address.
        MailRefused = "mail_refused",
        /// The server has put it off for as long as we try.
        TimeOver = "time_over",
        /// The connection broke each time when the server had the whole mail: it may have arrived.
        Unclear = "unclear",
        /// The mail can't be made: the fault is ours.
        OwnFault = "own_fault",
        /// It did not leave: its reader does not hold the duty any more. Those who do have got one of their own.
        DutyEnded = "duty_ended",
        /// It did not leave: its work was done before.
        WorkDone = "work_done",
    }
}

impl MailFault {
    /// Whether the reader's address may be what is wrong, so that it may be corrected.
    #[must_use]
    pub const fn is_of_address(self) -> bool {
        match self {
            Self::AddressRefused | Self::AddressDoubted | Self::AddressMarked => true,
            Self::SenderRefused
            | Self::TooLarge
            | Self::MailRefused
            | Self::TimeOver
            | Self::Unclear
            | Self::OwnFault
            | Self::DutyEnded
            | Self::WorkDone => false,
        }
    }

    /// Whether the mail was held back because nobody needs it any more: there is nothing to mend.
    #[must_use]
    pub const fn is_kept_back(self) -> bool {
        match self {
            Self::DutyEnded | Self::WorkDone => true,
            Self::AddressRefused
            | Self::AddressDoubted
            | Self::AddressMarked
            | Self::SenderRefused
            | Self::TooLarge
            | Self::MailRefused
            | Self::TimeOver
            | Self::Unclear
            | Self::OwnFault => false,
        }
    }
}

text_enum! {
    /// Why a mail server does not take us. Administrators are told what is to be set.
    ServerFault {
        /// It wants another name in our greeting.
        Greeting = "greeting",
        /// It passes nothing on for us: credentials or sender are not the ones that it knows.
        Relay = "relay",
        /// Our machine is on a list of those that it takes nothing from.
        Blocked = "blocked",
    }
}

text_enum! {
    /// How a link that sets a password reaches its owner.
    LinkMeans {
        Mail = "mail",
        /// A code on paper.
        Code = "code",
        /// The command line of the operator.
        Terminal = "terminal",
    }
}
