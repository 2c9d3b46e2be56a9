//! The service accounts that integrations may name: those whose secrets are at hand, and those that a file lists. References
//! only; no secret is read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Problem;
use crate::contract::{SecretRef, ServiceAccount};
use crate::recipe::diagnostic::Diagnostics;
use crate::recipe::{source_text, yaml};
use crate::secrets::Bounds;

/// How the variables of an account end.
const USERNAME: [&str; 2] = ["_USERNAME", "_USER"];

/// Where service accounts are looked for.
#[derive(Debug, Clone, Default)]
pub struct ServiceAccounts {
    /// Folder and variables: `DIR/NAME/username` with `password` beside it (and `totp`), `PREFIX…_USERNAME` with
    /// `PREFIX…_PASSWORD` (and `…_TOTP`). Without a folder no files are looked for.
    pub bounds: Bounds,
    /// A file that lists accounts. Default: none.
    pub file: Option<PathBuf>,
}

/// One account, by the name that people choose it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedAccount {
    /// Its name.
    pub name: String,
    /// Where its secrets are.
    pub service_account: ServiceAccount,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    accounts: Vec<NamedAccount>,
}

/// The accounts cannot be listed.
#[derive(Debug, thiserror::Error)]
pub enum ServiceAccountsError {
    /// A file or folder cannot be read.
    #[error("{}, which lists service accounts, cannot be read: {source}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no list of accounts.
    #[error("{0}")]
    Unsound(String),
}

impl ServiceAccounts {
    /// All that are there now, by name.
    ///
    /// # Errors
    /// When the file or the folder cannot be read, or the file is no list.
    pub fn known(&self) -> Result<Vec<NamedAccount>, ServiceAccountsError> {
        let mut found = BTreeMap::new();
        if let Some(folder) = &self.bounds.files {
            in_folder(folder, &mut found)?;
        }
        in_variables(
            self.bounds.variables.as_deref().unwrap_or_default(),
            std::env::vars_os().filter_map(text),
            &mut found,
        );
        if let Some(file) = &self.file {
            found.extend(listed(file)?.into_iter().map(|account| (account.name, account.service_account)));
        }
        let named = |(name, service_account)| NamedAccount { name, service_account };
        Ok(found.into_iter().map(named).collect())
    }
}

fn text((name, value): (std::ffi::OsString, std::ffi::OsString)) -> Option<String> {
    // The value stays where it is; an empty one is none.
    if value.is_empty() { None } else { name.into_string().ok() }
}

fn in_folder(folder: &Path, found: &mut BTreeMap<String, ServiceAccount>) -> Result<(), ServiceAccountsError> {
    let unreadable = |source| ServiceAccountsError::Unreadable { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let at = |name: &str| Some(path.join(name)).filter(|file| file.is_file());
        let (Some(username), Some(password)) = (at("username"), at("password")) else { continue };
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let file = |path: PathBuf| SecretRef::File(path.display().to_string());
        let account = ServiceAccount { username: file(username), password: file(password), totp: at("totp").map(file) };
        found.insert(name.to_owned(), account);
    }
    Ok(())
}

fn in_variables(prefix: &str, names: impl Iterator<Item = String>, found: &mut BTreeMap<String, ServiceAccount>) {
    let names: Vec<String> = names.filter(|name| name.starts_with(prefix)).collect();
    for name in &names {
        let Some(stem) = USERNAME.iter().find_map(|end| name.strip_suffix(end)) else { continue };
        let variable = |end: &str| {
            let wished = format!("{stem}{end}");
            names.contains(&wished).then_some(SecretRef::Env(wished))
        };
        let Some(password) = variable("_PASSWORD") else { continue };
        let account = ServiceAccount { username: SecretRef::Env(name.clone()), password, totp: variable("_TOTP") };
        let shown = stem.strip_prefix(prefix).filter(|rest| !rest.is_empty()).unwrap_or(stem);
        found.insert(shown.trim_matches('_').to_lowercase().replace('_', "-"), account);
    }
}

fn listed(path: &Path) -> Result<Vec<NamedAccount>, ServiceAccountsError> {
    let text = fs::read_to_string(path)
        .map_err(|source| ServiceAccountsError::Unreadable { path: path.to_owned(), source })?;
    let source = source_text(path, &text);
    let mut problems = Diagnostics::default();
    let root = yaml::parse(&source.text, &mut problems);
    let listed: Option<Listed> = root.and_then(|root| yaml::decode(&root, &mut problems));
    let problems = problems.into_sorted().into_iter();
    let problems: Vec<String> =
        problems.map(|diagnostic| Problem { diagnostic, source: source.clone() }.to_string()).collect();
    match listed {
        Some(listed) if problems.is_empty() => Ok(listed.accounts),
        _ => Err(ServiceAccountsError::Unsound(problems.join("\n"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_found_in_a_folder_among_variables_and_in_a_list() {
        let folder = tempfile::tempdir().unwrap();
        for (account, files) in [("acme-boardly", ["username", "password", "totp"].as_slice()), ("half", &["username"])]
        {
            fs::create_dir(folder.path().join(account)).unwrap();
            for file in files {
                fs::write(folder.path().join(account).join(file), "never read").unwrap();
            }
        }
        let list = folder.path().join("list.yaml");
        fs::write(
            &list,
            "accounts: [{name: vaulted, service_account: {username: {vault: 'kv/a#u'}, password: {vault: 'kv/a#p'}}}]",
        )
        .unwrap();
        let bounds = Bounds { files: Some(folder.path().to_owned()), variables: Some("NOBODY_HAS_THIS_".to_owned()) };
        let known = ServiceAccounts { bounds, file: Some(list.clone()) }.known().unwrap();
        let names: Vec<&str> = known.iter().map(|account| account.name.as_str()).collect();
        assert_eq!(names, ["acme-boardly", "vaulted"]);
        assert!(known[0].service_account.totp.is_some());

        let mut found = BTreeMap::new();
        let names = ["APP_ACME_USERNAME", "APP_ACME_PASSWORD", "APP_X_USER", "VAULT_USER", "VAULT_PASSWORD"];
        in_variables("APP_", names.map(str::to_owned).into_iter(), &mut found);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["acme"]);

        fs::write(&list, "accounts: [{name: x}]").unwrap();
        let error = listed(&list).unwrap_err().to_string();
        assert!(error.contains("service_account"), "{error}");
    }
}
