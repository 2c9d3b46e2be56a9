//! A job that an administrator starts and waits for.

use std::io::IsTerminal as _;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::contract::{IntegrationId, ProgressPhase};

use super::super::exit_code::ExitCode;
use super::super::integration_status::Format;
use super::super::print::{line, note, plain};
use super::super::stop::Stop;
use super::advice::mend;
use super::client::Client;
use super::table::{cell, items};

/// How long between two turns of the spinner.
const TURN: Duration = Duration::from_millis(100);
/// And how many of them between two questions.
const TURNS: u32 = 5;
/// How many of the latest entries of the activity log are looked through.
const LOOKED_AT: [u32; 2] = [50, 1000];

/// What is started, and whether it is waited for.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// The integration
    pub(super) id: IntegrationId,
    /// Only start it, and print the id of its job
    #[arg(long)]
    no_wait: bool,
    /// How the end is printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

/// How it ended.
#[derive(Debug)]
pub(super) struct Told {
    job: String,
    /// `done`, `held` or `failed`.
    pub(super) outcome: String,
    /// What the activity log says of it.
    pub(super) detail: Value,
    error: Value,
}

impl Asked {
    /// Starts it and waits for its end; nothing where nobody waits. `event`: as the activity log calls it.
    ///
    /// # Errors
    /// When it cannot be started, or the gateway does not tell how it goes.
    pub(super) async fn end(&self, client: &Client, step: &str, event: &str) -> Result<Option<Told>, Stop> {
        let started = client.step(&self.id, step).await?;
        let job = cell(&started["job"]);
        if self.no_wait {
            line(&job)?;
            return Ok(None);
        }
        let progress = Progress::new();
        let ended = self.watch(client, &job, &progress).await;
        progress.end();
        let goes_on = |stop: Stop| {
            let message = format!("{}\nthe job {job} goes on; see idlcm admin jobs {}", stop.message, self.id);
            Stop { message, ..stop }
        };
        let ended = ended.map_err(goes_on)?;
        let note = self.noted(client, &job, event).await.map_err(goes_on)?;
        let outcome = note.as_ref().map(|entry| cell(&entry["outcome"]));
        let failed = ended["error"].is_object();
        Ok(Some(Told {
            outcome: outcome.unwrap_or_else(|| if failed { "failed" } else { "done" }.to_owned()),
            detail: note.map(|entry| entry["detail"].clone()).unwrap_or_default(),
            error: ended["error"].clone(),
            job,
        }))
    }

    /// The job, once it has ended. Its steps are shown as they come.
    async fn watch(&self, client: &Client, job: &str, progress: &Progress) -> Result<Value, Stop> {
        let mut shown = 0;
        loop {
            let now = client.of(&self.id, &["jobs", job]).await?;
            let steps = items(&now, "steps");
            for step in steps.get(shown..).unwrap_or_default() {
                progress.step(&self.id, step);
            }
            shown = steps.len();
            if now["state"] == "done" {
                return Ok(now);
            }
            // Between two attempts, and before the first, something may be in the way.
            if steps.last().is_none_or(|step| step["phase"] == ProgressPhase::Ended.name()) {
                progress.say(&self.situation(client, &now).await?);
            }
            for _ in 0..TURNS {
                progress.turn();
                tokio::time::sleep(TURN).await;
            }
        }
    }

    /// Why it has not ended.
    async fn situation(&self, client: &Client, job: &Value) -> Result<String, Stop> {
        let integration = client.of(&self.id, &[]).await?;
        let situation = match (integration["paused"].as_bool(), integration["attention"].as_str()) {
            (Some(true), _) => format!("waits: the integration is paused (idlcm admin resume {})", self.id),
            (_, Some(attention)) => format!("needs attention: {}", plain(attention)),
            _ if job["state"] == "sent" => "a worker has it, or will take it".to_owned(),
            _ => "waits to be sent to the workers".to_owned(),
        };
        Ok(format!("{}: {situation}", self.id))
    }

    /// What the activity log says of its end.
    async fn noted(&self, client: &Client, job: &str, event: &str) -> Result<Option<Value>, Stop> {
        let is_end =
            |entry: &Value| entry["event"] == event && entry["detail"]["job"] == job && entry["outcome"] != "asked";
        for count in LOOKED_AT {
            let path = ["integrations", self.id.as_str(), "activity"];
            let answer = client.get(&path, &[("count", count.to_string())]).await?;
            if let Some(found) = items(&answer, "activity").iter().find(|entry| is_end(entry)) {
                return Ok(Some(found.clone()));
            }
        }
        Ok(None)
    }

    /// Prints the end for programs, where that is wanted; whether it was.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub(super) fn prints(&self, told: &Told) -> Result<bool, Stop> {
        if self.format != Format::Json {
            return Ok(false);
        }
        let all = json!({
            "integration": self.id, "job": told.job, "outcome": told.outcome, "detail": told.detail, "error": told.error,
        });
        line(&all.to_string())?;
        Ok(true)
    }
}

impl Told {
    /// The exit code.
    pub(super) fn code(&self) -> ExitCode {
        if self.outcome == "done" { ExitCode::Done } else { ExitCode::Failed }
    }

    /// Why it did not end well.
    pub(super) fn message(&self) -> String {
        let said = self.detail["message"].as_str().or_else(|| self.error["message"].as_str());
        said.map_or_else(|| "the gateway does not say why".to_owned(), plain)
    }

    /// What a person is to do about it.
    pub(super) fn mend(&self) -> &'static str {
        mend(&self.error)
    }
}

/// How it goes: a spinner at a terminal, and a bar while a list is read; a line for each change otherwise.
struct Progress {
    bar: Option<ProgressBar>,
    said: std::cell::RefCell<String>,
}

impl Progress {
    fn new() -> Self {
        let bar = std::io::stderr().is_terminal().then(ProgressBar::new_spinner);
        Self { bar, said: std::cell::RefCell::default() }
    }

    fn say(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.set_message(text.to_owned()),
            None if *self.said.borrow() != text => {
                note(text);
                text.clone_into(&mut self.said.borrow_mut());
            }
            None => {}
        }
    }

    /// A step of the job. Pictures are for the console.
    fn step(&self, id: &IntegrationId, step: &Value) {
        if step["picture"] == true {
            return;
        }
        let attempt = step["attempt"].as_u64().filter(|attempt| *attempt > 1);
        let attempt = attempt.map(|attempt| format!("attempt {attempt}: ")).unwrap_or_default();
        let counted = step["items"].as_u64().zip(step["total"].as_u64());
        if let Some(bar) = &self.bar {
            let template = if counted.is_some() { "{bar:30} {msg}" } else { "{spinner} {msg}" };
            if let Ok(style) = ProgressStyle::with_template(template) {
                bar.set_style(style);
            }
            if let Some((items, total)) = counted {
                bar.set_length(total);
                bar.set_position(items);
            }
        }
        self.say(&format!("{id}: {attempt}{}", plain(step["text"].as_str().unwrap_or_default())));
    }

    fn turn(&self) {
        if let Some(bar) = &self.bar {
            bar.tick();
        }
    }

    fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
