//! What became of a job, for the administrator who reads it in the identity provider.

use super::answer::Refusal;
use super::caller::Caller;
use crate::contract::{ErrorKind, JobError, UserAction};
use crate::gateway::store::integrations::Profile;
use crate::scim::{ScimError, ScimType};

/// The answer to a request whose job failed.
pub(super) fn failed(caller: &Caller, error: &JobError) -> Refusal {
    let detail = sentence(caller, error);
    let with = |status: u16, scim_type| ScimError { status, scim_type, detail: detail.clone() };
    match error.kind {
        ErrorKind::AlreadyExists => with(409, Some(ScimType::Uniqueness)).into(),
        ErrorKind::InvalidJob
        | ErrorKind::MissingAttribute
        | ErrorKind::InvalidAttribute
        | ErrorKind::UnknownRole
        | ErrorKind::IncompatibleRoles => with(400, Some(ScimType::InvalidValue)).into(),
        ErrorKind::UnsupportedAction => with(501, None).into(),
        ErrorKind::NotFound => with(404, None).into(),
        ErrorKind::AmbiguousMatch | ErrorKind::AppRejected => with(409, None).into(),
        ErrorKind::ProtectedUser | ErrorKind::NoSeats | ErrorKind::SubscriptionInactive | ErrorKind::LimitReached => {
            with(403, None).into()
        }
        ErrorKind::RateLimited
        | ErrorKind::AppUnavailable
        | ErrorKind::Network
        | ErrorKind::BrowserLost
        | ErrorKind::DriverError
        | ErrorKind::WorkerShutdown
        | ErrorKind::LeaseLost => Refusal::later(with(503, None), 60),
        _ => with(500, None).into(),
    }
}

/// The answer to a request whose job is under way still.
pub(super) fn not_yet(caller: &Caller) -> Refusal {
    let why = match &caller.integration.attention {
        Some(why) => format!("{} waits for its administrator: {}", caller.app.name(), why.message),
        None => format!("{} is at work on it; the same request again gets the answer", caller.app.name()),
    };
    let status = if caller.profile() == Profile::Okta { 429 } else { 503 };
    Refusal::later(ScimError::new(status, why), 60)
}

fn sentence(caller: &Caller, error: &JobError) -> String {
    let then = match error.user_action {
        UserAction::None | UserAction::FixRequest => "",
        UserAction::ReviewCredentials => "; the password of the service account has to be looked at",
        UserAction::AddLicenses => "; more licences are needed",
        UserAction::GrantPermissions => "; the service account needs more permissions",
        UserAction::FinishManually => "; look in the app whether it was done, and sync",
        _ => "; ask whoever runs the gateway",
    };
    format!("{}: {}{then}", caller.app.name(), error.message)
}
