//! Actions.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Many, Maybe, OneOrMany, OutcomeRuleSource, Scalar, StepSource};
use crate::contract::Duration;
use crate::recipe::yaml::{Recovered, Spanned};

/// How an action is done: `view` or `catalog` for reads; `goal`, `steps` and so on for writes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{view: users}` or `{steps: […]}`")]
#[schemars(rename = "ActionSteps")]
pub(crate) struct ActionSource {
    /// Reads this view.
    pub(crate) view: Maybe<String>,
    /// The app shows no list: the resource's `catalog` is the answer.
    pub(crate) catalog: Maybe<bool>,
    /// What holds afterwards. Default: what the action's name says.
    pub(crate) goal: Maybe<GoalSource>,
    /// What is done.
    pub(crate) steps: Maybe<Many<StepSource>>,
    /// What the page after the commit means.
    pub(crate) outcomes: Maybe<Many<OutcomeRuleSource>>,
    /// How the effect is read back.
    pub(crate) verify: Maybe<VerifySource>,
    /// Done when the steps end before the commit: closes a dialog that is left open.
    pub(crate) on_abort: Maybe<Many<StepSource>>,
}

/// What holds after an action.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{exists: true, match: [name]}`")]
#[schemars(rename = "Goal")]
pub(crate) struct GoalSource {
    /// Whether the subject exists. Default: `false` for deletes, `true` otherwise.
    pub(crate) exists: Maybe<bool>,
    /// Fields of the job that the subject then has.
    #[serde(rename = "match")]
    pub(crate) matches: Maybe<Vec<Recovered<String>>>,
    /// Fields that the subject then has, each with a value or with values that will do (the first is the wished one).
    pub(crate) set: Maybe<IndexMap<Spanned<String>, Recovered<OneOrMany<Scalar>>>>,
}

/// How an effect is read back.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{deadline: 60s}`")]
#[schemars(rename = "Verify")]
pub(crate) struct VerifySource {
    /// The view. Default: the one named after the resource.
    pub(crate) view: Maybe<String>,
    /// How long the app may take to show the effect. Default: `30s`.
    pub(crate) deadline: Maybe<Duration>,
}
