//! Plans of a squad, which its leader proposes and its unit agrees, and who goes (clauses 7, 10).

rows! {
    15 ProposePlan by Leader, Ordered(C7), begins plan
        { plan: new => Proposed }
        opens AgreePlan;
    15 ProposePlanAgain by Leader, Ordered(C7), on plan in Returned
        { plan: Returned => Proposed }
        opens AgreePlan;
    15 AgreePlan by UnitRepresentative, Ordered(C7), on plan in Proposed
        { plan: Proposed => Agreed }
        closes AgreePlan
        notifies PlanAgreed;
    15 ReturnPlan by UnitRepresentative, Own(PlanReturned), on plan in Proposed
        { plan: Proposed => Returned }
        closes AgreePlan
        notifies PlanReturned;
    15 CancelPlan by UnitRepresentative, Own(PlanCancelled), on plan in Proposed | Agreed
        { plan: Proposed | Agreed => Cancelled; assignment: Assigned => Cancelled }
        closes AgreePlan
        notifies PlanCancelled;
    16 AssignPeople by Leader, Ordered(C7, C10), on plan in Agreed
        { assignment: new => Assigned, Assigned => Cancelled };
}

handoffs! {
    AgreePlan to UnitRepresentative, Duty, Ordered(C7);
}

notices! {
    PlanAgreed to person, Own(PlanAnswered);
    PlanReturned to person, Own(PlanAnswered);
    PlanCancelled to person, Own(PlanCancelled);
}
