//! `idlcm fixture`: the fake apps.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::fixture::{Fault, Fixture as App, ServeOptions, from_evidence};

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
    /// Make a fixture of the page on which a job failed
    #[command(after_long_help = "\
A dry run of the recipe with it tells which screen the page is and whether the lists on it can be read. Once the recipe is \
mended, keep the fixture: it is the test that the recipe stays so.

Examples:
  idlcm fixture from-evidence evidence/0f8e1c… --to fixtures/ledgerly-renamed --screen users
  idlcm dry-run recipes/ledgerly --fixture fixtures/ledgerly-renamed

Exit codes: 0 made; 2 wrong usage; 4 no page in the evidence, or the folder exists already.")]
    FromEvidence(FromEvidence),
}

#[derive(Debug, Args)]
struct FromEvidence {
    /// The evidence of one job: a folder with trace.json and page.html
    dir: PathBuf,
    /// The fixture's folder. Default: fixtures/APP-captured
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// The screen of the recipe that the page has to be
    #[arg(long, value_name = "SCREEN")]
    screen: Option<String>,
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
            Command::FromEvidence(made) => made.run(),
        }
    }
}

impl FromEvidence {
    fn run(&self) -> Ended {
        let made = from_evidence(&self.dir, self.to.as_deref(), self.screen.as_deref()).map_err(Stop::missing)?;
        line(&made.folder.display().to_string())?;
        note(&format!(
            "the page {}; try it with: idlcm dry-run recipes/{} --fixture {}",
            made.path,
            made.app,
            made.folder.display()
        ));
        note("it shows what the app showed: names and addresses of people may be in it");
        Ok(ExitCode::Done)
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
        note("end it with Ctrl-C; what you change in its folder counts from the next start");
        signal::ended().await;
        running.shutdown().await;
        Ok(ExitCode::Done)
    }
}
