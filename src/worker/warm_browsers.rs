//! Browsers that are opened before a job needs them, so that the first job of an integration does not wait for one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::browser::LaunchOptions;
use crate::catalog::Catalog;
use crate::engine::SpareBrowser;
use crate::recipe::Recipe;

/// How often is looked whether one is missing, besides after one was taken.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// Browsers that wait to be taken.
#[derive(Debug, Default)]
pub(super) struct WarmBrowsers {
    /// How many are kept.
    pub(super) wanted: usize,
    waiting: Mutex<Vec<SpareBrowser>>,
    /// Held while one is being opened.
    opening: tokio::sync::Mutex<()>,
    taken: Notify,
}

impl WarmBrowsers {
    /// One that is as that recipe wants it. One that is just being opened is waited for: another would take as long.
    pub(super) async fn take(&self, recipe: &Recipe, options: &LaunchOptions) -> Option<SpareBrowser> {
        if !self.fits(recipe, options) {
            drop(self.opening.lock().await);
        }
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let at = waiting.iter().position(|spare| spare.fits(recipe, options))?;
        let spare = waiting.remove(at);
        self.taken.notify_one();
        Some(spare)
    }

    /// Whether there is one that is as that recipe wants it.
    pub(super) fn fits(&self, recipe: &Recipe, options: &LaunchOptions) -> bool {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|spare| spare.fits(recipe, options))
    }

    /// Any of them, to make room for another browser.
    pub(super) fn give_up(&self) -> Option<SpareBrowser> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    /// How many wait.
    pub(super) fn count(&self) -> usize {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Opens those that are missing, until `stop`; then ends all. `room`: how many browsers may be open besides those of
    /// integrations.
    pub(super) async fn keep(
        &self,
        options: &LaunchOptions,
        catalog: impl Fn() -> Arc<Catalog>,
        room: impl Fn() -> usize,
        stop: &CancellationToken,
    ) {
        if self.wanted == 0 {
            return;
        }
        loop {
            while !stop.is_cancelled() && self.count() < self.wanted.min(room()) {
                let catalog = catalog();
                let Some(recipe) = self.missing(&catalog, options) else { break };
                // Not cut off by the end: a browser that is half open would have nobody to close it.
                let _opening = self.opening.lock().await;
                match SpareBrowser::open(&recipe, options).await {
                    Ok(spare) => self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(spare),
                    Err(error) => {
                        tracing::warn!(%error, "no browser could be opened ahead of jobs");
                        break;
                    }
                }
            }
            let next = async {
                tokio::select! {
                    () = self.taken.notified() => {}
                    () = tokio::time::sleep(LOOK_EVERY) => {}
                }
            };
            if stop.run_until_cancelled(next).await.is_none() {
                break;
            }
        }
        while let Some(spare) = self.give_up() {
            spare.close().await;
        }
    }

    /// The recipe whose integrations have the fewest browsers waiting for them.
    fn missing(&self, catalog: &Catalog, options: &LaunchOptions) -> Option<Arc<Recipe>> {
        let mut recipes: BTreeMap<String, (usize, Arc<Recipe>)> = BTreeMap::new();
        for entry in catalog.entries() {
            recipes.entry(entry.recipe.app.id.clone()).or_insert_with(|| (0, Arc::clone(&entry.recipe))).0 += 1;
        }
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let fitting = |recipe: &Recipe| waiting.iter().filter(|spare| spare.fits(recipe, options)).count();
        // Fewest for each integration: a / b < c / d as a * d < c * b.
        let ranked = recipes.into_values().map(|(integrations, recipe)| (fitting(&recipe), integrations, recipe));
        ranked.min_by(|(a, b, _), (c, d, _)| (a * d).cmp(&(c * b)).then(d.cmp(b))).map(|(.., recipe)| recipe)
    }
}
