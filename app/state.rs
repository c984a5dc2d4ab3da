//! Builds the program: settings → database → keys → templates.

use crate::{
    clock::Clock,
    config::Settings,
    places::Places,
    storage::{Store, db::canary, db::sealing::Keys},
    strangers::{self, Strangers},
    tasks::Tasks,
    templates,
};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tera::Tera;
use tokio::sync::watch;

/// What the system stands on; every act and every page gets it.
pub struct AppState {
    pub store: Store,
    pub clock: Clock,
    pub keys: Keys,
    pub templates: Tera,
    pub settings: Settings,
    /// This program, which reads spreadsheets in a process of its own.
    pub program: PathBuf,
    /// Places for work that takes memory.
    pub places: Places,
    /// Failures of browsers that have never signed in.
    pub strangers: Strangers,
    /// Those who check certificates.
    pub checkers: Strangers,
    /// The tasks that run beside the pages of this node.
    pub tasks: Tasks,
    /// Rung after each act, so that mails leave at once; every worker of the node hears it.
    pub wake: watch::Sender<()>,
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

/// Connections that a node keeps at most. SQLite writes through one of its own; on PostgreSQL writers wait for one
/// another on these.
fn connections(database_url: &str) -> u32 {
    let cores = u32::try_from(cores()).unwrap_or(2);
    if database_url.starts_with("sqlite://") { cores + 2 } else { 8 * cores }
}

/// Opens the database and brings its schema up to date.
///
/// # Errors
/// In words for whoever starts the program.
pub fn store(settings: &Settings) -> Result<Store, String> {
    if let Some(folder) =
        settings.database_url.strip_prefix("sqlite://").and_then(|path| Path::new(path).parent())
    {
        fs::create_dir_all(folder).map_err(|e| format!("database_url: {e}"))?;
    }
    fs::create_dir_all(&settings.data_dir).map_err(|e| format!("data_dir: {e}"))?;
    Store::refuse_mixed(&settings.database_url).map_err(|e| format!("database_url: {e}"))?;
    let store = Store::open(&settings.database_url, connections(&settings.database_url))
        .map_err(|e| format!("database_url: {e}"))?;
    store.migrate().map_err(|e| e.to_string())?;
    Ok(store)
}

/// Builds the program over a database whose schema is up to date.
///
/// # Errors
/// In words for whoever starts the program.
pub fn build(settings: Settings, clock: Clock) -> Result<AppState, String> {
    let store = store(&settings)?;
    let keys = canary::keys(&store, &settings.key_file).map_err(|e| e.to_string())?;
    let templates = templates::templates().map_err(|e| e.to_string())?;
    let program = std::env::current_exe().map_err(|e| e.to_string())?;
    let proxies = strangers::proxies(&settings.trusted_proxies)
        .map_err(|entry| format!("trusted_proxies: {entry}"))?;
    Ok(AppState {
        store,
        clock,
        keys,
        templates,
        settings,
        program,
        places: Places::new(cores()),
        strangers: Strangers::behind(proxies),
        checkers: Strangers::default(),
        tasks: Tasks::default(),
        wake: watch::Sender::new(()),
    })
}
