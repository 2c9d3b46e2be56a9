//! The queue: `RabbitMQ`, or one inside the process. The only place that names lapin.
//!
//! A worker opens a [`Link`], subscribes to one queue for each integration, and gets [`Incoming`] messages that it
//! acknowledges when their result is stored. The subscription is the lease on the integration: while it lives, no other
//! worker gets that integration's jobs. Nothing here fixes itself behind the worker's back.

mod broker;
mod connection;
mod consumer;
mod dead_letter;
mod dead_letters;
mod embedded;
mod embedded_ends;
mod error;
mod event;
mod gateway_link;
mod job_source;
mod lease;
mod letter_summary;
mod link;
mod message;
pub mod name;
mod news;
mod operator_client;
mod outbox;
mod publisher;
mod state_journal;
mod state_stream;
mod stored_letter;
mod submit;
mod subscription;
pub mod topology;

pub use broker::{Broker, HEARTBEAT_SECONDS};
pub use connection::Connection;
pub use dead_letter::{DeadLetter, DeadReason, DeadReasonParseError};
pub use dead_letters::{DeadLetters, Kept, NotReplayed};
pub use embedded::EmbeddedQueue;
pub use embedded_ends::EmbeddedEnds;
pub use error::QueueError;
pub use event::{EVENT_SCHEMA, EventKind, IntegrationEvent};
pub use gateway_link::{GatewayLink, GatewayQueue};
pub use job_source::JobSource;
pub use lease::{Lease, LeaseLost, PROOF_TIMEOUT};
pub use letter_summary::{LetterSummary, letter_job, masked_job};
pub use link::{Link, Queue};
pub use message::{Incoming, JOB_TYPE, Properties, RESULT_TYPE, Settle, acknowledge};
pub use news::{Delivered, News};
pub use operator_client::OperatorClient;
pub use outbox::{Outbox, Published, ReplyAddress};
pub use state_journal::StateFileError;
pub use stored_letter::StoredLetter;
pub use submit::{Submission, submit, submit_and_wait};
pub use subscription::{PREFETCH, Subscription};
