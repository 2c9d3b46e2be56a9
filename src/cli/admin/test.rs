//! `idlcm admin test`: whether an integration works.

use clap::Args;

use super::super::exit_code::ExitCode;
use super::super::print::{line, note};
use super::super::stop::Ended;
use super::advice::next;
use super::client::Client;
use super::started_job::{Asked, Told};

/// Let a worker log in and read the first page of users; nothing is written. Exit code 1 if that does not work
#[derive(Debug, Args)]
pub(super) struct Test {
    #[command(flatten)]
    asked: Asked,
}

impl Test {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let Some(told) = self.asked.end(client, "check", "integration.test").await? else { return Ok(ExitCode::Done) };
        let id = &self.asked.id;
        if self.asked.prints(&told)? {
            return Ok(told.code());
        }
        if let Told { outcome, .. } = &told
            && outcome == "done"
        {
            line(&format!("{id} works"))?;
            if let Some(then) = next(&client.of(id, &[]).await?) {
                note(&format!("next: {then}"));
            }
            return Ok(ExitCode::Done);
        }
        line(&format!("{id} does not work: {}", told.message()))?;
        note(&format!("what to do: {}; then idlcm admin test {id}", told.mend()));
        Ok(ExitCode::Failed)
    }
}
