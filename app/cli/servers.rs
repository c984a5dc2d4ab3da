//! `serve` and `work`: run until SIGTERM or Ctrl-C, then finish what is under way.

use crate::{config::Settings, jobs, mailer::Mailer, state::AppState, storage::Store, web};
use std::{io, path::Path, sync::Arc};
use tokio::sync::watch;

/// Serves pages, or delivers mail only.
pub async fn serve(app: AppState, has_pages: bool) -> Result<(), String> {
    log();
    let app = Arc::new(app);
    let mailer = Mailer::of(&app.settings).map_err(|e| e.to_string())?;
    let (stop, stopped) = watch::channel(false);
    let worker = (app.settings.deliver || !has_pages)
        .then(|| actix_web::rt::spawn(jobs::run(Arc::clone(&app), mailer, stopped)));
    if has_pages {
        let server = web::serve(Arc::clone(&app)).map_err(|e| format!("bind: {e}"))?;
        let running = actix_web::rt::spawn(server.running);
        // At its first poll the server begins to listen to signals: only then it may be said to serve.
        tokio::task::yield_now().await;
        tracing::info!(address = %server.address, public_url = app.settings.public_url, "serving");
        // The server itself ends on SIGTERM and Ctrl-C once its requests are answered.
        running.await.map_err(|e| e.to_string())?.map_err(|e| e.to_string())?;
    } else {
        wait_for_end().await?;
    }
    // Nobody listens when mail is delivered elsewhere.
    stop.send(true).ok();
    if let Some(worker) = worker {
        worker.await.map_err(|e| e.to_string())?;
    }
    tracing::info!("ended");
    Ok(())
}

/// Writes a whole copy of the database.
#[expect(clippy::print_stdout, reason = "the command line speaks to a person")]
pub fn back_up(settings: &Settings, file: &Path) -> Result<(), String> {
    // The schema stays as it is: a copy is made of what is there.
    let store = Store::open(&settings.database_url, 1).map_err(|e| format!("database_url: {e}"))?;
    store.back_up(file).map_err(|e| format!("{}: {e}", file.display()))?;
    println!(
        "{} is a whole copy. Keep a copy of {} apart from it: without that file IINs and copies can't be read.",
        file.display(),
        settings.key_file.display()
    );
    Ok(())
}

/// Logs as JSON lines in UTC on standard output; no line holds personal data.
fn log() {
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_target(false)
        .with_max_level(tracing::Level::INFO)
        // A log that can't be written takes nothing away: an act goes on without its line.
        .log_internal_errors(false)
        .with_writer(|| Patient(io::stdout()))
        .init();
}

/// Writes what can be written.
struct Patient(io::Stdout);

impl io::Write for Patient {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        drop(self.0.write_all(line));
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        drop(self.0.flush());
        Ok(())
    }
}

async fn wait_for_end() -> Result<(), String> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut term = signal(SignalKind::terminate()).map_err(|e| e.to_string())?;
    tokio::select! {
        _ = term.recv() => Ok(()),
        ended = tokio::signal::ctrl_c() => ended.map_err(|e| e.to_string()),
    }
}
