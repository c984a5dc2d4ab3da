//! Reads a file in a process of its own, with limits: a crafted file may end that process and nothing else.

use crate::intake::{Chosen, Refusal, Report, child, read_as};
use serde::{Deserialize, Serialize};
use std::{
    env,
    io::{self, Read},
    path::Path,
};

/// The words of the command line that begin the reading process.
pub const COMMAND: [&str; 2] = ["list", "read"];
/// A report larger than this is none, in bytes.
const ANSWER: u64 = 256 << 20;
const FILE_NAME: &str = "JASAQ_FILE_NAME";
const CHOSEN: &str = "JASAQ_COLUMNS";
/// Memory of the reading process, in bytes; 50,000 rows take about a quarter of it.
const MEMORY: u64 = 2 << 30;

#[derive(Serialize, Deserialize)]
enum Answer {
    Read(Report),
    Refused(Refusal),
}

/// Reads a file through the given program, which is this one; a process that breaks off says that the file is damaged.
///
/// # Errors
/// The refusal, or, when no process could be started, the fault of the machine.
pub fn read_apart(
    program: &Path,
    bytes: &[u8],
    file_name: &str,
    chosen: &Chosen,
) -> io::Result<Result<Report, Refusal>> {
    let chosen = serde_json::to_string(chosen)?;
    // Not an argument: those are for every user of the machine to see, and one that begins with a hyphen is an option.
    let answer =
        child::ask(program, &COMMAND, &[(FILE_NAME, file_name), (CHOSEN, &chosen)], bytes, ANSWER)?;
    Ok(match serde_json::from_slice(&answer) {
        Ok(Answer::Read(report)) => Ok(report),
        Ok(Answer::Refused(refusal)) => Err(refusal),
        Err(_) => Err(Refusal::Damaged),
    })
}

/// The other side: limits itself, reads the file from standard input and writes the answer to standard output.
///
/// # Errors
/// When the limits can't be set or the pipes break.
pub fn answer() -> io::Result<()> {
    let file_name = env::var(FILE_NAME).unwrap_or_default();
    let chosen: Chosen = serde_json::from_str(&env::var(CHOSEN).unwrap_or_default())?;
    child::limit(MEMORY)?;
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let answer = match read_as(&bytes, &file_name, &chosen) {
        Ok(report) => Answer::Read(report),
        Err(refusal) => Answer::Refused(refusal),
    };
    serde_json::to_writer(io::stdout().lock(), &answer).map_err(io::Error::from)
}
