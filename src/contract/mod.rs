//! Everything that crosses the queue or a file boundary: jobs, results, error kinds, integrations. Pure values.

mod action;
mod chunks;
mod decode;
mod duration;
mod error_kind;
mod evidence;
mod integration;
mod job;
mod json;
mod limit;
mod outcome;
mod progress;
mod result;
mod secret_ref;
mod told;
mod trace;
mod trace_parent;

pub use action::{Action, ActionParseError, ResourceKind, Verb};
pub use chunks::CHUNK_ITEMS;
pub use decode::{DecodeError, MAX_JOB_BYTES, decode_job};
pub use duration::{Duration, DurationParseError};
pub use error_kind::{ErrorKind, Retry, UserAction};
pub use evidence::EvidenceRef;
pub use integration::{
    DeliverTo, FieldExtension, FieldType, INTEGRATION_SCHEMA, Integration, IntegrationId, IntegrationIdError,
    LoginMethod, RoleExtension, ServiceAccount, UserSchema,
};
pub use job::{
    Attributes, EvidencePolicy, GrantChange, Grants, JOB_SCHEMA, Job, Mode, OnExists, OnMissing, Options, Origin,
};
pub use limit::{Limit, LimitParseError};
pub use outcome::{Effect, Outcome};
pub use progress::{JobProgress, PROGRESS_SCHEMA, ProgressPhase, Watch};
pub use result::{
    Item, JobError, JobResult, ListPart, PartRef, Partial, PlannedStep, Proof, RESULT_SCHEMA, RecipeRef, Seen,
    SeenCandidate, Subject, Times, Warning, WorkerRef,
};
pub use secret_ref::SecretRef;
pub use told::{LONGEST_TOLD, shorten};
pub use trace::{
    Outline, Phase, StepStatus, TRACE_SCHEMA, TraceFile, TracedCase, TracedError, TracedRecipe, TracedResult,
    TracedStep,
};
pub use trace_parent::{TRACEPARENT, TraceParent, TraceParentError};

/// How suggestions for mistyped names are made, in one place for jobs and recipes.
///
/// Returns the known name nearest to `given`, if it is near enough to be what the author meant.
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&given.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}
