//! `list check`: the reading of an import, for a terminal.

use super::Failure;
use crate::intake::{self, check};
use std::path::Path;

/// What the codes of findings mean, for `--help`.
pub fn help() -> String {
    check::codes()
}

/// Reads a file and prints its report; a file that is refused is one sentence on standard error and the exit code 2.
#[expect(clippy::print_stdout, reason = "the command line speaks to a person")]
pub fn check(file: &Path, is_json: bool) -> Result<(), Failure> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes =
        std::fs::read(file).map_err(|error| Failure(format!("{}: {error}", file.display()), 2))?;
    let report = intake::read(&bytes, &name).map_err(|refusal| Failure(refusal.message(), 2))?;
    let words = if is_json {
        check::json(&report).map_err(|e| e.to_string())?
    } else {
        check::text(&report)
    };
    println!("{words}");
    Ok(())
}
