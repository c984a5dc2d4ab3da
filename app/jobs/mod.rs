//! What runs beside the pages. Any number of nodes may run all of it: each job takes its work in a way that nobody else
//! takes the same.

pub mod count;
pub mod deliver_outbox;
pub mod digest;
mod pace;
pub mod prepare_certificates;
pub mod remind;
pub mod send_reset_links;
pub mod sweep;

use crate::{mailer::Mailer, state::AppState, storage::Result};
use deliver_outbox::{Batch, Line};
use futures_util::future::join_all;
use pace::Pace;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::watch;

/// Longest sleep between two looks at the outbox; an act wakes the workers of its own node at once.
const LOOK: Duration = Duration::from_secs(15);
/// Rest when the server is away or broke off.
const PAUSE: Duration = Duration::from_secs(5);
/// Time between two looks at what is to be reminded of.
const REMIND: Duration = Duration::from_mins(1);
/// Time between two sweeps.
const SWEEP: Duration = Duration::from_hours(1);

/// Delivers over several sessions and keeps the program, until it is told to stop; a mail under way is finished.
pub async fn run(app: Arc<AppState>, mailer: Mailer, stop: watch::Receiver<bool>) {
    let pace = Arc::new(Pace::of(app.settings.mail_rate));
    let deliveries = (0..app.settings.mail_sessions).map(|_| {
        let (app, mailer, pace, stop) = (&app, &mailer, &pace, &stop);
        app.tasks.keep(stop.clone(), move || {
            let (mailer, pace, line_stop) = (mailer.clone(), Arc::clone(pace), stop.clone());
            let line = move || Line::new(&mailer, Arc::clone(&pace), line_stop.clone());
            deliver(Arc::clone(app), line, stop.clone())
        })
    });
    let deliveries = join_all(deliveries);
    let keeping = app.tasks.keep(stop.clone(), || keep(Arc::clone(&app), stop.clone()));
    tokio::join!(deliveries, keeping);
}

/// Delivers over one line; a line that panicked is laid anew.
async fn deliver(app: Arc<AppState>, lay: impl Fn() -> Line, mut stop: watch::Receiver<bool>) {
    let mut wake = app.wake.subscribe();
    let mut line = lay();
    while !*stop.borrow() {
        // What is queued from here on wakes us, even before we sleep.
        wake.mark_unchanged();
        let batch_house = Arc::clone(&app);
        let delivered = tokio::task::spawn_blocking(move || {
            let batch = deliver_outbox::run_once(&batch_house, &mut line);
            if matches!(batch, Ok(Batch { tried: 0, .. }) | Err(_)) {
                line.rest();
            }
            (batch, line)
        });
        let batch = if let Ok((batch, own)) = delivered.await {
            line = own;
            batch
        } else {
            tracing::error!("the delivery panicked");
            line = lay();
            Ok(Batch { tried: 0, is_halted: true })
        };
        let (is_woken, rest) = match batch {
            Ok(Batch { is_halted: true, .. }) => (false, PAUSE),
            Ok(Batch { tried: 0, .. }) => (true, LOOK),
            Ok(_) => continue,
            Err(error) => {
                tracing::warn!(%error, "the outbox could not be read");
                (false, PAUSE)
            }
        };
        tokio::select! {
            _ = wake.changed(), if is_woken => {}
            () = tokio::time::sleep(rest) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Everything but delivery.
async fn keep(app: Arc<AppState>, mut stop: watch::Receiver<bool>) {
    let mut wake = app.wake.subscribe();
    let (mut reminded, mut swept): (Option<Instant>, Option<Instant>) = (None, None);
    let is_time = |at: &mut Option<Instant>, every: Duration| {
        let is_time = at.is_none_or(|at| at.elapsed() > every);
        if is_time {
            *at = Some(Instant::now());
        }
        is_time
    };
    while !*stop.borrow() {
        wake.mark_unchanged();
        let (reminds, sweeps) = (is_time(&mut reminded, REMIND), is_time(&mut swept, SWEEP));
        let job_house = Arc::clone(&app);
        let done = tokio::task::spawn_blocking(move || {
            let app = &job_house;
            let mut queued =
                all(app, "requests for links could not be answered", send_reset_links::run_once);
            if reminds {
                queued += all(app, "reminders could not be sent", remind::run_once);
                queued += all(app, "digests could not be sent", digest::run_once);
            }
            if sweeps {
                let job = prepare_certificates::run_once;
                queued += all(app, "certificates could not be prepared", job);
                once(app, "the sweep failed", sweep::run_once);
                once(app, "figures could not be counted", count::run_once);
            }
            if queued > 0 {
                app.wake.send_replace(());
            }
        });
        if done.await.is_err() {
            tracing::error!("a job panicked");
        }
        tokio::select! {
            _ = wake.changed() => {}
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Runs a job until nothing is left for it; one that fails holds no other up.
fn all(app: &AppState, complaint: &str, job: fn(&AppState) -> Result<usize>) -> usize {
    let mut done = 0;
    loop {
        match once(app, complaint, job) {
            0 => return done,
            more => done += more,
        }
    }
}

fn once(app: &AppState, complaint: &str, job: fn(&AppState) -> Result<usize>) -> usize {
    job(app).unwrap_or_else(|error| {
        tracing::warn!(%error, "{complaint}");
        0
    })
}
