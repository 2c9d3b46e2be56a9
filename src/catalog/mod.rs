//! What there is to work with: the recipes and integrations of their folders, checked together. Immutable; a reload
//! makes a new one, and a running job keeps its own.

mod delivery;
mod entry;
mod folder;
mod gateway_address;
mod gateway_documents;
mod gateway_error;
mod integration;
mod literal_secret;
mod service_accounts;
mod user_schema;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::contract::IntegrationId;
use crate::recipe::{Diagnostic, Recipe, Severity, Source, Strictness, source_text};

pub use crate::recipe::OriginPattern;
pub use delivery::Delivery;
pub use entry::Entry;
pub use gateway_address::{GatewayAddress, authorization, cause};
pub use gateway_documents::GatewayDocuments;
pub use gateway_error::GatewayError;
pub use integration::document;
pub use service_accounts::{NamedAccount, ServiceAccounts, ServiceAccountsError};

/// Recipes and integrations.
#[derive(Debug, Default)]
pub struct Catalog {
    recipes: BTreeMap<String, Arc<Recipe>>,
    entries: BTreeMap<IntegrationId, Arc<Entry>>,
    problems: Vec<Problem>,
}

/// Something wrong with a file of a catalogue.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What is wrong, and where.
    pub diagnostic: Diagnostic,
    /// The file's text; empty if it could not be read.
    pub source: Source,
}

impl Problem {
    fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        let message = format!("the file cannot be read: {error}");
        let diagnostic = Diagnostic::error("unreadable_file", crate::recipe::Span::default(), message)
            .help("check that it exists and that this user may read it");
        Self { diagnostic, source: source_text(path, "") }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.diagnostic.render(&self.source, false).trim_end())
    }
}

/// A folder of a catalogue cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the folder of {what}, {}, cannot be read: {source}; create it, or name another one with {option}", path.display())]
pub struct CatalogError {
    /// `recipes` or `integrations`.
    pub what: &'static str,
    /// Its path.
    pub path: PathBuf,
    /// The option that names it.
    pub option: &'static str,
    /// Why.
    pub source: std::io::Error,
}

impl Catalog {
    /// Reads `recipes/<app>/recipe.yaml` (or `recipe.json`) and every `.yaml`, `.yml` and `.json` of the integrations'
    /// folder. A file that is broken does not keep the others out; see [`Catalog::problems`].
    ///
    /// # Errors
    /// When one of the folders cannot be read.
    pub fn load(recipes: &Path, integrations: &Path) -> Result<Self, CatalogError> {
        let mut catalog = Self::with_integrations(recipes, &[])?;
        for path in folder::integrations(integrations)? {
            integration::add(&mut catalog, &path);
        }
        Ok(catalog)
    }

    /// Reads recipes from their folder, and integrations from texts that were read elsewhere: pairs of a name for messages
    /// and a document, in JSON or YAML. One that is broken does not keep the others out.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn with_integrations(recipes: &Path, documents: &[(String, String)]) -> Result<Self, CatalogError> {
        let mut catalog = Self::default();
        for path in folder::recipes(recipes)? {
            catalog.add_recipe(&path);
        }
        catalog.add_integrations(documents);
        Ok(catalog)
    }

    /// Adds integrations from texts, as [`Catalog::with_integrations`]. One whose id is there already is a problem of the
    /// new one, and the old one stays.
    pub fn add_integrations(&mut self, documents: &[(String, String)]) {
        for (name, text) in documents {
            integration::add_source(self, &source_text(Path::new(name), text));
        }
    }

    /// Checks the text of one integration, in JSON or YAML, against the recipes here, without adding it. `name` is for
    /// messages. Its id must not be one that is here.
    ///
    /// # Errors
    /// Everything that is wrong with it. A secret that stands there itself is not repeated, nor is it in the text that comes
    /// with the problems.
    pub fn read_integration(&self, name: &str, text: &str) -> Result<Entry, Vec<Problem>> {
        let (entry, problems) = integration::check(self, &source_text(Path::new(name), text));
        entry.ok_or(problems)
    }

    fn add_recipe(&mut self, path: &Path) {
        let loaded = match crate::recipe::load(path, Strictness::Normal) {
            Ok(loaded) => loaded,
            Err(error) => {
                self.problems.push(Problem::unreadable(path, &error.source));
                return;
            }
        };
        let source = loaded.source;
        self.problems
            .extend(loaded.diagnostics.into_iter().map(|diagnostic| Problem { diagnostic, source: source.clone() }));
        let Some(recipe) = loaded.recipe else { return };
        let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        if folder.as_deref() != Some(recipe.app.id.as_str()) {
            let message = format!("the recipe of `{}` does not stand in a folder of that name", recipe.app.id);
            let diagnostic = Diagnostic::error("wrong_folder", crate::recipe::Span::default(), message)
                .help(format!("move it to `{}/recipe.yaml`, or correct `app.id`", recipe.app.id));
            self.problems.push(Problem { diagnostic, source });
            return;
        }
        self.recipes.insert(recipe.app.id.clone(), Arc::new(recipe));
    }

    /// The ids of all valid integrations, in order.
    pub fn ids(&self) -> impl Iterator<Item = &IntegrationId> {
        self.entries.keys()
    }

    /// An integration with its recipe, if both are sound.
    pub fn entry(&self, id: &IntegrationId) -> Option<Arc<Entry>> {
        self.entries.get(id).cloned()
    }

    /// All sound integrations, by id.
    pub fn entries(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.values()
    }

    /// The recipe of an app, if it is sound.
    pub fn recipe(&self, app: &str) -> Option<Arc<Recipe>> {
        self.recipes.get(app).cloned()
    }

    /// All sound recipes, by the app's id.
    pub fn recipes(&self) -> impl Iterator<Item = &Arc<Recipe>> {
        self.recipes.values()
    }

    /// What is wrong with files: errors keep a recipe or an integration out, warnings do not.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether a job of that integration may be concerned by a problem: by one of its recipe, or by any if the integration
    /// is not sound, since its own file may be the one that is broken.
    pub fn may_concern(&self, problem: &Problem, id: &IntegrationId) -> bool {
        self.entries.get(id).is_none_or(|entry| entry.recipe.source.path == problem.source.path)
    }

    /// Whether a file was kept out.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.diagnostic.severity == Severity::Error)
    }
}
