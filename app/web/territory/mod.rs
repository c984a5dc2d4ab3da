//! Pages and forms of the territorial subdivision.

pub mod outcomes;
pub mod receipts;
pub mod registers;
pub mod returns;

use crate::domain::membership::MembershipState;

/// Whether the border bodies see a person in that state: not before a list has brought the person to them.
pub const fn sees(state: MembershipState) -> bool {
    !matches!(state, MembershipState::Proposed)
}
