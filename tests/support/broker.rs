//! A real broker for tests: a virtual host of the test's own, and a way to cut connections.
//!
//! The broker is the one at `IDLCM_TEST_AMQP_URL` if that is set (`broker.sh start DIR` prints such a URL), otherwise one
//! that the first test starts and all tests of the run share; it ends by itself when no test has used it for a while.
//! Either way it has the virtual hosts `t0` to `t15`. A test holds one of them by a lock on a file, and empties it first.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use idlcm::contract::{IntegrationId, Job};
use idlcm::queue::{Broker, Connection, JobSource, Link, Queue, topology};
use lapin::options::{
    BasicAckOptions, BasicGetOptions, BasicPublishOptions, ExchangeDeleteOptions, QueueDeclareOptions,
    QueueDeleteOptions,
};
use lapin::types::FieldTable;
use rustix::fs::{FlockOperation, flock};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use url::Url;

const VIRTUAL_HOSTS: usize = 16;
/// How long anything in these tests may take before it counts as hanging.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// A virtual host that is this test's own while the value lives.
pub struct TestBroker {
    url: Url,
    pub tasks: TaskTracker,
    admin: lapin::Connection,
    _in_use: File,
    _held: File,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("broker")
}

fn open(path: &Path) -> File {
    OpenOptions::new().create(true).truncate(false).write(true).open(path).unwrap()
}

fn url_of_the_run(folder: &Path) -> Url {
    if let Ok(url) = std::env::var("IDLCM_TEST_AMQP_URL") {
        return url.parse().unwrap();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/broker.sh");
    let output = Command::new(script).arg("start").arg(folder).arg("60").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
}

impl TestBroker {
    /// Takes a virtual host, empties it and declares everything for these integrations.
    pub async fn with(integrations: &[&str]) -> Self {
        let broker = Self::bare().await;
        let connection = broker.connect("admin").await;
        topology::apply(&connection, &ids(integrations)).await.unwrap();
        connection.close().await;
        broker
    }

    /// Takes a virtual host and empties it.
    pub async fn bare() -> Self {
        let folder = folder();
        std::fs::create_dir_all(&folder).unwrap();
        let in_use = open(&folder.join("in-use"));
        flock(&in_use, FlockOperation::LockShared).unwrap();
        in_use.set_modified(std::time::SystemTime::now()).unwrap();
        let mut url = url_of_the_run(&folder);
        let (number, held) = free_virtual_host(&folder, url.port().unwrap());
        url.set_path(&format!("t{number}"));
        let admin = lapin::Connection::connect(url.as_str(), lapin::ConnectionProperties::default()).await.unwrap();
        let broker = Self { url, tasks: TaskTracker::new(), admin, _in_use: in_use, _held: held };
        broker.empty().await;
        broker
    }

    /// Empties it and declares everything for these integrations, for another run.
    pub async fn reset(&self, integrations: &[&str]) {
        self.empty().await;
        let connection = self.connect("admin").await;
        topology::apply(&connection, &ids(integrations)).await.unwrap();
        connection.close().await;
    }

    async fn empty(&self) {
        for declaration in topology::declarations(&ids(&["acme", "beta", "gamma"])) {
            let channel = self.admin.create_channel().await.unwrap();
            match declaration {
                topology::Declaration::Queue { name, .. } => {
                    channel.queue_delete(name.into(), QueueDeleteOptions::default()).await.unwrap();
                }
                topology::Declaration::Exchange { name, .. } => {
                    channel.exchange_delete(name.into(), ExchangeDeleteOptions::default()).await.unwrap();
                }
                topology::Declaration::Binding { .. } => {}
            }
            channel.close(200, "done".into()).await.unwrap();
        }
    }

    /// The address for one of the users `admin`, `worker`, `publisher`, `operator`, `gateway`.
    pub fn url(&self, user: &str) -> String {
        as_user(&self.url, user)
    }

    pub fn broker(&self, user: &str) -> Broker {
        Broker::new(&self.url(user), None, false).unwrap()
    }

    pub fn queue(&self) -> Queue {
        Queue::Broker(self.broker("worker"))
    }

    pub async fn connect(&self, user: &str) -> Connection {
        Connection::open(&self.broker(user), "test", &self.tasks).await.unwrap()
    }

    pub async fn link(&self, worker: &str) -> Link {
        self.queue().link(worker, &self.tasks).await.unwrap()
    }

    /// What the user `worker` may write to, until what is returned is dropped. Channels that are open keep what they were
    /// allowed.
    #[must_use]
    pub fn permit_writing(&self, write: &str) -> Permission<'_> {
        self.permit(write);
        Permission(self)
    }

    fn permit(&self, write: &str) {
        let dir = std::env::var_os("IDLCM_TEST_BROKER_DIR").map_or_else(folder, PathBuf::from);
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/broker.sh");
        let virtual_host = self.url.path().trim_start_matches('/').to_owned();
        let read = r"^idlcm\.(jobs\..+|unrouted|state|members)$";
        let arguments = [virtual_host.as_str(), "worker", "^$", write, read];
        let output = Command::new(script).arg("permit").arg(dir).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// A way to the broker that can be cut.
    pub async fn proxy(&self) -> Proxy {
        Proxy::start(self.url.clone(), &self.tasks).await
    }

    pub async fn channel(&self) -> lapin::Channel {
        let channel = self.admin.create_channel().await.unwrap();
        channel.confirm_select(lapin::options::ConfirmSelectOptions::default()).await.unwrap();
        channel
    }

    /// Publishes as any sender might, well-formed or not.
    pub async fn publish(&self, exchange: &str, key: &str, body: &[u8], properties: lapin::BasicProperties) {
        let channel = self.channel().await;
        channel
            .basic_publish(exchange.into(), key.into(), BasicPublishOptions::default(), body, properties)
            .await
            .unwrap()
            .await
            .unwrap();
        channel.close(200, "done".into()).await.unwrap();
    }

    pub async fn publish_job(&self, job: &Job) {
        let body = serde_json::to_vec(job).unwrap();
        let properties = lapin::BasicProperties::default().with_message_id(job.job_id.to_string().into());
        self.publish("idlcm.jobs", job.integration.as_str(), &body, properties).await;
    }

    /// Takes the next message of a queue, waiting for it.
    pub async fn take(&self, queue: &str) -> lapin::message::Delivery {
        let channel = self.channel().await;
        let taken = eventually(&format!("a message in {queue}"), async || {
            channel.basic_get(queue.into(), BasicGetOptions::default()).await.unwrap()
        })
        .await;
        taken.delivery.acker.ack(BasicAckOptions::default()).await.unwrap();
        channel.close(200, "done".into()).await.unwrap();
        taken.delivery
    }

    /// Messages that are ready, and consumers.
    pub async fn depth(&self, queue: &str) -> (u32, u32) {
        let channel = self.channel().await;
        let options = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
        let found = channel.queue_declare(queue.into(), options, FieldTable::default()).await.unwrap();
        channel.close(200, "done".into()).await.unwrap();
        (found.message_count(), found.consumer_count())
    }
}

/// The same address for another user; each one's password is its name.
pub fn as_user(url: &Url, user: &str) -> String {
    let mut url = url.clone();
    url.set_username(user).unwrap();
    url.set_password(Some(user)).unwrap();
    url.to_string()
}

/// A permission that was changed.
pub struct Permission<'a>(&'a TestBroker);

impl Drop for Permission<'_> {
    fn drop(&mut self) {
        self.0.permit(r"^idlcm\.(results|dead|state)$");
    }
}

fn free_virtual_host(folder: &Path, port: u16) -> (usize, File) {
    let start = Instant::now();
    loop {
        for number in 0..VIRTUAL_HOSTS {
            let file = open(&folder.join(format!("{port}-t{number}.lock")));
            if flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok() {
                return (number, file);
            }
        }
        assert!(start.elapsed() < 10 * DEADLINE, "no virtual host became free");
        std::thread::sleep(Duration::from_millis(50));
    }
}

pub fn ids(names: &[&str]) -> Vec<IntegrationId> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

pub fn source(name: &str) -> JobSource {
    JobSource::Integration(name.parse().unwrap())
}

/// A job for that user of that integration.
pub fn job(integration: &str, user: &str) -> Job {
    let value = serde_json::json!({
        "schema": "idlcm.job/1",
        "job_id": uuid::Uuid::now_v7(),
        "integration": integration,
        "action": "users.create",
        "user": {"email": user},
    });
    serde_json::from_value(value).unwrap()
}

/// Looks again and again until there is something, and fails after [`DEADLINE`].
pub async fn eventually<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    eventually_within(DEADLINE, what, look).await
}

/// The same with a deadline of its own.
pub async fn eventually_within<T>(deadline: Duration, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(start.elapsed() < deadline, "{what}: not within {deadline:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Waits for a future, and fails after [`DEADLINE`].
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    let Ok(done) = tokio::time::timeout(DEADLINE, future).await else {
        panic!("{what}: not within {DEADLINE:?}");
    };
    done
}

/// A way to the broker whose connections can be cut.
pub struct Proxy {
    url: Url,
    cut: Arc<std::sync::Mutex<CancellationToken>>,
    closed: CancellationToken,
    connections: Arc<AtomicUsize>,
}

impl Proxy {
    pub async fn start(mut url: Url, tasks: &TaskTracker) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let broker = url.port().unwrap();
        url.set_port(Some(listener.local_addr().unwrap().port())).unwrap();
        let cut = Arc::new(std::sync::Mutex::new(CancellationToken::new()));
        let current = cut.clone();
        let closed = CancellationToken::new();
        let end = closed.clone();
        let connections = Arc::new(AtomicUsize::new(0));
        let count = connections.clone();
        tasks.spawn(async move {
            while let Some(Ok((mut near, _))) = end.run_until_cancelled(listener.accept()).await {
                count.fetch_add(1, Ordering::Relaxed);
                let token = current.lock().unwrap().clone();
                tokio::spawn(async move {
                    // A broker that is away: the connection ends, as it would without a proxy.
                    let Ok(mut far) = TcpStream::connect(("127.0.0.1", broker)).await else { return };
                    tokio::select! {
                        () = token.cancelled() => {}
                        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                    }
                });
            }
        });
        Self { url, cut, closed, connections }
    }

    /// The address for one of the users of the broker.
    pub fn url(&self, user: &str) -> String {
        as_user(&self.url, user)
    }

    pub fn queue(&self, user: &str) -> Queue {
        Queue::Broker(Broker::new(&self.url(user), None, false).unwrap())
    }

    /// How many connections were opened.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }

    /// Cuts every connection for good.
    pub fn close(&self) {
        self.closed.cancel();
        self.cut();
    }

    /// Cuts every connection that is open now; new ones are let through.
    pub fn cut(&self) {
        let mut current = self.cut.lock().unwrap();
        current.cancel();
        *current = CancellationToken::new();
    }
}
