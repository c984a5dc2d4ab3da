//! What the acts on a decision of a council share: its paper, and how it is recorded (clause 7).

use crate::{
    acts::{
        ActContext, Refusal,
        lists::copy_pages::{self, Picture},
    },
    domain::{
        decision::{DecisionKind, NUMBER_LIMIT},
        events::squads::{DecisionRecorded, LeaderAppointed, MinutesAttached},
        handoff::HandoffKind,
        id::{self, Id},
        leadership::LeadershipState,
        membership::MembershipState,
        permissions::Case,
        squad::{NAME_LIMIT, SquadState},
        state::At,
        time::{Instant, today},
    },
    emails,
    storage::{
        self, Db, Result, Scope, StorageError,
        lists::copy::Owner,
        squads::decision::{NewItem, Paper},
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
        PresidedByDiffers: "presided_by", "decision-presided-by-differs";
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
    paper: Paper,
    votes: [u16; 3],
}

/// A fault of the paper of a decision.
pub(super) enum PaperError {
    Number,
    Date,
    DateInFuture,
    PresidedBy,
}

/// The paper as it was typed, or every fault of it.
pub(super) fn paper(
    number: &str,
    decided_on: Option<NaiveDate>,
    presided_by: &str,
    now: Instant,
) -> Result<Paper, Vec<PaperError>> {
    let number = text(number, NUMBER_LIMIT).ok_or(PaperError::Number);
    let decided_on = match decided_on {
        None => Err(PaperError::Date),
        Some(date) if date > today(now) => Err(PaperError::DateInFuture),
        Some(date) => Ok(date),
    };
    let presided_by = text(presided_by, NAME_LIMIT).ok_or(PaperError::PresidedBy);
    match (number, decided_on, presided_by) {
        (Ok(number), Ok(decided_on), Ok(presided_by)) => {
            Ok(Paper { number, decided_on, presided_by })
        }
        (number, decided_on, presided_by) => {
            Err([number.err(), decided_on.err(), presided_by.err()].into_iter().flatten().collect())
        }
    }
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
    fn parse(&self, now: Instant) -> Result<Valid, Vec<DecisionError>> {
        use DecisionError as E;
        let paper = paper(&self.number, self.decided_on, &self.presided_by, now);
        let [agreed, against, abstained] = self.votes;
        match (paper, agreed, against, abstained) {
            (Ok(paper), Some(agreed), Some(against), Some(abstained)) => {
                Ok(Valid { paper, votes: [agreed, against, abstained] })
            }
            (paper, ..) => {
                let own = |fault| match fault {
                    PaperError::Number => E::Number,
                    PaperError::Date => E::Date,
                    PaperError::DateInFuture => E::DateInFuture,
                    PaperError::PresidedBy => E::PresidedBy,
                };
                let mut faults: Vec<E> = paper.err().into_iter().flatten().map(own).collect();
                let votes = [E::VotesFor, E::VotesAgainst, E::VotesAbstained];
                let missing = self.votes.iter().zip(votes).filter(|(vote, _)| vote.is_none());
                faults.extend(missing.map(|(_, fault)| fault));
                Err(faults)
            }
        }
    }

    /// Every fault of the form. A number of a council's year is one decision: under another date it is another paper.
    pub(super) fn faults(
        &self,
        db: &mut Db,
        case: &Case,
        now: Instant,
    ) -> Result<Vec<DecisionError>> {
        let paper = match self.parse(now) {
            Ok(valid) => valid.paper,
            Err(faults) => return Ok(faults),
        };
        let known = storage::squads::decision::of_number(db, case.council()?, &paper)?;
        Ok(match known {
            Some((_, known)) if known.decided_on != paper.decided_on => {
                vec![DecisionError::NumberTaken]
            }
            Some((_, known)) if known.presided_by != paper.presided_by => {
                vec![DecisionError::PresidedByDiffers]
            }
            Some(_) | None => Vec::new(),
        })
    }

    /// The fault of a decision to create or appoint for which nobody voted; the Rules set no quorum and no majority.
    pub(super) fn not_carried(&self) -> Option<DecisionError> {
        (self.votes[0] == Some(0)).then_some(DecisionError::NotCarried)
    }

    /// Records what the decision decides about the squad, and the pages of its minutes. A paper that is recorded already gets
    /// one more item.
    pub(super) fn record(
        &self,
        cx: &mut ActContext<'_>,
        kind: DecisionKind,
        leader: Option<Id<id::Membership>>,
    ) -> Result<Recorded, Refusal<DecisionError>> {
        let Valid { paper, votes } = self.parse(cx.now).map_err(Refusal::Invalid)?;
        let [votes_for, votes_against, votes_abstained] = votes.map(i32::from);
        let new =
            NewItem { kind, squad: self.squad, leader, votes_for, votes_against, votes_abstained };
        let council = cx.case.council()?;
        let id = match storage::squads::decision::of_number(cx.db, council, &paper)? {
            Some((id, _)) => id,
            None => self.begin(cx, council, &paper)?,
        };
        let item = match storage::squads::decision::add_item(cx.db, id, &new) {
            // Another secretary has added one meanwhile.
            Err(StorageError::Unique) => return Err(Refusal::Stale(vec![self.squad.any()])),
            other => other?,
        };
        cx.record(DecisionRecorded { id, kind })?;
        for page in &self.minutes {
            let page = copy_pages::keep(cx, Owner::Decision(id), page)?;
            cx.record(MinutesAttached { id: page, decision: id })?;
        }
        Ok(Recorded { id, item, decided_on: paper.decided_on })
    }

    /// Begins a decision. Another secretary who has begun it meanwhile was faster.
    fn begin(
        &self,
        cx: &mut ActContext<'_>,
        council: Id<id::Body>,
        paper: &Paper,
    ) -> Result<Id<id::Decision>, Refusal<DecisionError>> {
        let id = Id::new();
        let new = (id, council, cx.edition);
        match storage::squads::decision::insert(cx.db, new, paper, cx.authority.user()?, cx.now) {
            Err(StorageError::Unique) => Err(Refusal::Stale(vec![self.squad.any()])),
            other => Ok(other.map(|()| id)?),
        }
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
        | MembershipState::Refused
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
    if state == LeadershipState::InOffice {
        cx.open(HandoffKind::InviteLeader, None, &emails::squads::invite_leader())?;
    }
    Ok(())
}
