//! Every metric there is: its name, what it is, its unit, its labels and its help text.

use std::fmt;

/// A metric. Names follow <https://prometheus.io/docs/practices/naming/>.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metric {
    /// Its name, with its unit at the end, and `_total` for a counter.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// What is counted or measured.
    pub unit: Unit,
    /// The names of its labels. Their values are ids of integrations and words of this program, never what a job says.
    pub labels: &'static [&'static str],
    /// What it says, in a sentence.
    pub help: &'static str,
}

/// What a metric is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A number that only grows.
    Counter,
    /// A number that goes up and down.
    Gauge,
    /// How often a value was at most so large, for each of these bounds.
    Histogram(&'static [f64]),
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Counter => "counter",
            Self::Gauge => "gauge",
            Self::Histogram(_) => "histogram",
        })
    }
}

/// What is counted or measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A number of things.
    Count,
    /// Seconds.
    Seconds,
    /// Yes (1) or no (0).
    Flag,
}

/// A job takes between a second, in a warm browser, and some minutes, for a list of many pages.
const JOB_SECONDS: &[f64] = &[0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0];
/// A login types two or three fields; a slow one waits for a one-time code.
const LOGIN_SECONDS: &[f64] = &[0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0, 60.0];
/// From a queue that is empty to one that waited for a person over a weekend.
const AGE_SECONDS: &[f64] = &[1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 14_400.0, 86_400.0, 259_200.0];

macro_rules! metrics {
    ($($constant:ident = $name:literal, $kind:expr, $unit:ident, $labels:expr, $help:literal;)*) => {
        $(pub(super) const $constant: &str = $name;)*
        /// Every metric there is, in the order of the documentation.
        pub const METRICS: &[Metric] =
            &[$(Metric { name: $name, kind: $kind, unit: Unit::$unit, labels: &$labels, help: $help }),*];
    };
}

metrics! {
    JOBS = "idlcm_jobs_total", Kind::Counter, Count, ["integration", "action", "outcome"],
        "Jobs that came to an end: their result is stored and their message acknowledged.";
    JOB = "idlcm_job_duration_seconds", Kind::Histogram(JOB_SECONDS), Seconds, ["integration"],
        "How long the last attempt at a job took, in the browser and without.";
    LOGIN = "idlcm_login_duration_seconds", Kind::Histogram(LOGIN_SECONDS), Seconds, ["integration"],
        "How long a login took, of attempts that logged in.";
    AGE = "idlcm_job_age_seconds", Kind::Histogram(AGE_SECONDS), Seconds, ["integration"],
        "How long ago a job was sent when its first attempt began, by the timestamp of its message.";
    RETRIES = "idlcm_retries_total", Kind::Counter, Count, ["integration", "kind"],
        "Attempts that failed for a reason that may pass, and are followed by another one.";
    DEAD = "idlcm_dead_letters_total", Kind::Counter, Count, ["reason"],
        "Messages that became dead letters.";
    SUSPENDED = "idlcm_integration_suspended", Kind::Gauge, Flag, ["integration"],
        "1 while the integration is suspended, or was and has not been seen to work since.";
    SLOTS = "idlcm_browser_slots", Kind::Gauge, Count, [],
        "How many jobs this worker does at once.";
    SLOTS_USED = "idlcm_browser_slots_used", Kind::Gauge, Count, [],
        "How many attempts are being made now.";
    HANDOVERS = "idlcm_handovers_total", Kind::Counter, Count, ["integration"],
        "How often this worker gave an integration to workers with more room.";
    LEASES_LOST = "idlcm_leases_lost_total", Kind::Counter, Count, ["integration"],
        "How often this worker worked for an integration and lost it.";
    STALE_ACKS = "idlcm_stale_acks_total", Kind::Counter, Count, [],
        "Acknowledgements that came too late: the message is delivered again, and its result goes out again.";
    REDELIVERED = "idlcm_redelivered_total", Kind::Counter, Count, [],
        "Messages that were delivered before, to this worker or another one.";
    BROWSERS_STARTED = "idlcm_browsers_started_total", Kind::Counter, Count, [],
        "Browsers that were started, each with a driver of its own.";
    BROWSERS_LOST = "idlcm_browsers_lost_total", Kind::Counter, Count, [],
        "Browsers that crashed, hung or lost their driver, and were replaced.";
    COMMANDS = "idlcm_webdriver_commands_total", Kind::Counter, Count, [],
        "WebDriver commands that were sent.";
    LINKED = "idlcm_queue_linked", Kind::Gauge, Flag, [],
        "1 while the worker is linked to the queue.";
    BUILD = "idlcm_build_info", Kind::Gauge, Flag, ["version"],
        "Always 1; its label is the version of the program.";
}
