//! The folder of all evidence: what is too old, or too much, is removed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::evidence::TRACE;

/// What was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Folders of attempts.
    pub folders: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// The evidence of one attempt.
struct Attempt {
    folder: PathBuf,
    at: SystemTime,
    bytes: u64,
}

/// Removes the evidence of attempts that ended longer ago than `keep`, and then the oldest until the rest has at most
/// `most` bytes. Only folders two levels below `root` that hold a trace are evidence; anything else is left alone.
///
/// # Errors
/// When the folder cannot be read. What cannot be removed is left, and tried again next time.
pub fn sweep(root: &Path, keep: Duration, most: u64, now: SystemTime) -> io::Result<Swept> {
    let mut attempts = Vec::new();
    for integration in folders(root)? {
        for folder in folders(&integration)? {
            let Ok(trace) = fs::metadata(folder.join(TRACE)) else { continue };
            attempts.push(Attempt { at: trace.modified()?, bytes: size(&folder), folder });
        }
    }
    attempts.sort_by_key(|attempt| std::cmp::Reverse(attempt.at));
    let (mut kept, mut swept) = (0, Swept::default());
    for Attempt { folder, at, bytes } in attempts {
        let old = now.duration_since(at).is_ok_and(|age| age > keep);
        if !old && kept + bytes <= most {
            kept += bytes;
            continue;
        }
        // From here on all are older: what is too much does not make room for what came before it.
        kept = kept.max(most);
        match fs::remove_dir_all(&folder) {
            Ok(()) => {
                swept.folders += 1;
                swept.bytes += bytes;
            }
            Err(error) => tracing::warn!(folder = %folder.display(), %error, "old evidence could not be removed"),
        }
    }
    Ok(swept)
}

fn folders(root: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(root) {
        Ok(entries) => entries,
        // Nothing was kept yet.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    // A link leads to what is somebody else's.
    let own = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    Ok(own.map(|entry| entry.path()).collect())
}

fn size(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| Some(file.metadata().ok()?.len())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Duration = Duration::from_hours(24);

    fn attempt(root: &Path, name: &str, age: Duration, now: SystemTime) {
        let folder = root.join("acme").join(name);
        fs::create_dir_all(&folder).unwrap();
        for file in [TRACE, "001.webp"] {
            fs::write(folder.join(file), [0; 500]).unwrap();
            fs::File::options().write(true).open(folder.join(file)).unwrap().set_modified(now - age).unwrap();
        }
    }

    fn left(root: &Path) -> Vec<String> {
        let names = fs::read_dir(root.join("acme")).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_too_old_and_then_the_oldest_beyond_the_size_is_removed() {
        let root = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        for (name, days) in [("a", 1), ("b", 2), ("c", 29), ("d", 31)] {
            attempt(root.path(), name, days * DAY, now);
        }
        fs::create_dir_all(root.path().join("acme/notes")).unwrap();
        fs::write(root.path().join("acme/notes/mine.txt"), "mine").unwrap();
        fs::write(root.path().join(".key"), "key").unwrap();
        assert_eq!(sweep(root.path(), 30 * DAY, 10_000, now).unwrap(), Swept { folders: 1, bytes: 1000 });
        assert_eq!(left(root.path()), ["a", "b", "c", "notes"]);
        assert_eq!(sweep(root.path(), 30 * DAY, 2_000, now).unwrap(), Swept { folders: 1, bytes: 1000 });
        assert_eq!(left(root.path()), ["a", "b", "notes"]);
        assert_eq!(sweep(root.path(), 30 * DAY, 2_000, now).unwrap(), Swept::default());
        assert!(root.path().join(".key").exists());
        assert_eq!(sweep(&root.path().join("nowhere"), DAY, 0, now).unwrap(), Swept::default());
    }

    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let (root, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let now = SystemTime::now();
        attempt(other.path(), "mine", 90 * DAY, now);
        fs::create_dir(root.path().join("acme")).unwrap();
        std::os::unix::fs::symlink(other.path().join("acme/mine"), root.path().join("acme/mine")).unwrap();
        std::os::unix::fs::symlink(other.path().join("acme"), root.path().join("beta")).unwrap();
        assert_eq!(sweep(root.path(), DAY, 0, now).unwrap(), Swept::default());
        assert_eq!(left(other.path()), ["mine"]);
    }
}
