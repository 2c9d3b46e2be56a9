//! What can go wrong while the browser does something.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;

use super::act_guard::Stopped;
use super::fence::Outside;

/// What the driver answers a command to a window that is not there any more (W3C WebDriver, section 6.6).
pub(super) const CLOSED: &str = "no such window";

/// Whether the app may have seen the command that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// It surely did not.
    No,
    /// It may have: nothing may be repeated before the state of the app was read.
    Maybe,
}

/// An element on the page that comes near to what was asked for, or one of several that match.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Candidate {
    /// The element as HTML, shortened.
    pub element: String,
    /// YAML that can be pasted into a recipe: a whole locator for a near miss, a refinement (`within: …`) for one of
    /// several matches; empty if none was found.
    pub locator: String,
}

/// Why an element that was found cannot be acted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotActionableReason {
    /// It is disabled (`disabled`, `aria-disabled` or `inert`).
    Disabled,
    /// It did not come to rest.
    Moving,
    /// Something else takes the click.
    Covered {
        /// What, as HTML, shortened.
        by: String,
    },
    /// It is not the kind of element that this can be done to.
    Unfit {
        /// Why not.
        why: String,
    },
}

impl fmt::Display for NotActionableReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disabled => f.write_str("it is disabled"),
            Self::Moving => f.write_str("it keeps moving"),
            Self::Covered { by } => write!(f, "it is covered by {by}"),
            Self::Unfit { why } => f.write_str(why),
        }
    }
}

/// Why there is no downloaded file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DownloadProblem {
    /// Nothing was downloaded.
    #[error(
        "no download started; check that the step clicks what exports the file, and that the app did not show a message instead"
    )]
    NotStarted,
    /// The file was not complete in time; it was cancelled.
    #[error(
        "the download did not finish: {bytes} bytes came; raise the timeout for downloads (`settings.timeouts.download`)"
    )]
    NotFinished {
        /// How much came.
        bytes: u64,
    },
    /// The file is too large; it was cancelled.
    #[error("the download is larger than {limit} bytes and was cancelled; narrow what the app exports")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// More than one file came.
    #[error("{count} files were downloaded where one was expected")]
    Several {
        /// How many.
        count: usize,
    },
    /// There is no folder for downloads.
    #[error("downloads cannot be taken: {reason}")]
    NoFolder {
        /// Why not.
        reason: String,
    },
}

/// Why a browser operation failed. Messages hold no secret: what was typed as one is never part of an error.
#[derive(Debug, Clone, thiserror::Error)]
pub enum CommandError {
    /// No visible element matched until the deadline.
    #[error("nothing visible matches {query} after {}{}{}{}", Seconds(*.waited), Hidden(*.hidden), Note(.note), Listed("nearest", .candidates))]
    Missing {
        /// The locator.
        query: String,
        /// How long it was looked for.
        waited: Duration,
        /// How many hidden elements match.
        hidden: usize,
        /// Why it could not even be asked: a column that is not there, say.
        note: Option<String>,
        /// What comes near.
        candidates: Vec<Candidate>,
    },
    /// More than one visible element matched until the deadline.
    #[error("{count} visible elements match {query} after {}; exactly one must{}", Seconds(*.waited), Listed("they are", .matches))]
    Ambiguous {
        /// The locator.
        query: String,
        /// How long it was waited for all but one to go.
        waited: Duration,
        /// How many.
        count: usize,
        /// The first five, each with what would single it out.
        matches: Vec<Candidate>,
    },
    /// The element is there, but it could not be acted on until the deadline.
    #[error("{element} cannot be acted on: {reason} (waited {})", Seconds(*.waited))]
    NotActionable {
        /// The element as HTML, shortened.
        element: String,
        /// Why not.
        reason: NotActionableReason,
        /// How long it was waited.
        waited: Duration,
    },
    /// The page to be read did not become ready until the deadline.
    #[error("the page was not ready to be read after {}: {why}", Seconds(*.waited))]
    NotReady {
        /// What was missing.
        why: String,
        /// How long it was waited.
        waited: Duration,
    },
    /// A native dialog is open; it must be accepted or dismissed before anything else is done.
    #[error("a native dialog is open: {text:?}; declare it on the step (`dialog:`) or dismiss it")]
    DialogOpen {
        /// Its text.
        text: String,
        /// Whether the command that met it may have been carried out.
        sent: Sent,
    },
    /// An act was stopped when it arrived in the page, since it would not have done what was meant.
    #[error("the act was stopped when it arrived, and the app noticed nothing of it: {}", .stopped.why)]
    Stopped {
        /// Why.
        stopped: Stopped,
    },
    /// The page is none of the app's, or something in it was about to leave the app. It was held back, and nothing was typed.
    #[error("{how} {origin}, which is not among the app's `origins`; if it belongs to the app, add it there")]
    Outside {
        /// Where it is.
        origin: String,
        /// What is there, or leads there.
        how: Outside,
    },
    /// A command did not end, neither until the deadline nor in the time that a page has; it was aborted and the browser
    /// freed or ended.
    #[error("the page kept the browser busy, or did not come: {command} did not end within {}; {}", Seconds(*.waited), if *.lost { "it was ended" } else { "the page was replaced by an empty one" })]
    Timeout {
        /// The command.
        command: &'static str,
        /// How long it ran.
        waited: Duration,
        /// Whether the session went with it.
        lost: bool,
        /// Whether it may have been carried out.
        sent: Sent,
    },
    /// The driver or the page refused the command.
    #[error("{command} was refused: {reason}")]
    Rejected {
        /// The command.
        command: &'static str,
        /// The driver's error code (`element click intercepted`).
        code: String,
        /// The driver's words.
        reason: String,
        /// Whether it may have been carried out.
        sent: Sent,
    },
    /// What is asked for cannot be asked in this browser: a selector or a pattern that it refuses.
    #[error("the browser refuses this: {reason}")]
    Invalid {
        /// What it says.
        reason: String,
    },
    /// A control does not show what was typed or chosen.
    #[error("{element} does not show what was put in{}", Shown(.expected.as_deref(), .found.as_deref(), *.limit))]
    ReadBack {
        /// The control as HTML, shortened.
        element: String,
        /// What was put in; `None` for a secret.
        expected: Option<String>,
        /// What the control shows; `None` for a secret.
        found: Option<String>,
        /// The control's `maxlength`, if that cut the text.
        limit: Option<usize>,
    },
    /// A choice has no such option, or more than one.
    #[error("{element} has {} option {option} after {}; the nearest are {options:?}", if *.count == 0 { "no" } else { "more than one" }, Seconds(*.waited))]
    NoOption {
        /// The control as HTML, shortened.
        element: String,
        /// What was looked for.
        option: String,
        /// How many match.
        count: usize,
        /// The nearest options.
        options: Vec<String>,
        /// How long it was waited.
        waited: Duration,
    },
    /// What was to be downloaded is not there.
    #[error("{problem} (waited {})", Seconds(*.waited))]
    Download {
        /// Why not.
        problem: DownloadProblem,
        /// How long it was waited.
        waited: Duration,
        /// Whether the click that starts it may have been carried out.
        sent: Sent,
    },
    /// The browser or its driver is gone; the session cannot be used any more.
    #[error("the browser is gone ({reason}); open a new session")]
    Lost {
        /// What was noticed.
        reason: String,
        /// Whether the command that met it may have been carried out.
        sent: Sent,
    },
    /// The driver answered something that makes no sense.
    #[error(
        "the driver's answer to {command} makes no sense: {reason}; check that browser and driver are of the same version (`idlcm doctor`)"
    )]
    Driver {
        /// The command.
        command: &'static str,
        /// What is wrong with it.
        reason: String,
        /// Whether it may have been carried out.
        sent: Sent,
    },
}

impl CommandError {
    /// Whether the element was drawn anew between the look that found it and the command, which was not carried out: it
    /// may be looked for again.
    pub fn was_redrawn(&self) -> bool {
        matches!(self, Self::Rejected { code, sent: Sent::No, .. } if code == "stale element reference")
    }

    /// Whether the page changed between the look that found the element and the command, which was not carried out: it was
    /// drawn anew, went out of sight, or something came up over it (W3C WebDriver, section 12.5.1). It may be looked for again.
    pub fn was_overtaken(&self) -> bool {
        let codes = ["stale element reference", "element click intercepted", "element not interactable"];
        matches!(self, Self::Rejected { code, sent: Sent::No, .. } if codes.contains(&code.as_str()))
    }

    /// Whether the app may have seen the command. `No` only where that is certain.
    pub fn sent(&self) -> Sent {
        match self {
            Self::Missing { .. }
            | Self::Ambiguous { .. }
            | Self::NotActionable { .. }
            | Self::NotReady { .. }
            | Self::Stopped { .. }
            | Self::Outside { .. }
            | Self::Invalid { .. }
            | Self::NoOption { .. } => Sent::No,
            Self::ReadBack { .. } => Sent::Maybe,
            Self::DialogOpen { sent, .. }
            | Self::Timeout { sent, .. }
            | Self::Rejected { sent, .. }
            | Self::Lost { sent, .. }
            | Self::Download { sent, .. }
            | Self::Driver { sent, .. } => *sent,
        }
    }
}

struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} s", self.0.as_secs_f64())
    }
}

struct Hidden(usize);

impl fmt::Display for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => Ok(()),
            1 => f.write_str(" (1 hidden element does)"),
            n => write!(f, " ({n} hidden elements do)"),
        }
    }
}

struct Note<'a>(&'a Option<String>);

impl fmt::Display for Note<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(note) => write!(f, ": {note}"),
            None => Ok(()),
        }
    }
}

struct Listed<'a>(&'static str, &'a [Candidate]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.1.is_empty() {
            return Ok(());
        }
        write!(f, "; {}:", self.0)?;
        for candidate in self.1 {
            write!(f, "\n  {}", candidate.element)?;
            if !candidate.locator.is_empty() {
                write!(f, "    {}", candidate.locator)?;
            }
        }
        Ok(())
    }
}

struct Shown<'a>(Option<&'a str>, Option<&'a str>, Option<usize>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Some(expected), Some(found)) => {
                write!(f, ": expected {expected:?}, found {found:?}")?;
                let plain = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
                if !found.is_empty() && expected != found && plain(expected) == plain(found) {
                    f.write_str(
                        "; the app writes it its own way: give it so, with filters such as `trim`, `upper` or `lower`",
                    )?;
                }
            }
            _ => f.write_str(" (a secret, not shown)")?,
        }
        match self.2 {
            Some(limit) => write!(f, "; it takes {limit} characters at most"),
            None => Ok(()),
        }
    }
}
