//! Recipes as they are written (`idlcm.recipe/1`). The doc comments of these types are the reference that editors show:
//! they end up in the JSON Schema. What the words mean together is checked in [`super::check`].

mod action;
mod app;
mod condition;
mod filter;
mod locator;
mod read;
mod resource;
mod screen;
mod session;
mod step;
mod text;
mod view;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::yaml::{Recovered, Spanned};

pub(crate) use action::{ActionSource, ActionsSource, AnyActionSource, EndSource, GoalSource};
pub(crate) use app::{CharacterClassSource, GeneratedSource, ParamSource, SecretSource, SettingsSource};
pub(crate) use condition::ConditionSource;
pub(crate) use filter::FilterSource;
pub(crate) use locator::{LocatorKeys, LocatorSource};
pub(crate) use read::ReadSource;
pub(crate) use resource::{CatalogSource, FieldSource, LabelTextSource, ResourceSource, WriteSource};
pub(crate) use screen::{RecogniseSource, ScreenSource};
pub(crate) use session::{InterruptSource, OutcomeRuleSource, SessionSource};
pub(crate) use step::{
    BranchSource, CaptureSource, DialogSource, ForEachSource, RowSource, SetDateSource, StepSource, UploadSource, VERBS,
};
pub(crate) use text::{OneOrMany, Scalar, TextSource};
pub(crate) use view::{
    ColumnsSource, CompleteSource, CsvSource, DetailSource, SearchSource, SubmitSource, TotalSource, ViewFieldSource,
    ViewSource,
};

/// A key that may be left out.
pub(crate) type Maybe<T> = Option<Recovered<T>>;
/// Values by name, in the order of the file.
pub(crate) type Named<T> = IndexMap<Spanned<String>, Recovered<T>>;
/// A list whose items may be broken one by one.
pub(crate) type Many<T> = Vec<Recovered<T>>;

/// Describes one app: how to log in, what its user-management screens look like, how their lists are read, and the
/// steps of each action. Data only: no script, no sleep, no optional step.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a recipe: an object that begins with `schema: idlcm.recipe/1`")]
#[schemars(rename = "Recipe", extend("required" = ["schema", "app", "base_url", "resources", "screens", "session"]))]
// Fields: the keys of a recipe.
pub(crate) struct RecipeSource {
    /// The version of the language: `idlcm.recipe/1`.
    pub(crate) schema: Maybe<String>,
    /// Which app, and which version of its recipe.
    pub(crate) app: Maybe<app::AppSource>,
    /// Where the app lives, such as `https://{{ params.subdomain }}.ledgerly.example`. An integration may replace it.
    pub(crate) base_url: Maybe<String>,
    /// Origins that the browser may load and that credentials may be typed on, such as `https://*.ledgerly.example`.
    /// Default: the origin of `base_url`.
    pub(crate) origins: Maybe<Vec<Recovered<String>>>,
    /// Non-secret inputs of each integration: a business ID, an organisation.
    pub(crate) params: Maybe<Named<ParamSource>>,
    /// Which secrets the login needs.
    pub(crate) service_account: Maybe<Vec<Recovered<SecretSource>>>,
    /// Times, pace, limits, window.
    pub(crate) settings: Maybe<SettingsSource>,
    /// What the app keeps: `users` (always), `roles`, `groups`, `assets`.
    pub(crate) resources: Maybe<Named<ResourceSource>>,
    /// Its screens: how to recognise them, and their named elements.
    pub(crate) screens: Maybe<Named<ScreenSource>>,
    /// Things that may appear at any time (a cookie bar, a product tour).
    pub(crate) interrupts: Maybe<Many<InterruptSource>>,
    /// Rules that hold for many actions, most specific first.
    pub(crate) outcomes: Maybe<Many<OutcomeRuleSource>>,
    /// How the service account logs in.
    pub(crate) session: Maybe<SessionSource>,
    /// Step lists that `run` puts in.
    pub(crate) routines: Maybe<Named<Many<StepSource>>>,
    /// How collections are read. The view named after a resource finds and verifies its subjects.
    pub(crate) views: Maybe<Named<ViewSource>>,
    /// What the recipe offers: `users.list`, `users.create` and so on.
    pub(crate) actions: Maybe<ActionsSource>,
    /// Actions that the app is known not to offer: such jobs are refused before a browser starts.
    pub(crate) unsupported: Maybe<Vec<Recovered<String>>>,
    /// Random values that the app demands, such as an initial password. A fresh one per attempt, unless the integration has it
    /// delivered (`deliver`): then one per job; a secret. What is not delivered is kept nowhere.
    pub(crate) generated: Maybe<Named<GeneratedSource>>,
}
