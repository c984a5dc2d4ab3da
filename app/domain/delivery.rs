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
