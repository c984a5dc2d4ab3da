//! Reads a file in a process of its own, with limits: a crafted file may end that process and nothing else.

use super::{Refusal, Report, read};
use serde::{Deserialize, Serialize};
use std::{
    env,
    io::{self, Read, Write},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The words of the command line that begin the reading process.
pub const COMMAND: [&str; 2] = ["list", "read"];
const FILE_NAME: &str = "JASAQ_FILE_NAME";
/// Memory of the reading process, in bytes; 50,000 rows take about a quarter of it.
const MEMORY: u64 = 2 << 30;
/// Its processor time and, with waiting, the time it is given at all.
const SECONDS: u64 = 60;
/// A report larger than this is none.
const ANSWER: u64 = 256 << 20;

#[derive(Serialize, Deserialize)]
enum Answer {
    Read(Report),
    Refused(Refusal),
}

/// Reads a file through the given program, which is this one; a process that breaks off says that the file is damaged.
///
/// # Errors
/// The refusal, or, when no process could be started, the fault of the machine.
pub fn read_apart(program: &Path, bytes: &[u8], file_name: &str) -> io::Result<Result<Report, Refusal>> {
    let mut child = Command::new(program)
        .args(COMMAND)
        .env_clear()
        // Not an argument: those are for every user of the machine to see, and one that begins with a hyphen is an option.
        .env(FILE_NAME, file_name)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let answer = thread::scope(|scope| {
        // A process that has ended does not listen any more: that shows in its answer.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(bytes)));
        let answered = scope.spawn(move || {
            let mut answer = Vec::new();
            stdout.map(|stdout| stdout.take(ANSWER).read_to_end(&mut answer));
            answer
        });
        wait(&mut child, Duration::from_secs(SECONDS + 10));
        answered.join().unwrap_or_default()
    });
    Ok(match serde_json::from_slice(&answer) {
        Ok(Answer::Read(report)) => Ok(report),
        Ok(Answer::Refused(refusal)) => Err(refusal),
        Err(_) => Err(Refusal::Damaged),
    })
}

/// Waits for the end, or makes one. A pipe is drained by its own thread, so that a long answer does not hold the process up.
fn wait(child: &mut Child, patience: Duration) {
    let began = Instant::now();
    while matches!(child.try_wait(), Ok(None)) {
        if began.elapsed() > patience {
            child.kill().ok();
            child.wait().ok();
            return;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// The other side: limits itself, reads the file from standard input and writes the answer to standard output.
///
/// # Errors
/// When the limits can't be set or the pipes break.
pub fn answer() -> io::Result<()> {
    let file_name = env::var(FILE_NAME).unwrap_or_default();
    for (resource, limit) in
        [(rlimit::Resource::AS, MEMORY), (rlimit::Resource::CPU, SECONDS), (rlimit::Resource::CORE, 0), (rlimit::Resource::FSIZE, 0)]
    {
        resource.set(limit, limit)?;
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let answer = match read(&bytes, &file_name) {
        Ok(report) => Answer::Read(report),
        Err(refusal) => Answer::Refused(refusal),
    };
    serde_json::to_writer(io::stdout().lock(), &answer).map_err(io::Error::from)
}
