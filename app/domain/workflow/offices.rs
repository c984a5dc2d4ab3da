//! Bodies, their users and their duties: acts of administrators, which no clause orders.

rows! {
    InviteUser by Administrator, Administration, on body in Open
        notifies Invitation, DutyGranted, GrantTold;
    GrantDuty by Administrator, Administration, on body in Open
        notifies DutyGranted, GrantTold;
    ConfirmDuty by Administrator | Head | AkimatOfficer | CouncilSecretary | VettingOfficer | UnitRepresentative, Administration, on body in Open;
    EndDuty by Administrator, Administration, on body in Open;
    SendLink by Administrator, Administration, on body in Open
        notifies Invitation, PasswordReset;
    DisableUser by Administrator, Administration, on body in Open;
    EndSessions by Administrator, Administration, on body in Open;
    AddBody by Administrator, Administration, on body in Open
        { body: new => Open };
    ChangeBody by Administrator, Administration, on body in Open
        { body: Open => Open };
    SucceedBody by Administrator, Administration, on body in Open
        { body: Open => Closed };
    RecordSignatory by Administrator, Administration, on body in Open;
}

notices! {
    Invitation to user, Administration;
    DutyGranted to user, Administration;
    GrantTold to user, Administration;
    PasswordReset to user, Administration;
    PasswordChanged to user, Administration;
}
