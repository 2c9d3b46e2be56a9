//! The names of what is on the broker.

use lapin::types::ShortString;

use super::QueueError;
use crate::contract::IntegrationId;

/// Exchange that takes jobs; the routing key is the integration's id.
pub const JOBS: &str = "idlcm.jobs";
/// Exchange and queue of jobs whose integration has no queue.
pub const UNROUTED: &str = "idlcm.unrouted";
/// Exchange and queue of results and events.
pub const RESULTS: &str = "idlcm.results";
/// Exchange and queue of dead letters.
pub const DEAD: &str = "idlcm.dead";
/// Exchange and stream of the shared state.
pub const STATE: &str = "idlcm.state";
/// Queue of what gateways take: the results of their jobs, and all events.
pub const GATEWAY: &str = "idlcm.gateway";
/// The routing key of results for gateways, on the exchange of results.
pub const GATEWAY_KEY: &str = "gateway";
/// Queue whose consumers are the workers.
pub const MEMBERS: &str = "idlcm.members";

/// The queue of an integration's jobs.
pub fn job_queue(integration: &IntegrationId) -> String {
    format!("{JOBS}.{integration}")
}

/// The routing key of an integration's results, where the sender names none.
pub fn result_key(integration: &IntegrationId) -> String {
    format!("result.{integration}")
}

/// The routing key of what is said about an integration besides results.
pub fn event_key(integration: &IntegrationId) -> String {
    format!("event.{integration}")
}

/// A name as the protocol takes it.
pub(super) fn short(text: &str) -> Result<ShortString, QueueError> {
    ShortString::try_new(text)
        .map_err(|_| QueueError::TooLong { what: format!("`{}…`", text.chars().take(40).collect::<String>()) })
}
