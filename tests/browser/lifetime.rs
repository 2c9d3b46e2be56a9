//! Browsers start, survive what hangs, and never outlive their worker.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{Pages, css, open, open_with, options, role, within};
use idlcm::browser::{CommandError, LaunchError, LaunchOptions, Read, Sent, Session, Webdriver, probe};
use tokio::time::Instant;

use crate::processes::processes_with;

/// Waits until no process has the profile in its command line and the profile is gone.
async fn all_gone(profile: &str) {
    let deadline = within(15);
    while processes_with(profile) > 0 || Path::new(profile).exists() {
        assert!(Instant::now() < deadline, "{} processes of {profile} are left", processes_with(profile));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn an_installed_browser_is_found_with_its_version() {
    let found = probe(&Webdriver::Auto).await.unwrap();
    let major = |version: &str| version.split('.').next().unwrap().to_owned();
    assert_eq!(major(&found.browser_version), major(&found.driver_version));
    let error = probe(&Webdriver::Url("http://127.0.0.1:1/".parse().unwrap())).await.unwrap_err();
    assert!(matches!(error, LaunchError::Refused { .. }));
}

#[tokio::test]
async fn a_closed_session_leaves_nothing_behind() {
    let (session, _pages) = open("hang.html").await;
    assert!(session.browser().contains("156") || session.browser().contains('.'), "{}", session.browser());
    let profile = session.profile().unwrap().display().to_string();
    assert!(processes_with(&profile) > 0);
    let megabytes = session.memory().unwrap() >> 20;
    assert!((10..1000).contains(&megabytes), "a fresh browser has {megabytes} MiB for itself");
    session.close().await;
    assert_eq!(processes_with(&profile), 0);
    assert!(!Path::new(&profile).exists());
}

async fn a_hang_ends(button: &str) {
    let impatient = LaunchOptions { page_timeout: Duration::from_secs(2), ..options() };
    let (mut session, pages) = open_with("hang.html", impatient).await;
    let profile = session.profile().unwrap().display().to_string();
    let prepared = session.prepare_click(&role("button", button), &[], within(10)).await.unwrap();
    let began = Instant::now();
    let clicked = session.click(prepared, within(1)).await;
    // The click itself may return at once; then the next look hangs.
    let error = match clicked {
        Err(error) => error,
        Ok(()) => session.location(within(1)).await.unwrap_err(),
    };
    assert!(matches!(error, CommandError::Timeout { .. }), "{error}");
    if let CommandError::Timeout { command: "a click", sent, .. } = error {
        assert_eq!(sent, Sent::Maybe);
    }
    assert!(began.elapsed() < Duration::from_secs(12), "{:?}", began.elapsed());
    // Freed, with its cookies; what cannot be freed says so.
    if session.lost().is_none() {
        session.goto(&pages.url("hang.html"), within(10)).await.unwrap();
        assert_eq!(session.read(&css("#cookies"), &Read::Text, within(10)).await.unwrap(), "kept=yes");
        let prepared = session.prepare_click(&role("button", "Fine"), &[], within(10)).await.unwrap();
        session.click(prepared, within(10)).await.unwrap();
    } else {
        let error = session.goto(&pages.url("hang.html"), within(10)).await.unwrap_err();
        assert!(matches!(error, CommandError::Lost { .. }), "{error}");
    }
    session.close().await;
    assert_eq!(processes_with(&profile), 0);
}

#[tokio::test]
async fn an_endless_request_in_a_click_ends_at_the_deadline() {
    a_hang_ends("Wait").await;
}

#[tokio::test]
async fn an_endless_loop_in_a_click_ends_at_the_deadline() {
    a_hang_ends("Spin").await;
}

/// A page that computes for longer than a look may take, and not longer than a page may.
#[tokio::test]
async fn a_page_that_is_busy_for_a_while_is_waited_for() {
    let (mut session, pages) = open("hang.html").await;
    session.goto(&pages.url("busy.html"), within(10)).await.unwrap();
    let began = Instant::now();
    let text = session.read(&css("#done"), &Read::Text, within(1)).await.unwrap();
    assert_eq!(text, "the page has computed");
    assert!(began.elapsed() > Duration::from_secs(3), "it was not busy: {:?}", began.elapsed());
    session.close().await;
}

/// chromedriver ends where the port that it chose is taken in one of two protocols; it is started again, and not if it
/// ends for another reason.
#[test]
fn a_driver_whose_port_is_taken_is_started_again() {
    let folder = tempfile::tempdir().unwrap();
    let driver = folder.path().join("driver");
    let started = |says: &str| {
        let count = folder.path().join("count");
        let _none = std::fs::remove_file(&count);
        let script = format!(
            "#!/bin/sh\necho >> {0}\nif [ $(wc -l < {0}) -lt 3 ]; then echo '{says}'; exit 1; fi\n\
             echo 'ChromeDriver was started successfully on port 4711.'\nexec sleep 60\n",
            count.display()
        );
        std::fs::write(&driver, script).unwrap();
        std::fs::set_permissions(&driver, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let mut guard = Command::new(env!("CARGO_BIN_EXE_idlcm"))
            .args(["browser-guard", "--"])
            .arg(&driver)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(guard.stdout.take().unwrap()).read_line(&mut line).unwrap();
        drop(guard.stdin.take());
        guard.wait().unwrap();
        (line, std::fs::read_to_string(count).unwrap().lines().count())
    };
    let (line, starts) = started("IPv4 port not available. Exiting...");
    assert!(line.contains("\"port\":4711"), "{line}");
    assert_eq!(starts, 3);
    let (line, starts) = started("something else");
    assert!(line.contains("the driver ended at once") && line.contains("something else"), "{line}");
    assert_eq!(starts, 1);
}

#[tokio::test]
async fn a_browser_that_is_killed_is_reported_as_lost() {
    let (mut session, pages) = open("hang.html").await;
    let profile = session.profile().unwrap().display().to_string();
    let victims =
        std::fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<i32>().ok());
    for pid in victims {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&line).contains(&profile) {
            assert!(Command::new("kill").args(["-9", &pid.to_string()]).stderr(Stdio::null()).status().is_ok());
        }
    }
    let error = session.goto(&pages.url("hang.html"), within(10)).await.unwrap_err();
    assert!(matches!(error, CommandError::Lost { .. }), "{error}");
    assert!(session.lost().is_some());
    session.close().await;
    all_gone(&profile).await;
}

#[tokio::test]
async fn a_dropped_session_takes_its_browser_with_it() {
    let (session, _pages) = open("hang.html").await;
    let profile = session.profile().unwrap().display().to_string();
    drop(session);
    all_gone(&profile).await;
}

/// Not a test of its own: the worker that the next test kills.
#[tokio::test]
#[ignore = "run by `a_killed_worker_leaves_no_browser`"]
async fn a_worker_with_a_browser() {
    let pages = Pages::serve().await;
    let mut session = Session::open(&options()).await.unwrap();
    session.goto(&pages.url("hang.html"), within(20)).await.unwrap();
    println!("profile={}", session.profile().unwrap().display());
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn a_killed_worker_leaves_no_browser() {
    let mut worker = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "lifetime::a_worker_with_a_browser"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(worker.stdout.take().unwrap()).lines();
    let profile = lines.map_while(Result::ok).find_map(|line| Some(line.split_once("profile=")?.1.to_owned())).unwrap();
    assert!(processes_with(&profile) > 0);
    worker.kill().unwrap();
    worker.wait().unwrap();
    all_gone(&profile).await;
}

/// The driver of a profile, by its folder for temporary files; its parent is the guard.
fn driver_and_guard(profile: &str) -> Option<(i32, i32)> {
    let folder = Path::new(profile).parent()?.display().to_string();
    let pids = std::fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let is_driver = |pid: &i32| {
        let read = |file| std::fs::read(format!("/proc/{pid}/{file}")).unwrap_or_default();
        String::from_utf8_lossy(&read("cmdline")).contains("chromedriver")
            && String::from_utf8_lossy(&read("environ")).contains(&folder)
    };
    let driver = pids.into_iter().find(is_driver)?;
    let status = std::fs::read_to_string(format!("/proc/{driver}/status")).ok()?;
    let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()?;
    Some((driver, parent))
}

#[tokio::test]
async fn a_guard_that_hangs_leaves_nothing_behind_when_it_is_killed() {
    let (session, _pages) = open("hang.html").await;
    let profile = session.profile().unwrap().display().to_string();
    let (_, guard) = driver_and_guard(&profile).unwrap();
    assert!(Command::new("kill").args(["-STOP", &guard.to_string()]).status().unwrap().success());
    session.close().await;
    all_gone(&profile).await;
    assert_eq!(driver_and_guard(&profile), None, "the driver outlives its guard");
}
