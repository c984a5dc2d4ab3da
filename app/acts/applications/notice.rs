//! The applicant is informed of the decision: by a mail at once where there is an address, else by an officer (clause 18).

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        application::ApplicationDecision,
        events::record::{NoticeDischarged, NoticeOwed},
        handoff::HandoffKind,
        id::{self, Id},
        notice_duty::{NoticeChannel, NoticeDutyState},
        state::At,
        time::today,
        workflow::Notice,
    },
    emails,
    storage::{StorageError, applications::application, record::notice_duty},
};

/// The handoff that asks the subdivision to tell the decision.
pub const fn handoff(decision: ApplicationDecision) -> HandoffKind {
    match decision {
        ApplicationDecision::Accepted => HandoffKind::InformApplicant,
        ApplicationDecision::Refused => HandoffKind::TellRefusal,
    }
}

/// The subdivision owes the notice of its decision, and a mail discharges it.
pub fn owe<E>(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
    decision: ApplicationDecision,
) -> Result<(), Refusal<E>> {
    let (duty, territory) = (Id::new(), cx.case.territory()?);
    notice_duty::insert(cx.db, duty, None, membership, territory, cx.now)?;
    cx.create(duty, NoticeDutyState::Open, NoticeOwed { membership })?;
    let notice = match decision {
        ApplicationDecision::Accepted => Notice::ApplicationAccepted,
        ApplicationDecision::Refused => Notice::ApplicationRefused,
    };
    let email = emails::applications::decided(notice, today(cx.now));
    let Some(mail) = cx.notify_person(notice, &email, membership, None)? else {
        return Ok(ask(cx, decision)?);
    };
    let (at, channel) = (At::new(duty, 1, NoticeDutyState::Open), NoticeChannel::Email);
    cx.transition(&at, NoticeDutyState::Done, NoticeDischarged { membership, channel })?;
    Ok(notice_duty::give(cx.db, duty, channel, today(cx.now), "", Some(mail), cx.now)?)
}

/// Asks the subdivision to inform the applicant by other means.
pub fn ask(cx: &mut ActContext<'_>, decision: ApplicationDecision) -> Result<(), StorageError> {
    let kind = handoff(decision);
    cx.open(kind, None, &emails::applications::inform_applicant(kind))
}

/// The decision that was taken on the act's application, in the state it has now.
pub fn decided(cx: &mut ActContext<'_>) -> Result<Option<ApplicationDecision>, StorageError> {
    Ok(application::get(cx.db, cx.case.id.of())?.state.decision())
}
