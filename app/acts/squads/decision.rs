//! What the acts on a decision of a council share: its paper, and how it is recorded (clause 7).

use crate::{
    acts::{
        ActContext, Refusal,
        lists::copy_pages::{self, Picture},
    },
    domain::{
        decision::{DecisionKind, NUMBER_LIMIT},
        events::squads::{DecisionRecorded, LeaderAppointed, MinutesAttached},
        id::{self, Id},
        leadership::LeadershipState,
        membership::MembershipState,
        permissions::Case,
        squad::{NAME_LIMIT, SquadState},
        state::At,
        time::{Instant, today},
    },
    storage::{
        self, Db, Result, Scope, StorageError, lists::copy::Owner, squads::decision::NewDecision,
    },
};
use chrono::NaiveDate;

/// The form of a decision about a squad; dates and votes are `None` where they could not be read.
pub struct DecisionForm {
    pub squad: Id<id::Squad>,
    /// Version of the squad that the form was made for.
    pub version: i32,
    pub number: String,
    pub decided_on: Option<NaiveDate>,
    pub presided_by: String,
    pub votes: [Option<u16>; 3],
    /// The scanned minutes, page by page; may be absent.
    pub minutes: Vec<Picture>,
}

faults! {
    /// What can be wrong with a decision.
    DecisionError {
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

/// A form without faults.
pub(super) struct Valid {
    number: String,
    decided_on: NaiveDate,
    presided_by: String,
    votes: [u16; 3],
}

/// A decision that has been recorded.
pub(super) struct Recorded {
    pub id: Id<id::Decision>,
    pub item: Id<id::DecisionItem>,
    pub decided_on: NaiveDate,
}

impl DecisionForm {
    /// The squad as a case.
    pub(super) fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::find(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    /// The proposed squad as the form was made for it.
    pub(super) const fn proposed(&self) -> At<SquadState> {
        At::new(self.squad, self.version, SquadState::Proposed)
    }

    /// The form read, or every fault of it.
    pub(super) fn parse(&self, now: Instant) -> Result<Valid, Vec<DecisionError>> {
        use DecisionError as E;
        let mut faults = Vec::new();
        let number =
            text(&self.number, NUMBER_LIMIT).ok_or(E::Number).map_err(|fault| faults.push(fault));
        let decided_on = match self.decided_on {
            None => Err(E::Date),
            Some(date) if date > today(now) => Err(E::DateInFuture),
            Some(date) => Ok(date),
        }
        .map_err(|fault| faults.push(fault));
        let presided_by = text(&self.presided_by, NAME_LIMIT)
            .ok_or(E::PresidedBy)
            .map_err(|fault| faults.push(fault));
        let mut vote =
            |votes: Option<u16>, fault| votes.ok_or(fault).map_err(|fault| faults.push(fault));
        let [agreed, against, abstained] = self.votes;
        let votes = (
            vote(agreed, E::VotesFor),
            vote(against, E::VotesAgainst),
            vote(abstained, E::VotesAbstained),
        );
        match (number, decided_on, presided_by, votes) {
            (
                Ok(number),
                Ok(decided_on),
                Ok(presided_by),
                (Ok(agreed), Ok(against), Ok(abstained)),
            ) => Ok(Valid { number, decided_on, presided_by, votes: [agreed, against, abstained] }),
            _ => Err(faults),
        }
    }

    /// The fault of a decision to create or appoint for which nobody voted; the Rules set no quorum and no majority.
    pub(super) fn not_carried(&self) -> Option<DecisionError> {
        (self.votes[0] == Some(0)).then_some(DecisionError::NotCarried)
    }

    /// Records the decision with its one item and the pages of its minutes.
    pub(super) fn record(
        &self,
        cx: &mut ActContext<'_>,
        kind: DecisionKind,
        leader: Option<Id<id::Membership>>,
    ) -> Result<Recorded, Refusal<DecisionError>> {
        let Valid { number, decided_on, presided_by, votes } =
            self.parse(cx.now).map_err(Refusal::Invalid)?;
        let [votes_for, votes_against, votes_abstained] = votes.map(i32::from);
        let squad = self.squad;
        let new = NewDecision {
            kind,
            squad,
            leader,
            number,
            decided_on,
            edition: cx.edition,
            presided_by,
            votes_for,
            votes_against,
            votes_abstained,
        };
        let id = Id::new();
        let item = match storage::squads::decision::insert(
            cx.db,
            id,
            cx.case.council()?,
            &new,
            cx.user,
            cx.now,
        ) {
            Err(StorageError::Unique) => {
                return Err(Refusal::Invalid(vec![DecisionError::NumberTaken]));
            }
            other => other?,
        };
        cx.record(DecisionRecorded { id, kind })?;
        for page in &self.minutes {
            let page = copy_pages::keep(cx, Owner::Decision(id), page)?;
            cx.record(MinutesAttached { id: page, decision: id })?;
        }
        Ok(Recorded { id, item, decided_on })
    }
}

/// The text without spaces around it, if there is any and it is not too long.
fn text(typed: &str, limit: usize) -> Option<String> {
    let text = typed.trim();
    (!text.is_empty() && typed.chars().count() <= limit).then(|| text.to_owned())
}

/// The fault of a leader who is no member of the squad now.
pub(super) fn not_member(
    db: &mut Db,
    squad: Id<id::Squad>,
    leader: Option<Id<id::Membership>>,
) -> Result<Option<DecisionError>> {
    let Some(leader) = leader else { return Ok(None) };
    let member = storage::squads::membership::in_squad(db, squad, leader)?;
    Ok((!member.is_some_and(|member| member.state.is_current()))
        .then_some(DecisionError::LeaderNotMember))
}

/// Begins the leadership: in office at once if the member is registered, else at the registration.
pub(super) fn appoint(
    cx: &mut ActContext<'_>,
    decision: &Recorded,
    membership: Id<id::Membership>,
) -> Result<(), Refusal<DecisionError>> {
    let squad = cx.case.squad()?;
    let not_member = || Refusal::Invalid(vec![DecisionError::LeaderNotMember]);
    let member =
        storage::squads::membership::in_squad(cx.db, squad, membership)?.ok_or_else(not_member)?;
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
    storage::squads::leadership::insert(
        cx.db,
        id,
        squad,
        membership,
        decision.item,
        state,
        cx.now,
    )?;
    cx.create(id, state, LeaderAppointed { membership, decision: decision.id })?;
    Ok(())
}
