//! The program under test, started as it is deployed, and what the system says of its use.

use crate::people::Scene;
use std::{
    fs,
    net::TcpListener,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};
use ureq::Agent;

/// The kernel counts processor time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// A running server.
pub struct Program {
    child: Child,
    url: String,
    is_postgres: bool,
}

impl Program {
    /// Starts it on the scene's database and waits until it is ready.
    pub fn start(scene: &Scene) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let url = format!("http://127.0.0.1:{port}");
        let child = Command::new(env!("CARGO_BIN_EXE_jasaq"))
            .arg("serve")
            .env("JASAQ__BIND", format!("127.0.0.1:{port}"))
            .env("JASAQ__PUBLIC_URL", &url)
            .env("JASAQ__DATABASE_URL", scene.url())
            .env("JASAQ__DATA_DIR", scene.folder())
            .env("JASAQ__MAIL_URL", format!("file://{}", scene.folder().join("mail").display()))
            .env("JASAQ__DELIVER", "false")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let program = Self { child, url, is_postgres: scene.database() == "PostgreSQL" };
        let agent = Agent::new_with_defaults();
        while agent.get(program.url("/health/ready")).call().is_err() {
            thread::sleep(Duration::from_millis(100));
        }
        program
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// The cookie of a session of a user of the demo.
    pub fn sign_in(&self, name: &str) -> String {
        self.sign_in_as(&format!("{name}%40demo.invalid"))
    }

    /// The cookie of a session of whoever signs in by that, encoded for a form.
    pub fn sign_in_as(&self, name: &str) -> String {
        let agent: Agent =
            Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        let body = format!("email={name}&password={}", jasaq::cli::demo::PASSWORD);
        let answer = agent
            .post(self.url("/sign-in"))
            .header("sec-fetch-site", "same-origin")
            .content_type("application/x-www-form-urlencoded")
            .send(body)
            .unwrap();
        assert_eq!(answer.status(), 303, "{name} can't sign in");
        let cookies = answer.headers().get_all("set-cookie").iter();
        cookies
            .map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap())
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// The processor time it has used.
    pub fn cpu(&self) -> Duration {
        cpu_of(&self.child.id().to_string())
    }

    /// The processor time of every PostgreSQL process of this machine; nothing on SQLite.
    pub fn database_cpu(&self) -> Duration {
        if !self.is_postgres {
            return Duration::ZERO;
        }
        let processes = fs::read_dir("/proc")
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        let is_postgres = |pid: &String| {
            fs::read_to_string(format!("/proc/{pid}/comm"))
                .is_ok_and(|name| name.trim() == "postgres")
        };
        processes.filter(is_postgres).map(|pid| cpu_of(&pid)).sum()
    }

    /// The memory it holds, in bytes.
    pub fn memory(&self) -> u64 {
        memory_of(&self.child.id().to_string())
    }

    /// The memory that it and the processes which read files for it hold, in bytes.
    pub fn memory_with_children(&self) -> u64 {
        let own = self.child.id().to_string();
        let tasks = fs::read_dir(format!("/proc/{own}/task")).unwrap().flatten();
        let children =
            tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
        let children: u64 =
            children.map(|pids| pids.split_whitespace().map(memory_of).sum::<u64>()).sum();
        memory_of(&own) + children
    }
}

fn memory_of(pid: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0) << 10
}

fn cpu_of(pid: &str) -> Duration {
    let Ok(stat) = fs::read_to_string(format!("/proc/{pid}/stat")) else { return Duration::ZERO };
    // The name in brackets may hold anything; the rest is counted from behind it.
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    let ticks: u32 = fields[11].parse::<u32>().unwrap() + fields[12].parse::<u32>().unwrap();
    TICK * ticks
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
