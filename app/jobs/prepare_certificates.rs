//! Prepares certificates for people who were registered before certificates were made.

use crate::{
    acts::certificates::prepare_certificates::prepare_lacking, state::AppState, storage::Result,
};

/// Prepares those of one batch and says how many.
///
/// # Errors
/// Those of the database; the next run takes what this one left.
pub fn run_once(app: &AppState) -> Result<usize> {
    prepare_lacking(app)
}
