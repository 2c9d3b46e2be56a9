//! What `deploy/` holds fits the program: its YAML is sound, and names commands, variables, paths and metrics that exist.

use std::collections::{BTreeMap, BTreeSet};
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
    ["access", "gateway", "keda", "queue-apply", "worker"]
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
    assert_eq!(names, ["access.yaml", "gateway.yaml", "keda.yaml", "queue-apply.yaml", "worker.yaml", "alerts.yaml"]);
    for (path, document) in manifests() {
        for field in ["/apiVersion", "/kind", "/metadata/name"] {
            assert!(document.pointer(field).is_some_and(Value::is_string), "{path} has no {field}");
        }
    }
}

#[test]
fn containers_run_commands_that_exist_with_variables_that_they_read() {
    let containers = containers();
    assert_eq!(containers.len(), 3);
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
        let kept = if help.contains("IDLCM_DATA") { "IDLCM_DATA" } else { "IDLCM_INTEGRATIONS" };
        for name in ["IDLCM_AMQP_PASSWORD_FILE", "SSL_CERT_FILE", kept] {
            let path = variable(container, name);
            assert!(mounts.iter().any(|mount| path.starts_with(mount)), "nothing is mounted for {name}={path}");
        }
        let security = &container["securityContext"];
        assert_eq!(security["readOnlyRootFilesystem"], true);
        assert_eq!(security["allowPrivilegeEscalation"], false);
        assert_eq!(security["capabilities"]["drop"][0], "ALL");
        for limit in ["cpu", "memory"] {
            assert!(container["resources"]["limits"][limit].is_string(), "{container:#}");
        }
    }
}

#[test]
fn pods_have_no_rights_and_are_told_whom_they_may_talk_to() {
    let account = of_kind("ServiceAccount");
    assert_eq!(account["automountServiceAccountToken"], false);
    let mut pods = 0;
    for (path, document) in manifests() {
        let template = &document["spec"]["template"];
        let pod = &template["spec"];
        if !pod["containers"].is_array() {
            continue;
        }
        pods += 1;
        assert_eq!(pod["serviceAccountName"], account["metadata"]["name"], "{path}");
        assert_eq!(pod["automountServiceAccountToken"], false, "{path}");
        let security = &pod["securityContext"];
        assert_eq!(security["runAsNonRoot"], true, "{path}");
        assert_eq!(security["runAsUser"].to_string(), user_of_the_image(), "{path}");
        assert_eq!(security["seccompProfile"]["type"], "RuntimeDefault", "{path}");
        // The policy that denies what no other allows is about every pod.
        assert_eq!(template["metadata"]["labels"]["app.kubernetes.io/name"], "idlcm", "{path}");
        // Each enters the broker as another user, as the table of permissions calls them.
        let named = variable(&pod["containers"][0], "IDLCM_AMQP_URL");
        let user = named.trim_start_matches("amqps://").split('@').next().unwrap();
        let component = template["metadata"]["labels"]["app.kubernetes.io/component"].as_str().unwrap();
        assert_eq!(user, if component == "queue-apply" { "admin" } else { component }, "{path}");
        assert!(permissions().contains_key(user), "{user}");
    }
    assert_eq!(pods, 3);
    let policies: Vec<Value> =
        manifests().into_iter().map(|(_, document)| document).filter(|d| d["kind"] == "NetworkPolicy").collect();
    let all = &policies[0]["spec"];
    assert_eq!(all["podSelector"]["matchLabels"], serde_json::json!({"app.kubernetes.io/name": "idlcm"}));
    assert_eq!(all["policyTypes"], serde_json::json!(["Ingress", "Egress"]));
    assert_eq!(all["ingress"].as_array().unwrap().len(), 0);
    let out: Vec<u64> = policies.iter().flat_map(|policy| ports(&policy["spec"]["egress"])).collect();
    assert_eq!(out, [53, 53, 5671, 443]);
    // What others may call is what listens.
    for component in ["worker", "gateway"] {
        let of = |document: &Value| document["metadata"]["labels"]["app.kubernetes.io/component"] == component;
        let policy = policies.iter().find(|policy| of(policy)).unwrap();
        let server = containers().into_iter().find(|container| container["name"] == component).unwrap();
        let mut listens: Vec<u64> =
            server["ports"].as_array().unwrap().iter().map(|port| port["containerPort"].as_u64().unwrap()).collect();
        listens.sort_unstable();
        assert_eq!(ports(&policy["spec"]["ingress"]), listens, "{component}");
    }
}

/// The ports of a policy's rules.
fn ports(rules: &Value) -> Vec<u64> {
    let rules = rules.as_array().into_iter().flatten();
    rules.flat_map(|rule| rule["ports"].as_array().unwrap()).map(|port| port["port"].as_u64().unwrap()).collect()
}

/// The user and group of both images.
fn user_of_the_image() -> String {
    let dockerfile = read("Dockerfile");
    let users: BTreeSet<&str> = dockerfile.lines().filter_map(|line| line.strip_prefix("USER ")).collect();
    assert_eq!(users.len(), 1, "{users:?}");
    users.first().unwrap().split(':').next().unwrap().to_owned()
}

/// What each user of the broker may do, as README.md says: configure, write, read.
fn permissions() -> BTreeMap<String, [String; 3]> {
    let readme = read("README.md");
    let (_, table) = readme.split_once("\n## Permissions on RabbitMQ\n").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let row = Regex::new(r"(?m)^\| (\w+)[^|]*(?:\([^)]*\) )?\| `(.*?)` \| `(.*?)` \| `(.*?)` \|$").unwrap();
    let rows: BTreeMap<_, _> = row
        .captures_iter(table)
        .map(|row| (row[1].to_owned(), [&row[2], &row[3], &row[4]].map(|cell| cell.replace("\\|", "|"))))
        .collect();
    assert_eq!(rows.len(), 5, "{rows:?}");
    rows
}

/// The services of Compose that run idlcm, with what they merge from above.
fn services() -> Vec<(String, Value)> {
    let compose = documents("docker-compose.yml").remove(0);
    let services = compose["services"].as_object().unwrap().clone();
    services.into_iter().filter(|(_, service)| service["image"].as_str().unwrap().starts_with("idlcm:")).collect()
}

/// The command line of a service behind `idlcm`, as far as it names a command.
fn command(service: &Value) -> Vec<String> {
    let words = |key: &str| -> Vec<String> {
        service[key].as_array().into_iter().flatten().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    let mut all = words("entrypoint");
    all.retain(|word| !["tini", "--", "idlcm"].contains(&word.as_str()));
    all.extend(words("command"));
    let known = |word: &&String| word.chars().all(|c| c.is_ascii_lowercase());
    all.iter().take_while(known).cloned().collect()
}

#[test]
fn services_of_compose_have_no_rights_and_limits() {
    let services = services();
    assert!(services.len() >= 9, "{services:?}");
    for (name, service) in &services {
        assert_eq!(service["user"].as_str().unwrap().split(':').next().unwrap(), user_of_the_image(), "{name}");
        assert_eq!(service["read_only"], true, "{name}");
        assert!(service["tmpfs"][0].as_str().unwrap().starts_with("/tmp:size="), "{name}");
        assert_eq!(service["cap_drop"], serde_json::json!(["ALL"]), "{name}");
        assert_eq!(service["security_opt"], serde_json::json!(["no-new-privileges:true"]), "{name}");
        let limits = &service["deploy"]["resources"]["limits"];
        assert!(limits["cpus"].is_string() && limits["memory"].is_string() && limits["pids"].is_number(), "{name}");
        for port in service["ports"].as_array().into_iter().flatten() {
            assert!(port.as_str().unwrap().starts_with("127.0.0.1:"), "{name}: {port}");
        }
        // What serves is asked how it is, where it listens; what ends is not.
        let listens = match command(service).first().map(String::as_str) {
            Some("worker" | "gateway") => service["environment"]["IDLCM_LISTEN"].as_str().unwrap().to_owned(),
            Some("fixture") => service["command"][4].as_str().unwrap().to_owned(),
            _ => {
                assert!(service["healthcheck"].is_null() && service["restart"].is_null(), "{name}");
                continue;
            }
        };
        let test = &service["healthcheck"]["test"];
        assert_eq!((&test[0], &test[1]), (&"CMD".into(), &"probe".into()), "{name}");
        assert_eq!(test[2].as_str().unwrap(), listens.rsplit_once(':').unwrap().1, "{name}");
        assert_eq!(service["restart"], "unless-stopped", "{name}");
    }
    let dockerfile = read("Dockerfile");
    assert!(dockerfile.contains("\nCOPY deploy/image/probe /usr/local/bin/probe\n"));
    assert!(dockerfile.contains(&format!("image.version=\"{}\"", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn services_of_compose_have_settings_that_they_read_and_a_user_of_their_own() {
    let users = permissions();
    for (name, service) in services() {
        let command = command(&service);
        let help = help(&command.iter().map(String::as_str).collect::<Vec<_>>());
        let environment = service["environment"].as_object().cloned().unwrap_or_default();
        for variable in environment.keys().filter(|name| name.starts_with("IDLCM_")) {
            assert!(reads(&help, variable), "{name}: idlcm {command:?} does not read {variable}");
        }
        let secrets: BTreeSet<&str> =
            service["secrets"].as_array().into_iter().flatten().map(|name| name.as_str().unwrap()).collect();
        for (variable, value) in &environment {
            if let Some(secret) = value.as_str().unwrap().strip_prefix("/run/secrets/") {
                assert!(secrets.contains(secret), "{name}: {variable}");
            }
        }
        // Commands know which user they are; the fake apps are none.
        let user = match command.join(" ").as_str() {
            "queue apply" => "admin",
            "queue status" => "operator",
            "submit" => "sender",
            "worker" => "worker",
            "gateway" => "gateway",
            _ => {
                assert!(environment.is_empty() && secrets.is_empty(), "{name}");
                continue;
            }
        };
        assert!(users.contains_key(user));
        assert_eq!(environment["IDLCM_AMQP_URL"], format!("amqp://{user}@rabbitmq:5672/%2f"), "{name}");
        let own = format!("rabbitmq_{user}_password");
        let of_broker: Vec<_> = secrets.iter().filter(|secret| secret.starts_with("rabbitmq_")).collect();
        assert_eq!(of_broker, [&own.as_str()], "{name}");
        assert_eq!(environment["IDLCM_AMQP_PASSWORD_FILE"], format!("/run/secrets/{own}"), "{name}");
    }
}

#[test]
fn the_broker_of_compose_has_the_users_of_the_table() {
    let definitions: Value = serde_json::from_str(&read("deploy/compose/rabbitmq/definitions.json")).unwrap();
    let told: BTreeMap<String, [String; 3]> = definitions["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            assert_eq!(row["vhost"], "/");
            let text = |key: &str| row[key].as_str().unwrap().to_owned();
            (text("user"), [text("configure"), text("write"), text("read")])
        })
        .collect();
    assert_eq!(told, permissions());
    let compose = &documents("docker-compose.yml")[0];
    let broker = &compose["services"]["rabbitmq"];
    let mounted = broker["secrets"].as_array().unwrap();
    let users = definitions["users"].as_array().unwrap();
    assert_eq!(users.len(), told.len());
    for user in users {
        let name = user["name"].as_str().unwrap();
        assert!(told.contains_key(name), "{name}");
        // No password stands there, nor a hash of one: the container's start fills it in.
        let secret = format!("rabbitmq_{name}_password");
        assert_eq!(user["password_hash"], format!("%{secret}%"));
        assert!(mounted.contains(&Value::from(secret.as_str())), "{secret}");
        assert!(compose["secrets"][&secret]["file"].is_string(), "{secret}");
        // Only the operator looks at the management interface.
        assert_eq!(user["tags"].as_array().unwrap().is_empty(), name != "operator", "{name}");
    }
    assert!(
        compose["secrets"]
            .as_object()
            .unwrap()
            .values()
            .all(|secret| { Path::new(env!("CARGO_MANIFEST_DIR")).join(secret["file"].as_str().unwrap()).is_file() })
    );
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
    assert_eq!(named.len(), 6, "{named:?}");
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
