//! `user add | list | reset-link`.

use super::{UserCommand, bodies::note};
use crate::{
    acts::offices::delivery_method::{INVITATION, RESET},
    domain::{
        body::DutyKind,
        delivery::LinkMeans,
        events::offices::{DutyConfirmed, DutyGranted, LinkMade, UserAdded, UserDisabled},
        id::{self, Id},
        journal::AccountAct,
        language::Language,
        workflow::{Act, Notice},
    },
    state::AppState,
    storage::{
        self, Db, StorageError,
        offices::{duty::NewDuty, user::User},
    },
};
use chrono::TimeDelta;

/// Runs a command about users.
#[expect(clippy::print_stdout, reason = "the command line speaks to a person")]
pub fn run(app: &AppState, command: UserCommand) -> Result<(), String> {
    match command {
        UserCommand::Add { email, name, language, duties } => {
            email.parse::<lettre::Address>().map_err(|_| format!("{email} is no address"))?;
            let token = app.store.write(|db| {
                let user = add(db, app, &email, &name, language, &duties)?;
                link(db, app, user, INVITATION)
            });
            println!("{}", url(app, &token.map_err(|e| explain(&e, &email))?));
        }
        UserCommand::List => {
            for line in app.store.read(|db| lines(db, app)).map_err(|e| e.to_string())? {
                println!("{line}");
            }
        }
        UserCommand::Disable { email } => {
            let user = find(app, &email)?;
            let disabled = app.store.write(|db| {
                note(db, app, Act::DisableUser, UserDisabled { id: user.id })?;
                storage::account::credentials::disable(db, user.id, app.clock.now())
            });
            disabled.map_err(|e: StorageError| e.to_string())?;
        }
        UserCommand::Confirm { email } => {
            let (user, now) = (find(app, &email)?, app.clock.now());
            let confirmed = app.store.write(|db| {
                for duty in storage::offices::duty::of_users(db, &[user.id])? {
                    if storage::offices::confirmation::confirm(db, duty.id, now)? {
                        let confirmed = DutyConfirmed { id: duty.id, user: user.id };
                        note(db, app, Act::ConfirmDuty, confirmed)?;
                    }
                }
                Ok(())
            });
            confirmed.map_err(|e: StorageError| e.to_string())?;
        }
        UserCommand::ResetLink { email } => {
            let user = find(app, &email)?;
            let token = app.store.write(|db| {
                let until = app.clock.now() + RESET;
                let made = LinkMade {
                    id: user.id,
                    notice: Notice::PasswordReset,
                    by: LinkMeans::Terminal,
                    until,
                };
                note(db, app, AccountAct::MakeResetLink, made)?;
                link(db, app, user.id, RESET)
            });
            println!("{}", url(app, &token.map_err(|e: StorageError| e.to_string())?));
        }
    }
    Ok(())
}

fn find(app: &AppState, email: &str) -> Result<User, String> {
    let user = app
        .store
        .read(|db| storage::offices::user::by_email(db, email))
        .map_err(|e: StorageError| e.to_string())?;
    user.ok_or_else(|| format!("nobody has the address {email}"))
}

fn explain(error: &StorageError, email: &str) -> String {
    match error {
        StorageError::Unique => format!("somebody has the address {email} already"),
        other => other.to_string(),
    }
}

fn url(app: &AppState, token: &str) -> String {
    format!("{}/links/{token}", app.settings.public_url)
}

/// Adds a user with duties and journals it.
pub fn add(
    db: &mut Db,
    app: &AppState,
    email: &str,
    name: &str,
    language: Language,
    duties: &[(DutyKind, String)],
) -> Result<Id<id::User>, StorageError> {
    let (id, now) = (Id::new(), app.clock.now());
    if duties.len() > 1 && duties.iter().any(|(kind, _)| *kind == DutyKind::Administrator) {
        return Err(StorageError::Other("an administrator holds no other duty".into()));
    }
    storage::offices::user::insert(db, id, email, name, language, now)?;
    note(db, app, AccountAct::AddUser, UserAdded { id })?;
    for (kind, mailbox) in duties {
        let body = storage::offices::body::by_email(db, mailbox)?
            .ok_or_else(|| StorageError::Other(format!("no body has the mailbox {mailbox}")))?;
        if !kind.fits(body.kind) {
            return Err(StorageError::Other(format!("a {} has no {kind}", body.kind)));
        }
        let duty = Id::new();
        storage::offices::duty::insert(db, &NewDuty::from_now(duty, id, body.id, *kind, now))?;
        let (user, body) = (id, body.id);
        let granted = DutyGranted {
            id: duty,
            user,
            body,
            kind: *kind,
            from: now,
            to: None,
            deputy_for: None,
        };
        note(db, app, Act::GrantDuty, granted)?;
    }
    Ok(id)
}

fn link(
    db: &mut Db,
    app: &AppState,
    user: Id<id::User>,
    validity: TimeDelta,
) -> Result<String, StorageError> {
    let (token, now) = (storage::account::link::new_token()?, app.clock.now());
    // The operator's word is proof enough.
    storage::account::link::insert(db, &token, user, now, now + validity, true)?;
    Ok(token)
}

fn lines(db: &mut Db, app: &AppState) -> Result<Vec<String>, StorageError> {
    let mut lines = Vec::new();
    for user in storage::offices::user::all(db)? {
        let mut duties = Vec::new();
        for held in storage::offices::user::holdings(db, user.id, app.clock.now())? {
            duties.push(format!(
                "{}={}",
                held.kind,
                storage::offices::body::get(db, held.body)?.email
            ));
        }
        lines.push(format!(
            "{}\t{}\t{}\t{}",
            user.email,
            user.name,
            user.language,
            duties.join(" ")
        ));
    }
    Ok(lines)
}
