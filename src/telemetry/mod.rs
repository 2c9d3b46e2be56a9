//! What a worker tells about itself over HTTP: metrics for Prometheus, and whether it lives and takes jobs; and the traces that
//! jobs belong to. The only place that names `metrics`; a function for each thing that can be counted, which does nothing
//! where nobody listens.

mod count;
mod exposition;
mod health;
mod job_trace;
mod metric;
mod server;
#[cfg(feature = "otel")]
mod spans;

pub use count::{
    SlotUsed, attempt_ended, browser_lost, browser_started, dead_letter, dead_letters_none, handed_over,
    integration_suspended, job_begins, job_ended, lease_lost, redelivered, retry, slots, stale_ack, webdriver_command,
};
pub use exposition::{Exposition, NotInstalled};
pub use health::{Health, Linked};
pub use job_trace::{JobTrace, attempt_span, trace_parent};
pub use metric::{Kind, METRICS, Metric, Unit};
pub use server::serve;
#[cfg(feature = "otel")]
pub use spans::{NotSent, Spans};
