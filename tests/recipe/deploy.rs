//! What `deploy/` holds fits the program: its YAML is sound, and names commands, variables, paths and metrics that exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn documents(path: &str) -> Vec<Value> {
    serde_saphyr::from_multiple(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn manifests() -> Vec<(String, Value)> {
    ["worker", "queue-apply", "keda"]
        .iter()
        .map(|name| format!("deploy/kubernetes/{name}.yaml"))
        .flat_map(|path| documents(&path).into_iter().map(move |document| (path.clone(), document)))
        .collect()
}

fn of_kind(kind: &str) -> Value {
    let found = manifests().into_iter().find(|(_, document)| document["kind"] == kind);
    found.unwrap_or_else(|| panic!("there is no {kind}")).1
}

fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_idlcm")).args(arguments).arg("--help").output().unwrap();
    assert!(output.status.success(), "idlcm {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether a command with that help reads that variable.
fn reads(help: &str, variable: &str) -> bool {
    ["=", "]"].iter().any(|end| help.contains(&format!("[env: {variable}{end}")))
}

/// Every container of the manifests.
fn containers() -> Vec<Value> {
    manifests()
        .iter()
        .filter_map(|(_, document)| document["spec"]["template"]["spec"]["containers"].as_array())
        .flatten()
        .cloned()
        .collect()
}

fn variable(container: &Value, name: &str) -> String {
    let all = container["env"].as_array().unwrap();
    let found = all.iter().find(|variable| variable["name"] == name);
    found.unwrap_or_else(|| panic!("{name} is not set in {container:#}"))["value"].as_str().unwrap().to_owned()
}

/// Seconds, of `90s`.
fn seconds(text: &str) -> u64 {
    text.strip_suffix('s').unwrap().parse().unwrap()
}

#[test]
fn every_file_of_the_folder_is_looked_at() {
    let mut found: Vec<PathBuf> = ["deploy/kubernetes", "deploy/prometheus"]
        .iter()
        .flat_map(|folder| fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    let names: Vec<&str> = found.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["keda.yaml", "queue-apply.yaml", "worker.yaml", "alerts.yaml"]);
    for (path, document) in manifests() {
        for field in ["/apiVersion", "/kind", "/metadata/name"] {
            assert!(document.pointer(field).is_some_and(Value::is_string), "{path} has no {field}");
        }
    }
}

#[test]
fn containers_run_commands_that_exist_with_variables_that_they_read() {
    let containers = containers();
    assert_eq!(containers.len(), 2);
    for container in &containers {
        let arguments: Vec<&str> = container["args"].as_array().unwrap().iter().map(|a| a.as_str().unwrap()).collect();
        let help = help(&arguments);
        for variable in container["env"].as_array().unwrap() {
            let name = variable["name"].as_str().unwrap();
            let foreign = ["SSL_CERT_FILE", "HOME", "XDG_STATE_HOME"].contains(&name);
            assert!(foreign || reads(&help, name), "idlcm {arguments:?} does not read {name}");
        }
        // Secrets are files.
        assert!(!container["env"].to_string().contains("valueFrom"), "{container:#}");
        assert!(!variable(container, "IDLCM_AMQP_URL").contains(":password@"));
        assert!(variable(container, "IDLCM_AMQP_URL").starts_with("amqps://"));
        let mounts: Vec<&str> =
            container["volumeMounts"].as_array().unwrap().iter().map(|m| m["mountPath"].as_str().unwrap()).collect();
        for name in ["IDLCM_AMQP_PASSWORD_FILE", "SSL_CERT_FILE", "IDLCM_INTEGRATIONS"] {
            let path = variable(container, name);
            assert!(mounts.iter().any(|mount| path.starts_with(mount)), "nothing is mounted for {name}={path}");
        }
        let security = &container["securityContext"];
        assert_eq!(security["readOnlyRootFilesystem"], true);
        assert_eq!(security["allowPrivilegeEscalation"], false);
        assert_eq!(security["capabilities"]["drop"][0], "ALL");
        assert!(container["resources"]["limits"]["memory"].is_string());
    }
    // Compose's too.
    let compose = &documents("docker-compose.yml")[0];
    let worker = help(&["worker"]);
    for name in compose["x-idlcm"]["environment"].as_object().unwrap().keys().filter(|name| name.starts_with("IDLCM_"))
    {
        assert!(reads(&worker, name), "{name}");
    }
}

#[test]
fn a_worker_may_finish_and_is_asked_where_it_answers() {
    let deployment = of_kind("Deployment");
    let pod = &deployment["spec"]["template"]["spec"];
    let worker = &pod["containers"][0];
    let grace = pod["terminationGracePeriodSeconds"].as_u64().unwrap();
    assert!(grace >= seconds(&variable(worker, "IDLCM_DRAIN")) + 10, "{grace}");
    let port = variable(worker, "IDLCM_LISTEN").rsplit_once(':').unwrap().1.to_owned();
    assert_eq!(worker["ports"][0]["containerPort"].to_string(), port);
    assert_eq!(deployment["spec"]["template"]["metadata"]["annotations"]["prometheus.io/port"], port.as_str());
    // A worker without the broker is not restarted for it.
    for (probe, path) in [("startupProbe", "/healthz"), ("livenessProbe", "/healthz"), ("readinessProbe", "/readyz")] {
        assert_eq!(worker[probe]["httpGet"]["path"], path);
        assert_eq!(worker[probe]["httpGet"]["port"], worker["ports"][0]["name"]);
    }
    assert_eq!(pod["securityContext"]["runAsNonRoot"], true);
    let dockerfile = read("Dockerfile");
    assert!(dockerfile.contains(&format!("\nUSER {}\n", pod["securityContext"]["runAsUser"])));
    // Where browsers write.
    let volume = |at: &str| {
        let mount = worker["volumeMounts"].as_array().unwrap().iter().find(|mount| mount["mountPath"] == at).unwrap();
        let volumes = pod["volumes"].as_array().unwrap();
        volumes.iter().find(|volume| volume["name"] == mount["name"]).unwrap()["emptyDir"].clone()
    };
    assert!(volume("/tmp")["sizeLimit"].is_string() && volume("/dev/shm")["sizeLimit"].is_string());
    assert_eq!(volume("/dev/shm")["medium"], "Memory");
    assert_eq!(variable(worker, "HOME"), "/tmp");
}

#[test]
fn workers_are_scaled_by_the_queues_of_jobs() {
    let (scaled, deployment) = (of_kind("ScaledObject"), of_kind("Deployment"));
    assert_eq!(scaled["spec"]["scaleTargetRef"]["name"], deployment["metadata"]["name"]);
    let trigger = &scaled["spec"]["triggers"][0];
    assert_eq!(trigger["type"], "rabbitmq");
    let queues = Regex::new(trigger["metadata"]["queueName"].as_str().unwrap()).unwrap();
    let queue = idlcm::queue::name::job_queue(&"acme".parse().unwrap());
    assert!(queues.is_match(&queue));
    for other in [idlcm::queue::name::DEAD, idlcm::queue::name::RESULTS, idlcm::queue::name::JOBS] {
        assert!(!queues.is_match(other), "{other}");
    }
    assert_eq!(trigger["authenticationRef"]["name"], of_kind("TriggerAuthentication")["metadata"]["name"]);
    let budget = of_kind("PodDisruptionBudget");
    assert_eq!(budget["spec"]["selector"], deployment["spec"]["selector"]);
}

#[test]
fn what_the_manifests_expect_stands_in_the_documentation() {
    let text = read("docs/operations.md");
    let mut named = BTreeSet::new();
    for (_, document) in manifests() {
        for volume in document["spec"]["template"]["spec"]["volumes"].as_array().into_iter().flatten() {
            named.extend(volume["configMap"]["name"].as_str().map(str::to_owned));
            named.extend(volume["secret"]["secretName"].as_str().map(str::to_owned));
        }
        for secret in document["spec"]["secretTargetRef"].as_array().into_iter().flatten() {
            named.extend(secret["name"].as_str().map(str::to_owned));
        }
    }
    assert_eq!(named.len(), 5, "{named:?}");
    for name in named {
        assert!(text.contains(&format!("| {name} |")), "{name}");
    }
}

#[test]
fn alerts_are_about_metrics_that_exist() {
    let rules = documents("deploy/prometheus/alerts.yaml");
    let rules = rules[0]["groups"][0]["rules"].as_array().unwrap();
    assert!(rules.len() > 5);
    let metric = Regex::new(r"\bidlcm_[a-z_]+").unwrap();
    let label = Regex::new(r"(?:by \(|\{)([a-z_, ]+?)(?:\)|=)").unwrap();
    for rule in rules {
        let name = rule["alert"].as_str().unwrap();
        let expression = rule["expr"].as_str().unwrap();
        assert!(rule["labels"]["severity"].is_string(), "{name}");
        assert!(["summary", "description"].iter().all(|text| rule["annotations"][*text].is_string()), "{name}");
        let known = |found: &str| {
            let stem = found.strip_suffix("_bucket").unwrap_or(found);
            idlcm::telemetry::METRICS.iter().find(|metric| metric.name == stem)
        };
        let used: Vec<_> = metric
            .find_iter(expression)
            .map(|found| known(found.as_str()).unwrap_or_else(|| panic!("{name}: no {}", found.as_str())))
            .collect();
        assert!(!used.is_empty(), "{name}");
        for found in label.captures_iter(expression) {
            for label in found[1].split(", ") {
                let of_prometheus = ["le", "instance"].contains(&label);
                assert!(of_prometheus || used.iter().all(|metric| metric.labels.contains(&label)), "{name}: {label}");
            }
        }
    }
}
