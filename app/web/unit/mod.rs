//! Pages of the structural unit.

pub mod book;

use crate::domain::membership::MembershipState;

/// Whether the structural unit sees a person of a squad in that state: whom its book holds and nobody else.
pub const fn sees(state: MembershipState) -> bool {
    state.is_in_book()
}
