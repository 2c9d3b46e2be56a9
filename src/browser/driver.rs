//! The driver's process, behind its guard.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use super::guard::Ready;
use super::launch_error::LaunchError;
use super::processes;

/// How long a driver may take to listen.
const START_WITHIN: Duration = Duration::from_secs(20);

/// How long the guard may take to end everything.
const END_WITHIN: Duration = Duration::from_secs(6);

/// What the driver and the browser inherit of the environment. Passwords of the worker are not for the browser.
const INHERITED: [&str; 20] = [
    "PATH",
    "HOME",
    "USER",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "TMPDIR",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_RUNTIME_DIR",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "DBUS_SESSION_BUS_ADDRESS",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "https_proxy",
    "no_proxy",
];

/// The environment of programs that are started here.
pub(super) fn inherited() -> impl Iterator<Item = (&'static str, OsString)> {
    INHERITED.iter().filter_map(|name| Some((*name, std::env::var_os(name)?)))
}

/// A running driver. Dropping it closes the pipe, at which the guard ends driver and browser.
#[derive(Debug)]
pub(super) struct Driver {
    guard: Child,
    pipe: Option<ChildStdin>,
    // Kept open: the guard must be able to write.
    _output: BufReader<ChildStdout>,
    /// Where the driver listens.
    pub(super) url: String,
    /// The fresh profile directory of its browser.
    pub(super) profile: PathBuf,
    /// The folder of all its files.
    folder: PathBuf,
}

impl Driver {
    /// Starts the guard, which starts the driver, and waits until it listens.
    pub(super) async fn start(guard_program: &Path, command: &[OsString]) -> Result<Self, LaunchError> {
        let failed = |reason: String| LaunchError::DriverFailed { driver: PathBuf::from(&command[0]), reason };
        let mut guard = Command::new(guard_program)
            .arg("browser-guard")
            .arg("--")
            .args(command)
            .env_clear()
            .envs(inherited())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Its own group: Ctrl-C in the worker's terminal is for the worker.
            .process_group(0)
            .spawn()
            .map_err(|error| failed(format!("{}: {error}", guard_program.display())))?;
        let pipe = guard.stdin.take();
        let mut output = BufReader::new(guard.stdout.take().ok_or_else(|| failed("it has no output".into()))?);
        let mut line = String::new();
        let read = timeout(START_WITHIN, output.read_line(&mut line)).await;
        read.map_err(|_| failed(format!("it did not listen within {} s", START_WITHIN.as_secs())))?
            .map_err(|error| failed(error.to_string()))?;
        let ready: Ready = serde_json::from_str(&line).map_err(|_| failed(line.trim().to_owned()))?;
        let url = format!("http://127.0.0.1:{}/", ready.port);
        Ok(Self { guard, pipe, _output: output, url, profile: ready.profile, folder: ready.folder })
    }

    /// The browser's main process, once there is one.
    pub(super) fn browser_process(&self) -> Option<i32> {
        processes::browser(&self.profile)
    }

    /// Ends driver and browser and waits for it.
    pub(super) async fn end(mut self) {
        drop(self.pipe.take());
        if timeout(END_WITHIN, self.guard.wait()).await.is_err() {
            tracing::warn!("the browser's guard did not end in time; killing it");
            // First those that are known by their descent only, such as the driver: without the guard they are anybody's.
            if let Some(guard) = self.guard.id().and_then(|id| i32::try_from(id).ok()) {
                processes::end_all(guard, &self.folder);
            }
            if let Err(error) = self.guard.kill().await {
                tracing::warn!(%error, "the browser's guard could not be killed");
            }
        }
        // The guard does this itself; what is left here was left by a guard that was killed.
        processes::belonging(None, &self.folder).into_iter().for_each(processes::kill);
        if self.folder.exists()
            && let Err(error) = tokio::fs::remove_dir_all(&self.folder).await
        {
            tracing::warn!(folder = %self.folder.display(), %error, "a browser's files could not be removed");
        }
    }
}
