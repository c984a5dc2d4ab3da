//! The tasks of a node that run beside the pages: one that ends is started again, and the node says so while one does not run.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::sync::watch;

/// Rest before a task that has ended is started again: at first, and at most.
const REST: Duration = Duration::from_secs(1);
const LONGEST_REST: Duration = Duration::from_mins(1);

/// How many tasks a node is to run, and how many do.
#[derive(Clone, Debug, Default)]
pub struct Tasks {
    wanted: Arc<AtomicUsize>,
    running: Arc<AtomicUsize>,
}

impl Tasks {
    /// Whether all tasks of the node run.
    #[must_use]
    pub fn are_running(&self) -> bool {
        self.running.load(Ordering::SeqCst) >= self.wanted.load(Ordering::SeqCst)
    }

    /// Runs a task until it is told to stop, and starts it again whenever it ends before.
    pub async fn keep<F>(&self, mut stop: watch::Receiver<bool>, mut task: impl FnMut() -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.wanted.fetch_add(1, Ordering::SeqCst);
        let mut rest = REST;
        loop {
            let running = Running::begin(&self.running);
            let began = std::time::Instant::now();
            let ended = tokio::spawn(task()).await;
            drop(running);
            if *stop.borrow() {
                break;
            }
            // Nothing stands between the end of a task and its restart, not even a line in the log.
            rest = if began.elapsed() > LONGEST_REST { REST } else { (2 * rest).min(LONGEST_REST) };
            tokio::select! {
                () = tokio::time::sleep(rest) => {}
                _ = stop.changed() => break,
            }
            let has_panicked = ended.is_err();
            tracing::error!(has_panicked, "a task had ended and is started again");
        }
        self.wanted.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A task that runs, until it is dropped.
struct Running<'a>(&'a AtomicUsize);

impl<'a> Running<'a> {
    fn begin(running: &'a AtomicUsize) -> Self {
        running.fetch_add(1, Ordering::SeqCst);
        Self(running)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_that_panics_is_started_again_and_the_node_is_not_ready_meanwhile() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let (tasks, (stop, stopped)) = (Tasks::default(), watch::channel(false));
            let starts = Arc::new(AtomicUsize::new(0));
            let (counted, ended) = (Arc::clone(&starts), stopped.clone());
            let task = move || {
                let (start, mut ended) = (counted.fetch_add(1, Ordering::SeqCst), ended.clone());
                async move {
                    assert!(start > 0, "the first one panics");
                    let _ = ended.changed().await;
                }
            };
            let kept = tasks.clone();
            let keeping = tokio::spawn(async move { kept.keep(stopped, task).await });
            tokio::time::sleep(Duration::from_millis(200)).await;
            assert!(!tasks.are_running(), "it has ended");
            tokio::time::sleep(Duration::from_millis(2500)).await;
            assert!(tasks.are_running() && starts.load(Ordering::SeqCst) == 2, "it runs again");
            stop.send(true).unwrap();
            keeping.await.unwrap();
            assert!(tasks.are_running(), "a node that ends wants none");
        });
    }
}
