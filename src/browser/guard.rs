//! `idlcm browser-guard`: starts a driver and sees to it that nothing of it outlives the worker.
//!
//! The worker holds the other end of the guard's standard input. However the worker ends (`SIGKILL` too), the pipe
//! closes, and the guard ends the driver, the browser and the browser's helpers, and removes the profile. On standard
//! output it says once, as a line of JSON, on which port the driver listens and where the profile is.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Signal, WaitOptions};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::{Instant, sleep};

use super::processes;

/// How long processes may take to end by themselves.
const GENTLE: Duration = Duration::from_millis(1500);

/// How long the guard goes on ending processes that do not go.
const AT_MOST: Duration = Duration::from_secs(4);

/// What chromedriver says when it ends since its port is taken. Told to choose one (`--port=0`), it takes a free port of
/// IPv6 and then the same number of IPv4, which another program may have.
const PORT_TAKEN: &str = "port not available";

/// How often a driver is started that finds its port taken: each time it chooses another.
const DRIVER_STARTS: u32 = 5;

/// What the guard says when the driver listens.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Ready {
    /// The driver's port on the loopback interface.
    pub(super) port: u16,
    /// The profile directory, empty, that the browser is to use.
    pub(super) profile: PathBuf,
    /// The folder of all its files, the profile among them.
    pub(super) folder: PathBuf,
}

/// Runs the guard. `args` are the driver and its arguments, after an optional `--`.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut args = args.into_iter().filter({
        let mut first = true;
        move |arg| !std::mem::take(&mut first) || arg != "--"
    });
    let Some(program) = args.next() else { return ExitCode::from(2) };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
        return ExitCode::FAILURE;
    };
    let code = match runtime.block_on(guard(program, args.collect())) {
        Ok(()) => ExitCode::SUCCESS,
        // The worker reads it as the reason why there is no browser.
        Err(error) => {
            let _told = writeln!(std::io::stdout(), "{error}");
            ExitCode::FAILURE
        }
    };
    // A read of standard input may still stand; it must not hold the exit back.
    runtime.shutdown_background();
    code
}

async fn guard(program: OsString, args: Vec<OsString>) -> Result<(), std::io::Error> {
    // Signals first: from here on a SIGTERM leads to a clean end.
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    // Whatever loses its parent becomes a child of the guard, so that no helper escapes.
    #[cfg(target_os = "linux")]
    rustix::process::set_child_subreaper(Some(rustix::process::getpid()))?;
    let folder = tempfile::Builder::new().prefix("idlcm-browser-").tempdir()?;
    std::fs::create_dir(profile(&folder))?;
    // Browsers leave temporary folders behind when they are killed; there they go with the profile.
    let temporary = folder.path().join("tmp");
    std::fs::create_dir(&temporary)?;
    let driver = |args: &[OsString]| {
        let mut driver = Command::new(&program);
        driver.args(args).env("TMPDIR", &temporary);
        driver.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        driver
    };
    let mut worker = tokio::io::stdin();
    let mut word = [0_u8; 64];
    let outcome = tokio::select! {
        outcome = listen(driver, args, &folder) => outcome,
        _ = worker.read(&mut word) => Ok(()),
        _ = terminated.recv() => Ok(()),
        _ = interrupted.recv() => Ok(()),
    };
    end(folder).await;
    outcome
}

/// Starts the driver, tells where it listens, and waits until it ends.
async fn listen(
    driver: impl Fn(&[OsString]) -> Command,
    mut args: Vec<OsString>,
    folder: &TempDir,
) -> Result<(), std::io::Error> {
    let mut again = DRIVER_STARTS;
    loop {
        again -= 1;
        match until_it_ends(driver(&args).spawn()?, folder).await? {
            Ended::Served => return Ok(()),
            Ended::Nowhere if again > 0 => args = with_a_port(args)?,
            Ended::Nowhere => return Err(std::io::Error::other("the driver listens at port 0, which is none")),
            Ended::Silent { said, .. } if again > 0 && said.contains(PORT_TAKEN) => {}
            Ended::Silent { status, said } => {
                return Err(std::io::Error::other(format!("the driver ended at once ({status}): {said}")));
            }
        }
    }
}

/// How a driver ended.
enum Ended {
    /// After it had listened.
    Served,
    /// At once, since it listens nobody knows where: without IPv6, chromedriver that chooses a port says that it is 0.
    Nowhere,
    /// Before.
    Silent { status: ExitStatus, said: String },
}

/// Waits for the port, tells it, and reads the driver's output until it ends.
async fn until_it_ends(mut driver: Child, folder: &TempDir) -> Result<Ended, std::io::Error> {
    let Some(output) = driver.stdout.take() else { return Ok(Ended::Served) };
    let mut lines = BufReader::new(output).lines();
    let mut said = String::new();
    let mut ready = false;
    while let Some(line) = lines.next_line().await? {
        if ready {
            continue;
        }
        let Some(port) = port_in(&line) else {
            said = line;
            continue;
        };
        if port == 0 {
            driver.kill().await?;
            return Ok(Ended::Nowhere);
        }
        ready = true;
        let told = serde_json::to_string(&Ready { port, profile: profile(folder), folder: folder.path().to_owned() })?;
        let mut out = std::io::stdout().lock();
        writeln!(out, "{told}")?;
        out.flush()?;
    }
    let status = driver.wait().await?;
    Ok(if ready { Ended::Served } else { Ended::Silent { status, said } })
}

/// The same arguments with a port that is free now in the place of one that the driver chooses.
fn with_a_port(args: Vec<OsString>) -> Result<Vec<OsString>, std::io::Error> {
    let port = std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    Ok(args.into_iter().map(|arg| if arg == "--port=0" { format!("--port={port}").into() } else { arg }).collect())
}

fn profile(folder: &TempDir) -> PathBuf {
    folder.path().join("profile")
}

/// The port in a driver's line: chromedriver's "was started successfully on port N.", geckodriver's "Listening on host:N".
fn port_in(line: &str) -> Option<u16> {
    let tail = line
        .split_once("started successfully on port ")
        .map(|(_, tail)| tail)
        .or_else(|| line.split_once("Listening on ").and_then(|(_, tail)| tail.rsplit(':').next()))?;
    tail.trim_end_matches('.').trim().parse().ok()
}

/// Ends every process of the browser and removes the folder with its profile.
async fn end(folder: TempDir) {
    let started = Instant::now();
    let mut asked = false;
    loop {
        while let Ok(Some(_)) = rustix::process::wait(WaitOptions::NOHANG) {}
        let left = processes::belonging(Some(own_id()), folder.path());
        if left.is_empty() {
            break;
        }
        if started.elapsed() > AT_MOST {
            // On a machine so busy that this is the first look, too.
            processes::end_all(own_id(), folder.path());
            break;
        }
        if !asked {
            for pid in left {
                processes::signal(pid, Signal::TERM);
            }
            asked = true;
        } else if started.elapsed() > GENTLE {
            for pid in left {
                processes::kill(pid);
            }
        }
        sleep(Duration::from_millis(20)).await;
    }
    remove(folder.path());
}

/// Removes the folder; a second try for files that were written while the first went through.
fn remove(folder: &Path) {
    if std::fs::remove_dir_all(folder).is_err() {
        let _gone = std::fs::remove_dir_all(folder);
    }
}

fn own_id() -> i32 {
    rustix::process::getpid().as_raw_nonzero().get()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where there is no IPv6.
    #[tokio::test]
    async fn a_driver_that_says_port_0_is_told_a_port() {
        let folder = tempfile::tempdir().unwrap();
        let asked = folder.path().join("asked");
        let script = format!(
            r#"echo "$1" >> {0}; echo "ChromeDriver was started successfully on port ${{1#--port=}}."; [ "$1" = --port=0 ] && exec sleep 60; exit 0"#,
            asked.display()
        );
        let driver = |args: &[OsString]| {
            let mut driver = Command::new("sh");
            driver.args(["-c", &script, "driver"]).args(args).stdout(Stdio::piped());
            driver
        };
        listen(driver, vec!["--port=0".into()], &folder).await.unwrap();
        let asked = std::fs::read_to_string(asked).unwrap();
        let ports: Vec<&str> = asked.lines().collect();
        assert_eq!((ports.len(), ports[0]), (2, "--port=0"));
        assert!(ports[1].strip_prefix("--port=").unwrap().parse::<u16>().unwrap() > 0);
    }

    #[test]
    fn both_drivers_say_their_port() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 44459."), Some(44459));
        assert_eq!(port_in("1763928000000\tgeckodriver\tINFO\tListening on 127.0.0.1:43893"), Some(43893));
        assert_eq!(port_in("Starting ChromeDriver 156.0.8078.79 on port 0"), None);
    }
}
