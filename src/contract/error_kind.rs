//! Every way a job can fail, and what follows from it: one table for retries and for what a person should do.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is done after a failure of some kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Retry {
    /// The same job would fail again.
    Never,
    /// A person has to change something at the account; until then the integration is suspended and its jobs wait.
    Suspend,
    /// The job fails now and may be sent again after a change in the app.
    AfterChange,
    /// Again with growing waits: five attempts in all, only while nothing was sent whose effect is not known.
    Backoff,
    /// Once more in a fresh browser, only while nothing was sent whose effect is not known: two attempts in all.
    FreshBrowser,
}

impl Retry {
    /// How many attempts a job gets in all when it fails in this way.
    pub fn attempts(self) -> u32 {
        match self {
            Self::Never | Self::Suspend | Self::AfterChange => 1,
            Self::FreshBrowser => 2,
            Self::Backoff => 5,
        }
    }
}

/// What a person should do about a failed job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UserAction {
    /// Nothing.
    None,
    /// Send a corrected job.
    FixRequest,
    /// Check the service account's user name and password, then resume the integration.
    ReviewCredentials,
    /// Set up the second factor of the service account.
    ConfigureMfa,
    /// Log in by hand once and solve the app's challenge.
    SolveChallenge,
    /// Give the service account the right to manage users.
    GrantPermissions,
    /// Buy or free seats in the app.
    AddLicenses,
    /// Reactivate the subscription of the app.
    ReactivateSubscription,
    /// Correct the business ID or organisation in the integration.
    FixOrganisation,
    /// The app's screens changed: correct the recipe.
    FixRecipe,
    /// Review the limits of the integration.
    ReviewLimits,
    /// Look into the app and finish by hand what was left undone.
    FinishManually,
    /// Tell whoever operates the workers.
    ContactOperator,
}

macro_rules! error_kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $retry:ident, $action:ident;)*) => {
        /// Why a job failed. The retry class and what a person should do follow from it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        pub enum ErrorKind {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl ErrorKind {
            /// Every kind there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in results and recipes.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What is done after such a failure.
            pub fn retry(self) -> Retry {
                match self { $(Self::$variant => Retry::$retry,)* }
            }

            /// What a person should do about it.
            pub fn user_action(self) -> UserAction {
                match self { $(Self::$variant => UserAction::$action,)* }
            }
        }
    };
}

error_kinds! {
    /// The job is not valid JSON of a known version.
    InvalidJob = "invalid_job", Never, FixRequest;
    /// No integration with that id is known here.
    UnknownIntegration = "unknown_integration", Never, FixRequest;
    /// The recipe does not offer that action, or no action can write a difference.
    UnsupportedAction = "unsupported_action", Never, FixRequest;
    /// A required attribute is missing.
    MissingAttribute = "missing_attribute", Never, FixRequest;
    /// An attribute is unknown or its value is refused, by the recipe or by the app.
    InvalidAttribute = "invalid_attribute", Never, FixRequest;
    /// The role, group or asset is not known to the app.
    UnknownRole = "unknown_role", Never, FixRequest;
    /// Two roles that exclude each other.
    IncompatibleRoles = "incompatible_roles", Never, FixRequest;
    /// `not_after` passed before anything was written.
    Expired = "expired", Never, None;
    /// The subject exists and `on_exists: fail` was asked for, or somebody else has the new key that the job wishes.
    AlreadyExists = "already_exists", Never, FixRequest;
    /// The subject does not exist.
    NotFound = "not_found", Never, FixRequest;
    /// More than one row of the app matches the subject's key.
    AmbiguousMatch = "ambiguous_match", Never, FinishManually;
    /// The user is protected in the integration, or is the service account.
    ProtectedUser = "protected_user", Never, None;
    /// The app refused user name or password.
    BadCredentials = "bad_credentials", Suspend, ReviewCredentials;
    /// The app locked the service account.
    AccountLocked = "account_locked", Suspend, ReviewCredentials;
    /// The app demands a new password for the service account.
    PasswordExpired = "password_expired", Suspend, ReviewCredentials;
    /// The app asks for a second factor that the integration does not have.
    MfaRequired = "mfa_required", Suspend, ConfigureMfa;
    /// The app refused the second factor.
    MfaRejected = "mfa_rejected", Suspend, ConfigureMfa;
    /// The app wants to know this device.
    DeviceVerification = "device_verification", Suspend, SolveChallenge;
    /// The app shows a captcha, which is never solved by a program.
    Captcha = "captcha", Suspend, SolveChallenge;
    /// The service account may not manage users.
    UnderPermissioned = "under_permissioned", Suspend, GrantPermissions;
    /// A secret that the integration refers to could not be read, or a generated value could not be delivered.
    SecretUnavailable = "secret_unavailable", Suspend, ContactOperator;
    /// Two logins in a row ended without a known end.
    LoginUnproven = "login_unproven", Suspend, ReviewCredentials;
    /// The app has no seat left.
    NoSeats = "no_seats", AfterChange, AddLicenses;
    /// The app's subscription is not active.
    SubscriptionInactive = "subscription_inactive", AfterChange, ReactivateSubscription;
    /// The account leads to another organisation than the integration names.
    WrongOrganisation = "wrong_organisation", AfterChange, FixOrganisation;
    /// The app refused the change; its text is in the message.
    AppRejected = "app_rejected", AfterChange, FinishManually;
    /// The app asks to slow down.
    RateLimited = "rate_limited", Backoff, None;
    /// The app does not answer or shows a maintenance page.
    AppUnavailable = "app_unavailable", Backoff, None;
    /// A page of the app kept the browser busy beyond the time that a page has (`timeouts.page`).
    AppBusy = "app_busy", Backoff, None;
    /// The recipe cannot work as written: the browser refuses a selector, or nothing says how "no value" is written.
    InvalidRecipe = "invalid_recipe", Never, FixRecipe;
    /// A named element did not appear.
    ElementMissing = "element_missing", FreshBrowser, FixRecipe;
    /// A locator matches more than one element.
    ElementAmbiguous = "element_ambiguous", FreshBrowser, FixRecipe;
    /// A page that the recipe does not know.
    UnexpectedPage = "unexpected_page", FreshBrowser, FixRecipe;
    /// A native dialog that no step declared.
    UnexpectedDialog = "unexpected_dialog", FreshBrowser, FixRecipe;
    /// The page shows another subject than the job's.
    SubjectMismatch = "subject_mismatch", FreshBrowser, FixRecipe;
    /// A step did not end in its time.
    StepTimeout = "step_timeout", FreshBrowser, FixRecipe;
    /// The page led outside the recipe's origins.
    OriginBlocked = "origin_blocked", FreshBrowser, FixRecipe;
    /// The app ended the session in the middle.
    SessionExpired = "session_expired", FreshBrowser, None;
    /// The app was read after the commit and is provably not as wished.
    PostconditionFailed = "postcondition_failed", Never, FinishManually;
    /// A new account has a role that nobody asked for and that ranks higher than what the job names.
    UnrequestedAccess = "unrequested_access", Never, FinishManually;
    /// The effect could not be read back in time.
    VerifyTimeout = "verify_timeout", Never, FinishManually;
    /// A list has no proof that it is complete where one was needed.
    ListIncomplete = "list_incomplete", FreshBrowser, FixRecipe;
    /// A limit of the integration is reached.
    LimitReached = "limit_reached", AfterChange, ReviewLimits;
    /// A later wish for the same subject has ended meanwhile.
    Superseded = "superseded", Never, None;
    /// The integration is suspended. Reserved: jobs of a suspended integration wait.
    Suspended = "suspended", AfterChange, ReviewCredentials;
    /// The integration is paused. Reserved: jobs of a paused integration wait.
    Paused = "paused", AfterChange, ContactOperator;
    /// The browser went away.
    BrowserLost = "browser_lost", Backoff, ContactOperator;
    /// The `WebDriver` server failed.
    DriverError = "driver_error", Backoff, ContactOperator;
    /// The network between worker and app or broker failed.
    Network = "network", Backoff, ContactOperator;
    /// The worker was told to stop.
    WorkerShutdown = "worker_shutdown", Backoff, None;
    /// Another worker took over the integration.
    LeaseLost = "lease_lost", Backoff, None;
    /// Three attempts began and none came to an end.
    CrashLoop = "crash_loop", Never, ContactOperator;
    /// A bug.
    Internal = "internal", Never, ContactOperator;
}

impl ErrorKind {
    /// The kind with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether such a failure may be the app's, whatever the job: it does not answer, or not now.
    pub fn tells_of_the_app(self) -> bool {
        matches!(self, Self::AppUnavailable | Self::RateLimited | Self::Network)
    }

    /// Whether the failure concerns the service account, so that every further login would fail too.
    pub fn suspends(self) -> bool {
        self.retry() == Retry::Suspend
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_read_back() {
        for kind in ErrorKind::ALL {
            assert_eq!(ErrorKind::from_name(kind.name()), Some(*kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
    }
}
