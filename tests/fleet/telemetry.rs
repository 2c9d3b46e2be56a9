//! What a worker tells about itself over HTTP, and how the trace of a job goes on.

use std::sync::Arc;

use lapin::BasicProperties;
use lapin::types::{AMQPValue, FieldTable};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

use crate::fleet::broker::{eventually, soon};
use crate::fleet::{Fleet, INTEGRATION, Worker, job};

pub const TRACE: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

/// Where a worker that was told to listen anywhere does so.
pub async fn address(worker: &Worker) -> String {
    eventually("an address", async || {
        let log = worker.log();
        let line = log.lines().find(|line| line.contains("told over HTTP"))?;
        Some(serde_json::from_str::<Value>(line).unwrap()["address"].as_str().unwrap().to_owned())
    })
    .await
}

pub async fn get(address: &str, path: &str) -> (StatusCode, String) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = soon(path, client.get(format!("http://{address}{path}")).send()).await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

/// The same by the program itself: how it ended, and what it said to people.
async fn probe(address: &str, path: &str) -> (Option<i32>, String) {
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_idlcm"));
    command.args(["probe", &format!("http://{address}{path}")]);
    let output = soon("a probe", command.output()).await.unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Waits until a line stands in the metrics.
async fn tells(address: &str, line: &str) {
    let mut last = String::new();
    let look = async || {
        last = get(address, "/metrics").await.1;
        last.lines().any(|told| told == line).then_some(())
    };
    let seen = tokio::time::timeout(crate::fleet::broker::DEADLINE, eventually(line, look)).await;
    assert!(seen.is_ok(), "no `{line}` in\n{last}");
}

/// The value of a metric without labels, or the sum of all that begin so.
async fn sum(address: &str, prefix: &str) -> f64 {
    let (_, text) = get(address, "/metrics").await;
    text.lines()
        .filter(|line| line.starts_with(prefix))
        .map(|line| line.rsplit_once(' ').unwrap().1.parse::<f64>().unwrap())
        .sum()
}

/// A broker's address at which nobody answers until the listener that is returned is served.
async fn away(url: &str) -> (String, TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut url: Url = url.parse().unwrap();
    let broker = url.port().unwrap();
    url.set_port(Some(listener.local_addr().unwrap().port())).unwrap();
    (url.to_string(), listener, broker)
}

async fn serve(listener: TcpListener, broker: u16) {
    while let Ok((mut near, _)) = listener.accept().await {
        tokio::spawn(async move {
            let mut far = TcpStream::connect(("127.0.0.1", broker)).await.unwrap();
            tokio::io::copy_bidirectional(&mut near, &mut far).await.ok();
        });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_tells_what_it_did_and_whether_it_takes_jobs() {
    let fleet = Fleet::start().await;
    let (url, listener, broker) = away(&fleet.broker.url("worker")).await;
    let mut worker =
        fleet.worker_with("w", |command| command.args(["--listen", "127.0.0.1:0"]).env("IDLCM_AMQP_URL", url));
    let at = address(&worker).await;

    // The broker is away: the process lives, and takes no jobs.
    assert_eq!(get(&at, "/healthz").await.0, StatusCode::OK);
    let (status, why) = get(&at, "/readyz").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(why.contains("not linked to the queue"), "{why}");
    let probed = probe(&at, "/readyz").await;
    assert_eq!(probed.0, Some(1));
    assert!(probed.1.contains("503") && probed.1.contains("not linked to the queue"), "{}", probed.1);
    assert_eq!(probe(&at, "/healthz").await.0, Some(0));
    tells(&at, "idlcm_queue_linked 0").await;
    tells(&at, "idlcm_dead_letters_total{reason=\"uncertain\"} 0").await;
    assert_eq!(get(&at, "/").await.0, StatusCode::NOT_FOUND);

    let serving = tokio::spawn(serve(listener, broker));
    eventually("ready", async || (get(&at, "/readyz").await == (StatusCode::OK, "ready\n".to_owned())).then_some(()))
        .await;
    tells(&at, "idlcm_queue_linked 1").await;
    tells(&at, &format!("idlcm_integration_suspended{{integration=\"{INTEGRATION}\"}} 0")).await;

    let ada = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"});
    assert_eq!(fleet.submit(&[&job("users.create", &ada)]).result().await["outcome"], "succeeded");
    // Counted once the message is acknowledged, a moment after its result came.
    let labels = |action: &str, outcome: &str| {
        format!("{{integration=\"{INTEGRATION}\",action=\"{action}\",outcome=\"{outcome}\"}}")
    };
    tells(&at, &format!("idlcm_jobs_total{} 1", labels("users.create", "succeeded"))).await;
    for metric in ["job_duration", "login_duration", "job_age"] {
        tells(&at, &format!("idlcm_{metric}_seconds_count{{integration=\"{INTEGRATION}\"}} 1")).await;
    }
    for line in ["idlcm_browsers_started_total 1", "idlcm_browser_slots 1", "idlcm_browser_slots_used 0"] {
        tells(&at, line).await;
    }
    assert!(sum(&at, "idlcm_webdriver_commands_total ").await > 10.0);
    tells(&at, "idlcm_redelivered_total 0").await;
    // A dead letter by its reason; nothing that a sender writes becomes a label.
    fleet.broker.publish("idlcm.jobs", "nobody-knows", b"no job", BasicProperties::default()).await;
    tells(&at, "idlcm_dead_letters_total{reason=\"malformed\"} 1").await;
    let text = get(&at, "/metrics").await.1;
    for secret in ["ada", "Ada", "nobody-knows", crate::fleet::PASSWORD, crate::fleet::USERNAME] {
        assert!(!text.contains(secret), "{secret} in\n{text}");
    }

    // While it drains, its job goes on.
    let held = fleet.tap.hold(|line, _| line.starts_with("POST /admin/users"));
    let grace = json!({"email": "grace@acme.example", "name": "Grace Hopper", "role": "viewer"});
    let submission = fleet.submit(&[&job("users.create", &grace)]);
    let held = soon("the click", held).await.unwrap();
    tells(&at, "idlcm_browser_slots_used 1").await;
    worker.ask();
    eventually("draining", async || {
        let (status, why) = get(&at, "/readyz").await;
        (status == StatusCode::SERVICE_UNAVAILABLE && why.contains("draining")).then_some(())
    })
    .await;
    assert_eq!(get(&at, "/healthz").await.0, StatusCode::OK);
    held.forward().await;
    assert_eq!(submission.result().await["outcome"], "succeeded");
    assert!(worker.end().await.success());
    let (code, said) = probe(&at, "/readyz").await;
    assert_eq!(code, Some(1));
    assert!(said.contains("does not answer: "), "{said}");
    serving.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_at_which_nothing_can_listen_is_named() {
    let fleet = Fleet::start().await;
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap().to_string();
    for (given, code, words) in [(address.as_str(), 4, "choose another address or port"), ("9464", 2, "127.0.0.1:9464")]
    {
        let mut command = fleet.command("w", "worker");
        let output = command.args(["worker", "--listen", given]).output().await.unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(said.contains(words), "{said}");
    }
}

fn traced(value: &str) -> BasicProperties {
    let mut headers = FieldTable::default();
    headers.insert("traceparent".into(), AMQPValue::LongString(value.into()));
    BasicProperties::default().with_headers(headers)
}

fn trace_of(properties: &BasicProperties) -> Option<String> {
    let header = properties.headers().as_ref()?.inner().get("traceparent")?;
    Some(header.as_long_string()?.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trace_of_a_job_goes_on_with_all_that_is_said_about_it() {
    let fleet = Arc::new(Fleet::without_queues("not the password").await);
    fleet.apply().await;
    let mut worker = fleet.worker("w");
    // A dead letter, and what is no trace.
    for (given, kept) in [(TRACE, Some(TRACE.to_owned())), ("00-1-2-01", None)] {
        fleet.broker.publish("idlcm.jobs", INTEGRATION, b"no job", traced(given)).await;
        assert_eq!(trace_of(&fleet.broker.take("idlcm.dead").await.properties), kept);
    }
    // The app refuses the password: a result, and the event that jobs wait.
    let check = job("check", &Value::Null).to_string();
    fleet.broker.publish("idlcm.jobs", INTEGRATION, check.as_bytes(), traced(TRACE)).await;
    for key in ["result.acme", "event.acme"] {
        let message = fleet.broker.take("idlcm.results").await;
        assert_eq!((message.routing_key.as_str(), trace_of(&message.properties).as_deref()), (key, Some(TRACE)));
    }
    // The log lines of the job carry it, and no others.
    worker.says("attempt ended").await;
    let log = worker.log();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let with = |message: &str| {
        let line = lines.iter().find(|line| line["message"].as_str().is_some_and(|text| text.contains(message)));
        line.unwrap_or_else(|| panic!("nothing says {message}\n{log}"))["span"]["trace_id"].clone()
    };
    for message in ["attempt begins", "attempt ended", "suspended"] {
        assert_eq!(with(message), "0af7651916cd43dd8448eb211c80319c", "{message}\n{log}");
    }
    assert_eq!(with("linked to the queue"), Value::Null);
    assert!(worker.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_names_its_trace_itself_is_answered_in_it() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker("w");
    let mut check = job("check", &Value::Null);
    check["origin"] = json!({"traceparent": TRACE});
    fleet.publish(&check).await;
    let message = fleet.broker.take("idlcm.results").await;
    assert_eq!(trace_of(&message.properties).as_deref(), Some(TRACE));
    assert!(worker.end().await.success());
}
