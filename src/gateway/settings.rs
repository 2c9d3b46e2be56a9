//! How a gateway behaves.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::people::Provider;
use super::store::integrations::Profile;
use crate::catalog::ServiceAccounts;
use crate::telemetry::Health;

/// Settings of a gateway.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How long a request waits for the app, by profile.
    pub waits: Waits,
    /// Requests a second for each integration, and how many at once. Default: 25 and 100.
    pub rate: (u32, u32),
    /// Failed authentications a minute for each address. Default: 20.
    pub failures: u32,
    /// The address that clients see, for `meta.location`: `https://scim.acme.example`. Default: what each request names.
    pub public_url: Option<String>,
    /// The service accounts that integrations may name.
    pub accounts: ServiceAccounts,
    /// The folder in which workers keep evidence, where it is on this machine or shared with it. Default: none.
    pub evidence: Option<PathBuf>,
    /// The identity provider through which people sign in to the console.
    pub provider: Option<Arc<Provider>>,
    /// Tells whether there is a link to the queue.
    pub health: Health,
}

/// How long a request waits for the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// Okta closes the connection at 60 s. Default: 50 s.
    pub okta: Duration,
    /// Entra takes an answer that says only that it is under way. Default: 20 s.
    pub entra: Duration,
    /// Any other. Default: 50 s.
    pub generic: Duration,
}

impl Waits {
    /// The one of a profile.
    pub fn of(self, profile: Profile) -> Duration {
        match profile {
            Profile::Okta => self.okta,
            Profile::Entra => self.entra,
            Profile::Generic => self.generic,
        }
    }
}

impl Default for Waits {
    fn default() -> Self {
        Self { okta: Duration::from_secs(50), entra: Duration::from_secs(20), generic: Duration::from_secs(50) }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            waits: Waits::default(),
            rate: (25, 100),
            failures: 20,
            public_url: None,
            accounts: ServiceAccounts::default(),
            evidence: None,
            provider: None,
            health: Health::default(),
        }
    }
}
