//! The catalogue of recipes and integrations, as commands use it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::catalog::{Catalog, Entry, Problem};
use crate::contract::{IntegrationId, Job};
use crate::engine::AccountSecrets;
use crate::recipe::Severity;
use crate::secrets::Store;

use super::print::note;
use super::settings::Settings;
use super::stop::Stop;

/// Loads everything.
///
/// # Errors
/// When a folder cannot be read.
pub(super) fn read(settings: &Settings) -> Result<Catalog, Stop> {
    Catalog::load(&settings.recipes, &settings.integrations).map_err(Stop::missing)
}

/// Loads everything for some jobs; what is broken and may concern them is said, and how many warnings a recipe has.
///
/// # Errors
/// When a folder cannot be read.
pub(super) fn load_for(settings: &Settings, jobs: &[Job]) -> Result<Catalog, Stop> {
    let catalog = read(settings)?;
    let concerned = |problem: &&Problem| jobs.iter().any(|job| catalog.may_concern(problem, &job.integration));
    let is_warning = |problem: &&Problem| {
        problem.diagnostic.severity == Severity::Warning && problem.source.path.file_stem() == Some("recipe".as_ref())
    };
    let (warnings, others): (Vec<_>, Vec<_>) = catalog.problems().iter().filter(concerned).partition(is_warning);
    say(others);
    // A recipe that is being written has many, of what is not used yet, and its author knows.
    let mut of = BTreeMap::<&Path, usize>::new();
    for warning in warnings {
        *of.entry(&warning.source.path).or_default() += 1;
    }
    for (path, count) in of {
        let (path, s) = (path.display(), if count == 1 { "" } else { "s" });
        note(&format!("{path}: {count} warning{s}; see `idlcm recipe check {path}`"));
    }
    Ok(catalog)
}

fn say<'p>(problems: impl IntoIterator<Item = &'p Problem>) {
    for problem in problems {
        note(problem.to_string().trim_end());
    }
}

/// Loads everything; what is broken is said and left out.
///
/// # Errors
/// When a folder cannot be read.
pub(super) fn load(settings: &Settings) -> Result<Catalog, Stop> {
    let catalog = read(settings)?;
    say(catalog.problems());
    Ok(catalog)
}

/// An integration with its recipe.
///
/// # Errors
/// When there is none, with those that there are.
pub(super) fn entry(catalog: &Catalog, id: &IntegrationId) -> Result<Arc<Entry>, Stop> {
    catalog.entry(id).ok_or_else(|| {
        let known: Vec<String> = catalog.ids().map(ToString::to_string).collect();
        let hint = match crate::contract::nearest(id.as_str(), known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "there is no valid one in the folder of integrations".to_owned(),
            None => format!("known: {}", known.join(", ")),
        };
        Stop::invalid(format!("unknown integration `{id}`; {hint}"))
    })
}

/// The integrations that are named; all, where none is.
///
/// # Errors
/// When one of them does not exist.
pub(super) fn chosen(catalog: &Catalog, named: &[IntegrationId]) -> Result<Vec<IntegrationId>, Stop> {
    for id in named {
        entry(catalog, id)?;
    }
    Ok(catalog.ids().filter(|id| named.is_empty() || named.contains(id)).cloned().collect())
}

/// The secrets of an integration's service account.
///
/// # Errors
/// When one cannot be read.
pub(super) async fn secrets(entry: &Entry, store: &Store) -> Result<AccountSecrets, Stop> {
    AccountSecrets::resolve(&entry.integration, store)
        .await
        .map_err(|error| Stop::missing(format!("{}: {error}", entry.integration.id)))
}
