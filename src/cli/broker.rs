//! The connection to the broker, from the settings.

use tokio_util::task::TaskTracker;

use crate::coordination::RecordError;
use crate::queue::{Broker, Connection, QueueError};

use super::exit_code::ExitCode;
use super::settings::Settings;
use super::stop::Stop;

/// The broker of this machine.
const LOCAL: &str = "amqp://127.0.0.1:5672/%2f";

/// The broker that the settings name.
///
/// # Errors
/// When the address cannot be used.
pub(super) fn broker(settings: &Settings) -> Result<Broker, Stop> {
    let url = settings.amqp_url.as_deref().unwrap_or(LOCAL);
    Broker::new(url, settings.amqp_password_file.as_deref(), settings.insecure).map_err(stop)
}

/// An open connection.
///
/// # Errors
/// When the broker is out of reach or refuses.
pub(super) async fn connect(settings: &Settings, tasks: &TaskTracker) -> Result<Connection, Stop> {
    Connection::open(&broker(settings)?, "idlcm command", tasks).await.map_err(stop)
}

/// A failure of the queue with its exit code.
#[expect(clippy::needless_pass_by_value, reason = "used with map_err")]
pub(super) fn stop(error: QueueError) -> Stop {
    let code = match &error {
        QueueError::Address { .. } | QueueError::PlainBeyondLoopback { .. } => ExitCode::Usage,
        QueueError::Unwritable { .. } => ExitCode::Bug,
        _ => ExitCode::Missing,
    };
    Stop::new(code, error.to_string())
}

/// Something that could not be told to the workers, with its exit code.
#[expect(clippy::needless_pass_by_value, reason = "used with map_err")]
pub(super) fn not_recorded(error: RecordError) -> Stop {
    let code = if matches!(error, RecordError::Unwritable(_)) { ExitCode::Bug } else { ExitCode::Missing };
    Stop::new(code, error.to_string())
}
