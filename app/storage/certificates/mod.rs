//! Certificates: the register, who signs, prints, and checks by anybody (clauses 18, 20, 21).

pub mod certificate;
pub mod check;
pub mod paper;
pub mod signatory;
