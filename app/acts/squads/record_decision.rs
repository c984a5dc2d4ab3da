//! Act 2: the council's secretary records its decision: create the squad, reject it, appoint its leader (clause 7).

use crate::{
    acts::{
        ActContext, Command, Refusal,
        lists::copy_pages::{self, Picture},
    },
    domain::{
        decision::{DecisionKind, NUMBER_LIMIT},
        events::{
            lists::{CandidateWithdrawn, DraftClosed, EntryWithdrawn},
            squads::{DecisionRecorded, LeaderAppointed, MinutesAttached, SquadCreated, SquadRejected},
        },
        handoff::HandoffKind,
        id::{self, Id},
        leadership::{self, LeadershipState},
        member_list::{EntryState, ListState},
        membership::MembershipState,
        permissions::{Case, Unmet},
        squad::{NAME_LIMIT, SquadState},
        state::At,
        time::{Instant, today},
        workflow::Act,
    },
    emails,
    storage::{self, Db, Result, Scope, StorageError, lists::copy::Owner, squads::decision::NewDecision},
};
use chrono::NaiveDate;

/// The words of one decision; dates and votes are `None` where they could not be read.
pub struct RecordDecision {
    pub squad: Id<id::Squad>,
    /// Version of the squad that the form was made for.
    pub version: i32,
    pub kind: DecisionKind,
    pub number: String,
    pub decided_on: Option<NaiveDate>,
    pub presided_by: String,
    pub votes: [Option<u16>; 3],
    /// Membership to be appointed leader: may be absent when the squad is created, must be there to appoint.
    pub leader: Option<Id<id::Membership>>,
    /// The scanned minutes, page by page; may be absent.
    pub minutes: Vec<Picture>,
}

faults! {
    /// What can be wrong with a decision.
    RecordDecisionError {
        Number: "number", "decision-number";
        NumberTaken: "number", "decision-number-taken";
        Date: "decided_on", "date-missing";
        DateInFuture: "decided_on", "date-in-future";
        PresidedBy: "presided_by", "decision-presided-by";
        VotesFor: "votes_for", "decision-votes";
        VotesAgainst: "votes_against", "decision-votes";
        VotesAbstained: "votes_abstained", "decision-votes";
        NotCarried: "votes_for", "decision-not-carried";
        Leader: "leader", "decision-leader";
        LeaderNotMember: "leader", "leader-must-be-member";
    }
}

impl Command for RecordDecision {
    type Error = RecordDecisionError;
    type Shown = id::Squad;

    fn act(&self) -> Act {
        match self.kind {
            DecisionKind::Create => Act::CreateSquad,
            DecisionKind::Reject => Act::RejectSquad,
            DecisionKind::Appoint => Act::AppointLeader,
        }
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::find(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    fn preconditions(&self, db: &mut Db, case: &Case) -> Result<Vec<Unmet>> {
        if self.kind == DecisionKind::Appoint { preconditions_of_appointment(db, case.squad) } else { Ok(Vec::new()) }
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<RecordDecisionError>> {
        use RecordDecisionError as E;
        let is_text = |text: &str, limit: usize| !text.trim().is_empty() && text.chars().count() <= limit;
        let mut checks = vec![
            (is_text(&self.number, NUMBER_LIMIT), E::Number),
            (self.decided_on.is_some(), E::Date),
            (self.decided_on.is_none_or(|date| date <= today(now)), E::DateInFuture),
            (is_text(&self.presided_by, NAME_LIMIT), E::PresidedBy),
        ];
        checks.extend(
            self.votes.iter().zip([E::VotesFor, E::VotesAgainst, E::VotesAbstained]).map(|(votes, fault)| (votes.is_some(), fault)),
        );
        // A decision to create or appoint needs someone who voted for it; quorum and majority are not set by the Rules.
        checks.push((self.kind == DecisionKind::Reject || self.votes[0] != Some(0), E::NotCarried));
        checks.push((self.kind != DecisionKind::Appoint || self.leader.is_some(), E::Leader));
        if let Some(leader) = self.leader {
            let member = storage::squads::membership::in_squad(db, case.squad, leader)?;
            checks.push((member.is_some_and(|m| m.state.is_current()), E::LeaderNotMember));
        }
        Ok(checks.into_iter().filter(|(is_good, _)| !is_good).map(|(_, fault)| fault).collect())
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Squad>, Refusal<RecordDecisionError>> {
        let Some(date) = self.decided_on else { return Err(Refusal::Invalid(vec![RecordDecisionError::Date])) };
        // Who the members are may have been corrected since the form was made.
        if self.kind == DecisionKind::Appoint && storage::squads::squad::version(cx.db, self.squad)? != self.version {
            return Err(Refusal::Stale(vec![self.squad.any()]));
        }
        let decision = Id::new();
        self.insert(cx, decision, date)?;
        match self.kind {
            DecisionKind::Create => self.create(cx, decision, &self.number, date)?,
            DecisionKind::Reject => self.reject(cx, decision, &self.number, date)?,
            DecisionKind::Appoint => {}
        }
        if let Some(leader) = self.leader.filter(|_| self.kind != DecisionKind::Reject) {
            appoint(cx, decision, leader)?;
        }
        if self.kind == DecisionKind::Appoint {
            cx.close(HandoffKind::AppointLeader)?;
        }
        Ok(self.squad)
    }
}

impl RecordDecision {
    /// The squad as the form was made for it.
    const fn proposed(&self) -> At<SquadState> {
        At::new(self.squad, self.version, SquadState::Proposed)
    }

    fn insert(&self, cx: &mut ActContext<'_>, id: Id<id::Decision>, decided_on: NaiveDate) -> Result<(), Refusal<RecordDecisionError>> {
        let votes = self.votes.map(|votes| i32::from(votes.unwrap_or_default()));
        let new = NewDecision {
            kind: self.kind,
            number: self.number.trim().to_owned(),
            decided_on,
            presided_by: self.presided_by.trim().to_owned(),
            votes_for: votes[0],
            votes_against: votes[1],
            votes_abstained: votes[2],
        };
        let council = cx.case.parties.council;
        match storage::squads::decision::insert(cx.db, id, council, self.squad, &new, cx.user, cx.now) {
            Err(StorageError::Unique) => return Err(Refusal::Invalid(vec![RecordDecisionError::NumberTaken])),
            other => other?,
        }
        cx.record(DecisionRecorded { id, kind: self.kind })?;
        for page in &self.minutes {
            let page = copy_pages::keep(cx, Owner::Decision(id), page)?;
            cx.record(MinutesAttached { id: page, decision: id })?;
        }
        Ok(())
    }

    fn create(
        &self,
        cx: &mut ActContext<'_>,
        decision: Id<id::Decision>,
        number: &str,
        date: NaiveDate,
    ) -> Result<(), Refusal<RecordDecisionError>> {
        cx.transition(&self.proposed(), SquadState::Created, SquadCreated { decision })?;
        cx.close(HandoffKind::PutToCouncil)?;
        cx.open(HandoffKind::SendList, None, &emails::lists::send_list(number, date))?;
        cx.open(HandoffKind::SquadCreated, None, &emails::squads::squad_created(number, date))?;
        if self.leader.is_none() {
            cx.open(HandoffKind::AppointLeader, None, &emails::squads::appoint_leader())?;
        }
        Ok(())
    }

    fn reject(
        &self,
        cx: &mut ActContext<'_>,
        decision: Id<id::Decision>,
        number: &str,
        date: NaiveDate,
    ) -> Result<(), Refusal<RecordDecisionError>> {
        cx.transition(&self.proposed(), SquadState::Rejected, SquadRejected { decision })?;
        if let Some((list, version)) = storage::lists::member_list::draft_of(cx.db, self.squad)? {
            for entry in storage::lists::entry::of_list(cx.db, list)?.iter().filter(|e| e.state == EntryState::Open) {
                cx.transition(&entry.at(), EntryState::Withdrawn, EntryWithdrawn {})?;
                storage::lists::entry::set_settled_at(cx.db, entry.id, Some(cx.now))?;
                cx.transition(&entry.membership_at(), MembershipState::Withdrawn, CandidateWithdrawn {})?;
            }
            cx.transition(&At::new(list, version, ListState::Draft), ListState::Closed, DraftClosed {})?;
        }
        cx.close(HandoffKind::PutToCouncil)?;
        cx.open(HandoffKind::SquadRejected, None, &emails::squads::squad_rejected(number, date))?;
        Ok(())
    }
}

/// What a squad lacks for the appointment of a leader.
pub fn preconditions_of_appointment(db: &mut Db, squad: Id<id::Squad>) -> Result<Vec<Unmet>> {
    let is_led = storage::squads::leadership::open_of(db, squad)?.is_some();
    let has_members = storage::squads::membership::of_squad(db, squad)?.iter().any(|member| member.state.is_current());
    Ok(leadership::unmet(is_led, has_members))
}

fn appoint(
    cx: &mut ActContext<'_>,
    decision: Id<id::Decision>,
    membership: Id<id::Membership>,
) -> Result<(), Refusal<RecordDecisionError>> {
    let not_member = || Refusal::Invalid(vec![RecordDecisionError::LeaderNotMember]);
    let member = storage::squads::membership::in_squad(cx.db, cx.case.squad, membership)?.ok_or_else(not_member)?;
    let state = match member.state {
        MembershipState::Registered => LeadershipState::InOffice,
        MembershipState::Proposed
        | MembershipState::Listed
        | MembershipState::BeingVetted
        | MembershipState::ToBeRemoved
        | MembershipState::Removed
        | MembershipState::OffRecord
        | MembershipState::Withdrawn => LeadershipState::AwaitingRegistration,
    };
    let id = Id::new();
    storage::squads::leadership::insert(cx.db, id, cx.case.squad, membership, decision, state, cx.now)?;
    cx.create(id, state, LeaderAppointed { membership, decision })?;
    Ok(())
}
