//! Pages and forms of the territorial subdivision.

pub mod outcomes;
pub mod receipts;
pub mod registers;
pub mod returns;

use crate::domain::membership::MembershipState;

/// Whether the subdivision sees a person of a squad in that state: not before a list has brought the person to it.
pub const fn sees(state: MembershipState) -> bool {
    !matches!(state, MembershipState::Proposed | MembershipState::Withdrawn)
}
