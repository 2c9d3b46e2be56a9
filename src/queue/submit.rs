//! Sending jobs, and waiting for their results.

use std::collections::HashSet;

use futures_util::StreamExt as _;
use jiff::Timestamp;
use lapin::options::{BasicConsumeOptions, BasicPublishOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use lapin::{Channel, Confirmation};
use uuid::Uuid;

use super::message::{JOB_TYPE, Properties};
use super::name::{self, short};
use super::{Connection, QueueError};
use crate::contract::{IntegrationId, Job, JobResult, PROGRESS_SCHEMA, ResourceKind};

/// How many jobs are published ahead of being confirmed.
const WINDOW: usize = 256;

/// Publishes jobs and returns when the broker has all of them on disk. Their results go to `result.<integration>`.
///
/// # Errors
/// When one is not confirmed; those before it are sent. Sending all of them again does no harm within the 15 min in which
/// workers remember a job's id, nor later, since a job states a wish.
pub async fn submit(connection: &Connection, jobs: &[Job]) -> Result<(), QueueError> {
    let sending = async {
        let channel = connection.confirming_channel().await?;
        publish(&channel, jobs, None).await?;
        super::connection::close(&channel).await;
        Ok(())
    };
    connection.while_open("sending jobs", sending).await
}

/// Publishes jobs and gives back every message of their results.
///
/// # Errors
/// As [`submit`], and when the queue for the results cannot be made.
pub async fn submit_and_wait(connection: &Connection, jobs: &[Job]) -> Result<Submission, QueueError> {
    connection.while_open("sending jobs", send_and_wait(connection, jobs)).await
}

async fn send_and_wait(connection: &Connection, jobs: &[Job]) -> Result<Submission, QueueError> {
    let channel = connection.confirming_channel().await?;
    let id = Uuid::new_v4();
    let (queue, key) = (format!("idlcm.reply.{id}"), format!("reply.{id}"));
    let what = format!("queue {queue}");
    let told = |e: lapin::Error| QueueError::sort(what.clone(), &e);
    let options = QueueDeclareOptions { exclusive: true, auto_delete: true, ..QueueDeclareOptions::default() };
    channel.queue_declare(short(&queue)?, options, FieldTable::default()).await.map_err(told)?;
    channel
        .queue_bind(
            short(&queue)?,
            name::RESULTS.into(),
            short(&key)?,
            QueueBindOptions::default(),
            FieldTable::default(),
        )
        .await
        .map_err(|e| QueueError::sort(format!("exchange {}", name::RESULTS), &e))?;
    // Nobody else can read this queue, so that there is nothing to acknowledge for.
    let consume = BasicConsumeOptions { no_ack: true, exclusive: true, ..BasicConsumeOptions::default() };
    let consumer =
        channel.basic_consume(short(&queue)?, "".into(), consume, FieldTable::default()).await.map_err(told)?;
    publish(&channel, jobs, Some(&key)).await?;
    Ok(Submission {
        channel,
        consumer,
        open: jobs.iter().map(|job| (job.integration.clone(), job.job_id)).collect(),
        seen: HashSet::new(),
    })
}

/// Publishes jobs on a channel that confirms, and returns when all of them are on disk.
pub(super) async fn publish(channel: &Channel, jobs: &[Job], reply_to: Option<&str>) -> Result<(), QueueError> {
    let told = |e: lapin::Error| match QueueError::sort(format!("exchange {}", name::JOBS), &e) {
        QueueError::Lost { reason, .. } => QueueError::NotConfirmed { what: "a job".to_owned(), reason },
        error => error,
    };
    for window in jobs.chunks(WINDOW) {
        let mut confirms = Vec::with_capacity(window.len());
        for job in window {
            let body = serde_json::to_vec(job)
                .map_err(|e| QueueError::Unwritable { what: format!("job {}", job.job_id), reason: e.to_string() })?;
            let mut properties = Properties {
                message_id: Some(job.job_id.to_string()),
                correlation_id: Some(job.job_id.to_string()),
                reply_to: reply_to.map(str::to_owned),
                kind: Some(JOB_TYPE.to_owned()),
                timestamp: Some(Timestamp::now()),
                ..Properties::default()
            };
            let parent = job.origin.as_ref().and_then(|origin| origin.traceparent.as_ref()?.parse().ok());
            properties.trace(parent.as_ref());
            let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
            let confirm = channel
                .basic_publish(
                    name::JOBS.into(),
                    short(job.integration.as_str())?,
                    options,
                    &body,
                    properties.to_amqp()?,
                )
                .await
                .map_err(told)?;
            confirms.push((job.job_id, confirm));
        }
        for (job_id, confirm) in confirms {
            match confirm.await.map_err(told)? {
                Confirmation::Ack(None) => {}
                // Which job was returned is not certain here; that one was is enough, since the alternate exchange takes
                // every job where everything is declared.
                Confirmation::Ack(Some(_)) => {
                    return Err(QueueError::Unroutable { what: format!("job {job_id}, or one sent with it") });
                }
                Confirmation::Nack(_) | Confirmation::NotRequested => {
                    return Err(QueueError::NotConfirmed {
                        what: format!("job {job_id}"),
                        reason: "the queue refused it; it may be full (`idlcm queue status`)".to_owned(),
                    });
                }
            }
        }
    }
    Ok(())
}

/// A result message: integration, job, attempt, resource, chunk.
type Message = (IntegrationId, Uuid, u32, Option<ResourceKind>, Option<u32>);

/// Jobs on their way, and their results as they come.
#[derive(Debug)]
pub struct Submission {
    channel: Channel,
    consumer: lapin::Consumer,
    open: HashSet<(IntegrationId, Uuid)>,
    seen: HashSet<Message>,
}

impl Submission {
    /// The next result message, each once; `None` when every job has had its last.
    ///
    /// # Errors
    /// When the connection is lost. The results go to `result.<integration>` then.
    pub async fn next(&mut self) -> Result<Option<JobResult>, QueueError> {
        let lost = |reason: String| QueueError::Lost { what: "waiting for results".to_owned(), reason };
        while !self.open.is_empty() {
            let delivery = match self.consumer.next().await {
                Some(Ok(delivery)) => delivery,
                Some(Err(error)) => return Err(lost(error.to_string())),
                None => return Err(lost("the broker ended the subscription".to_owned())),
            };
            let kind = delivery.properties.kind().as_ref().map(lapin::types::ShortString::as_str);
            if kind == Some(PROGRESS_SCHEMA) {
                continue;
            }
            let result: JobResult = match serde_json::from_slice(&delivery.data) {
                Ok(result) => result,
                Err(error) => {
                    tracing::warn!(%error, "a result of another version is left out");
                    continue;
                }
            };
            let job = (result.integration.clone(), result.job_id);
            if !self.seen.insert((job.0.clone(), job.1, result.attempt, result.resource, result.chunk)) {
                continue;
            }
            if result.last {
                self.open.remove(&job);
            }
            return Ok(Some(result));
        }
        super::connection::close(&self.channel).await;
        Ok(None)
    }
}
