//! Which secrets of a process integrations may name.

use std::path::{Path, PathBuf};

use super::SecretError;
use crate::contract::SecretRef;

/// Which secrets of a process integrations may name. Whoever writes an integration says where its secrets are typed: with
/// bounds, only what was put there for that can be named. Default: any.
#[derive(Debug, Clone, Default)]
pub struct Bounds {
    /// Files are read from below this folder only.
    pub files: Option<PathBuf>,
    /// Only environment variables whose names begin so are read.
    pub variables: Option<String>,
}

impl Bounds {
    /// That a reference does not lead out of them. Links are followed first.
    ///
    /// # Errors
    /// When it does.
    pub(super) fn allow(&self, reference: &SecretRef) -> Result<(), SecretError> {
        let bounds = match (reference, &self.files, &self.variables) {
            (SecretRef::File(path), Some(folder), _) if !is_below(path.as_ref(), folder) => {
                format!("the files below {}", folder.display())
            }
            (SecretRef::Env(name), _, Some(prefix)) if !name.starts_with(prefix.as_str()) => {
                format!("the environment variables that begin with {prefix}")
            }
            _ => return Ok(()),
        };
        Err(SecretError::OutOfBounds { reference: reference.to_string(), bounds })
    }
}

/// A path that does not exist is told to be missing by whoever reads it, if it would be below the folder.
fn is_below(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    match path.canonicalize() {
        Ok(path) => path.starts_with(folder),
        Err(_) => {
            path.parent().and_then(|parent| parent.canonicalize().ok()).is_some_and(|parent| parent.starts_with(folder))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_stays_within_the_folder_and_the_names() {
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("apps");
        std::fs::create_dir(&files).unwrap();
        for name in ["apps/acme", "root"] {
            std::fs::write(folder.path().join(name), "secret").unwrap();
        }
        std::os::unix::fs::symlink(folder.path().join("root"), files.join("link")).unwrap();
        let bounds = Bounds { files: Some(files.clone()), variables: Some("APP_".to_owned()) };
        let file = |path: PathBuf| bounds.allow(&SecretRef::File(path.display().to_string()));
        assert!(file(files.join("acme")).is_ok());
        assert!(file(files.join("not-there-yet")).is_ok());
        for out in ["root", "apps/../root", "apps/link", "nowhere/at/all"] {
            assert!(file(folder.path().join(out)).is_err(), "{out}");
        }
        assert!(bounds.allow(&SecretRef::Env("APP_ACME".to_owned())).is_ok());
        let error = bounds.allow(&SecretRef::Env("VAULT_TOKEN".to_owned())).unwrap_err().to_string();
        assert!(error.contains("begin with APP_"), "{error}");
        assert!(Bounds::default().allow(&SecretRef::File("/etc/passwd".to_owned())).is_ok());
    }
}
