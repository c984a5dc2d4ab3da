//! The facts of a handoff: whom it waits on, on which basis, and for how long.

use super::basis::Basis;
use crate::domain::{
    body::DutyKind,
    handoff::{DueNature, HandoffKind, Nature},
};

/// The term of a handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    None,
    /// The receiving body sets itself a number of days; the act that opens the handoff tells the date.
    Internal,
    /// The Rules set this number of calendar days; the last day counts.
    Statutory(u32),
}

impl Term {
    /// The kind of due date that it gives.
    #[must_use]
    pub const fn nature(self) -> Option<DueNature> {
        match self {
            Self::None => None,
            Self::Internal => Some(DueNature::Internal),
            Self::Statutory(_) => Some(DueNature::Statutory),
        }
    }
}

/// One row: one kind of handoff.
#[derive(Clone, Copy, Debug)]
pub struct HandoffRow {
    pub kind: HandoffKind,
    /// Whom it waits on.
    pub to: DutyKind,
    /// Whether it asks for an act.
    pub nature: Nature,
    pub basis: Basis,
    pub term: Term,
}

/// Writes the handoffs of an area: `VetList to VettingOfficer, Duty, Ordered(C19), within Internal;`
macro_rules! handoffs {
    ($(
        $kind:ident to $to:ident, $nature:ident, $basis:ident $(($($ground:ident),+))? $(, within $term:ident $(($days:literal))?)?;
    )+) => {
        pub(super) const HANDOFFS: &[$crate::domain::workflow::handoff_row::HandoffRow] =
            &[$($crate::domain::workflow::handoff_row::HandoffRow {
                kind: $crate::domain::handoff::HandoffKind::$kind,
                to: $crate::domain::body::DutyKind::$to,
                nature: $crate::domain::handoff::Nature::$nature,
                basis: basis!($basis $($($ground)+)?),
                term: term!($($term $($days)?)?),
            }),+];
    };
}

macro_rules! term {
    () => {
        $crate::domain::workflow::handoff_row::Term::None
    };
    (Internal) => {
        $crate::domain::workflow::handoff_row::Term::Internal
    };
    (Statutory $days:literal) => {
        $crate::domain::workflow::handoff_row::Term::Statutory($days)
    };
}
