//! A small file in the user's state folder that several processes read and change: which passwords were rejected, which
//! one-time passwords were used. It holds salted fingerprints, never a secret.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A JSON object in a file.
#[derive(Debug, Clone)]
pub struct StateFile {
    path: PathBuf,
}

impl StateFile {
    /// At that path; nothing has to be there yet.
    pub fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// The rejected passwords of `idlcm run`, in the user's state folder. `None` if the user has none.
    pub fn rejected_logins() -> Option<Self> {
        Self::of_user("rejected-logins.json")
    }

    /// The one-time passwords used on this machine, in the user's state folder. `None` if the user has none.
    pub fn used_codes() -> Option<Self> {
        Self::of_user("one-time-passwords.json")
    }

    /// A file in `$XDG_STATE_HOME/idlcm` (XDG Base Directory Specification).
    fn of_user(name: &str) -> Option<Self> {
        let base = std::env::var_os("XDG_STATE_HOME").filter(|dir| !dir.is_empty()).map(PathBuf::from);
        let home = || std::env::var_os("HOME").filter(|dir| !dir.is_empty()).map(PathBuf::from);
        let base = base.or_else(|| Some(home()?.join(".local/state")))?;
        Some(Self::at(base.join("idlcm").join(name)))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds; nothing if it is not there.
    ///
    /// # Errors
    /// When it cannot be read, or is not what this program writes: then nobody knows what it held.
    pub fn read<V: DeserializeOwned>(&self) -> io::Result<BTreeMap<String, V>> {
        match fs::read_to_string(&self.path) {
            Ok(text) => serde_json::from_str(&text).map_err(|error| {
                let message = format!("{}: {error}; fix the file or remove it", self.path.display());
                io::Error::new(io::ErrorKind::InvalidData, message)
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeMap::new()),
            Err(error) => Err(error),
        }
    }

    /// Changes it, one process after the other. It is on the disk when this returns; after a crash it is as it was
    /// before or after.
    ///
    /// # Errors
    /// When it cannot be read or written. It is unchanged then.
    pub fn change<V, R>(&self, change: impl FnOnce(&mut BTreeMap<String, V>) -> R) -> io::Result<R>
    where
        V: DeserializeOwned + Serialize + Clone + PartialEq,
    {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let lock = File::create(self.path.with_extension("lock"))?;
        lock.lock()?;
        let before = self.read()?;
        let mut after = before.clone();
        let answer = change(&mut after);
        if after != before {
            let written = self.path.with_extension("new");
            let mut file = File::create(&written)?;
            file.write_all(serde_json::to_string_pretty(&after)?.as_bytes())?;
            file.sync_all()?;
            fs::rename(written, &self.path)?;
            File::open(folder)?.sync_all()?;
        }
        Ok(answer)
    }

    /// Takes a time step of a seed for one use: `false` if it or a later one was taken before, by any process.
    ///
    /// # Errors
    /// As [`StateFile::change`]; nothing is taken then.
    pub fn take_code(&self, fingerprint: &str, step: u64) -> io::Result<bool> {
        self.change(|used: &mut BTreeMap<String, u64>| {
            if used.get(fingerprint).is_some_and(|last| *last >= step) {
                return false;
            }
            used.insert(fingerprint.to_owned(), step);
            true
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_step_is_taken_once_by_whoever_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        let file = StateFile::at(folder.path().join("deep/codes.json"));
        let taken: Vec<bool> = std::thread::scope(|scope| {
            let takers: Vec<_> = (0..8).map(|_| scope.spawn(|| file.take_code("seed", 7).unwrap())).collect();
            takers.into_iter().map(|taker| taker.join().unwrap()).collect()
        });
        assert_eq!(taken.iter().filter(|taken| **taken).count(), 1);
        assert!(!file.take_code("seed", 6).unwrap(), "an earlier one is as good as used");
        assert!(file.take_code("seed", 8).unwrap());
        assert!(file.take_code("another seed", 7).unwrap());
    }

    #[test]
    fn a_file_that_nobody_can_read_grants_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = StateFile::at(folder.path().join("codes.json"));
        fs::write(file.path(), "{\"seed\": 7").unwrap();
        let error = file.take_code("seed", 8).unwrap_err();
        assert!(error.to_string().contains("fix the file or remove it"), "{error}");
        assert_eq!(fs::read_to_string(file.path()).unwrap(), "{\"seed\": 7");
    }
}
