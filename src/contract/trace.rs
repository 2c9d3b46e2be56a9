//! What is written down while a job runs (`idlcm.trace/1`): `trace.json` of an evidence folder. Holds no secret.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{JobError, Warning};

/// The version that traces name in `schema`.
pub const TRACE_SCHEMA: &str = "idlcm.trace/1";

/// A file of traces: one job of a worker, or all jobs of a demonstration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraceFile {
    /// `idlcm.trace/1`.
    pub schema: String,
    /// What the report is called.
    pub title: String,
    /// When the first job began.
    pub started: Option<Timestamp>,
    /// The jobs, in the order in which they ran.
    pub results: Vec<JobTrace>,
}

/// One attempt of a job, step by step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JobTrace {
    /// The job's id.
    pub job_id: String,
    /// The job's integration.
    pub integration: String,
    /// The job's action.
    pub action: String,
    /// The key of its subject, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// How it ended.
    pub outcome: String,
    /// Whether the app was changed.
    pub effect: String,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<JobError>,
    /// What the reader should know besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
    /// Which recipe.
    pub recipe: TraceRecipe,
    /// Number of `WebDriver` commands.
    pub commands: u64,
    /// Milliseconds spent on logging in.
    pub login_ms: u64,
    /// Milliseconds spent in the browser.
    pub browser_ms: u64,
    /// Milliseconds in all.
    pub wall_ms: u64,
    /// What was done, in order.
    pub steps: Vec<TraceStep>,
}

/// The recipe of a trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceRecipe {
    /// `app.id`.
    pub id: String,
    /// `app.version`.
    pub version: u32,
    /// Where it was read from.
    pub path: String,
}

/// In which part of an attempt a step was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Is the session still good?
    Session,
    /// Logging in.
    Login,
    /// Finding the subject.
    Find,
    /// Steps before the commit.
    Steps,
    /// The committing step.
    Commit,
    /// What the page says after the commit.
    Outcome,
    /// Reading the effect back.
    Verify,
    /// Reading a list.
    Read,
}

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepStatus {
    /// As the recipe says.
    Ok,
    /// Not.
    Failed,
    /// Its `when` did not hold, or there was nothing to do.
    Skipped,
    /// Not, but it does not matter.
    Warning,
}

/// A rectangle in the page, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
    /// Width of the window's inside.
    pub viewport_w: f64,
    /// Height of the window's inside.
    pub viewport_h: f64,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraceStep {
    /// In which part of the attempt.
    pub phase: Phase,
    /// What: `click users.add`.
    pub does: String,
    /// Where it stands: `recipes/ledgerly/recipe.yaml:38:17`; empty for what the engine does by itself.
    pub at: String,
    /// That line of the recipe.
    pub line: String,
    /// Milliseconds since the attempt began.
    pub since_ms: u64,
    /// How long it took, in milliseconds.
    pub ms: u64,
    /// How many `WebDriver` commands it took.
    pub commands: u64,
    /// How it ended.
    pub status: StepStatus,
    /// What was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// A picture in the same folder, taken afterwards (of a click: before it).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// The element that was meant, in the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outline: Option<Outline>,
}
