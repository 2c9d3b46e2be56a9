//! `idlcm admin`: what administrators do with the integrations of a gateway, over its management API.

mod activity;
mod advice;
mod apps;
mod archive;
mod client;
mod create;
mod document;
mod jobs;
mod list;
mod pause;
mod resources;
mod resume;
mod review;
mod show;
mod started_job;
mod sync;
mod table;
mod test;
mod token;
mod update;

use clap::{Args, Subcommand};

use super::settings::Settings;
use super::stop::Ended;
pub(super) use client::{Client, Reach};

/// Manage the integrations of a gateway: create, test and sync them, make tokens, see what was done
#[derive(Debug, Args)]
#[command(after_long_help = "\
An integration is created from a file, tested, synced, and then connected to the identity provider with a token of its own. \
docs/gateway.md follows one from the first step to the last.

Examples:
  idlcm admin create acme-boardly.yaml --idp okta
  idlcm admin test acme-boardly
  idlcm admin sync acme-boardly
  idlcm admin token create acme-boardly --expires 90d
  idlcm admin activity acme-boardly")]
pub(super) struct Admin {
    #[command(flatten)]
    reach: Reach,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Apps(apps::Apps),
    List(list::List),
    Show(show::Show),
    Create(create::Create),
    Update(update::Update),
    Test(test::Test),
    Sync(sync::Sync),
    Review(review::Review),
    Pause(pause::Pause),
    Resume(resume::Resume),
    Archive(archive::Archive),
    Token(token::Token),
    Activity(activity::Activity),
    Jobs(jobs::Jobs),
    Resources(resources::Resources),
}

impl Admin {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let client = self.reach.client(settings)?;
        match &self.command {
            Command::Apps(apps) => apps.run(&client).await,
            Command::List(list) => list.run(&client).await,
            Command::Show(show) => show.run(&client).await,
            Command::Create(create) => create.run(&client).await,
            Command::Update(update) => update.run(&client).await,
            Command::Test(test) => test.run(&client).await,
            Command::Sync(sync) => sync.run(&client).await,
            Command::Review(review) => review.run(&client).await,
            Command::Pause(pause) => pause.run(&client).await,
            Command::Resume(resume) => resume.run(&client).await,
            Command::Archive(archive) => archive.run(&client).await,
            Command::Token(token) => token.run(&client).await,
            Command::Activity(activity) => activity.run(&client).await,
            Command::Jobs(jobs) => jobs.run(&client).await,
            Command::Resources(resources) => resources.run(&client).await,
        }
    }
}
