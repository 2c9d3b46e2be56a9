//! `idlcm admin sync`: what the app holds becomes known to the gateway.

use clap::Args;

use super::super::exit_code::ExitCode;
use super::super::print::{line, note};
use super::super::stop::Ended;
use super::advice::next;
use super::client::Client;
use super::review::changes;
use super::started_job::Asked;

/// Let a worker read all users, groups, roles and assets of the app. Exit code 1 if that fails, or is held for review
#[derive(Debug, Args)]
pub(super) struct Sync {
    #[command(flatten)]
    asked: Asked,
}

impl Sync {
    pub(super) async fn run(&self, client: &Client) -> Ended {
        let Some(told) = self.asked.end(client, "sync", "sync").await? else { return Ok(ExitCode::Done) };
        let id = &self.asked.id;
        if self.asked.prints(&told)? {
            return Ok(told.code());
        }
        match told.outcome.as_str() {
            "done" => {
                line(&format!("{id} is synced: {}", changes(&told.detail)))?;
                if let Some(then) = next(&client.of(id, &[]).await?) {
                    note(&format!("next: {then}"));
                }
                return Ok(ExitCode::Done);
            }
            "held" => {
                line(&format!("{id} is not synced, it needs a review: {}", told.message()))?;
                note(&format!(
                    "what to do: look in the app; if that is right: idlcm admin review {id} --apply, otherwise --discard"
                ));
            }
            _ => {
                line(&format!("{id} is not synced: {}", told.message()))?;
                note(&format!("what to do: {}; then idlcm admin sync {id}", told.mend()));
            }
        }
        Ok(ExitCode::Failed)
    }
}
