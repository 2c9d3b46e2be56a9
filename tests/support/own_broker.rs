//! A RabbitMQ of one test's own: it is restarted, squeezed and filled, which the one that all tests share must not be.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use idlcm::contract::JobResult;
use lapin::options::{
    BasicAckOptions, BasicGetOptions, BasicPublishOptions, ConfirmSelectOptions, QueueDeclareOptions,
};
use lapin::types::FieldTable;
use lapin::{BasicProperties, Channel, Connection, ConnectionProperties};
use rustix::fs::{FlockOperation, flock};
use serde_json::Value;
use tokio::process::Command;
use tokio_util::task::TaskTracker;
use url::Url;

use crate::fleet::broker::{Proxy, as_user, eventually, eventually_within};

/// How long a broker that was stopped may take until it answers again.
const BACK: Duration = Duration::from_mins(1);

/// The broker, until it is dropped.
pub struct OwnBroker {
    url: Url,
    pub tasks: TaskTracker,
    /// Held as long as it is needed: it ends by itself a minute after a test that was killed.
    _in_use: File,
    dir: tempfile::TempDir,
}

fn script(dir: &Path, command: &str, arguments: &[&str]) -> std::process::Command {
    let mut script = std::process::Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/broker.sh"));
    script.arg(command).arg(dir).args(arguments).stdin(Stdio::null());
    script
}

async fn run(dir: &Path, command: &str, arguments: &[&str]) -> String {
    let output = Command::from(script(dir, command, arguments)).output().await.unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "broker.sh {command} {arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

impl OwnBroker {
    pub async fn start() -> Self {
        let dir = tempfile::Builder::new().prefix("own-broker-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let in_use = File::create(dir.path().join("in-use")).unwrap();
        flock(&in_use, FlockOperation::LockShared).unwrap();
        let url = run(dir.path(), "start", &["60"]).await.trim().parse().unwrap();
        Self { url, tasks: TaskTracker::new(), _in_use: in_use, dir }
    }

    /// The address for one of the users `admin`, `worker`, `publisher`, `operator`.
    pub fn url(&self, user: &str) -> String {
        as_user(&self.url, user)
    }

    /// What an administrator of the broker does with `rabbitmqctl`.
    pub async fn ctl(&self, arguments: &[&str]) -> String {
        run(self.dir.path(), "ctl", arguments).await
    }

    /// Stops it and starts it again, with what it has on disk; every connection ends.
    pub async fn restart(&self) {
        self.ctl(&["stop_app"]).await;
        self.ctl(&["start_app"]).await;
        eventually_within(BACK, "the broker is back", async || self.try_connect().await).await;
    }

    /// A way to it that can be cut.
    pub async fn proxy(&self) -> Proxy {
        Proxy::start(self.url.clone(), &self.tasks).await
    }

    async fn try_connect(&self) -> Option<Connection> {
        let url = self.url("admin");
        let connecting = Connection::connect(&url, ConnectionProperties::default());
        tokio::time::timeout(Duration::from_secs(10), connecting).await.ok()?.ok()
    }

    /// A channel on a connection of its own, which ends with the channel's last use.
    async fn channel(&self) -> (Connection, Channel) {
        eventually("a channel", async || {
            let connection = self.try_connect().await?;
            let channel = connection.create_channel().await.ok()?;
            channel.confirm_select(ConfirmSelectOptions::default()).await.ok()?;
            Some((connection, channel))
        })
        .await
    }

    /// Puts jobs into their queues, in order; returns when the broker has all of them on disk.
    pub async fn publish(&self, jobs: &[Value]) {
        let (connection, channel) = self.channel().await;
        for job in jobs {
            let key = job["integration"].as_str().unwrap();
            let properties = BasicProperties::default()
                .with_message_id(job["job_id"].as_str().unwrap().into())
                .with_delivery_mode(2);
            let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
            let body = job.to_string();
            let publishing =
                channel.basic_publish("idlcm.jobs".into(), key.into(), options, body.as_bytes(), properties);
            let confirm = publishing.await.unwrap().await.unwrap();
            assert!(confirm.is_ack(), "{confirm:?}");
        }
        connection.close(200, "done".into()).await.unwrap();
    }

    /// Messages that are ready, and consumers.
    pub async fn depth(&self, queue: &str) -> (u32, u32) {
        let (connection, channel) = self.channel().await;
        let options = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
        let found = channel.queue_declare(queue.into(), options, FieldTable::default()).await.unwrap();
        connection.close(200, "done".into()).await.unwrap();
        (found.message_count(), found.consumer_count())
    }

    /// Messages of a queue that a worker has and has not acknowledged, and those that are ready, as they were counted
    /// within the last 5 s.
    pub async fn unacknowledged(&self, queue: &str) -> (u32, u32) {
        let listed = self.ctl(&["list_queues", "-p", "t0", "name", "messages_unacknowledged", "messages_ready"]).await;
        let line = listed.lines().find(|line| line.split_whitespace().next() == Some(queue)).unwrap();
        let mut numbers = line.split_whitespace().skip(1).map(|number| number.parse().unwrap());
        (numbers.next().unwrap(), numbers.next().unwrap())
    }

    /// Takes all messages that a queue has ready.
    pub async fn drain(&self, queue: &str) -> Vec<lapin::message::Delivery> {
        let (connection, channel) = self.channel().await;
        let mut taken = Vec::new();
        while let Some(message) = channel.basic_get(queue.into(), BasicGetOptions::default()).await.unwrap() {
            message.delivery.acker.ack(BasicAckOptions::default()).await.unwrap();
            taken.push(message.delivery);
        }
        connection.close(200, "done".into()).await.unwrap();
        taken
    }

    /// The results that are ready in the queue of results, taken out of it; events of integrations are dropped.
    pub async fn results(&self) -> Vec<JobResult> {
        let taken = self.drain("idlcm.results").await;
        let results = taken.iter().filter(|message| message.routing_key.as_str().starts_with("result."));
        results.map(|message| serde_json::from_slice(&message.data).unwrap()).collect()
    }
}

impl Drop for OwnBroker {
    fn drop(&mut self) {
        if let Err(error) = script(self.dir.path(), "stop", &[]).status() {
            println!("the test's own broker could not be ended: {error}");
        }
    }
}
