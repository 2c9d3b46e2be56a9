//! `idlcm fixture`: the fake apps.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::fixture::{Fault, Fixture as App, ServeOptions};

use super::exit_code::ExitCode;
use super::print::{line, note};
use super::signal;
use super::stop::{Ended, Stop};

/// Serve a fixture app
#[derive(Debug, Args)]
pub(super) struct Fixture {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve a fixture for your own browser, or for tests; prints its URL as the first line
    Serve(Serve),
}

#[derive(Debug, Args)]
struct Serve {
    /// The fixture's folder: it holds a fixture.yaml
    dir: PathBuf,
    /// Where to listen; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:0", value_name = "ADDRESS")]
    addr: SocketAddr,
    /// Append every login and change to this file, one JSON object per line
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    #[arg(long = "fault", value_name = "NAME[=VALUE]", help = faults_help())]
    faults: Vec<String>,
}

/// The names come from where they are read, so that help and program agree.
fn faults_help() -> String {
    format!("Misbehave: {}", Fault::NAMES.join(", "))
}

impl Fixture {
    pub(super) async fn run(&self) -> Ended {
        match &self.command {
            Command::Serve(serve) => serve.run().await,
        }
    }
}

impl Serve {
    async fn run(&self) -> Ended {
        let faults = self.faults.iter().map(|fault| fault.parse()).collect::<Result<Vec<Fault>, _>>();
        let faults = faults.map_err(|error| Stop::new(ExitCode::Usage, error.to_string()))?;
        let app = App::load(&self.dir).map_err(Stop::invalid)?;
        let options = ServeOptions { journal: self.journal.clone(), faults, script: None };
        let running = app.serve(self.addr, options).await.map_err(Stop::missing)?;
        line(&running.url())?;
        note("end it with Ctrl-C");
        signal::ended().await;
        running.shutdown().await;
        Ok(ExitCode::Done)
    }
}
