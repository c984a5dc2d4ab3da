//! The command line: `serve | work | migrate | backup | demo | body … | user … | journal verify | list check`.

mod bodies;
pub mod demo;
mod journals;
mod lists;
mod servers;
mod users;

use crate::{
    clock::Clock,
    config::Settings,
    domain::{
        body::{BodyKind, DutyKind},
        language::Language,
    },
    intake::{copy_sandbox, sandbox},
};
use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// Volunteer squads that help protect the State Border of Kazakhstan (Resolution 866).
#[derive(Parser)]
#[command(version, about, long_about = None)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages and, unless `deliver` is false, deliver mail.
    Serve,
    /// Deliver mail only.
    Work,
    /// Bring the database's schema up to date.
    Migrate,
    /// Write a whole copy of an SQLite database to a new file, while the program runs.
    Backup { file: PathBuf },
    /// Serve fictional bodies and users, to try the product out.
    Demo {
        /// Begin anew: drop what the last demo left.
        #[arg(long)]
        fresh: bool,
        /// Begin with bodies and users only, without squads.
        #[arg(long)]
        bare: bool,
    },
    /// Bodies: akimats, councils, territorial subdivisions, structural units.
    #[command(subcommand)]
    Body(BodyCommand),
    /// Users and the duties that they hold.
    #[command(subcommand)]
    User(UserCommand),
    /// The journal.
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Member lists as files.
    #[command(subcommand)]
    List(ListCommand),
    #[command(subcommand, hide = true)]
    Copy(CopyCommand),
}

#[derive(Subcommand)]
enum BodyCommand {
    /// Add a body.
    Add {
        kind: BodyKind,
        /// The body's own mailbox; the other commands name the body by it.
        mailbox: String,
        #[arg(long)]
        kk: String,
        #[arg(long)]
        ru: String,
        #[arg(long)]
        en: String,
        /// Mailbox of the body above: a council's akimat, a unit's subdivision.
        #[arg(long)]
        parent: Option<String>,
        /// Mailbox of an akimat whose squads this unit may lead; may be given more than once.
        #[arg(long)]
        serves: Vec<String>,
        /// Days that a subdivision gives itself to vet a list; not set by the Rules.
        #[arg(long, default_value_t = 15)]
        vetting_days: u32,
    },
    /// Close a body in favour of another of its kind: open work, squads and bodies below go over, its duties end.
    Succeed {
        /// Mailbox of the body to be closed.
        old: String,
        /// Mailbox of its successor.
        new: String,
    },
}

#[derive(Subcommand)]
enum UserCommand {
    /// Add a user and print the link, used once within 72 hours, that sets the password.
    Add {
        email: String,
        name: String,
        #[arg(long, default_value = "kk")]
        language: Language,
        /// A duty and the mailbox of its body, as in `akimat_officer@MAILBOX`… written `KIND=MAILBOX`; may be given more than once.
        #[arg(long = "duty", value_parser = duty)]
        duties: Vec<(DutyKind, String)>,
    },
    /// Shut a user out from the next request on; what the user did stays.
    Disable { email: String },
    /// Confirm every duty of a user that an administrator has granted, where nobody else may.
    Confirm { email: String },
    /// List the users and their duties.
    List,
    /// Print a link, used once within 30 minutes, that sets a new password and ends the user's sessions.
    ResetLink { email: String },
}

#[derive(Subcommand)]
enum JournalCommand {
    /// Go through every chain from its beginning; names the first place that is not as it was written.
    Verify,
}

#[derive(Subcommand)]
enum ListCommand {
    /// Read a member list and report on it row by row; saves nothing.
    #[command(after_help = lists::help())]
    Check {
        file: PathBuf,
        /// One JSON object instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// The reading process of an import: a file from standard input, its report to standard output.
    #[command(hide = true)]
    Read,
}

#[derive(Subcommand)]
enum CopyCommand {
    /// The decoding process of a copy: a file from standard input, its pages to standard output.
    Read,
}

fn duty(text: &str) -> Result<(DutyKind, String), String> {
    let (kind, mailbox) = text.split_once('=').ok_or("write KIND=MAILBOX")?;
    Ok((kind.parse().map_err(|_| format!("{kind:?} is no duty"))?, mailbox.to_owned()))
}

/// What goes wrong: a line for standard error and an exit code.
struct Failure(String, u8);

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self(message, 1)
    }
}

/// Runs a command; what goes wrong is one line on standard error.
#[expect(clippy::print_stderr, reason = "the command line speaks to a person")]
pub async fn run(cli: Cli) -> ExitCode {
    match execute(cli.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message, code)) => {
            eprintln!("jasaq: {message}");
            ExitCode::from(code)
        }
    }
}

async fn execute(command: Command) -> Result<(), Failure> {
    let settings = || Settings::load().map_err(|e| e.to_string());
    let app = || settings().and_then(|settings| crate::state::build(settings, Clock::System));
    match command {
        Command::Serve => servers::serve(app()?, true).await?,
        Command::Work => servers::serve(app()?, false).await?,
        Command::Backup { file } => servers::back_up(&settings()?, &file)?,
        Command::Migrate => crate::state::store(&settings()?).map(drop)?,
        Command::Demo { fresh, bare } => {
            demo::run(settings()?, demo::Beginning { is_fresh: fresh, is_bare: bare }).await?;
        }
        Command::Body(command) => bodies::run(&app()?, command)?,
        Command::User(command) => users::run(&app()?, command)?,
        Command::Journal(JournalCommand::Verify) => journals::verify(&app()?)?,
        Command::List(ListCommand::Check { file, json }) => lists::check(&file, json)?,
        Command::List(ListCommand::Read) => sandbox::answer().map_err(|e| e.to_string())?,
        Command::Copy(CopyCommand::Read) => copy_sandbox::answer().map_err(|e| e.to_string())?,
    }
    Ok(())
}
