//! Applications of people who wish to be freelance officers: received, vetted, decided, withdrawn (clauses 16-18).

pub mod accept_application;
pub mod attach_application_copies;
pub mod correct_application;
pub mod inform_applicant;
pub mod note_application_registers;
pub(in crate::acts) mod notice;
pub mod receive_application;
pub mod refuse_application;
pub mod remove_application_copy;
pub mod reopen_applicant_notice;
pub mod withdraw_application;

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        application::ApplicationState,
        events::{StepFacts, applications::ApplicantChecksCompleted},
        handoff::HandoffKind,
        id::{self, Id},
        membership::MembershipState,
        permissions::Case,
    },
    storage::{
        self, Db, Result, Scope,
        applications::{
            application::{self, Application},
            register,
        },
    },
};

/// The most characters of the number that an office gives to a paper.
pub const NUMBER_LIMIT: usize = 60;

/// The application as a case, for its subdivision.
fn case(db: &mut Db, scope: &Scope, id: Id<id::Application>) -> Result<Option<Case>> {
    let found = application::find(db, scope, id)?;
    Ok(found.filter(|one| scope.territories.contains(&one.territory)).map(|one| one.case()))
}

/// The application of the act, in the version that was seen.
fn seen<E>(cx: &mut ActContext<'_>, version: i32) -> std::result::Result<Application, Refusal<E>> {
    let found = application::get(cx.db, cx.case.id.of())?;
    if found.version == version { Ok(found) } else { Err(Refusal::Stale(vec![found.id.any()])) }
}

/// Ends the application in that state, and deletes the notes of its vetting.
fn end<E, F>(
    cx: &mut ActContext<'_>,
    of: &Application,
    to: (ApplicationState, F),
) -> std::result::Result<(), Refusal<E>>
where
    F: StepFacts<State = ApplicationState>,
{
    let (state, facts) = to;
    cx.transition(&of.at(), state, facts)?;
    register::delete_of(cx.db, of.id)?;
    application::settle(cx.db, of.id, cx.now)?;
    if state.is_decided() {
        cx.record(ApplicantChecksCompleted { id: of.id })?;
    }
    Ok(cx.close(HandoffKind::DecideApplication)?)
}

/// A record or application of the person that the subdivision has already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// An application waits.
    Open,
    /// The person is a freelance officer.
    Officer,
}

/// Whether the person has something in that subdivision that another application would double.
fn standing(
    db: &mut Db,
    keys: &storage::db::sealing::Keys,
    of: (Id<id::Body>, &crate::domain::iin::Iin),
    except: Option<Id<id::Application>>,
) -> Result<Option<Standing>> {
    let (territory, iin) = of;
    let others = application::of_person(db, keys, territory, iin, except)?;
    if others.iter().any(|one| one.state.is_open()) {
        return Ok(Some(Standing::Open));
    }
    let is_officer = |one: &Application| one.record_at().state == MembershipState::Registered;
    Ok(others.iter().any(is_officer).then_some(Standing::Officer))
}
