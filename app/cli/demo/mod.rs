//! `demo`: fictional bodies, users of every duty and squads, to try the product out. Nobody in it is real.

mod bodies;
pub mod squads;

pub use bodies::{PASSWORD, fill};

use super::servers;
use crate::{
    clock::Clock,
    config::{Environment, Settings},
    domain::code,
    state::AppState,
    storage,
};
use bodies::{USERS, mailbox};
use std::fs;

/// The beginning of a demo.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    /// Drop what the last demo left.
    pub is_fresh: bool,
    /// Bodies and users only.
    pub is_bare: bool,
}

/// Serves the demo; keeps its data unless it is to begin anew.
pub async fn run(settings: Settings, beginning: Beginning) -> Result<(), String> {
    if settings.environment == Environment::Production {
        return Err("the demo does not run in production".into());
    }
    if beginning.is_fresh {
        drop_data(&settings)?;
    }
    let now = Clock::System.now();
    let began = if beginning.is_bare { now } else { now - squads::AGE };
    let past = crate::state::build(settings.clone(), Clock::fixed(began))?;
    let is_empty =
        past.store.read(storage::offices::user::all).map_err(|e| e.to_string())?.is_empty();
    if is_empty {
        past.store.write(|db| fill(db, &past)).map_err(|e| e.to_string())?;
        if !beginning.is_bare {
            squads::fill(&past, now)?;
        }
    }
    drop(past);
    let app = crate::state::build(settings, Clock::System)?;
    tell(&app)?;
    servers::serve(app, true).await
}

/// Only an SQLite demo in its own folder can be dropped: nothing else is ours to delete.
fn drop_data(settings: &Settings) -> Result<(), String> {
    let path = settings
        .database_url
        .strip_prefix("sqlite://")
        .ok_or("--fresh begins an SQLite demo anew; drop another database yourself")?;
    for file in [
        path.to_owned(),
        format!("{path}-wal"),
        format!("{path}-shm"),
        settings.key_file.display().to_string(),
    ] {
        match fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(format!("{file}: {error}"));
            }
            _ => {}
        }
    }
    if let Some(folder) = settings.mail_url.strip_prefix("file://") {
        for mail in fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|f| f.path().extension().is_some_and(|e| e == "eml"))
        {
            fs::remove_file(mail.path()).map_err(|e| e.to_string())?;
        }
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the command line speaks to a person")]
fn tell(app: &AppState) -> Result<(), String> {
    println!(
        "\n  {}\n  mail as its readers see it: {0}/dev/mail\n\n  password of all: {PASSWORD}\n",
        app.settings.public_url
    );
    for (name, full_name, duties) in USERS {
        let duties: Vec<String> =
            duties.iter().map(|(kind, body)| format!("{kind} in {body}")).collect();
        println!("  {:<28} {:<22} {}", mailbox(name), full_name, duties.join(", "));
    }
    let leaders = app.store.read(storage::squads::leader_account::logins);
    for (login, name) in leaders.map_err(|e| e.to_string())? {
        println!("  {:<28} {name:<22} leader of a squad", code::grouped(&login));
    }
    println!();
    Ok(())
}
