//! Events of squads, their councils' decisions and their leaders (clause 7).

use crate::domain::{
    decision::{DecisionField, DecisionKind},
    events::events,
    id::{Body, CopyPage, Decision, Id, Membership},
    leadership::LeadershipState,
    squad::SquadState,
};

events! {
    /// What happens to squads and their leaders.
    SquadEvent
    steps {
        /// An akimat has proposed a squad and named the unit that is to lead it.
        SquadProposed = "squad_proposed" (SquadState) { unit: Id<Body> }
        /// The council has created the squad.
        SquadCreated = "squad_created" (SquadState) { decision: Id<Decision> }
        /// The council has rejected the proposal.
        SquadRejected = "squad_rejected" (SquadState) { decision: Id<Decision> }
        /// The council has appointed a leader.
        LeaderAppointed = "leader_appointed" (LeadershipState) { membership: Id<Membership>, decision: Id<Decision> }
        /// The appointed leader was registered and is in office.
        LeaderTookOffice = "leader_took_office" (LeadershipState) {}
        /// The appointed leader has left the squad unregistered.
        LeadershipLapsed = "leadership_lapsed" (LeadershipState) {}
        /// The leader was taken off the record.
        LeadershipEnded = "leadership_ended" (LeadershipState) {}
        /// The leader was put back on the record.
        LeadershipRestored = "leadership_restored" (LeadershipState) {}
    }
    notes {
        /// A decision of the council was recorded.
        DecisionRecorded = "decision_recorded" (Decision, Decision) { kind: DecisionKind }
        /// A slip of the pen in a decision was mended.
        DecisionCorrected = "decision_corrected" (Decision, Decision) { fields: Vec<DecisionField> }
        /// A page of the minutes was attached to a decision.
        MinutesAttached = "minutes_attached" (Copy, CopyPage) { decision: Id<Decision> }
    }
}
