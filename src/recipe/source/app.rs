//! The app, its parameters, secrets and settings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Maybe, Named};
use crate::contract::{Duration, EvidencePolicy, Limit};
use crate::recipe::yaml::Recovered;

/// Which app, and which version of its recipe.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{id: ledgerly, name: Ledgerly, version: 1}`")]
#[schemars(rename = "App")]
pub(crate) struct AppSource {
    /// The id: `a`-`z`, `0`-`9` and `-`; name of the recipe's folder.
    pub(crate) id: Recovered<String>,
    /// What people call it.
    pub(crate) name: Recovered<String>,
    /// One more with each change; quoted in every result.
    pub(crate) version: Recovered<u32>,
    /// The day on which the recipe was last seen to work, `YYYY-MM-DD`.
    pub(crate) verified: Maybe<String>,
    /// The language of the app's screens that the labels assume (BCP 47). Default: `en`.
    pub(crate) locale: Maybe<String>,
}

/// A non-secret input of an integration.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{type: string, label: Business ID, example: acme}`")]
#[schemars(rename = "Param")]
pub(crate) struct ParamSource {
    /// `string`.
    #[serde(rename = "type")]
    pub(crate) _param_type: Maybe<ParamType>,
    /// What people call it.
    pub(crate) label: Maybe<String>,
    /// A regular expression that a value matches as a whole.
    pub(crate) pattern: Maybe<String>,
    /// A value for examples and dry runs.
    pub(crate) example: Maybe<String>,
    /// Where people find it, in a sentence: shown to whoever creates an integration.
    pub(crate) help: Maybe<String>,
}

/// The type of a parameter.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ParamType {
    /// A text.
    String,
}

/// A secret of the service account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "SecretName")]
pub(crate) enum SecretSource {
    /// Its user name or e-mail address.
    Username,
    /// Its password.
    Password,
    /// The seed of its one-time passwords (RFC 6238), for the step `totp`.
    Totp,
}

/// Times, pace, limits, window.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{pace: {actions_per_minute: 10}}`")]
#[schemars(rename = "Settings")]
pub(crate) struct SettingsSource {
    /// How long things may take.
    pub(crate) timeouts: Maybe<TimeoutsSource>,
    /// How fast the app may be used.
    pub(crate) pace: Maybe<PaceSource>,
    /// The most actions of a kind in a window: `users.disable: 20/h`.
    pub(crate) limits: Maybe<Named<Limit>>,
    /// Attributes that `test_id` looks at, in order. Default: `data-testid`, `data-test`, `data-qa`.
    pub(crate) test_id_attributes: Maybe<Vec<Recovered<String>>>,
    /// The size of the browser's window. Default: 1280 by 900.
    pub(crate) viewport: Maybe<ViewportSource>,
    /// When evidence is kept for jobs that do not say. Default: `on_failure`.
    pub(crate) evidence: Maybe<EvidencePolicy>,
}

/// How long things may take.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{step: 10s, page: 30s, action: 3m}`")]
#[schemars(rename = "Timeouts")]
pub(crate) struct TimeoutsSource {
    /// One step. Default: `10s`.
    pub(crate) step: Maybe<Duration>,
    /// Loading one page. Default: `30s`.
    pub(crate) page: Maybe<Duration>,
    /// A download, from the click to its last byte. Default: `60s`.
    pub(crate) download: Maybe<Duration>,
    /// One attempt at a job, logging in included and the last reading back not. Default: `3m`, at most `15m`.
    pub(crate) action: Maybe<Duration>,
}

/// How fast the app may be used.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{actions_per_minute: 10, sessions: 1}`")]
#[schemars(rename = "Pace")]
pub(crate) struct PaceSource {
    /// The most actions a minute. Default: as fast as it goes.
    pub(crate) actions_per_minute: Maybe<u32>,
    /// The most browser sessions at once. Default: 1.
    pub(crate) sessions: Maybe<u32>,
}

/// The size of the browser's window in CSS pixels.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{width: 1280, height: 900}`")]
#[schemars(rename = "Viewport")]
pub(crate) struct ViewportSource {
    /// Its width.
    pub(crate) width: Recovered<u32>,
    /// Its height.
    pub(crate) height: Recovered<u32>,
}

/// A random value that the app demands.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an object such as `{length: 24, classes: [lower, upper, digit]}`")]
#[schemars(rename = "Generated")]
pub(crate) struct GeneratedSource {
    /// How many characters, 12 to 128. Default: 24.
    pub(crate) length: Maybe<u32>,
    /// Classes of characters, of which each occurs at least once. Default: all.
    pub(crate) classes: Maybe<Vec<Recovered<CharacterClassSource>>>,
}

/// A class of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "CharacterClass")]
pub(crate) enum CharacterClassSource {
    /// `a` to `z`.
    Lower,
    /// `A` to `Z`.
    Upper,
    /// `0` to `9`.
    Digit,
    /// `-_.!+`
    Symbol,
}
