//! What `idlcm queue status` says, as the user `operator`.

use serde_json::{Value, json};

use crate::fleet::broker::eventually;
use crate::fleet::{Fleet, INTEGRATION, PASSWORD, job};

/// What it prints, and its exit code.
async fn status(fleet: &Fleet, arguments: &[&str]) -> (i32, String) {
    let mut command = fleet.command("status", "operator");
    let shown = command.args(["queue", "status"]).args(arguments).output().await.unwrap();
    (shown.status.code().unwrap(), String::from_utf8(shown.stdout).unwrap())
}

async fn lines(fleet: &Fleet) -> Vec<Value> {
    let (code, text) = status(fleet, &["--format", "json"]).await;
    assert_eq!(code, 0, "{text}");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn of<'a>(lines: &'a [Value], field: &str, value: &str) -> &'a Value {
    lines.iter().find(|line| line[field] == value).unwrap_or_else(|| panic!("{field} {value} in {lines:#?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_status_of_queues_says_what_waits_for_whom_and_who_works() {
    let fleet = Fleet::without_queues(PASSWORD).await;
    fleet.integrate("beta", PASSWORD);
    // Exit code 4 where something is missing, with what to do.
    let (code, text) = status(&fleet, &[]).await;
    assert_eq!(code, 4, "{text}");
    assert!(text.contains("missing: idlcm queue apply") && text.contains("workers: 0"), "{text}");
    fleet.apply().await;

    // Nobody works yet; an operator lets beta wait.
    let paused = fleet.command("pause", "operator").args(["integrations", "pause", "beta"]).output().await.unwrap();
    assert!(paused.status.success(), "{}", String::from_utf8_lossy(&paused.stderr));
    let mut check = job("check", &json!(null));
    check["integration"] = json!("beta");
    fleet.publish(&check).await;
    let told = lines(&fleet).await;
    let beta = of(&told, "integration", "beta");
    assert_eq!((&beta["ready"], &beta["state"], &beta["consumed"]), (&json!(1), &json!("paused"), &json!(false)));
    assert_eq!(of(&told, "queue", "idlcm.dead")["ready"], 0);
    assert_eq!(told.last().unwrap(), &json!({"workers": 0}));

    let mut one = fleet.worker("one");
    let mut two = fleet.worker("two");
    for worker in [&one, &two] {
        worker.linked().await;
    }
    assert_eq!(fleet.submit(&[&job("check", &json!(null))]).result().await["outcome"], "succeeded");
    // Workers are counted where they join, a moment after they are linked.
    let told = eventually("two workers", async || {
        let told = lines(&fleet).await;
        (told.last().unwrap() == &json!({"workers": 2})).then_some(told)
    })
    .await;
    let acme = of(&told, "integration", INTEGRATION);
    assert_eq!((&acme["ready"], &acme["state"], &acme["consumed"]), (&json!(0), &json!("working"), &json!(true)));
    let holder = acme["worker"].as_str().unwrap();
    assert!(acme["worker_since"].as_str().is_some(), "{acme:#}");
    let (code, table) = status(&fleet, &[]).await;
    assert_eq!(code, 0, "{table}");
    for words in [holder, "working", "paused", "nobody: no worker takes its jobs", "idlcm.results", "workers: 2"] {
        assert!(table.contains(words), "no `{words}` in\n{table}");
    }
    assert!(!table.contains("idlcm.members") && !table.contains("idlcm.state"), "{table}");
    // Nothing was taken: the job of the paused integration is where it was.
    fleet.waiting("beta", 1, 0).await;
    assert!(one.end().await.success() && two.end().await.success());
}
