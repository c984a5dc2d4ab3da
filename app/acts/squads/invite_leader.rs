//! The unit invites the leader in office to the leader's pages, by mail or by a code on paper, and as often as a password is lost.

use crate::{
    acts::{
        ActContext, Command, Refusal,
        offices::delivery_method::{INVITATION, Means},
    },
    domain::{
        code,
        delivery::LinkMeans,
        events::record::LeaderInvited,
        handoff::HandoffKind,
        id::{self, Id},
        leadership::LeadershipState,
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{
        self, Db, Result, Scope,
        account::link,
        record::contact,
        squads::{leader_account, leadership},
    },
};

/// The leader, and how the link gets there.
pub struct InviteLeader {
    pub squad: Id<id::Squad>,
    pub membership: Id<id::Membership>,
    pub means: Option<Means>,
}

faults! {
    /// The faults of an invitation.
    InviteLeaderError {
        Means: "means", "means";
        NoAddress: "means", "leader-no-address";
    }
}

impl Command for InviteLeader {
    type Error = InviteLeaderError;
    type Next = id::Membership;

    fn act(&self) -> Act {
        Act::InviteLeader
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::find(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    fn validate(&self, db: &mut Db, _: &Case, _: Instant) -> Result<Vec<InviteLeaderError>> {
        Ok(match self.means {
            None => vec![InviteLeaderError::Means],
            Some(Means::Code(_)) => Vec::new(),
            Some(Means::Mail) => {
                let reach = contact::of(db, self.membership)?;
                let has_address = reach.is_some_and(|reach| reach.address().is_some());
                if has_address { Vec::new() } else { vec![InviteLeaderError::NoAddress] }
            }
        })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Membership>, Refusal<InviteLeaderError>> {
        let membership = self.membership;
        let member = storage::squads::membership::in_squad(cx.db, self.squad, membership)?
            .ok_or(Refusal::NotFound)?;
        let open = leadership::open_of(cx.db, self.squad)?.filter(|open| {
            open.membership == membership && open.state == LeadershipState::InOffice
        });
        let leadership = open.ok_or_else(|| Refusal::Stale(vec![membership.any()]))?.id;
        let reach = contact::of(cx.db, membership)?.ok_or(Refusal::NotFound)?;
        let account = if let Some(known) = leader_account::of_membership(cx.db, membership)? {
            leader_account::invite(cx.db, known.user, cx.now)?;
            (known.user, known.login)
        } else {
            let login = code::login(link::new_bytes()?);
            let new = (login.as_str(), &*member.full_name(), reach.contact.language);
            (leader_account::insert(cx.db, membership, new, cx.now)?, login)
        };
        let (user, login) = account;
        let until = cx.now + INVITATION;
        let by = match self
            .means
            .as_ref()
            .ok_or_else(|| Refusal::Invalid(vec![InviteLeaderError::Means]))?
        {
            Means::Mail => {
                let token = link::new_token()?;
                link::insert(cx.db, &token, user, cx.now, until, false)?;
                let email = emails::squads::leader_invited(&code::grouped(&login), until);
                cx.notify_person(Notice::LeaderInvited, &email, membership, Some(&token))?;
                LinkMeans::Mail
            }
            Means::Code(code) => {
                link::insert(cx.db, code, user, cx.now, until, false)?;
                LinkMeans::Code
            }
        };
        cx.record(LeaderInvited { id: leadership, by })?;
        cx.close(HandoffKind::InviteLeader)?;
        Ok(membership)
    }
}
