//! A process of this program that reads what somebody sent, with limits: a crafted file may end it and nothing else.

use std::{
    io::{self, Read, Write},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Its processor time and, with waiting, the time it is given at all.
const SECONDS: u64 = 60;
/// Starts the program with these words and nothing of our environment but these variables, gives it the bytes, and takes
/// its answer: as far as it came when it broke off, and no longer than `longest` bytes.
///
/// # Errors
/// When no process could be started.
pub(super) fn ask(
    program: &Path,
    words: &[&str],
    variables: &[(&str, &str)],
    bytes: &[u8],
    longest: u64,
) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .args(words)
        .env_clear()
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    Ok(thread::scope(|scope| {
        // A process that has ended does not listen any more: that shows in its answer.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(bytes)));
        let answered = scope.spawn(move || {
            let mut answer = Vec::new();
            stdout.map(|stdout| stdout.take(longest).read_to_end(&mut answer));
            answer
        });
        wait(&mut child, Duration::from_secs(SECONDS + 10));
        answered.join().unwrap_or_default()
    }))
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

/// The other side: takes memory, processor time, core files and files that it could write from this process.
///
/// # Errors
/// When the system refuses.
pub(super) fn limit(memory: u64) -> io::Result<()> {
    for (resource, limit) in [
        (rlimit::Resource::AS, memory),
        (rlimit::Resource::CPU, SECONDS),
        (rlimit::Resource::CORE, 0),
        (rlimit::Resource::FSIZE, 0),
    ] {
        resource.set(limit, limit)?;
    }
    Ok(())
}
