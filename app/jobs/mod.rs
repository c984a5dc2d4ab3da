//! What runs beside the pages.

pub mod deliver_outbox;
pub mod send_reset_links;
pub mod sweep;

use crate::{acts::House, mailer::Mailer};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::watch;

/// Longest sleep between two looks at the outbox; an act wakes the worker of its own node at once.
const LOOK: Duration = Duration::from_secs(15);

/// Time between two sweeps.
const SWEEP: Duration = Duration::from_hours(1);

/// Delivers until it is told to stop; a batch under way is finished.
pub async fn run(house: Arc<House>, mailer: Mailer, mut stop: watch::Receiver<bool>) {
    let mut swept: Option<Instant> = None;
    loop {
        if swept.is_none_or(|at| at.elapsed() > SWEEP) {
            swept = Some(Instant::now());
            let sweep_house = Arc::clone(&house);
            if let Ok(Err(error)) = tokio::task::spawn_blocking(move || sweep::run_once(&sweep_house)).await {
                tracing::warn!(%error, "the sweep failed");
            }
        }
        let (batch_house, batch_mailer) = (Arc::clone(&house), mailer.clone());
        let delivered = tokio::task::spawn_blocking(move || {
            // Requests that can't be answered hold no mail up.
            let answered = send_reset_links::run_once(&batch_house).unwrap_or_else(|error| {
                tracing::warn!(%error, "requests for links could not be answered");
                0
            });
            deliver_outbox::run_once(&batch_house, &batch_mailer).map(|delivered| answered + delivered)
        })
        .await;
        match delivered {
            Ok(Ok(0)) => {}
            Ok(Ok(_)) => {
                if !*stop.borrow() {
                    continue;
                }
            }
            Ok(Err(error)) => tracing::warn!(%error, "the outbox could not be read"),
            Err(_) => tracing::error!("the delivery panicked"),
        }
        if *stop.borrow() {
            return;
        }
        tokio::select! {
            () = house.wake.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.changed() => {}
        }
    }
}
