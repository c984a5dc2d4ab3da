//! What a page costs: CPU a request, latency at eight connections and memory, on a database of a given size; and what a long
//! list costs.
//!
//! `scripts/bench` runs it on both databases. It fills a database of its own with fictional people (all of them called
//! alike, IINs with serial 99), starts the program as it is deployed, signs in as the demo's vetting officer, its akimat
//! officer and the leader of a squad, and asks for their pages. The load comes from the same machine: compare rows, not machines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss
)]

mod leader;
mod lists;
mod off_record;
mod people;
mod program;

use people::Scene;
use program::Program;
use std::{
    env,
    time::{Duration, Instant},
};
use ureq::Agent;

const CONNECTIONS: usize = 8;
const WARM_UP: usize = 80;
const REQUESTS: usize = 800;
/// People of the lists that are imported: a large one, and the longest there may be.
const LISTS: [u32; 2] = [1_000, 50_000];

fn main() {
    let sizes: Vec<usize> =
        env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let server = env::var("JASAQ_TEST_DATABASE_URL").ok();
    println!(
        "database   memberships  page          CPU ms   of it db   req/s   p50 ms   p99 ms   RSS MB"
    );
    for size in if sizes.is_empty() { vec![10_000] } else { sizes } {
        let scene = Scene::fill(size, server.as_deref());
        let program = Program::start(&scene);
        let officer = program.sign_in("tekserushi");
        let akimat = program.sign_in("akimat");
        let leader = program.sign_in_as(&scene.leader);
        let pages = [
            ("inbox", &officer, "/inbox".to_owned()),
            ("list", &officer, format!("/lists/{}", scene.list)),
            ("person", &officer, format!("/entries/{}", scene.entry)),
            ("lists", &officer, "/lists".to_owned()),
            ("squads", &officer, "/squads".to_owned()),
            ("inbox (ak.)", &akimat, "/inbox".to_owned()),
            ("my squad", &leader, "/my-squad".to_owned()),
        ];
        for (name, cookie, path) in pages {
            ask(&program, cookie, &path, WARM_UP);
            let (own, database, began) = (program.cpu(), program.database_cpu(), Instant::now());
            let mut times = ask(&program, cookie, &path, REQUESTS);
            let wall = began.elapsed();
            let each = |cpu: Duration| cpu.as_secs_f64() * 1000.0 / REQUESTS as f64;
            let (own, database) = (
                each(program.cpu().saturating_sub(own)),
                each(program.database_cpu().saturating_sub(database)),
            );
            times.sort_unstable();
            let at = |share: usize| {
                times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0
            };
            println!(
                "{:<10} {size:>11}  {name:<12} {:>7.2}   {database:>8.2}  {:>6.0}   {:>6.1}   {:>6.1}   {:>6}",
                scene.database(),
                own + database,
                REQUESTS as f64 / wall.as_secs_f64(),
                at(50),
                at(99),
                program.memory() >> 20
            );
        }
        off_record::take_off(&program, &scene, &program.sign_in("okil"), size);
        for people in LISTS {
            lists::import(&program, &akimat, &officer, scene.database(), people);
        }
    }
}

/// Asks for a page so many times over eight connections that are kept, and gives the time of each answer.
fn ask(program: &Program, cookie: &str, path: &str, requests: usize) -> Vec<Duration> {
    let url = program.url(path);
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                scope.spawn(|| {
                    let agent: Agent = Agent::config_builder()
                        .http_status_as_error(false)
                        .max_redirects(0)
                        .build()
                        .into();
                    let one = || {
                        let began = Instant::now();
                        let mut answer = agent.get(&url).header("cookie", cookie).call().unwrap();
                        assert_eq!(answer.status(), 200, "{url}");
                        answer.body_mut().read_to_string().unwrap();
                        began.elapsed()
                    };
                    (0..requests / CONNECTIONS).map(|_| one()).collect::<Vec<_>>()
                })
            })
            .collect();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    })
}
