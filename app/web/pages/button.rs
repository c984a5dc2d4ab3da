//! Whether a button is there, and if not, why: the same check that the act makes.

use crate::{
    domain::{
        authority::Authority,
        body::DutyKind,
        permissions::{Case, Unmet},
        workflow::{Act, ShownBasis, row},
    },
    web::request::{
        current_user::CurrentUser,
        error::{WebError, denied},
    },
};
use serde::Serialize;

/// A button as templates see it.
#[derive(Clone, Debug, Serialize)]
pub struct Button {
    pub can: bool,
    pub basis: ShownBasis,
    /// A button that is somebody else's is not shown at all; one that only waits says on what.
    pub is_mine: bool,
    pub missing: Vec<UnmetText>,
}

impl Button {
    /// The button of an act that may be carried out.
    pub fn sample_ready() -> Self {
        Self {
            can: true,
            basis: row(Act::CreateSquad).basis.shown(),
            is_mine: true,
            missing: Vec::new(),
        }
    }

    /// The button of an act that waits on something.
    pub fn sample_waiting() -> Self {
        Self {
            can: false,
            basis: row(Act::ReceiveList).basis.shown(),
            is_mine: true,
            missing: vec![UnmetText::from(&Unmet::Members)],
        }
    }

    /// The button of an act that is somebody else's.
    pub fn sample_foreign() -> Self {
        let missing = vec![UnmetText::from(&Unmet::Duty(DutyKind::CouncilSecretary))];
        Self { can: false, basis: row(Act::CreateSquad).basis.shown(), is_mine: false, missing }
    }

    /// The button of an act for which this is missing, and nothing else.
    pub fn of(act: Act, missing: &[Unmet]) -> Self {
        Self {
            can: missing.is_empty(),
            basis: row(act).basis.shown(),
            is_mine: !missing.iter().any(|m| matches!(m, Unmet::Duty(_) | Unmet::Automatic)),
            missing: missing.iter().map(UnmetText::from).collect(),
        }
    }
}

/// What is missing for an act: the key of its phrase and what the phrase says.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UnmetText {
    pub key: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyKind>,
    /// The kind of thing and its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<usize>,
}

impl From<&Unmet> for UnmetText {
    fn from(unmet: &Unmet) -> Self {
        let text = Self { key: unmet.key(), ..Self::default() };
        match unmet {
            Unmet::Duty(duty) => Self { duty: Some(*duty), ..text },
            Unmet::State(state) => {
                Self { of: Some(state.words().0), is: Some(state.words().1), ..text }
            }
            Unmet::Copies(n) | Unmet::Corrections(n) => Self { n: Some(*n), ..text },
            Unmet::Automatic
            | Unmet::SquadNotCreated
            | Unmet::Entries
            | Unmet::IdentityCopy
            | Unmet::LeaderOpen
            | Unmet::Members
            | Unmet::Registered
            | Unmet::CouncilOpen
            | Unmet::OwnBody => text,
        }
    }
}

/// The button of an act on a case.
pub fn button(me: &CurrentUser, act: Act, case: &Case, unmet: &[Unmet]) -> Button {
    Button::of(act, &right(me, act, case, unmet).err().unwrap_or_default())
}

/// Stops a user who may not carry the act out on the case now, before anything else is done for it.
///
/// # Errors
/// What is missing, or that somebody has moved the case on.
pub fn may(me: &CurrentUser, act: Act, case: &Case, back: &str) -> Result<(), WebError> {
    right(me, act, case, &[]).map(drop).map_err(|missing| denied(case, missing, back))
}

/// The right of a leader, or that of a duty.
fn right(
    me: &CurrentUser,
    act: Act,
    case: &Case,
    unmet: &[Unmet],
) -> Result<Authority, Vec<Unmet>> {
    match me.leads {
        Some(led) => {
            let leader = Authority::Leader { user: me.user.id, squad: led.squad };
            leader.checked(act, case, unmet)
        }
        None => Authority::of_user(me.user.id, &me.holdings, act, case, unmet),
    }
}
