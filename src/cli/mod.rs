//! The command line: arguments, settings, exit codes, and what the terminal shows. One file per command.

mod admin;
mod broker;
mod catalog;
mod completions;
mod console;
mod dead_letters;
#[cfg(feature = "fixture")]
mod demo;
#[cfg(feature = "fixture")]
mod demo_console;
#[cfg(feature = "fixture")]
mod demo_scim;
mod doctor;
#[cfg(feature = "fixture")]
mod dry_run;
#[cfg(feature = "fixture")]
mod dry_run_report;
mod exit_code;
#[cfg(feature = "fixture")]
mod fixture;
mod gateway;
mod harden;
mod inspect;
mod integration_check;
mod integration_status;
mod integrations;
mod jobs;
#[cfg(feature = "fixture")]
mod junit;
mod keep_open;
mod launch;
mod listen;
mod live_catalog;
mod log;
mod login_memory;
mod man;
mod plan;
mod print;
mod probe;
mod problem;
mod progress;
mod provider;
mod queue;
mod queue_status;
mod recipe;
mod report;
mod run;
mod run_report;
mod schema;
mod serve;
mod settings;
mod signal;
mod site;
mod stop;
mod submit;
mod try_locator;
mod vault;
mod visit;
mod worker;

use std::panic::{AssertUnwindSafe, catch_unwind};

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

pub use exit_code::ExitCode;

use settings::Settings;
use stop::{Ended, Stop};

/// Provisions accounts in apps that have no provisioning interface.
///
/// Workers take jobs from RabbitMQ, follow a recipe through the app's own admin screens in a real browser, read the effect
/// back, and publish a truthful result.
#[derive(Debug, Parser)]
#[command(name = "idlcm", version, propagate_version = true, arg_required_else_help = true, max_term_width = 110)]
struct Arguments {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[cfg(feature = "fixture")]
    Demo(demo::Demo),
    Doctor(doctor::Doctor),
    Recipe(recipe::Recipe),
    #[cfg(feature = "fixture")]
    DryRun(dry_run::DryRun),
    #[cfg(feature = "fixture")]
    Fixture(fixture::Fixture),
    Plan(plan::Plan),
    Run(run::Run),
    Inspect(inspect::Inspect),
    Try(try_locator::Try),
    Submit(submit::Submit),
    Worker(worker::Worker),
    Gateway(gateway::Gateway),
    Admin(admin::Admin),
    Console(console::Console),
    Serve(serve::Serve),
    Queue(queue::Queue),
    Integrations(integrations::Integrations),
    DeadLetters(dead_letters::DeadLetters),
    Report(report::Report),
    Schema(schema::Schema),
    Probe(probe::Probe),
    Completions(completions::Completions),
    Man(man::Man),
}

/// The commands as people look for them, in groups.
const HELP: &str = include_str!("help.txt");

/// The command line, with its first page of help.
fn program() -> clap::Command {
    let program = Arguments::command();
    let known = |name: &str| name == "help" || program.get_subcommands().any(|command| command.get_name() == name);
    // A build without fixtures does not have all of them.
    let there = |line: &&str| match line.strip_prefix("  ") {
        Some(command) => command.split_whitespace().next().is_some_and(known),
        None => true,
    };
    let help = HELP.lines().filter(there).fold(String::new(), |all, line| all + line + "\n");
    program.help_template(help)
}

/// Runs the program and returns its exit code.
pub fn main() -> std::process::ExitCode {
    // Leads a driver's process group and ends it when its worker is gone. Not for people, so that no message lists it.
    let mut given = std::env::args_os().skip(1);
    if given.next().is_some_and(|first| first == "browser-guard") {
        return crate::browser::guard::run(given);
    }
    let arguments = Arguments::from_arg_matches(&program().get_matches()).unwrap_or_else(|error| error.exit());
    if let Ok(code) = catch_unwind(AssertUnwindSafe(|| start(arguments))) {
        code
    } else {
        print::note("this is a bug in idlcm; please report it with the lines above");
        ExitCode::Bug.into()
    }
}

fn start(arguments: Arguments) -> std::process::ExitCode {
    let Arguments { settings, command } = arguments;
    // The client library calls every channel that the broker closes an error, and TLS each look at a certificate; our own
    // lines say what it means, and once.
    let serves = matches!(command, Command::Worker(_) | Command::Gateway(_) | Command::Serve(_));
    // A command that only asks ends its subscription itself.
    let level = if serves {
        "idlcm=info,warn,lapin=off,rustls_platform_verifier=off,sqlx=warn"
    } else {
        "warn,lapin=off,idlcm::queue::state_stream=error"
    };
    let log = log::start(settings.log_format, level, serves);
    harden::harden();
    let ended = match runtime() {
        Ok(runtime) => runtime.block_on(run(&settings, command)),
        Err(error) => Err(Stop::missing(format!("the runtime cannot be started: {error}"))),
    };
    log.end();
    match ended {
        Ok(code) => code.into(),
        Err(stop) => {
            if !stop.message.is_empty() {
                print::note(&format!("idlcm: {}", stop.message));
            }
            stop.code.into()
        }
    }
}

/// Two threads are enough: the work is done in browsers.
fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

async fn run(settings: &Settings, command: Command) -> Ended {
    match command {
        #[cfg(feature = "fixture")]
        Command::Demo(demo) => demo.run(settings).await,
        Command::Doctor(doctor) => doctor.run(settings).await,
        Command::Recipe(recipe) => recipe.run(settings),
        #[cfg(feature = "fixture")]
        Command::DryRun(dry_run) => Box::pin(dry_run.run(settings)).await,
        #[cfg(feature = "fixture")]
        Command::Fixture(fixture) => fixture.run().await,
        Command::Plan(plan) => plan.run(settings),
        Command::Run(run) => Box::pin(run.run(settings)).await,
        Command::Inspect(inspect) => Box::pin(inspect.run(settings)).await,
        Command::Try(locator) => Box::pin(locator.run(settings)).await,
        Command::Submit(submit) => submit.run(settings).await,
        Command::Worker(worker) => worker.run(settings).await,
        Command::Admin(admin) => admin.run(settings).await,
        Command::Console(console) => console.run(settings).await,
        Command::Gateway(gateway) => Box::pin(gateway.run(settings)).await,
        Command::Serve(serve) => Box::pin(serve.run(settings)).await,
        Command::Queue(queue) => queue.run(settings).await,
        Command::Integrations(integrations) => integrations.run(settings).await,
        Command::DeadLetters(dead_letters) => dead_letters.run(settings).await,
        Command::Report(report) => report.run(),
        Command::Schema(schema) => schema.run(),
        Command::Probe(probe) => probe.run().await,
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}
