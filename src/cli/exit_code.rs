//! Exit codes. Scripts rely on them; each has a test.

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ExitCode {
    /// Done.
    Done = 0,
    /// A job or case failed.
    Failed = 1,
    /// Wrong usage.
    Usage = 2,
    /// An invalid recipe, integration or job file.
    InvalidFile = 3,
    /// Something outside is missing or out of reach: browser, driver, broker, secret.
    Missing = 4,
    /// Something was left unfinished when asked to stop; it is still in the queue, or in the file of jobs.
    Unfinished = 5,
    /// A bug.
    Bug = 70,
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> Self {
        Self::from(code as u8)
    }
}
