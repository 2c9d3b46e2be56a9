//! A password is in its file, in the worker's memory and in the login form, and nowhere else.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::ExitStatus;
use std::time::Duration;

use crate::fleet::{Fleet, checkout, job};
use crate::search::Search;
use idlcm::fixture::Fault;
use lapin::options::{BasicGetOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

/// Given to the worker in its environment, which its browsers must not inherit.
const WRONG: &str = "Wr0ng+pass/word=43%";

/// A queue that gets a copy of everything that is published, from now on.
async fn copies(fleet: &Fleet) -> lapin::Channel {
    let channel = fleet.broker.channel().await;
    let options = QueueDeclareOptions { exclusive: true, ..QueueDeclareOptions::default() };
    channel.queue_declare("copies".into(), options, FieldTable::default()).await.unwrap();
    for exchange in ["idlcm.results", "idlcm.dead", "idlcm.state"] {
        let options = QueueBindOptions::default();
        channel.queue_bind("copies".into(), exchange.into(), "#".into(), options, FieldTable::default()).await.unwrap();
    }
    channel
}

/// The messages of that queue, bodies and properties, by exchange.
async fn published(channel: &lapin::Channel) -> BTreeMap<String, Vec<Vec<u8>>> {
    let mut all: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    while let Some(message) = channel.basic_get("copies".into(), BasicGetOptions { no_ack: true }).await.unwrap() {
        let message = message.delivery;
        let head = format!("{} {:?}\n", message.routing_key, message.properties);
        all.entry(message.exchange.to_string()).or_default().push([head.into_bytes(), message.data].concat());
    }
    all
}

/// What the processes below a folder show of themselves, looked at until told to stop.
async fn watch_processes(folder: std::path::PathBuf, search: Search, stop: CancellationToken) -> Seen {
    let mut seen = Seen::default();
    let mark = format!("TMPDIR={}", folder.display()).into_bytes();
    while stop.run_until_cancelled(tokio::time::sleep(Duration::from_millis(20))).await.is_some() {
        for entry in std::fs::read_dir("/proc").unwrap().flatten() {
            // Processes end while they are looked at.
            let read = |name: &str| std::fs::read(entry.path().join(name)).unwrap_or_default();
            let environment = read("environ");
            if !environment.split(|byte| *byte == 0).any(|variable| variable.starts_with(&mark)) {
                continue;
            }
            let command = read("cmdline");
            // One that is just beginning or ending has an environment and no command line: nobody knows whose it is.
            if command.is_empty() {
                continue;
            }
            let program = String::from_utf8_lossy(&command).replace('\0', " ");
            seen.browsers += usize::from(program.contains("--user-data-dir"));
            let worker = environment.windows(WRONG.len()).any(|window| window == WRONG.as_bytes())
                && program.contains(" worker ");
            seen.workers_with_it += usize::from(worker);
            let environment = if worker { &[][..] } else { &environment };
            for form in search.found_in(&command).into_iter().chain(search.found_in(environment)) {
                seen.found.push(format!("{program}: {form}"));
            }
        }
    }
    seen
}

#[derive(Debug, Default)]
struct Seen {
    found: Vec<String>,
    browsers: usize,
    workers_with_it: usize,
}

/// Runs the program as loud as it can be; what it says goes to `NAME.log` and `NAME.out`.
async fn loudly(fleet: &Fleet, name: &str, arguments: &[&str]) -> ExitStatus {
    let mut command = fleet.command(name, "worker");
    command.args(arguments).env("RUST_LOG", "trace").current_dir(checkout(""));
    command.stdout(File::create(fleet.path(&format!("{name}.out"))).unwrap());
    command.stderr(File::create(fleet.path(&format!("{name}.log"))).unwrap());
    // Whole demos, on a machine that runs other browsers besides.
    let ended = tokio::time::timeout(Duration::from_mins(2), command.status()).await;
    ended.unwrap_or_else(|_| panic!("{name} did not end")).unwrap()
}

fn with_evidence(action: &str, user: &Value) -> Value {
    let mut job = job(action, user);
    job["options"] = json!({"evidence": "always", "watch": "pictures"});
    job
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_in_no_log_message_report_picture_or_process() {
    let fleet = Fleet::without_queues(crate::fleet::PASSWORD).await;
    fleet.integrate("beta", WRONG);
    let file = fleet.path("integrations/beta.yaml");
    let mut beta: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    beta["service_account"]["password"] = json!({"env": "BETA_PASSWORD"});
    std::fs::write(&file, beta.to_string()).unwrap();
    fleet.apply().await;
    let secrets = [crate::fleet::PASSWORD, WRONG];
    let search = Search::new(&secrets);
    let copies = copies(&fleet).await;
    let stop = CancellationToken::new();
    let watching = tokio::spawn(watch_processes(fleet.path(""), Search::new(&secrets), stop.clone()));

    // Jobs that go well, one whose effect does not come, one that is refused, one that is no job.
    let mut worker = fleet.worker_with("loud", |command| {
        command.env("RUST_LOG", "trace").env("BETA_PASSWORD", WRONG).args(["--listen", "127.0.0.1:0"])
    });
    let ada = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"});
    let create = with_evidence("users.create", &ada);
    let results = fleet.submit(&[&create, &with_evidence("users.list", &json!(null))]).results().await;
    assert!(results.iter().all(|result| result["outcome"] == "succeeded"), "{results:#?}");
    // What it tells while its browser is open, and what that has written.
    let told = crate::telemetry::address(&worker).await;
    for path in ["/metrics", "/healthz", "/readyz"] {
        let (_, text) = crate::telemetry::get(&told, path).await;
        assert_eq!(search.found_in(text.as_bytes()), [""; 0], "{path}");
    }
    let known = |file: &Path| file.extension().is_some_and(|extension| extension == "password");
    let open = crate::search::files(&fleet.path(""));
    assert!(open.iter().any(|file| file.to_string_lossy().contains("/profile/")), "no profile in {open:#?}");
    let found = open.iter().filter(|file| !known(file)).flat_map(|file| {
        // Browsers take away files while they are looked at.
        let bytes = std::fs::read(file).unwrap_or_default();
        search.found_in(&bytes).into_iter().map(|form| format!("{}: {form}", file.display())).collect::<Vec<_>>()
    });
    assert_eq!(found.collect::<Vec<_>>(), [""; 0]);
    fleet.app.set_fault(Fault::Lie(1));
    let bob = json!({"email": "bob@acme.example", "name": "Bob", "role": "viewer"});
    let failed = fleet.submit(&[&with_evidence("users.create", &bob)]).result().await;
    assert_eq!(failed["error"]["kind"], "postcondition_failed", "{failed:#}");
    let mut refused = with_evidence("check", &json!(null));
    refused["integration"] = json!("beta");
    let refused = fleet.submit(&[&refused]).result().await;
    assert_eq!(refused["error"]["kind"], "bad_credentials", "{refused:#}");
    fleet.broker.publish("idlcm.jobs", "acme", b"no job", lapin::BasicProperties::default()).await;
    fleet.broker.take("idlcm.dead").await;
    assert!(worker.end().await.success());

    // The commands of recipe authors, and the demo, whose app has the same password.
    let job = fleet.path("job.json");
    std::fs::write(&job, create.to_string()).unwrap();
    let (job, path) = (job.display().to_string(), |name: &str| fleet.path(name).display().to_string());
    assert!(loudly(&fleet, "run", &["run", &job, "--report", &path("run.html")]).await.success());
    assert!(loudly(&fleet, "plan", &["plan", &job]).await.success());
    for (name, result) in [("failed", &failed), ("refused", &refused)] {
        let evidence = path(&format!("evidence/{}", result["evidence"][0]["folder"].as_str().unwrap()));
        let page = path(&format!("{name}.html"));
        assert!(loudly(&fleet, name, &["report", &evidence, "--output", &page]).await.success());
    }
    assert!(loudly(&fleet, "demo", &["demo", "--report", &path("demo")]).await.success());
    stop.cancel();
    let seen = watching.await.unwrap();

    // Nobody but root may look at the worker itself.
    let workers = seen.workers_with_it > 0 || !rustix::process::geteuid().is_root();
    assert!(seen.browsers > 0 && workers, "not looked at: {seen:?}");
    assert_eq!(seen.found, [""; 0]);
    let messages = published(&copies).await;
    assert_eq!(messages.keys().collect::<Vec<_>>(), ["idlcm.dead", "idlcm.results", "idlcm.state"]);
    let of_progress = |body: &Vec<u8>| body.windows(16).any(|part| part == b"idlcm.progress/1");
    assert!(messages["idlcm.results"].iter().any(of_progress), "what is told of running jobs was looked at, too");
    for (exchange, bodies) in &messages {
        for body in bodies {
            assert_eq!(search.found_in(body), [""; 0], "{exchange}: {}", String::from_utf8_lossy(body));
        }
    }
    let journal = serde_json::to_vec(&fleet.app.journal()).unwrap();
    assert_eq!(search.found_in(&journal), [""; 0]);

    // Everything that was written down: logs, output, evidence, reports, the memory of `idlcm run`.
    let all = crate::search::files(&fleet.path(""));
    for wanted in [
        "loud.log",
        "run.log",
        "run.out",
        "run.html",
        "demo.log",
        "demo/index.html",
        "failed.html",
        "refused.html",
        "trace.json",
        "page.html",
        "001.webp",
    ] {
        assert!(all.iter().any(|path| path.ends_with(wanted)), "no {wanted} in {all:#?}");
    }
    for name in ["loud", "run", "demo"] {
        let log = std::fs::read_to_string(fleet.path(&format!("{name}.log"))).unwrap();
        assert!(log.contains("\"level\":\"TRACE\""), "{name} was not loud");
    }
    assert_eq!(search.found_below(&fleet.path(""), known), [""; 0]);

    // All of this could have found it.
    for (form, text) in search.forms() {
        let planted = fleet.path("evidence/planted.bin");
        std::fs::write(&planted, [b"\x89PNG\0 q=", text.as_bytes(), b"&r=\xff"].concat()).unwrap();
        let found = search.found_below(&fleet.path("evidence"), known);
        assert!(found.iter().any(|line| line.ends_with(form)), "{form} was not found");
    }
}
