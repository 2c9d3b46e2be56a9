//! Files from the app: kept in a folder of the session, which is removed with it.
//!
//! On Chromium each download gets an empty folder of its own (Chrome `DevTools` Protocol,
//! `Browser.setDownloadBehavior`), so that whatever appears there is the one that was asked for. Firefox was told its
//! folder when it was started; there, what was in it before does not count.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::command::Command;
use super::error::{CommandError, DownloadProblem, Sent};
use super::point::Prepared;
use super::session::Session;

/// The largest file that is taken, in bytes: 100 MB.
pub const DOWNLOAD_LIMIT: u64 = 100_000_000;

/// How long is waited between two looks into the folder. No command is sent for it.
const LOOK: Duration = Duration::from_millis(40);

/// How long a complete file has to stay the only one: a click that downloads two starts them one after the other.
const ALONE: Duration = Duration::from_millis(250);

/// Endings of files that are still being written.
const UNFINISHED: [&str; 2] = ["crdownload", "part"];

/// Downloads are let through from now on, into a folder that is watched.
#[derive(Debug)]
pub struct Downloads {
    folder: PathBuf,
    before: HashSet<OsString>,
    limit: u64,
}

impl Downloads {
    /// Takes files up to this size, in bytes, instead of [`DOWNLOAD_LIMIT`].
    #[must_use]
    pub fn at_most(mut self, bytes: u64) -> Self {
        self.limit = bytes;
        self
    }
}

/// What is in the folder now.
#[derive(Debug, Default)]
struct Seen {
    finished: Vec<PathBuf>,
    unfinished: Vec<PathBuf>,
    largest: u64,
}

impl Session {
    /// Lets downloads through, into an empty folder of the session. Call it before the click that starts one. One
    /// command on Chromium, none on Firefox.
    ///
    /// # Errors
    /// [`CommandError::Download`] with [`DownloadProblem::NoFolder`] for a browser that runs on another machine, or if
    /// the folder cannot be made.
    pub async fn allow_downloads(&mut self, deadline: Instant) -> Result<Downloads, CommandError> {
        let no_folder = |reason: String| CommandError::Download {
            problem: DownloadProblem::NoFolder { reason },
            waited: Duration::ZERO,
            sent: Sent::No,
        };
        let Some(root) = self.process.download_dir.clone() else {
            return Err(no_folder("the browser runs elsewhere, and its files cannot be read from here".into()));
        };
        let failed = |error: std::io::Error| no_folder(format!("{}: {error}", root.display()));
        tokio::fs::create_dir_all(&root).await.map_err(failed)?;
        let folder = if self.is_chromium() {
            let own = tempfile::Builder::new().prefix("download-").tempdir_in(&root).map_err(failed)?;
            own.keep()
        } else {
            root.clone()
        };
        let before = names(&folder).await.map_err(failed)?;
        if self.is_chromium() {
            // Named by the browser, not by the app: no name of the app reaches this machine's files.
            let parameters = json!({ "behavior": "allowAndName", "downloadPath": folder });
            self.send(Command::DevTools { method: "Browser.setDownloadBehavior", parameters }, deadline).await?;
        }
        Ok(Downloads { folder, before, limit: DOWNLOAD_LIMIT })
    }

    /// Clicks what was prepared and waits for the file that this downloads; see [`Session::downloaded`]. Three
    /// commands on Chromium.
    ///
    /// # Errors
    /// As [`Session::allow_downloads`], [`Session::click`] and [`Session::downloaded`].
    pub async fn download(&mut self, prepared: Prepared, deadline: Instant) -> Result<PathBuf, CommandError> {
        let downloads = self.allow_downloads(deadline).await?;
        self.click(prepared, deadline).await?;
        self.downloaded(&downloads, deadline).await
    }

    /// Waits until the one file that was downloaded since [`Session::allow_downloads`] is complete; its path. The file
    /// goes with the session. A window that the app opened for the download is closed. One command, three more for
    /// such a window.
    ///
    /// # Errors
    /// [`CommandError::Download`]: nothing was downloaded until the deadline, it did not end, it is too large (then it
    /// is cancelled), or there is more than one file.
    pub async fn downloaded(&mut self, downloads: &Downloads, deadline: Instant) -> Result<PathBuf, CommandError> {
        let began = Instant::now();
        let taken = self.watch(downloads, deadline).await;
        self.close_other_windows(deadline.max(Instant::now() + Duration::from_secs(2))).await?;
        taken.map_err(|problem| CommandError::Download { problem, waited: began.elapsed(), sent: Sent::Maybe })
    }

    async fn watch(&mut self, downloads: &Downloads, deadline: Instant) -> Result<PathBuf, DownloadProblem> {
        let no_folder = |error: std::io::Error| DownloadProblem::NoFolder {
            reason: format!("{}: {error}", downloads.folder.display()),
        };
        let mut complete: Option<Instant> = None;
        loop {
            let mut seen = look(downloads).await.map_err(no_folder)?;
            if seen.largest > downloads.limit {
                self.cancel_downloads(&seen, deadline).await;
                return Err(DownloadProblem::TooLarge { limit: downloads.limit });
            }
            match (seen.finished.len(), seen.unfinished.is_empty()) {
                (1, true) if complete.is_some_and(|since| since.elapsed() >= ALONE) => {
                    return Ok(seen.finished.remove(0));
                }
                (1, true) => {
                    complete.get_or_insert_with(Instant::now);
                    sleep(LOOK).await;
                    continue;
                }
                (0 | 1, _) => {}
                (count, _) => return Err(DownloadProblem::Several { count }),
            }
            if Instant::now() >= deadline {
                if seen.unfinished.is_empty() {
                    return Err(DownloadProblem::NotStarted);
                }
                let bytes = seen.largest;
                self.cancel_downloads(&seen, deadline).await;
                return Err(DownloadProblem::NotFinished { bytes });
            }
            sleep(LOOK).await;
        }
    }

    /// Stops what is still being written, so that it does not fill the disk, and removes it.
    async fn cancel_downloads(&mut self, seen: &Seen, deadline: Instant) {
        for path in seen.unfinished.iter().chain(&seen.finished) {
            if self.is_chromium()
                && let Some(guid) = path.file_stem().and_then(|stem| stem.to_str())
            {
                let parameters = json!({ "guid": guid });
                let cancel = Command::DevTools { method: "Browser.cancelDownload", parameters };
                // It may have ended meanwhile.
                if let Err(error) = self.send(cancel, deadline.max(Instant::now() + Duration::from_secs(2))).await {
                    tracing::debug!(%error, "a download could not be cancelled");
                }
            }
            if let Err(error) = tokio::fs::remove_file(path).await {
                tracing::debug!(%error, "a cancelled download was gone already");
            }
        }
    }

    /// Closes every window but the session's own.
    async fn close_other_windows(&mut self, deadline: Instant) -> Result<(), CommandError> {
        let Value::Array(handles) = self.send(Command::Windows, deadline).await? else { return Ok(()) };
        let others: Vec<&str> =
            handles.iter().filter_map(Value::as_str).filter(|handle| *handle != self.windows.at).collect();
        if others.is_empty() {
            return Ok(());
        }
        for handle in others {
            let closed = match self.send(Command::SwitchWindow { handle: handle.to_owned() }, deadline).await {
                Ok(_) => self.send(Command::CloseWindow, deadline).await,
                Err(error) => Err(error),
            };
            match closed {
                Ok(_) => {}
                // A window that was opened for a download closes by itself.
                Err(CommandError::Lost { .. }) => self.lost = None,
                Err(error) => return Err(error),
            }
        }
        let handle = self.windows.at.clone();
        self.send(Command::SwitchWindow { handle }, deadline).await.map(|_| ())
    }
}

async fn names(folder: &Path) -> Result<HashSet<OsString>, std::io::Error> {
    let mut names = HashSet::new();
    let mut entries = tokio::fs::read_dir(folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        names.insert(entry.file_name());
    }
    Ok(names)
}

async fn look(downloads: &Downloads) -> Result<Seen, std::io::Error> {
    let mut seen = Seen::default();
    let mut entries = tokio::fs::read_dir(&downloads.folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        // A file may be renamed between the two looks at it.
        let (false, Ok(about)) = (downloads.before.contains(&entry.file_name()), entry.metadata().await) else {
            continue;
        };
        if !about.is_file() {
            continue;
        }
        seen.largest = seen.largest.max(about.len());
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if UNFINISHED.contains(&ending) { seen.unfinished.push(path) } else { seen.finished.push(path) }
    }
    // Firefox keeps the place of a file with an empty one while it writes the other.
    let unfinished = &seen.unfinished;
    seen.finished.retain(|file| !unfinished.iter().any(|part| part.file_stem() == file.file_name()));
    Ok(seen)
}
