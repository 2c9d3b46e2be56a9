//! A worker without jobs costs next to nothing.

use std::time::Duration;

use crate::fleet::{Fleet, INTEGRATION};

/// Kilobytes, from `/proc/PID/status`.
pub fn kilobytes(pid: u32, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap()
}

/// Time on a processor, in clock ticks, of the process and its children.
fn ticks(pid: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    // proc(5): utime, stime, cutime, cstime are the fields 14 to 17; the name, field 2, ends with the last parenthesis.
    let fields = stat.rsplit_once(") ").unwrap().1;
    fields.split(' ').skip(11).take(4).map(|field| field.parse::<u64>().unwrap()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_worker_uses_less_than_30_mb_and_next_to_no_processor_time() {
    let fleet = Fleet::start().await;
    let mut worker = fleet.worker("idle");
    fleet.waiting(INTEGRATION, 0, 1).await;
    assert_eq!(worker.processes().len(), 1, "no browser is started before there is a job: {:?}", worker.processes());
    let pid = worker.pid();

    let before = ticks(pid);
    // The window of the measurement, not a wait for something to become true.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let used = ticks(pid) - before;
    let (all, own) = (kilobytes(pid, "VmRSS:"), kilobytes(pid, "RssAnon:"));
    println!("idle worker: {all} kB resident, {own} kB of them its own, {used} ticks in 3 s");

    assert!(own < 30 * 1024, "{own} kB of its own");
    // 3 s are 300 ticks: 2 %.
    assert!(used <= 6, "{used} ticks in 3 s");
    assert!(worker.end().await.success());
}
