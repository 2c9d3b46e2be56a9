//! Gateway and worker in one process, on the embedded queue with its state in a file: what the next process knows when this
//! one is killed. A copy of the file, taken at that moment, is what it leaves.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::failing_app;
use crate::fleet::broker::{eventually, ids, job, soon};
use crate::fleet::tap::Tap;
use crate::fleet::{PASSWORD, checkout, integrate};
use idlcm::browser::LaunchOptions;
use idlcm::catalog::Catalog;
use idlcm::contract::{Effect, ErrorKind, Job, JobResult, Outcome};
use idlcm::engine::GateRequest;
use idlcm::fixture::{Fixture, ServeOptions};
use idlcm::queue::{EmbeddedEnds, EmbeddedQueue, GatewayLink, GatewayQueue, News, Queue, StateFileError};
use idlcm::worker::{Handler, JobRunner, Settings, Summary, WorkDone, WorkOrder, Worker};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Gateway and worker, as one process has them.
struct Process {
    gateway: GatewayLink,
    drain: CancellationToken,
    stop: CancellationToken,
    worker: tokio::task::JoinHandle<Summary>,
}

impl Process {
    async fn start(state: &Path, handler: Handler) -> Self {
        let acme = ids(&["acme"]).into_iter().collect();
        let (queue, published) = EmbeddedQueue::new(&acme);
        let queue = queue.with_state_file(state).unwrap();
        let ends = GatewayQueue::Embedded(EmbeddedEnds::new(queue.clone(), published));
        let gateway = ends.link("gateway", &TaskTracker::new()).await.unwrap();
        let settings = Settings {
            fence: Duration::from_millis(50),
            retry_waits: vec![Duration::from_millis(5)],
            ..Settings::default()
        };
        let (_, integrations) = watch::channel(acme);
        let worker = Worker { queue: Queue::Embedded(queue), integrations, handler, settings };
        let (drain, stop) = (CancellationToken::new(), CancellationToken::new());
        let worker = tokio::spawn(worker.run(drain.clone(), stop.clone()));
        Self { gateway, drain, stop, worker }
    }

    async fn result(&self) -> JobResult {
        loop {
            let delivered = soon("news", self.gateway.next()).await.unwrap();
            let what = delivered.what.clone();
            assert!(delivered.ack().await);
            if let News::Result(result) = what {
                return *result;
            }
        }
    }

    async fn end(self) -> Summary {
        self.drain.cancel();
        soon("the worker's end", self.worker).await.unwrap()
    }
}

/// An engine that clicks and never comes back from it, and reads where it was told to.
fn clicks_once(seen: &Arc<Mutex<Vec<String>>>) -> Handler {
    let seen = seen.clone();
    Handler::new(move |order: WorkOrder| {
        let seen = seen.clone();
        async move {
            let write = |what: String| seen.lock().unwrap().push(what);
            write(format!("attempt {} from {:?}", order.attempt, order.resume_parts));
            if order.resume_parts.is_empty() {
                assert!(failing_app::ask(&order, |reply| GateRequest::Commit { part: 0, reply }).await.is_ok());
                write("clicked".to_owned());
                order.stop.cancelled().await;
                let done = failing_app::done(&order, Outcome::Uncertain, Effect::None, Some(ErrorKind::VerifyTimeout));
                return WorkDone { cut_off: true, ..done };
            }
            failing_app::done(&order, Outcome::Succeeded, Effect::Applied, None)
        }
    })
}

#[tokio::test]
async fn the_next_process_reads_where_the_one_before_may_have_clicked() {
    let folder = tempfile::tempdir().unwrap();
    let [first_file, second_file] = ["first", "second"].map(|name| folder.path().join(name));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let first = Process::start(&first_file, clicks_once(&seen)).await;
    let ada = job("acme", "ada");
    first.gateway.publish(std::slice::from_ref(&ada)).await.unwrap();
    eventually("the click", async || seen.lock().unwrap().iter().any(|what| what == "clicked").then_some(())).await;
    std::fs::copy(&first_file, &second_file).unwrap();
    first.stop.cancel();
    assert_eq!(first.end().await.left, 1);
    let second = Process::start(&second_file, clicks_once(&seen)).await;
    second.gateway.publish(&[ada]).await.unwrap();
    let result = second.result().await;
    assert_eq!((result.outcome, result.attempt, result.redelivered), (Outcome::Succeeded, 2, true));
    assert_eq!(*seen.lock().unwrap(), ["attempt 1 from []", "clicked", "attempt 2 from [0]"]);
    second.end().await;
}

#[tokio::test]
async fn a_state_file_has_one_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.jsonl");
    let open = || EmbeddedQueue::new(&ids(&["acme"]).into_iter().collect()).0.with_state_file(&path);
    let first = open().unwrap();
    assert!(matches!(open(), Err(StateFileError::InUse { .. })));
    drop(first);
    open().unwrap();
}

/// With the real engine, a browser and an app: the commit reaches the app, and the process is gone before it knows.
#[tokio::test(flavor = "multi_thread")]
async fn a_user_whose_creation_was_on_its_way_when_the_process_was_killed_is_created_once() {
    const POST: &str = "POST /admin/users";
    let app = Fixture::load(checkout("fixtures/ledgerly")).unwrap();
    let app = app.serve("127.0.0.1:0".parse().unwrap(), ServeOptions::default()).await.unwrap();
    let tap = Tap::before(&app.url()).await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("integrations")).unwrap();
    integrate(folder.path(), "acme", &format!("http://{}", tap.address), PASSWORD);
    let catalog = Catalog::load(&checkout("recipes"), &folder.path().join("integrations")).unwrap();
    let catalog = Arc::new(catalog);
    let runner = |name: &str| {
        let (_, catalog) = watch::channel(catalog.clone());
        let options = LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into());
        Arc::new(JobRunner::new(catalog, options, folder.path().join("evidence").as_path().into(), name.to_owned(), 1))
    };
    let [first_file, second_file] = ["first", "second"].map(|name| folder.path().join(name));
    let (one, two) = (runner("one"), runner("two"));
    let user = serde_json::json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "accountant"});
    let create: Job = serde_json::from_value(crate::fleet::job("users.create", &user)).unwrap();
    let create = std::slice::from_ref(&create);
    let held = tap.hold(|line, _| line == POST);
    let first = Process::start(&first_file, one.handler()).await;
    first.gateway.publish(create).await.unwrap();
    let held = soon("the commit", held).await.unwrap();
    std::fs::copy(&first_file, &second_file).unwrap();
    first.stop.cancel();
    assert!(held.forward().await.is_redirection());
    first.end().await;
    let second = Process::start(&second_file, two.handler()).await;
    second.gateway.publish(create).await.unwrap();
    let result = second.result().await;
    assert_eq!((result.outcome, result.attempt, result.redelivered), (Outcome::Succeeded, 2, true), "{result:#?}");
    second.end().await;
    let over = CancellationToken::new();
    over.cancel();
    tokio::join!(one.close_idle(&over), two.close_idle(&over));
    assert_eq!(tap.seen().iter().filter(|line| *line == POST).count(), 1, "{:#?}", tap.seen());
    assert_eq!(app.journal().iter().filter(|entry| entry.action == "users.create").count(), 1);
    app.shutdown().await;
}
