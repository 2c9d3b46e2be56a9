//! Consuming from the broker: one channel for each queue, which is the lease.

use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicQosOptions};
use lapin::types::FieldTable;
use lapin::{Acker, Channel};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::message::Properties;
use super::name::short;
use super::subscription::PREFETCH;
use super::{Connection, Incoming, Lease, QueueError, Settle, Subscription};
use crate::telemetry;

static EPOCHS: AtomicU64 = AtomicU64::new(1);

/// A number that no other subscription of this process has.
pub(super) fn next_epoch() -> u64 {
    EPOCHS.fetch_add(1, Ordering::Relaxed)
}

/// Subscribes to a queue on a channel of its own.
pub(super) async fn subscribe(
    connection: &Connection,
    queue: &str,
    tasks: &TaskTracker,
) -> Result<Subscription, QueueError> {
    let what = format!("queue {queue}");
    let told = |e: lapin::Error| QueueError::sort(what.clone(), &e);
    let channel = connection.channel().await?;
    let name = short(queue)?;
    let subscribing = async {
        channel.basic_qos(PREFETCH, BasicQosOptions::default()).await.map_err(told)?;
        let options = BasicConsumeOptions::default();
        let consumer = channel.basic_consume(name, "".into(), options, FieldTable::default()).await.map_err(told)?;
        // From here on it is dropped only once its channel is closed: the client library sends `basic.cancel` for a
        // consumer that is dropped while it is active, and that would hand the next job to another worker while this
        // one still holds a job.
        Ok(ManuallyDrop::new(consumer))
    };
    let consumer = connection.while_open(&what, subscribing).await?;
    let (lease, proofs) = Lease::new(next_epoch());
    // As many as the broker may have outstanding, so that handing one on never waits.
    let (sender, deliveries) = mpsc::channel(usize::from(PREFETCH));
    let (close, closing) = oneshot::channel();
    let consuming = Consuming {
        queue: queue.to_owned(),
        channel,
        consumer,
        deliveries: sender,
        lease: lease.clone(),
        connection_lost: connection.lost().clone(),
    };
    tasks.spawn(consuming.run(proofs, closing));
    Ok(Subscription { deliveries, lease, close })
}

struct Consuming {
    queue: String,
    channel: Channel,
    consumer: ManuallyDrop<lapin::Consumer>,
    deliveries: mpsc::Sender<Incoming>,
    lease: Lease,
    connection_lost: CancellationToken,
}

impl Consuming {
    async fn run(
        mut self,
        mut proofs: mpsc::Receiver<oneshot::Sender<()>>,
        mut closing: oneshot::Receiver<oneshot::Sender<()>>,
    ) {
        let mut settling = FuturesUnordered::new();
        let mut closer = None;
        loop {
            tokio::select! {
                biased;
                Some(()) = settling.next(), if !settling.is_empty() => {}
                () = self.connection_lost.cancelled() => break,
                // A subscription that was dropped is closed all the same.
                asked = &mut closing => { closer = asked.ok(); break; }
                Some(reply) = proofs.recv() => {
                    // Setting the same prefetch again changes nothing and is answered in order.
                    let asking = self.channel.basic_qos(PREFETCH, BasicQosOptions::default());
                    match self.connection_lost.run_until_cancelled(asking).await {
                        Some(Ok(())) => {}
                        Some(Err(error)) => {
                            tracing::warn!(queue = %self.queue, %error, "the lease could not be proved");
                            break;
                        }
                        None => break,
                    }
                    // Whoever asked may have stopped waiting.
                    reply.send(()).ok();
                }
                delivery = self.consumer.next() => match delivery {
                    Some(Ok(delivery)) => {
                        let (incoming, settled) = incoming(delivery, self.connection_lost.clone());
                        settling.push(settled);
                        if self.deliveries.try_send(incoming).is_err() { break; }
                    }
                    Some(Err(error)) => {
                        tracing::warn!(queue = %self.queue, %error, "lease lost");
                        break;
                    }
                    // Cancelled by the broker: the queue was deleted, or a message was held for too long.
                    None => {
                        tracing::warn!(queue = %self.queue, "lease lost: the broker ended the subscription");
                        break;
                    }
                }
            }
        }
        self.lease.lost().cancel();
        self.connection_lost.run_until_cancelled(super::connection::close(&self.channel)).await;
        // Still open only while the connection ends, which takes the consumer with it.
        if !self.channel.status().connected() {
            drop(ManuallyDrop::into_inner(self.consumer));
        }
        if let Some(done) = closer {
            done.send(()).ok();
        }
    }
}

fn incoming(delivery: Delivery, connection_lost: CancellationToken) -> (Incoming, impl Future<Output = ()>) {
    if delivery.redelivered {
        telemetry::redelivered();
    }
    let properties = Properties::from_amqp(&delivery.properties);
    let (settle, settled) = oneshot::channel();
    let incoming = Incoming {
        delivery_count: properties.count("x-delivery-count").unwrap_or(u64::from(delivery.redelivered)),
        properties,
        body: delivery.data,
        exchange: delivery.exchange.to_string(),
        routing_key: delivery.routing_key.to_string(),
        redelivered: delivery.redelivered,
        arrived: std::time::Instant::now(),
        settle,
    };
    (incoming, settle_with(delivery.acker, settled, connection_lost))
}

async fn settle_with(acker: Acker, settled: oneshot::Receiver<Settle>, connection_lost: CancellationToken) {
    // Dropped: stays unacknowledged until the channel closes.
    let Ok(Settle::Ack(reply)) = settled.await else { return };
    // `Ok(false)` means that the channel is gone and the broker was not told.
    let acknowledged = connection_lost.run_until_cancelled(acker.ack(BasicAckOptions::default())).await;
    let told = matches!(acknowledged, Some(Ok(true)));
    if !told {
        telemetry::stale_ack();
    }
    reply.send(told).ok();
}
