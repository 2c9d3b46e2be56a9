//! The shared state of an embedded queue in a file: one line for each event, on the disk before anybody acts on it, so that
//! the process that comes after one that was killed knows what was under way.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use tokio::sync::{Mutex, mpsc};

use crate::coordination::{Entry, RecordError, StateEvent, StateView, Write};

/// How long events are kept, as in the stream on a broker.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Why the shared state cannot be kept in a file.
#[derive(Debug, thiserror::Error)]
pub enum StateFileError {
    /// Two processes that do not know of each other would click for the same integrations.
    #[error("the state file {} is used by another process; stop that one, or name another file", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// A line that no crash leaves behind: what it said of a running job is not known.
    #[error(
        "line {line} of the state file {} cannot be read: {reason}; what it said of a job is lost. Look into the apps at what was under way, then remove that line",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Which line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// The system does not let us.
    #[error("the state file {} cannot be read or written: {source}; check that this user may write in its folder", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// The file, open for appending. Nobody else has it meanwhile.
#[derive(Debug)]
pub(super) struct StateJournal {
    file: File,
    /// How much of it is whole lines that are on the disk.
    length: u64,
    /// Whether there may be something behind that.
    torn: bool,
    _lock: File,
}

/// When something happened, of an event that may be of another version.
#[derive(Deserialize)]
struct Dated {
    at: Timestamp,
}

impl StateJournal {
    /// Takes what the file tells into a view, leaves out what is older than 30 days, and goes on writing there. A file that
    /// is not there is made.
    pub(super) fn open(path: &Path, view: &StateView) -> Result<Self, StateFileError> {
        let io = |source| StateFileError::Io { path: path.to_owned(), source };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(io)?;
        let lock = private().open(beside(path, ".lock")).map_err(io)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StateFileError::InUse { path: path.to_owned() }),
            Err(TryLockError::Error(error)) => return Err(io(error)),
        }
        let new = beside(path, ".new");
        let file = private().open(&new).map_err(io)?;
        file.set_len(0).map_err(io)?;
        let mut kept = BufWriter::new(file);
        match File::open(path) {
            Ok(old) => take_over(path, old, view, &mut kept)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(io(error)),
        }
        let file = kept.into_inner().map_err(|error| io(error.into_error()))?;
        file.sync_all().map_err(io)?;
        fs::rename(&new, path).map_err(io)?;
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(io)?;
        let length = file.metadata().map_err(io)?.len();
        Ok(Self { file, length, torn: false, _lock: lock })
    }

    /// Appends a line; it is on the disk when this returns. After an error it may be there or not until the next one is
    /// appended, and is not then.
    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        if self.torn {
            self.file.set_len(self.length)?;
        }
        self.torn = true;
        self.file.write_all(line)?;
        self.file.sync_data()?;
        self.torn = false;
        self.length += u64::try_from(line.len()).unwrap_or_default();
        Ok(())
    }
}

/// A file of this user's, written at its end only.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.append(true).create(true).mode(0o600);
    options
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// Applies the events of a file that are young enough, and copies them.
fn take_over(path: &Path, old: File, view: &StateView, kept: &mut impl io::Write) -> Result<(), StateFileError> {
    let io = |source| StateFileError::Io { path: path.to_owned(), source };
    let oldest = Timestamp::now() - KEPT;
    let (mut old, mut line, mut number) = (BufReader::new(old), Vec::new(), 0_u64);
    let mut unreadable = None;
    while old.read_until(b'\n', &mut line).map_err(io)? > 0 {
        number += 1;
        if let Some((line, reason)) = unreadable {
            return Err(StateFileError::Damaged { path: path.to_owned(), line, reason });
        }
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        let event = serde_json::from_slice::<StateEvent>(text);
        match serde_json::from_slice::<Dated>(text) {
            Err(error) => unreadable = Some((number, error.to_string())),
            Ok(dated) if dated.at < oldest => {}
            Ok(_) => {
                match event {
                    Ok(event) => view.apply(&event),
                    Err(error) => tracing::warn!(%error, "a state event of another version is ignored"),
                }
                kept.write_all(text).and_then(|()| kept.write_all(b"\n")).map_err(io)?;
            }
        }
        line.clear();
    }
    if let Some((line, _)) = unreadable {
        let file = path.display();
        tracing::warn!(%file, line, "the last line of the state file was not written to its end and is left out");
    }
    Ok(())
}

/// Writes one writer's events, in the order in which all see them.
pub(super) async fn carry(journal: Arc<Mutex<StateJournal>>, view: StateView, mut asked: mpsc::Receiver<Write>) {
    while let Some(write) = asked.recv().await {
        let end = match &write.entry {
            Entry::Event(event) => store(&journal, &view, event).await,
            // Whoever has the file has taken in what stands in it.
            Entry::Marker => {
                drop(journal.lock().await);
                Ok(())
            }
        };
        write.done(end);
    }
}

async fn store(journal: &Arc<Mutex<StateJournal>>, view: &StateView, event: &StateEvent) -> Result<(), RecordError> {
    let mut line = serde_json::to_vec(event)
        .map_err(|error| RecordError::Unwritable(format!("a state event cannot be written as JSON: {error}")))?;
    line.push(b'\n');
    let mut journal = journal.clone().lock_owned().await;
    // The disk is waited for, which is no work for a thread that others need.
    let writing = tokio::task::spawn_blocking(move || {
        let written = journal.append(&line);
        (journal, written)
    });
    let not_stored = |reason: String| {
        RecordError::NotStored(format!("the state file cannot be written: {reason}; is there room on the disk?"))
    };
    let (journal, written) = writing.await.map_err(|error| not_stored(error.to_string()))?;
    written.map_err(|error| not_stored(error.to_string()))?;
    view.apply(event);
    drop(journal);
    Ok(())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::contract::IntegrationId;
    use crate::coordination::StateKind;

    fn event(days: i64, kind: StateKind) -> StateEvent {
        let at = Timestamp::now() - SignedDuration::from_hours(24 * days);
        StateEvent { at, worker: "w1".to_owned(), integration: acme(), kind }
    }

    fn acme() -> IntegrationId {
        "acme".parse().unwrap()
    }

    fn line(event: &StateEvent) -> String {
        serde_json::to_string(event).unwrap() + "\n"
    }

    fn committing(job: u128) -> StateKind {
        StateKind::Committing { job_id: Uuid::from_u128(job), part: 0 }
    }

    fn open(path: &Path) -> (StateView, Result<StateJournal, StateFileError>) {
        let view = StateView::default();
        let journal = StateJournal::open(path, &view);
        (view, journal)
    }

    #[test]
    fn what_is_young_enough_is_taken_over_and_a_line_that_a_crash_cut_off_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("below/state.jsonl");
        fs::create_dir(path.parent().unwrap()).unwrap();
        let (old, young) = (event(31, committing(1)), event(29, committing(2)));
        let later = format!("{{\"at\":\"{}\",\"kind\":\"of a later version\"}}\n", Timestamp::now());
        let whole = line(&young) + &later;
        for torn in ["", "{\"at\":\"2026-", "\0\0\0\0"] {
            fs::write(&path, line(&old) + &whole + torn).unwrap();
            let (view, journal) = open(&path);
            let jobs = [1, 2].map(|job| view.read(|state| state.committing(&acme(), Uuid::from_u128(job)).len()));
            assert_eq!(jobs, [0, 1]);
            let mut journal = journal.unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), whole);
            journal.append(b"next\n").unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), whole.clone() + "next\n");
        }
    }

    #[test]
    fn a_last_event_without_its_end_of_line_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.jsonl");
        fs::write(&path, line(&event(0, committing(1))).trim_end()).unwrap();
        let (view, journal) = open(&path);
        journal.unwrap().append(line(&event(0, committing(2))).as_bytes()).unwrap();
        assert_eq!(view.read(|state| state.committing(&acme(), Uuid::from_u128(1))), [0]);
        let (view, _) = open(&path);
        assert_eq!(view.read(|state| state.committing(&acme(), Uuid::from_u128(2))), [0]);
    }

    #[test]
    fn a_damaged_line_between_others_is_told_and_nothing_is_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.jsonl");
        let text = format!("{}{}oops\n{}", line(&event(31, committing(1))), "", line(&event(0, committing(2))));
        fs::write(&path, &text).unwrap();
        let error = open(&path).1.unwrap_err();
        assert!(matches!(error, StateFileError::Damaged { line: 2, .. }), "{error}");
        assert!(error.to_string().contains("line 2 of the state file"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }

    #[test]
    fn one_process_has_the_file_and_a_file_that_cannot_be_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.jsonl");
        let (_, first) = open(&path);
        assert!(matches!(open(&path).1, Err(StateFileError::InUse { .. })));
        drop(first);
        open(&path).1.unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        let error = open(&folder.path().join("file/state.jsonl")).1.unwrap_err();
        assert!(matches!(error, StateFileError::Io { .. }), "{error}");
    }

    #[test]
    fn what_was_written_in_part_is_taken_away_before_the_next_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.jsonl");
        let mut journal = open(&path).1.unwrap();
        journal.append(b"one\n").unwrap();
        // As if the disk had been full.
        journal.file.write_all(b"tw").unwrap();
        journal.torn = true;
        journal.append(b"three\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\nthree\n");
    }
}
