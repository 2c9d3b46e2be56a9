//! Settings of a recipe, with their defaults.

use std::collections::BTreeMap;

use crate::contract::{Action, Duration, EvidencePolicy, Limit};

/// The longest that one attempt at a job may be given. A broker takes a job away from a worker that holds it for 30 min
/// (`RabbitMQ` documentation, "Consumers", default of `consumer_timeout`), and would do so with every attempt that takes
/// longer, for ever.
pub const LONGEST_ACTION: Duration = Duration::from_secs(15 * 60);
/// The longest that reading back one commit may be given, for the same reason.
pub const LONGEST_VERIFY: Duration = Duration::from_secs(5 * 60);

/// Settings of a recipe.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// How long things may take.
    pub timeouts: Timeouts,
    /// How fast the app may be used.
    pub pace: Pace,
    /// The most actions of a kind in a window.
    pub limits: BTreeMap<Action, Limit>,
    /// Attributes that `test_id` looks at. Default: `data-testid`, `data-test`, `data-qa`.
    pub test_id_attributes: Vec<String>,
    /// Width and height of the browser's window in CSS pixels. Default: 1280 by 900.
    pub viewport: (u32, u32),
    /// When evidence is recorded for jobs that do not say. Default: on failure.
    pub evidence: EvidencePolicy,
}

/// How long things may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// One step. Default: 10 s.
    pub step: Duration,
    /// Loading one page. Default: 30 s.
    pub page: Duration,
    /// A download, from the click to its last byte. Default: 60 s.
    pub download: Duration,
    /// One attempt at a job, logging in included and the last reading back not. Default: 3 min.
    pub action: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            step: Duration::from_secs(10),
            page: Duration::from_secs(30),
            download: Duration::from_secs(60),
            action: Duration::from_secs(180),
        }
    }
}

/// How fast the app may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The most actions a minute; `None`: as fast as it goes.
    pub actions_per_minute: Option<u32>,
    /// The most browser sessions at once. Default: 1.
    pub sessions: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { actions_per_minute: None, sessions: 1 }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeouts: Timeouts::default(),
            pace: Pace::default(),
            limits: BTreeMap::new(),
            test_id_attributes: ["data-testid", "data-test", "data-qa"].map(str::to_owned).to_vec(),
            viewport: (1280, 900),
            evidence: EvidencePolicy::default(),
        }
    }
}
