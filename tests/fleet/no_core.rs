//! A password leaves the worker's memory with the job, and a worker that crashes takes what it knows with it.

use std::fs::File;
use std::os::unix::fs::FileExt as _;

use crate::fleet::{Fleet, PASSWORD, checkout, job};
use crate::search::Search;
use serde_json::json;

/// Where in the memory of a process a form of a secret stands.
fn in_memory(pid: u32, search: &Search) -> Vec<String> {
    let memory = File::open(format!("/proc/{pid}/mem")).unwrap();
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps")).unwrap();
    let mut found = Vec::new();
    for line in maps.lines() {
        // `55f0-55f4 rw-p …` (proc(5)).
        let (range, rest) = line.split_once(' ').unwrap();
        let (start, end) = range.split_once('-').unwrap();
        let [start, end] = [start, end].map(|at| u64::from_str_radix(at, 16).unwrap());
        if !rest.starts_with("rw") {
            continue;
        }
        let mut bytes = vec![0; usize::try_from(end - start).unwrap()];
        // Some of what is mapped cannot be read, such as what belongs to a device.
        if memory.read_exact_at(&mut bytes, start).is_ok() {
            found.extend(search.found_in(&bytes).into_iter().map(|form| format!("{line}: {form}")));
        }
    }
    found
}

/// The limit of core dumps of a process, in bytes: now, and at most.
fn core_limit(pid: u32) -> String {
    let limits = std::fs::read_to_string(format!("/proc/{pid}/limits")).unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    line.split_whitespace().skip(4).take(2).collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn between_jobs_a_worker_does_not_know_the_password_and_a_crash_writes_none() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker_with("forgetful", |command| command.current_dir(checkout("")));
    let ada = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "viewer"});
    let created = fleet.submit(&[&job("users.create", &ada)]).result().await;
    assert_eq!(created["outcome"], "succeeded", "{created:#}");

    // Only root may look: the process is not dumpable (prctl(2)).
    if rustix::process::geteuid().is_root() {
        // What can be found is found: the name of the job's user is in its memory, or was a moment ago.
        assert!(!in_memory(worker.pid(), &Search::new(&["idlcm.jobs.acme"])).is_empty());
        assert_eq!(in_memory(worker.pid(), &Search::new(&[PASSWORD])), [""; 0]);
    }
    let family = worker.family();
    assert!(family.iter().any(|(_, _, command)| command.contains("--user-data-dir")), "no browser in {family:?}");
    for (pid, _, command) in family.iter().filter(|(_, _, command)| !command.is_empty()) {
        assert_eq!(core_limit(*pid), "1 1", "{command}");
    }

    worker.crash();
    assert!(!worker.ended().await.success());
    worker.nothing_is_left().await;
    let is_core = |name: &str| name == "core" || name.starts_with("core.");
    for folder in [checkout(""), fleet.path("")] {
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(names.filter(|name| is_core(name)).collect::<Vec<_>>(), [""; 0]);
    }
}
