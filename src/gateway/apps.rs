//! The apps of all integrations, as their documents and recipes say, kept until one of them changes.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;

use super::mapping::App;
use super::store::integrations::IntegrationRow;
use crate::catalog::{Catalog, CatalogError};
use crate::contract::IntegrationId;
use crate::recipe::Diagnostic;

/// The recipes, and the apps of integrations.
#[derive(Debug)]
pub struct Apps {
    recipes: Catalog,
    kept: Mutex<HashMap<IntegrationId, (Value, Arc<App>)>>,
}

/// A document is no sound integration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct NotSound(pub Vec<String>);

impl Apps {
    /// Reads the recipes of a folder.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn load(recipes: &Path) -> Result<Self, CatalogError> {
        let catalog = Catalog::with_integrations(recipes, &[])?;
        Ok(Self { recipes: catalog, kept: Mutex::default() })
    }

    /// The recipes, with what is wrong with them.
    pub fn recipes(&self) -> &Catalog {
        &self.recipes
    }

    /// The app of a document.
    ///
    /// # Errors
    /// When the document is no sound integration; each problem with its place and what to write instead.
    pub fn read(&self, document: &Value) -> Result<Arc<App>, NotSound> {
        let text = serde_json::to_string_pretty(document).unwrap_or_default();
        match self.recipes.read_integration("the integration", &text) {
            Ok(entry) => Ok(Arc::new(App::new(Arc::new(entry)))),
            Err(problems) => Err(NotSound(problems.iter().map(ToString::to_string).collect())),
        }
    }

    /// What is wrong with a document; nothing, if it is a sound integration.
    pub fn problems(&self, document: &Value) -> Vec<Diagnostic> {
        let text = serde_json::to_string_pretty(document).unwrap_or_default();
        let problems = self.recipes.read_integration("the integration", &text).err().unwrap_or_default();
        problems.into_iter().map(|problem| problem.diagnostic).collect()
    }

    /// The app of an integration.
    ///
    /// # Errors
    /// As [`Apps::read`]: its recipe may have changed since it was created.
    pub fn of(&self, row: &IntegrationRow) -> Result<Arc<App>, NotSound> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(&row.id).cloned();
        if let Some((document, app)) = kept
            && document == row.document
        {
            return Ok(app);
        }
        let app = self.read(&row.document)?;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(row.id.clone(), (row.document.clone(), Arc::clone(&app)));
        Ok(app)
    }
}
