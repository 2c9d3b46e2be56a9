//! A provisioning job (`idlcm.job/1`): a wish about the state of one tenant of one app.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{Action, IntegrationId, ResourceKind, Watch};

/// The version that jobs name in `schema`.
pub const JOB_SCHEMA: &str = "idlcm.job/1";

/// Attributes of a subject, by field name: text, numbers, booleans or lists of texts.
pub type Attributes = BTreeMap<String, Value>;

/// Whether the job is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Carry it out.
    #[default]
    Run,
    /// Walk the live app, stop before the committing click, and say what would happen.
    Plan,
}

/// What a create does when the subject exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnExists {
    /// Take it as the wished one, and correct what differs.
    #[default]
    Adopt,
    /// Fail with `already_exists`.
    Fail,
}

/// What a disable or delete does when the subject does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnMissing {
    /// Nothing to do: `unchanged`.
    #[default]
    Ok,
    /// Fail with `not_found`.
    Fail,
}

/// When evidence of a job is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidencePolicy {
    /// When the job did not end as wished.
    #[default]
    OnFailure,
    /// Always, with a picture per step.
    Always,
    /// Never.
    Never,
}

/// How the job is carried out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// What a create does when the subject exists. Default: `adopt`.
    #[schemars(with = "Option<OnExists>")]
    pub on_exists: OnExists,
    /// What a disable or delete does when the subject does not exist. Default: `ok`.
    #[schemars(with = "Option<OnMissing>")]
    pub on_missing: OnMissing,
    /// For reads: only these fields; for a sync: these besides what the lists show. Default: every field that the list itself
    /// shows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Option<Vec<String>>")]
    pub fields: Vec<String>,
    /// When evidence is kept. Default: `on_failure`.
    #[schemars(with = "Option<EvidencePolicy>")]
    pub evidence: EvidencePolicy,
    /// What the sender is told while the job runs, at the address for its results. Default: `nothing`.
    #[serde(skip_serializing_if = "Watch::is_nothing")]
    #[schemars(with = "Option<Watch>")]
    pub watch: Watch,
}

/// A wish about the references of a user to one kind of resource: either the whole set, or what to add and remove.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GrantChange {
    /// The whole set. Excludes `add` and `remove`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<Vec<String>>,
    /// To be there afterwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Option<Vec<String>>")]
    pub add: Vec<String>,
    /// Not to be there afterwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Option<Vec<String>>")]
    pub remove: Vec<String>,
}

/// Wishes about the references of a user.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Grants {
    /// Roles of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<GrantChange>,
    /// Groups of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<GrantChange>,
    /// Assets shared with the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assets: Option<GrantChange>,
}

impl Grants {
    /// The wish about one kind of resource.
    pub fn of(&self, kind: ResourceKind) -> Option<&GrantChange> {
        match kind {
            ResourceKind::Users => None,
            ResourceKind::Roles => self.roles.as_ref(),
            ResourceKind::Groups => self.groups.as_ref(),
            ResourceKind::Assets => self.assets.as_ref(),
        }
    }
}

/// Where a job came from; copied to its result.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Origin {
    /// The system that sent it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The person or program that caused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// The sender's own id for the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// W3C Trace Context: <https://www.w3.org/TR/trace-context/#traceparent-header>.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traceparent: Option<String>,
}

/// A provisioning job. All writes are desired state: find; already as wished -> `unchanged`; else write and read back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
// Fields: the keys of a job.
pub struct Job {
    /// `idlcm.job/1`.
    pub schema: String,
    /// The caller's id of this wish; the same id is the same wish. Equal to the AMQP `message_id`.
    pub job_id: Uuid,
    /// Which tenant of which app. No secret and no URL ever travels in a job.
    pub integration: IntegrationId,
    /// What is wished.
    pub action: Action,
    /// Attributes of the wished user; must hold the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Attributes>,
    /// Attributes of the wished role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Attributes>,
    /// Attributes of the wished group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Attributes>,
    /// Attributes of the wished asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<Attributes>,
    /// Find the subject by this value of its key instead (needed when the key itself changes).
    #[serde(default, rename = "match", skip_serializing_if = "Option::is_none")]
    pub match_key: Option<String>,
    /// Wishes about the references of a user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grants: Option<Grants>,
    /// How the job is carried out.
    #[serde(default)]
    #[schemars(with = "Option<Options>")]
    pub options: Options,
    /// `run`, or `plan` to stop before the committing click. Default: `run`.
    #[serde(default)]
    #[schemars(with = "Option<Mode>")]
    pub mode: Mode,
    /// Past this time, and before any write, the job is answered `expired`. RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub not_after: Option<Timestamp>,
    /// Where the job came from; copied to its result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Job {
    /// A job that only looks whether an integration works; for what is done besides jobs and still needs one.
    pub fn check(integration: IntegrationId) -> Self {
        Self {
            schema: JOB_SCHEMA.to_owned(),
            job_id: Uuid::nil(),
            integration,
            action: Action::Check,
            user: None,
            role: None,
            group: None,
            asset: None,
            match_key: None,
            grants: None,
            options: Options::default(),
            mode: Mode::Run,
            not_after: None,
            origin: None,
        }
    }

    /// The attributes of the subject, under the name that its resource has. Of a membership it is the user.
    pub fn subject(&self) -> Option<&Attributes> {
        self.named(self.action.subject())
    }

    /// The attributes that the job names of that kind.
    pub fn named(&self, kind: ResourceKind) -> Option<&Attributes> {
        match kind {
            ResourceKind::Users => self.user.as_ref(),
            ResourceKind::Roles => self.role.as_ref(),
            ResourceKind::Groups => self.group.as_ref(),
            ResourceKind::Assets => self.asset.as_ref(),
        }
    }
}
