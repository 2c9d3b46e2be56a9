//! Declaring what has to exist, and leaving alone what may not be changed.

use std::fmt;

use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions, QueueDeleteOptions};
use lapin::types::FieldTable;

use super::super::name::short;
use super::super::{Connection, QueueError};
use super::declaration::{Argument, Declaration, Keeping, table};
use super::declarations::{declarations, of_integration};
use super::look::{Depth, existing};
use super::reopening::Reopening;
use crate::contract::IntegrationId;

/// What `apply` did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What did not exist and does now.
    pub created: Vec<String>,
    /// Queues that existed with other settings, were empty and unused, and were declared anew.
    pub replaced: Vec<String>,
    /// What was as it should be.
    pub unchanged: Vec<String>,
    /// What exists with other settings and was left alone.
    pub refused: Vec<Difference>,
}

/// Something that exists with other settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub what: String,
    /// What differs, in the broker's words.
    pub difference: String,
    /// Why it was left alone and what to do.
    pub advice: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.what, self.difference, self.advice)
    }
}

/// Declares everything for these integrations. What exists with other settings is declared anew only if it is a queue
/// that is empty and that nobody consumes from; anything else is left alone and told. Applying twice changes nothing.
///
/// A job that a sender publishes in the instant in which an empty queue is declared anew is lost: change settings while
/// senders are quiet.
///
/// # Errors
/// When the connection is lost or the user may not declare.
pub async fn apply(connection: &Connection, integrations: &[IntegrationId]) -> Result<Report, QueueError> {
    connection.while_open("declaring", declare_all(connection, integrations)).await
}

/// Declares an integration's queue and the route there, which may exist. Nothing is replaced.
///
/// # Errors
/// [`QueueError::Different`] when the queue exists with other settings; otherwise when the connection is lost or the user
/// may not declare.
pub async fn declare(connection: &Connection, integration: &IntegrationId) -> Result<(), QueueError> {
    let declaring = async {
        let mut applying = Applying { channel: Reopening::open(connection).await? };
        for declaration in of_integration(integration) {
            applying.declare(&declaration).await?;
        }
        applying.channel.close().await;
        Ok(())
    };
    connection.while_open("declaring", declaring).await
}

async fn declare_all(connection: &Connection, integrations: &[IntegrationId]) -> Result<Report, QueueError> {
    let mut report = Report::default();
    let mut applying = Applying { channel: Reopening::open(connection).await? };
    for declaration in declarations(integrations) {
        let label = declaration.label();
        if let Declaration::Binding { exchange, queue, key } = &declaration {
            // A route to a queue that was refused above still has its use; making one twice changes nothing.
            applying.bind(exchange, queue, key).await?;
            continue;
        }
        let existing = existing(&mut applying.channel, &declaration).await?;
        match (existing, applying.declare(&declaration).await) {
            (None, Ok(())) => report.created.push(label),
            (Some(_), Ok(())) => report.unchanged.push(label),
            (Some(depth), Err(QueueError::Different { reason, .. })) => match refusal(&declaration, depth) {
                None => {
                    applying.replace(&declaration).await?;
                    report.replaced.push(label);
                }
                Some(advice) => report.refused.push(Difference { what: label, difference: reason, advice }),
            },
            (_, Err(error)) => return Err(error),
        }
    }
    Ok(report)
}

fn refusal(declaration: &Declaration, depth: Depth) -> Option<String> {
    match declaration {
        Declaration::Queue { kind: Keeping::Stream, .. } => Some(
            "it holds suspensions and marks of running jobs; stop all workers and delete it to change it".to_owned(),
        ),
        Declaration::Queue { .. } if depth.messages > 0 => {
            Some(format!("it holds {} messages; let the workers empty it first", depth.messages))
        }
        Declaration::Queue { .. } if depth.consumers > 0 => {
            Some(format!("it has {} consumers that may hold messages; stop them first", depth.consumers))
        }
        Declaration::Queue { .. } => None,
        Declaration::Exchange { .. } | Declaration::Binding { .. } => {
            Some("an exchange is not replaced, since it would lose its routes; delete it to change it".to_owned())
        }
    }
}

/// What declares, on a channel of its own.
struct Applying<'a> {
    channel: Reopening<'a>,
}

impl Applying<'_> {
    async fn declare(&mut self, declaration: &Declaration) -> Result<(), QueueError> {
        let channel = self.channel.channel().await?;
        let told = |e: lapin::Error| QueueError::sort(declaration.label(), &e);
        match declaration {
            Declaration::Exchange { name, kind, arguments } => {
                let options = ExchangeDeclareOptions { durable: true, ..ExchangeDeclareOptions::default() };
                channel.exchange_declare(short(name)?, kind.into(), options, table(arguments)?).await.map_err(told)
            }
            Declaration::Queue { name, kind, arguments } => {
                let mut arguments = arguments.clone();
                arguments.push(("x-queue-type", Argument::Text(kind.name())));
                let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
                channel.queue_declare(short(name)?, options, table(&arguments)?).await.map_err(told)?;
                Ok(())
            }
            Declaration::Binding { exchange, queue, key } => self.bind(exchange, queue, key).await,
        }
    }

    async fn bind(&mut self, exchange: &str, queue: &str, key: &str) -> Result<(), QueueError> {
        let channel = self.channel.channel().await?;
        channel
            .queue_bind(
                short(queue)?,
                short(exchange)?,
                short(key)?,
                QueueBindOptions::default(),
                FieldTable::default(),
            )
            .await
            .map_err(|e| QueueError::sort(format!("binding {exchange} -> {queue}"), &e))
    }

    async fn replace(&mut self, declaration: &Declaration) -> Result<(), QueueError> {
        if let Declaration::Queue { name, .. } = declaration {
            // Quorum queues refuse `if-empty` and `if-unused`, so both were looked at just before.
            self.channel
                .channel()
                .await?
                .queue_delete(short(name)?, QueueDeleteOptions::default())
                .await
                .map_err(|e| QueueError::sort(declaration.label(), &e))?;
        }
        self.declare(declaration).await
    }
}
