//! Mails that could not be delivered: acts of administrators, which no clause orders.

rows! {
    ResendMail by Administrator, Administration, on body in Open;
    MarkUndelivered by Administrator, Administration, on body in Open;
    CorrectAddress by Administrator, Administration, on body in Open
        { body: Open => Open }
        notifies AddressCorrected, AddressReplaced, Invitation;
}

notices! {
    AddressCorrected to user, Administration;
    AddressReplaced to user, Administration;
}
