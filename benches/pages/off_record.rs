//! The cost of taking leaders off the record: all that follows is one transaction.

use crate::{people::Scene, program::Program};
use std::time::{Duration, Instant};
use ureq::Agent;

/// Leaders who are taken off.
const LEADERS: usize = 30;

/// Takes leaders off the record through the form, and prints one line.
pub fn take_off(program: &Program, scene: &Scene, unit: &str, size: usize) {
    let agent: Agent =
        Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
    let mut times = Vec::new();
    for (squad, member) in scene.leaders.iter().take(LEADERS) {
        let url = program.url(&format!("/squads/{squad}/members/{member}/off-record"));
        let page = agent.get(&url).header("cookie", unit).call().unwrap();
        let page = page.into_body().read_to_string().unwrap();
        let [token, key, version] = ["form_token", "form_key", "version"].map(|name| {
            let (_, after) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
            after.split('"').next().unwrap().to_owned()
        });
        let form = format!(
            "form_token={token}&form_key={key}&version={version}&item=15.3&arose_on=2026-11-20&looked_over=yes"
        );
        let began = Instant::now();
        let answer = agent
            .post(&url)
            .header("cookie", unit)
            .header("sec-fetch-site", "same-origin")
            .content_type("application/x-www-form-urlencoded")
            .send(form)
            .unwrap();
        times.push(began.elapsed());
        assert_eq!(answer.status(), 303, "a leader goes off the record");
    }
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "{:<10} {size:>11}  a leader off the record: p50 {:.1} ms, slowest of {} {:.1} ms",
        scene.database(),
        ms(times[times.len() / 2]),
        times.len(),
        ms(times[times.len() - 1])
    );
}
