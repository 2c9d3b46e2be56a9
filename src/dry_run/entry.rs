//! A recipe together with its fixture: what a dry run is about.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;
use url::Url;

use crate::catalog::Entry;
use crate::contract::{Duration, Integration};
use crate::fixture::{Fixture, FixtureError};
use crate::recipe::{ActionKind, OriginPattern, Recipe};

/// A recipe together with its fixture.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The recipe, with its waiting times made shorter.
    pub recipe: Arc<Recipe>,
    /// The app that it is tried on.
    pub fixture: Fixture,
}

/// Why a recipe cannot be tried.
#[derive(Debug, thiserror::Error)]
pub enum Unprepared {
    /// There is no fixture.
    #[error("{} has no fixture: {} is not there; write one (`idlcm recipe new` makes both), or name another with --fixture", recipe.display(), fixture.display())]
    NoFixture {
        /// The recipe.
        recipe: PathBuf,
        /// Where the fixture would be.
        fixture: PathBuf,
    },
    /// The fixture is not valid.
    #[error(transparent)]
    Fixture(#[from] FixtureError),
    /// Recipe and fixture do not fit.
    #[error("{recipe} and its fixture do not fit: {why}")]
    Unfit {
        /// The recipe's app.
        recipe: String,
        /// What is missing, and where to write it.
        why: String,
    },
}

/// The least that waiting times are cut to: a browser on a busy machine is no changed app.
const LEAST_STEP: Duration = Duration::from_secs(3);
const LEAST_PAGE: Duration = Duration::from_secs(10);
const LEAST_ACTION: Duration = Duration::from_secs(60);

impl Prepared {
    /// The recipe with the fixture in that folder; waiting times are multiplied by `scale`, but none is less than 3 s
    /// (pages 10 s, whole attempts 60 s).
    ///
    /// # Errors
    /// When the fixture is missing or not valid, or lacks what a job needs.
    pub fn new(mut recipe: Recipe, path: &Path, fixture: &Path, scale: f64) -> Result<Self, Unprepared> {
        if !fixture.join("fixture.yaml").exists() {
            return Err(Unprepared::NoFixture { recipe: path.to_owned(), fixture: fixture.to_owned() });
        }
        let fixture = Fixture::load(fixture)?;
        if fixture.file().accounts.is_empty() && fixture.file().captured.is_empty() {
            let why = "fixture.yaml names nobody under `accounts:`; write `administrator: {username: …, password: …}`";
            return Err(Unprepared::Unfit { recipe: recipe.app.id, why: why.to_owned() });
        }
        shorten(&mut recipe, scale);
        Ok(Self { recipe: Arc::new(recipe), fixture })
    }

    /// The integration for an instance of the fixture that is served there.
    pub(super) fn entry(&self, url: &str, protected: &[String]) -> Result<Entry, String> {
        let params: BTreeMap<&String, &str> = self
            .recipe
            .params
            .iter()
            .map(|(name, param)| (name, param.example.as_deref().unwrap_or("example")))
            .collect();
        let integration: Integration = serde_json::from_value(json!({
            "schema": "idlcm.integration/1", "id": "dry-run", "app": self.recipe.app.id, "base_url": url, "params": params,
            "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
            "protected_users": protected,
        }))
        .map_err(|error| error.to_string())?;
        let base_url: Url = url.parse().map_err(|error| format!("{url}: {error}"))?;
        let origins = OriginPattern::of(&base_url).into_iter().collect();
        let deliveries = BTreeMap::new();
        Ok(Entry { integration, recipe: Arc::clone(&self.recipe), base_url, origins, deliveries })
    }
}

fn shorten(recipe: &mut Recipe, scale: f64) {
    let timeouts = &mut recipe.settings.timeouts;
    timeouts.step = scaled(timeouts.step, scale, LEAST_STEP);
    timeouts.page = scaled(timeouts.page, scale, LEAST_PAGE);
    timeouts.download = scaled(timeouts.download, scale, LEAST_PAGE);
    timeouts.action = scaled(timeouts.action, scale, LEAST_ACTION);
    for spec in recipe.actions.values_mut() {
        match &mut spec.kind {
            ActionKind::Write(write) => write.verify_deadline = scaled(write.verify_deadline, scale, LEAST_STEP),
            ActionKind::References(fields) => {
                for write in fields.values_mut() {
                    write.verify_deadline = scaled(write.verify_deadline, scale, LEAST_STEP);
                }
            }
            ActionKind::Read { .. } | ActionKind::Catalog => {}
        }
    }
}

/// Never longer than it was.
fn scaled(time: Duration, scale: f64, least: Duration) -> Duration {
    let short = time.get().mul_f64(scale).max(least.get()).min(time.get());
    Duration::from_secs(short.as_secs().max(1))
}
