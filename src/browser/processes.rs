//! Processes of a browser: found by descent and by the profile in their command line.

use std::collections::HashMap;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

/// What `/proc` says of a process.
struct Entry {
    parent: i32,
    zombie: bool,
}

/// Every living process that descends from `ancestor` or has `profile` in its command line, `ancestor` itself left out.
/// Without an ancestor, the profile alone decides.
/// Empty where there is no `/proc`.
pub(super) fn belonging(ancestor: Option<i32>, profile: &Path) -> Vec<i32> {
    let all = all();
    let descends = |pid: i32| {
        let Some(ancestor) = ancestor else { return false };
        let mut at = pid;
        // A parent chain is short; the bound only guards against a table that changed while it was read.
        for _ in 0..64 {
            let Some(entry) = all.get(&at) else { return false };
            if entry.parent == ancestor {
                return true;
            }
            at = entry.parent;
        }
        false
    };
    let living = all.iter().filter(|(pid, entry)| Some(**pid) != ancestor && !entry.zombie);
    living.map(|(pid, _)| *pid).filter(|pid| descends(*pid) || mentions(*pid, profile)).collect()
}

/// Sends SIGKILL to everything that belongs to a browser, until nothing new comes of it while it dies.
pub(super) fn end_all(ancestor: i32, profile: &Path) {
    // A driver that is just starting a browser has a child more in the next look; three looks are more than it can do.
    for _ in 0..3 {
        belonging(Some(ancestor), profile).into_iter().for_each(kill);
    }
}

/// The browser's main process: it has the profile in its command line and is no helper (`--type=…`) of another.
pub(super) fn browser(profile: &Path) -> Option<i32> {
    let mains = all().into_keys().filter(|pid| {
        let line = command_line(*pid);
        contains(&line, profile.as_os_str().as_bytes())
            && contains(&line, b"--user-data-dir=")
            && !contains(&line, b"--type=")
    });
    // A wrapper script comes before the browser that it starts.
    mains.max()
}

/// Ends the browser that has this profile, as a crash would. Nothing happens where there is no `/proc`.
pub fn crash(profile: &Path) {
    if let Some(pid) = browser(profile) {
        kill(pid);
    }
}

/// How much memory the browser with this profile has for itself, in bytes: what is shared with other processes, or with
/// files, is not counted (proc(5), `/proc/pid/statm`). `None` where there is no `/proc`.
pub(super) fn memory(profile: &Path) -> Option<u64> {
    let page = u64::try_from(rustix::param::page_size()).ok()?;
    let own = |pid: i32| {
        let statm = fs::read_to_string(format!("/proc/{pid}/statm")).ok()?;
        let mut pages = statm.split_whitespace().skip(1).map(|word| word.parse::<u64>().unwrap_or(0));
        Some(pages.next()?.saturating_sub(pages.next()?) * page)
    };
    let main = browser(profile);
    let processes = belonging(main, profile).into_iter().chain(main);
    Some(processes.filter_map(own).sum()).filter(|bytes| *bytes > 0)
}

/// Sends SIGKILL. A process that is gone already is as good.
pub(super) fn kill(pid: i32) {
    signal(pid, Signal::KILL);
}

/// Sends a signal; a process that is gone already is as good.
pub(super) fn signal(pid: i32, signal: Signal) {
    if let Some(pid) = Pid::from_raw(pid).filter(|_| pid > 1)
        && let Err(error) = kill_process(pid, signal)
        && error != rustix::io::Errno::SRCH
    {
        tracing::warn!(pid = pid.as_raw_nonzero().get(), %error, "a process of the browser could not be ended");
    }
}

fn all() -> HashMap<i32, Entry> {
    let Ok(dir) = fs::read_dir("/proc") else { return HashMap::new() };
    let pids = dir.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    pids.filter_map(|pid: i32| Some((pid, entry(pid)?))).collect()
}

/// Reads `/proc/<pid>/stat` (proc(5)): state and parent stand after the name, which is in parentheses and may hold any.
fn entry(pid: i32) -> Option<Entry> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let mut words = stat.rsplit_once(')')?.1.split_whitespace();
    let zombie = words.next()? == "Z";
    Some(Entry { parent: words.next()?.parse().ok()?, zombie })
}

fn command_line(pid: i32) -> Vec<u8> {
    fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default()
}

fn mentions(pid: i32, profile: &Path) -> bool {
    contains(&command_line(pid), profile.as_os_str().as_bytes())
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
