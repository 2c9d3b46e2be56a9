//! Why no browser could be started, and what to do about it.

use std::path::PathBuf;

/// Why there is no browser.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum LaunchError {
    /// No browser was found.
    #[error("no browser was found (looked for {looked_for}); on Debian or Ubuntu: apt-get install {package}")]
    NoBrowser {
        /// The names that were looked for.
        looked_for: String,
        /// What to install.
        package: &'static str,
    },
    /// No driver was found.
    #[error(
        "no {driver} was found on PATH; on Debian or Ubuntu: apt-get install {package}; or set the URL of a driver that runs elsewhere"
    )]
    NoDriver {
        /// Its name.
        driver: &'static str,
        /// What to install.
        package: &'static str,
    },
    /// Browser and driver are of different major versions.
    #[error(
        "the browser is version {browser}, its driver version {driver}; their major versions must be the same: install both from the same source (apt-get install --only-upgrade chromium chromium-driver)"
    )]
    VersionMismatch {
        /// The browser's version.
        browser: String,
        /// The driver's version.
        driver: String,
    },
    /// A program did not say its version.
    #[error("{} does not start: {reason}; try `{} --version` by hand", .program.display(), .program.display())]
    NoVersion {
        /// The program.
        program: PathBuf,
        /// What happened.
        reason: String,
    },
    /// The driver did not start.
    #[error("the driver {} did not start: {reason}", .driver.display())]
    DriverFailed {
        /// The driver.
        driver: PathBuf,
        /// What it said.
        reason: String,
    },
    /// The driver opened no session.
    #[error("the driver opened no session: {reason}; `idlcm doctor` checks browser and driver")]
    Refused {
        /// The driver's words.
        reason: String,
    },
}
