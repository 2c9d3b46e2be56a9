//! Which files a catalogue is made of.

use std::path::{Path, PathBuf};

use super::CatalogError;

/// The recipe of each folder, in the order of their names; folders without one are passed over.
pub(super) fn recipes(folder: &Path) -> Result<Vec<PathBuf>, CatalogError> {
    let folders = sorted(folder, "recipes", "--recipes")?;
    Ok(folders
        .into_iter()
        .filter_map(|folder| {
            ["recipe.yaml", "recipe.json"].into_iter().map(|name| folder.join(name)).find(|path| path.is_file())
        })
        .collect())
}

/// The files of integrations, in the order of their names.
pub(super) fn integrations(folder: &Path) -> Result<Vec<PathBuf>, CatalogError> {
    let mut files = sorted(folder, "integrations", "--integrations")?;
    files.retain(|path| {
        let known = path.extension().is_some_and(|extension| ["yaml", "yml", "json"].iter().any(|e| extension == *e));
        known && path.is_file()
    });
    Ok(files)
}

fn sorted(folder: &Path, what: &'static str, option: &'static str) -> Result<Vec<PathBuf>, CatalogError> {
    let read = || -> std::io::Result<Vec<PathBuf>> {
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
    };
    let mut paths = read().map_err(|source| CatalogError { what, path: folder.to_owned(), option, source })?;
    paths.sort();
    Ok(paths)
}
