//! What a long list costs: the time to read it and to save it, the memory of both processes, and what others feel meanwhile.

use crate::program::Program;
use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};
use ureq::Agent;

#[path = "../../tests/lists/intake/lists.rs"]
#[allow(dead_code, reason = "the tests use the rest of it")]
mod invented;

/// A pause between two looks at the memory and between two pages of the other reader.
const PAUSE: Duration = Duration::from_millis(20);
const LINE: &str = "----jasaq-bench-line";

/// Proposes a squad with so many people in its file, through the pages, and prints one line.
pub fn import(program: &Program, akimat: &str, other: &str, database: &str, people: u32) {
    let file = invented::workbook(people);
    let agent: Agent =
        Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
    let quiet = others(program, other, || thread::sleep(Duration::from_secs(2)));
    let form = text(&agent, &program.url("/squads/new"), akimat);
    let unit = form.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let mut body = Vec::new();
    let fields = [("name_kk", "Үлгі"), ("name_ru", "Улги"), ("area", "Үлгі"), ("unit", &unit)];
    for (name, value) in fields
        .into_iter()
        .chain([("form_token", field(&form, "form_token")), ("form_key", field(&form, "form_key"))])
    {
        body.extend(
            format!(
                "--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .into_bytes(),
        );
    }
    body.extend(format!("--{LINE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.xlsx\"\r\n\r\n").into_bytes());
    body.extend(&file);
    body.extend(format!("\r\n--{LINE}--\r\n").into_bytes());
    let (mut read, mut shown, mut saved) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    let busy = others(program, other, || {
        let began = Instant::now();
        let report = post(
            &agent,
            &program.url("/squads"),
            akimat,
            &format!("multipart/form-data; boundary={LINE}"),
            &body,
        );
        read = began.elapsed();
        let began = Instant::now();
        let page = text(&agent, &program.url(&report), akimat);
        shown = began.elapsed();
        let [token, key, version] =
            ["form_token", "form_key", "version"].map(|name| field(&page, name));
        let form = format!("form_token={token}&form_key={key}&version={version}&do=save");
        let began = Instant::now();
        let squad = post(
            &agent,
            &program.url(&report),
            akimat,
            "application/x-www-form-urlencoded",
            form.as_bytes(),
        );
        saved = began.elapsed();
        assert!(squad.starts_with("/squads/"), "{squad}");
    });
    println!(
        "{database:<10} {people:>6} people  read {:>6.2} s  page {:>5.0} ms  saved {:>6.2} s  inbox of another p50/p99 {:.0}/{:.0} ms, before {:.0}/{:.0} ms  memory {} MB",
        read.as_secs_f64(),
        milliseconds(shown),
        saved.as_secs_f64(),
        busy.0,
        busy.1,
        quiet.0,
        quiet.1,
        busy.2 >> 20,
    );
}

/// What another reader feels while something is done: p50 and p99 of the inbox in ms, and the most memory that was held.
fn others(program: &Program, cookie: &str, act: impl FnOnce()) -> (f64, f64, u64) {
    let (is_over, most) = (AtomicBool::new(false), AtomicU64::new(0));
    thread::scope(|scope| {
        let times = scope.spawn(|| {
            let agent: Agent = Agent::config_builder().build().into();
            let mut times = Vec::new();
            while !is_over.load(Ordering::Relaxed) {
                let began = Instant::now();
                text(&agent, &program.url("/inbox"), cookie);
                times.push(began.elapsed());
                thread::sleep(PAUSE);
            }
            times
        });
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                most.fetch_max(program.memory_with_children(), Ordering::Relaxed);
                thread::sleep(PAUSE);
            }
        });
        {
            let _over = Over(&is_over);
            act();
        }
        let mut times = times.join().unwrap();
        times.sort_unstable();
        let at =
            |share: usize| milliseconds(times[(times.len() * share / 100).min(times.len() - 1)]);
        (at(50), at(99), most.load(Ordering::Relaxed))
    })
}

/// Says that it is over, also when what was measured has failed: nobody waits for ever.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn text(agent: &Agent, url: &str, cookie: &str) -> String {
    let mut answer = agent.get(url).header("cookie", cookie).call().unwrap();
    assert_eq!(answer.status(), 200, "{url}");
    answer.body_mut().read_to_string().unwrap()
}

/// Sends a form and says where it leads.
fn post(agent: &Agent, url: &str, cookie: &str, content_type: &str, body: &[u8]) -> String {
    let request = agent
        .post(url)
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .content_type(content_type);
    let answer = request.send(body).unwrap();
    assert_eq!(answer.status(), 303, "{url}");
    answer.headers()["location"].to_str().unwrap().to_owned()
}

fn field<'a>(page: &'a str, name: &str) -> &'a str {
    page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap()
}
