//! `trace.json`: what happened in a browser, step by step, as it lies in an evidence folder (`idlcm.trace/1`).

use serde::{Deserialize, Serialize};

use super::{Effect, Outcome};

/// The version that trace files name in `schema`.
pub const TRACE_SCHEMA: &str = "idlcm.trace/1";

/// Everything that one run recorded. Readers ignore fields they do not know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraceFile {
    /// `idlcm.trace/1`.
    pub schema: String,
    /// The heading of the report.
    pub title: String,
    /// When the run began (RFC 3339).
    pub started: String,
    /// The jobs, in the order in which they ran.
    #[serde(default)]
    pub results: Vec<TracedResult>,
    /// The cases of a dry run, in their order; none otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<TracedCase>,
}

/// One case of a dry run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TracedCase {
    /// `ledgerly/writes/create`.
    pub name: String,
    /// `passed`, `not provable` or `failed`.
    pub verdict: String,
    /// How it had to end.
    pub expected: String,
    /// How it ended.
    pub got: String,
    /// What speaks against it.
    #[serde(default)]
    pub objections: Vec<String>,
    /// Milliseconds.
    #[serde(default)]
    pub ms: u64,
    /// The number of browser commands.
    #[serde(default)]
    pub commands: u64,
    /// Its jobs: their places among the results, from 1; none of a case that passed.
    #[serde(default)]
    pub results: Vec<usize>,
}

/// One job of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
// Fields: the keys of a trace's result.
pub struct TracedResult {
    /// The job's id.
    pub job_id: String,
    /// The integration it ran for.
    pub integration: String,
    /// `users.create` …
    pub action: String,
    /// The key of the user, role, group or asset; none for lists.
    #[serde(default)]
    pub subject: Option<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether the app was changed.
    pub effect: Effect,
    /// Why it failed.
    #[serde(default)]
    pub error: Option<TracedError>,
    /// What the reader should know though it went well.
    #[serde(default)]
    pub warnings: Vec<String>,
    /// The recipe that was followed.
    pub recipe: TracedRecipe,
    /// The number of browser commands.
    #[serde(default)]
    pub commands: u64,
    /// Milliseconds spent on logging in; 0 in a warm session.
    #[serde(default)]
    pub login_ms: u64,
    /// Milliseconds spent in the browser, logging in included.
    #[serde(default)]
    pub browser_ms: u64,
    /// Milliseconds from taking the job to its result.
    #[serde(default)]
    pub wall_ms: u64,
    /// What was done.
    #[serde(default)]
    pub steps: Vec<TracedStep>,
}

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TracedError {
    /// The error kind of the result: `element_ambiguous` …
    pub kind: String,
    /// What happened and what to do.
    pub message: String,
    /// The step it happened in.
    #[serde(default)]
    pub step: Option<String>,
    /// What was on the page instead.
    #[serde(default)]
    pub seen: Option<String>,
}

/// The recipe that was followed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TracedRecipe {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its path.
    pub path: String,
}

/// The part of a job that a step belongs to, in the order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Looking whether the session still holds.
    Session,
    /// Logging in.
    Login,
    /// Looking for the subject before anything is written.
    Find,
    /// The recipe's steps before the commit.
    Steps,
    /// The one act that changes the app.
    Commit,
    /// Reading what the app said.
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
    /// Done.
    Ok,
    /// Not done; the job ended here.
    Failed,
    /// Not needed: its `when` did not hold.
    Skipped,
    /// Done, with something to know.
    Warning,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TracedStep {
    /// The part of the job.
    pub phase: Phase,
    /// What it did: `click users.add`.
    pub does: String,
    /// Where the recipe says so: `recipes/ledgerly/recipe.yaml:38:17`.
    #[serde(default)]
    pub at: Option<String>,
    /// That line of the recipe.
    #[serde(default)]
    pub line: Option<String>,
    /// Milliseconds.
    #[serde(default)]
    pub ms: u64,
    /// The number of browser commands.
    #[serde(default)]
    pub commands: u64,
    /// How it ended.
    pub status: StepStatus,
    /// What was looked for and what was seen.
    #[serde(default)]
    pub detail: Option<String>,
    /// What was tried, one line each.
    #[serde(default)]
    pub calls: Vec<String>,
    /// A picture of the page, a file in the evidence folder.
    #[serde(default)]
    pub picture: Option<String>,
    /// Where the target was on the picture.
    #[serde(default)]
    pub outline: Option<Outline>,
}

/// A rectangle on a picture, in CSS pixels of the viewport.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
    /// Width of the viewport.
    pub viewport_w: f64,
    /// Height of the viewport.
    pub viewport_h: f64,
}
