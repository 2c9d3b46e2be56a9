//! A connection to the broker. It is never fixed behind our back: whoever holds it is told that it is lost, because a
//! lost connection is a lost lease.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::StreamExt as _;
use lapin::options::ConfirmSelectOptions;
use lapin::tcp::OwnedTLSConfig;
use lapin::{Channel, ConnectionProperties, Event};
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

use super::broker::CONNECT_TIMEOUT;
use super::{Broker, QueueError};

/// The longest wait for the broker's answer to a closing; without it, the broker notices by the heartbeat.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

/// An open connection.
#[derive(Debug)]
pub struct Connection {
    inner: Arc<lapin::Connection>,
    address: String,
    lost: CancellationToken,
    _ends_with_us: DropGuard,
    /// Set when the end of the connection is our own wish.
    closing: Arc<AtomicBool>,
}

impl Connection {
    /// Connects, within 10 s. `name` is what operators see in the broker's list of connections. The task that watches
    /// the connection ends with it.
    ///
    /// # Errors
    /// When nobody answers, the broker refuses, or the password file cannot be read.
    pub async fn open(broker: &Broker, name: &str, tasks: &TaskTracker) -> Result<Self, QueueError> {
        let address = broker.address();
        let uri = broker.uri().await?;
        let properties = ConnectionProperties::default().with_connection_name(name.into());
        let runtime = lapin::runtime::default_runtime()
            .map_err(|e| QueueError::Unreachable { address: address.clone(), reason: e.to_string() })?;
        let connecting =
            lapin::Connection::connect_uri_with_config(uri, properties, OwnedTLSConfig::default(), runtime);
        let inner = match tokio::time::timeout(CONNECT_TIMEOUT, connecting).await {
            Ok(Ok(connection)) => connection,
            Ok(Err(error)) => return Err(refusal(address, &error)),
            Err(_) => {
                let reason = format!("no answer within {} s", CONNECT_TIMEOUT.as_secs());
                return Err(QueueError::Unreachable { address, reason });
            }
        };
        let lost = CancellationToken::new();
        let mut events = Box::pin(inner.events_listener());
        let status = inner.status().clone();
        let token = lost.clone();
        let closing = Arc::new(AtomicBool::new(false));
        let expected = Arc::clone(&closing);
        let place = address.clone();
        tasks.spawn(async move {
            loop {
                tokio::select! {
                    () = token.cancelled() => return,
                    event = events.next() => match event {
                        // Errors of a single channel, such as a queue that does not exist, are told here too.
                        Some(Event::Error(_)) if status.connected() => {}
                        // An end that we asked for is told as an error too.
                        Some(Event::Error(error)) if expected.load(Ordering::Acquire) => {
                            tracing::debug!(broker = %place, %error, "connection closed");
                            break;
                        }
                        Some(Event::Error(error)) => {
                            tracing::warn!(broker = %place, %error, "connection to the broker lost");
                            break;
                        }
                        Some(Event::ConnectionBlocked(reason)) => {
                            tracing::warn!(broker = %place, %reason, "the broker takes no messages for now");
                        }
                        Some(_) => {}
                        None => break,
                    },
                }
            }
            token.cancel();
        });
        Ok(Self { inner: Arc::new(inner), address, _ends_with_us: lost.clone().drop_guard(), lost, closing })
    }

    /// Cancelled when the connection is lost or closed.
    pub fn lost(&self) -> &CancellationToken {
        &self.lost
    }

    /// The broker's address, without the password.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Closes the connection. Everything that is not acknowledged goes back to its queue, in order.
    pub async fn close(self) {
        self.shut().await;
    }

    pub(super) async fn shut(&self) {
        self.closing.store(true, Ordering::Release);
        let closing = self.lost.run_until_cancelled(self.inner.close(200, "done".into()));
        match tokio::time::timeout(CLOSE_TIMEOUT, closing).await {
            Ok(Some(Err(error))) => tracing::debug!(%error, "closing the connection"),
            Ok(_) => {}
            Err(_) => tracing::debug!("the broker did not answer the closing of the connection"),
        }
        self.lost.cancel();
    }

    pub(super) async fn channel(&self) -> Result<Channel, QueueError> {
        let opening =
            async { self.inner.create_channel().await.map_err(|e| QueueError::sort("opening a channel", &e)) };
        self.while_open("opening a channel", opening).await
    }

    pub(super) async fn confirming_channel(&self) -> Result<Channel, QueueError> {
        let channel = self.channel().await?;
        let asking = async {
            channel
                .confirm_select(ConfirmSelectOptions::default())
                .await
                .map_err(|e| QueueError::sort("asking for confirms", &e))
        };
        self.while_open("asking for confirms", asking).await?;
        Ok(channel)
    }

    /// Waits for the broker's answer, and no longer than the connection lives: a request that is made in the instant in
    /// which the connection breaks may never be answered by the client library.
    pub(super) async fn while_open<T>(
        &self,
        what: &str,
        request: impl Future<Output = Result<T, QueueError>>,
    ) -> Result<T, QueueError> {
        match self.lost.run_until_cancelled(request).await {
            Some(answer) => answer,
            None => Err(QueueError::Lost {
                what: what.to_owned(),
                reason: format!("{} closed the connection or went away", self.address),
            }),
        }
    }
}

fn refusal(address: String, error: &lapin::Error) -> QueueError {
    match error.kind() {
        lapin::ErrorKind::ProtocolError(amqp) => {
            QueueError::Refused { address, reason: amqp.get_message().to_string() }
        }
        // The client library passes on what rustls says as an error of the system.
        _ if error.to_string().contains("invalid peer certificate") => {
            QueueError::Untrusted { address, reason: error.to_string() }
        }
        _ => QueueError::Unreachable { address, reason: error.to_string() },
    }
}

/// Closes a channel that is still open.
pub(super) async fn close(channel: &Channel) {
    if channel.status().connected()
        && let Err(error) = channel.close(200, "done".into()).await
    {
        tracing::debug!(%error, "closing a channel");
    }
}
