//! Logging in, rules about outcomes, interrupts.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ConditionSource, Many, Maybe, StepSource};
use crate::contract::Duration;
use crate::recipe::yaml::Recovered;

/// How the service account logs in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{check: {…}, login: {…}}`")]
#[schemars(rename = "Session")]
pub(crate) struct SessionSource {
    /// What only a logged-in user sees.
    pub(crate) check: Recovered<SessionCheckSource>,
    /// How to log in. Done only when the check fails.
    pub(crate) login: Recovered<LoginSource>,
    /// Logs out, before a browser that is logged in is closed in good order. Default: nothing.
    pub(crate) logout: Maybe<Many<StepSource>>,
    /// How long a session is used.
    pub(crate) reuse: Maybe<ReuseSource>,
    /// The app ends other sessions of the same account. Default: no.
    pub(crate) exclusive: Maybe<bool>,
}

/// What only a logged-in user sees.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{goto: /admin/users, screen: users}`")]
#[schemars(rename = "SessionCheck")]
pub(crate) struct SessionCheckSource {
    /// The path of a page.
    pub(crate) goto: Recovered<String>,
    /// The screen it shows then.
    pub(crate) screen: Recovered<String>,
}

/// How to log in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{steps: […], outcomes: […]}`")]
#[schemars(rename = "Login")]
pub(crate) struct LoginSource {
    /// The steps; each that submits a secret is marked `commit: true`.
    pub(crate) steps: Recovered<Many<StepSource>>,
    /// What the page means afterwards; one says `done`.
    pub(crate) outcomes: Maybe<Many<OutcomeRuleSource>>,
}

/// How long a session is used.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{max_age: 8h}`")]
#[schemars(rename = "Reuse")]
pub(crate) struct ReuseSource {
    /// Before it is opened afresh. Default: `8h`.
    pub(crate) max_age: Maybe<Duration>,
}

/// When this holds, it means that.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a rule such as `{when: {screen: users}, is: done}`")]
#[schemars(rename = "OutcomeRule")]
pub(crate) struct OutcomeRuleSource {
    /// The sign. Only what appeared since the last click counts.
    pub(crate) when: Recovered<ConditionSource>,
    /// What it means: `done`, `already_exists`, `not_found`, or a kind of error such as `invalid_attribute`.
    pub(crate) is: Recovered<String>,
    /// Only in these actions; `users.*` stands for all of users. Default: in all.
    #[serde(rename = "in")]
    pub(crate) only_in: Maybe<Vec<Recovered<String>>>,
}

/// A thing that may appear at any time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{name: cookies, when: {…}, do: […]}`")]
#[schemars(rename = "Interrupt")]
pub(crate) struct InterruptSource {
    /// Its name, for reports.
    pub(crate) name: Recovered<String>,
    /// How it shows.
    pub(crate) when: Recovered<ConditionSource>,
    /// How it is got rid of.
    #[serde(rename = "do")]
    pub(crate) steps: Recovered<Many<StepSource>>,
    /// How often at most in one action. Default: 1.
    pub(crate) max: Maybe<u32>,
}
