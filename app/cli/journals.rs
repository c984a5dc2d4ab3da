//! `journal verify`.

use crate::{
    state::AppState,
    storage::{StorageError, journal},
};

/// Verifies every chain and prints the number of entries of each.
#[expect(clippy::print_stdout, reason = "the command line speaks to a person")]
pub fn verify(app: &AppState) -> Result<(), String> {
    let chains = app.store.read(journal::chains).map_err(|e: StorageError| e.to_string())?;
    for (chain, entries) in chains {
        if let Some(fault) = app
            .store
            .read(|db| journal::verify(db, &chain))
            .map_err(|e: StorageError| e.to_string())?
        {
            return Err(fault.to_string());
        }
        println!("chain {chain}: {entries} entries, as they were written");
    }
    Ok(())
}
