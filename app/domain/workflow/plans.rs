//! Plans of a squad, which its leader proposes and its unit agrees, who goes, and what came of it (clauses 7, 10, 23).

rows! {
    15 ProposePlan by Leader, Ordered(C7), begins plan
        { plan: new => Proposed }
        opens AgreePlan;
    15 ProposePlanAgain by Leader, Ordered(C7), on plan in Returned
        { plan: Returned => Proposed }
        opens AgreePlan;
    15 CopyPlan by Leader, Ordered(C7), on plan in Agreed | Held
        { plan: new => Proposed }
        opens AgreePlan;
    15 AgreePlan by UnitRepresentative, Ordered(C7), on plan in Proposed
        { plan: Proposed => Agreed }
        closes AgreePlan
        notifies PlanAgreed;
    15 ReturnPlan by UnitRepresentative, Own(PlanReturned), on plan in Proposed
        { plan: Proposed => Returned }
        closes AgreePlan
        notifies PlanReturned;
    15 AmendPlan by UnitRepresentative, Own(PlanAmended), on plan in Agreed
        { plan: Agreed => Agreed; assignment: Confirmed => Assigned, Assigned | Confirmed => Cancelled }
        notifies PlanAmended, AssignmentChanged, AssignmentCancelled;
    15 CancelPlan by UnitRepresentative, Own(PlanCancelled), on plan in Proposed | Agreed
        { plan: Proposed | Agreed => Cancelled; assignment: Assigned | Confirmed => Cancelled }
        closes AgreePlan
        notifies PlanCancelled, AssignmentCancelled;
    16 AssignPeople by Leader, Ordered(C7, C10), on plan in Agreed
        { assignment: new => Assigned, Assigned | Confirmed => Cancelled }
        notifies PersonAssigned, AssignmentCancelled;
    16 ConfirmAssignment by LinkHolder, Own(AssignmentAnswered), on plan in Agreed
        { assignment: Assigned => Confirmed };
    16 DeclineAssignment by LinkHolder, Own(AssignmentAnswered), on plan in Agreed
        { assignment: Assigned | Confirmed => Declined }
        notifies AssignmentDeclined;
    16 NoteReached by Leader, Own(AssignmentAnswered), on plan in Agreed;
    16 TellDaysAway by LinkHolder, Own(DaysAway), on squad in Created;
    16 NoteDaysAway by Leader, Own(DaysAway), on squad in Created;
    16 EndDaysAway by Leader, Own(DaysAway), on squad in Created;
    17 RecordResult by Leader, Own(ResultByLeader), on plan in Agreed
        { assignment: Assigned | Confirmed | Absent => Attended, Assigned | Confirmed | Attended => Absent }
        may_open EnterResult;
    17 EnterResult by UnitRepresentative, Ordered(C10, C23), on plan in Agreed
        { plan: Agreed => Held; assignment: Assigned | Confirmed | Absent => Attended, Assigned | Confirmed | Attended => Absent }
        closes EnterResult;
    17 CorrectResult by UnitRepresentative, Own(BookCorrected), on plan in Held
        { assignment: Absent => Attended, Attended => Absent };
}

handoffs! {
    AgreePlan to UnitRepresentative, Duty, Ordered(C7);
    EnterResult to UnitRepresentative, Duty, Ordered(C23);
}

notices! {
    PlanAgreed to person, Own(PlanAnswered);
    PlanReturned to person, Own(PlanAnswered);
    PlanCancelled to person, Own(PlanCancelled);
    PlanAmended to person, Own(PlanAmended);
    PersonAssigned to person, Ordered(C10);
    AssignmentChanged to person, Own(PlanAmended);
    AssignmentCancelled to person, Own(PlanCancelled);
    AssignmentNear to person, Own(AssignmentAnswered);
    AssignmentDeclined to person, Own(AssignmentAnswered);
}
