//! Pages of the border-service book and of legal training (clauses 11, 13, 23).

pub mod book;
pub mod book_printed;
pub mod training_new;
pub mod trainings;

use crate::domain::body::DutyKind;

/// Who follows the record of people: the unit that leads them, and the subdivision, which keeps the general record (clause 23)
/// and whose head controls training (clause 13).
pub const FOLLOWERS: &[DutyKind] =
    &[DutyKind::UnitRepresentative, DutyKind::VettingOfficer, DutyKind::Head];
