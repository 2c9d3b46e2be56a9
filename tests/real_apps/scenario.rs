//! A scenario: what is asked of a recipe, step by step, and what becomes of the app by each.

use std::collections::BTreeSet;
use std::path::Path;

use idlcm::contract::{Action, ErrorKind, Job, Outcome, decode_job};
use idlcm::recipe::Recipe;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::fleet::INTEGRATION;
use crate::state::Changes;

/// `tests/real_apps/APP/scenario.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The recipe's id, which is its folder below `recipes/`.
    pub recipe: String,
    pub service_account: ServiceAccount,
    /// What the integration says besides its address and its service account: `params`, say.
    #[serde(default)]
    pub integration: Map<String, Value>,
    pub steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceAccount {
    pub username: String,
    pub password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub action: Action,
    /// What the job says besides its action.
    #[serde(default)]
    pub job: Map<String, Value>,
    /// How it ends.
    #[serde(default = "succeeded")]
    pub outcome: Outcome,
    /// Why it fails.
    #[serde(default)]
    pub error: Option<ErrorKind>,
    /// What becomes of the app's state; all else stays as it is.
    #[serde(default)]
    pub app: Changes,
}

fn succeeded() -> Outcome {
    Outcome::Succeeded
}

impl Scenario {
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let options = serde_saphyr::options! { strict_booleans: true };
        serde_saphyr::from_str_with_options(&text, options)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The actions that the steps are about.
    pub fn actions(&self) -> BTreeSet<Action> {
        self.steps.iter().map(|step| step.action).collect()
    }

    /// What the recipe offers and no step does with success.
    pub fn missing(&self, recipe: &Recipe) -> Vec<String> {
        let done = |action: &Action| {
            self.steps.iter().any(|step| step.action == *action && step.outcome == Outcome::Succeeded)
        };
        recipe.actions.keys().filter(|action| !done(action)).map(ToString::to_string).collect()
    }
}

impl Step {
    /// A new job that asks for it.
    pub fn job(&self) -> Job {
        let mut job = json!({
            "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": INTEGRATION, "action": self.action,
        });
        job.as_object_mut().unwrap().extend(self.job.clone());
        decode_job(job.to_string().as_bytes()).unwrap_or_else(|error| panic!("{job}: {error:?}"))
    }
}
