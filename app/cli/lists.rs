//! `list check`: the reading of an import, for a terminal.

use crate::intake::{self, check};
use std::{path::Path, process::ExitCode};

/// What the codes of findings mean, for `--help`.
pub fn help() -> String {
    check::codes()
}

/// Reads a file and prints its report; a file that is refused is one sentence on standard error and the exit code 2.
#[expect(clippy::print_stdout, reason = "the command line speaks to a person")]
pub fn check(file: &Path, is_json: bool) -> ExitCode {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return super::fail(&format!("{}: {error}", file.display()), 2),
    };
    match intake::read(&bytes, &name) {
        Ok(report) => {
            let words = if is_json { check::json(&report) } else { Ok(check::text(&report)) };
            match words {
                Ok(words) => println!("{words}"),
                Err(error) => return super::fail(&error.to_string(), 1),
            }
            ExitCode::SUCCESS
        }
        Err(refusal) => super::fail(&refusal.message(), 2),
    }
}
