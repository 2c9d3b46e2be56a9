//! The result of a job (`idlcm.result/1`). Readers ignore fields they do not know.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{Action, Effect, ErrorKind, EvidenceRef, IntegrationId, Mode, Origin, Outcome, ResourceKind, UserAction};

/// The version that results name in `schema`.
pub const RESULT_SCHEMA: &str = "idlcm.result/1";

/// Which worker and browser did it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct WorkerRef {
    /// The worker's id, unique per process.
    pub id: String,
    /// The version of `idlcm`.
    pub version: String,
    /// Name and version of the browser, empty when none was started.
    #[serde(default)]
    pub browser: String,
}

/// Which recipe was followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecipeRef {
    /// `app.id` of the recipe.
    pub id: String,
    /// `app.version` of the recipe.
    pub version: u32,
    /// SHA-256 of the recipe's text, in hexadecimal.
    pub sha256: String,
}

/// When it happened and what it cost.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Times {
    /// When the job was put on the queue, by the message's own timestamp (whole seconds).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub queued: Option<Timestamp>,
    /// When this attempt began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub started: Option<Timestamp>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub finished: Option<Timestamp>,
    /// Milliseconds spent on logging in; 0 in a warm session.
    pub login_ms: u64,
    /// Milliseconds spent in the browser, logging in included.
    pub browser_ms: u64,
    /// Number of `WebDriver` commands sent in this attempt, those for pictures left out.
    pub commands: u64,
}

/// The subject as it was last read in the app.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    /// Users, roles, groups or assets.
    pub resource: ResourceKind,
    /// The value of its key.
    pub key: String,
    /// Its fields as read, in canonical values.
    pub fields: BTreeMap<String, Value>,
    /// Fields of references (groups, roles, assets) of which only the values that the job is about were looked at. They
    /// are not among `fields`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub partial: BTreeMap<String, Partial>,
}

/// What is known of a field of references of which only some values were looked at: not what else the subject has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Partial {
    /// Those that it has.
    pub holds: Vec<String>,
    /// Those that it has not.
    pub lacks: Vec<String>,
}

/// An action that was part of the job and took effect, named when a later part failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PartRef {
    /// The action.
    pub action: Action,
    /// The fields it wrote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// The one role, group or asset that it gave or took, where the app takes each by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}

/// One entry of a list: its fields in canonical values.
pub type Item = BTreeMap<String, Value>;

/// Why a list is known to be complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// The number that the app states equals the distinct keys read.
    Total,
    /// The app says that there is nothing.
    Empty,
    /// The end of the list was reached.
    End,
    /// The recipe says that the app has one page.
    SinglePage,
    /// Nothing proves it.
    None,
}

/// What was seen on the page when a job failed. No secret, no raw page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Seen {
    /// Path of the top document's URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url_path: Option<String>,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Text of a native dialog that was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dialog: Option<String>,
    /// Elements that are near to what was looked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<SeenCandidate>,
}

/// An element that is near to what was looked for, with a locator ready to paste.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SeenCandidate {
    /// The element, shortened.
    pub element: String,
    /// A locator that finds it.
    pub locator: String,
}

/// Why a job failed, for three readers: `kind` for programs, `message` and `user_action` for the administrator, `step`
/// and `seen` for the recipe's author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JobError {
    /// What kind of failure.
    pub kind: ErrorKind,
    /// What happened, in a sentence.
    pub message: String,
    /// The recipe's step: `users.create, step 2 of 6 (click), recipes/ledgerly/recipe.yaml:38:17`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// What a person should do about it.
    pub user_action: UserAction,
    /// What was seen on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
}

impl JobError {
    /// An error of that kind, with what follows from the kind.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), step: None, user_action: kind.user_action(), seen: None }
    }
}

/// Something the reader of a result should know although the job ended as it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// A fixed name, such as `drift`, `app_reported_error`, `unmapped_label`, `closing_step_failed`.
    pub code: String,
    /// What happened, in a sentence.
    pub message: String,
}

/// A step as `mode: plan` and `idlcm plan` show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlannedStep {
    /// The action it belongs to.
    pub action: Action,
    /// What the step does: `fill user_form.email with ada@acme.example`.
    pub does: String,
    /// Where it stands: `recipes/ledgerly/recipe.yaml:38:17`.
    pub at: String,
    /// Whether it is the committing one.
    pub commit: bool,
    /// Whether it was carried out before the plan stopped.
    pub done: bool,
}

/// The result of a job, or one chunk of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
// Fields: the keys of a result.
pub struct JobResult {
    /// `idlcm.result/1`.
    pub schema: String,
    /// The job's id.
    pub job_id: Uuid,
    /// The job's integration.
    pub integration: IntegrationId,
    /// The job's action. Absent only when the job could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// `run` or `plan`.
    #[serde(default)]
    pub mode: Mode,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// Whether the broker delivered the job before.
    #[serde(default)]
    pub redelivered: bool,
    /// Which worker and browser did it.
    pub worker: WorkerRef,
    /// Which recipe was followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipe: Option<RecipeRef>,
    /// When it happened and what it cost.
    pub times: Times,
    /// How the job ended.
    pub outcome: Outcome,
    /// Whether the app was changed.
    pub effect: Effect,
    /// The subject as it was last read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// What took effect before a later part failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applied_parts: Vec<PartRef>,
    /// Fields that were written and that no view can read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<String>,
    /// Entries of a list, at most 500 in a chunk, ordered by key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<Item>>,
    /// Which resource the items are; a `sync` has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceKind>,
    /// Number of this chunk, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunk: Option<u32>,
    /// Whether this is the last message of the job.
    #[serde(default = "yes")]
    pub last: bool,
    /// Distinct keys read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_seen: Option<u64>,
    /// The number that the app states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_reported: Option<u64>,
    /// Whether the list is provably complete. Only on the last chunk of a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete: Option<bool>,
    /// What proves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<JobError>,
    /// What would have been done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Vec<PlannedStep>>,
    /// What was recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceRef>,
    /// What the reader should know besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
    /// Copied from the job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The lists of a `sync`, before [`JobResult::into_chunks`] makes messages of them. Never sent.
    #[serde(skip)]
    pub lists: Vec<ListPart>,
}

/// One of the lists of a `sync`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListPart {
    /// Which resource the items are.
    pub resource: ResourceKind,
    /// The entries, ordered by key.
    pub items: Vec<Item>,
    /// The number that the app states.
    pub total_reported: Option<u64>,
    /// What proves that the list is complete.
    pub proof: Proof,
}

fn yes() -> bool {
    true
}

impl JobResult {
    /// A failed result for a job that nothing was done for.
    pub fn refused(job_id: Uuid, integration: IntegrationId, action: Option<Action>, error: JobError) -> Self {
        Self {
            schema: RESULT_SCHEMA.to_owned(),
            job_id,
            integration,
            action,
            mode: Mode::Run,
            attempt: 1,
            redelivered: false,
            worker: WorkerRef::default(),
            recipe: None,
            times: Times::default(),
            outcome: Outcome::Failed,
            effect: Effect::None,
            subject: None,
            applied_parts: Vec::new(),
            unverified: Vec::new(),
            items: None,
            resource: None,
            chunk: None,
            last: true,
            total_seen: None,
            total_reported: None,
            complete: None,
            proof: None,
            error: Some(error),
            plan: None,
            evidence: Vec::new(),
            warnings: Vec::new(),
            origin: None,
            lists: Vec::new(),
        }
    }

    /// As the result of one list.
    #[must_use]
    pub fn with_list(self, list: ListPart) -> Self {
        Self {
            resource: Some(list.resource),
            total_seen: Some(list.items.len() as u64),
            total_reported: list.total_reported,
            complete: Some(list.proof != Proof::None),
            proof: Some(list.proof),
            items: Some(list.items),
            ..self
        }
    }
}
