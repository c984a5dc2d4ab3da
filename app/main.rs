//! The program: reads the command line and leaves the rest to the library.

use clap::Parser;

#[actix_web::main]
async fn main() -> std::process::ExitCode {
    jasaq::cli::run(jasaq::cli::Cli::parse()).await
}
