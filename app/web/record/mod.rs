//! Pages of the border-service book and of legal training, and of the end of a record (clauses 11, 13, 15, 22, 23).

pub mod book;
pub mod book_printed;
pub mod book_results;
pub mod leader;
pub mod member;
pub mod notice_letter;
pub mod notices;
pub mod off_record;
pub mod training_new;
pub mod trainings;
pub mod wish;

use crate::domain::body::DutyKind;

/// Who follows the record of people: the unit that leads them, and the subdivision, which keeps the general record (clause 23)
/// and whose head controls training (clause 13).
pub const FOLLOWERS: &[DutyKind] =
    &[DutyKind::UnitRepresentative, DutyKind::VettingOfficer, DutyKind::Head];

/// Who informs people of the end of their record: the unit that has taken them off it (clause 22).
pub const INFORMERS: &[DutyKind] = &[DutyKind::UnitRepresentative];
