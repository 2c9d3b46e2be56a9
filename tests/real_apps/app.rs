//! A real app, started by its `start.sh` in a process group of its own.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use crate::fleet::broker::eventually_within;
use crate::fleet::checkout;
use crate::state::{self, State};

/// How long the first start may take: it installs the app, and some of them compile.
const START: Duration = Duration::from_mins(20);
/// How long it may take to end when it is asked to.
const END: Duration = Duration::from_secs(10);
/// What `start.sh` says where the app cannot be installed.
const CANNOT_BE_INSTALLED: i32 = 75;

pub struct App {
    scripts: PathBuf,
    folder: PathBuf,
    port: u16,
    server: Child,
}

impl App {
    /// Starts it with its data in that folder, and waits until it answers. An error where it cannot be installed: why.
    pub async fn start(name: &str, folder: &Path) -> Result<Self, String> {
        let scripts = checkout("tests/real_apps").join(name);
        fs::create_dir(folder).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let log = File::create(folder.with_extension("log")).unwrap();
        // It ends with this test, however that ends.
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", "--"]).arg(scripts.join("start.sh"));
        command.arg(folder).arg(port.to_string()).stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        let server = command.process_group(0).spawn().unwrap_or_else(|error| panic!("{name}/start.sh: {error}"));
        let mut app = Self { scripts, folder: folder.to_owned(), port, server };
        let url = app.url();
        eventually_within(START, &format!("{name} answers at {url}"), async || {
            if let Some(ended) = app.server.try_wait().unwrap() {
                let log = app.log();
                assert_eq!(ended.code(), Some(CANNOT_BE_INSTALLED), "{name}/start.sh ended early:\n{log}");
                return Some(Err(log.lines().last().unwrap_or("start.sh does not say why").to_owned()));
            }
            let answer = reqwest::get(&url).await.ok()?;
            (!answer.status().is_server_error()).then_some(Ok(()))
        })
        .await?;
        Ok(app)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.with_extension("log")).unwrap_or_default()
    }

    /// What it holds, by its own records.
    pub fn state(&self) -> State {
        let script = self.scripts.join("state.py");
        let mut command = Command::new("python3");
        command.arg(&script).arg(&self.folder).arg(self.port.to_string()).stdin(Stdio::null());
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", script.display());
        let text = String::from_utf8(output.stdout).unwrap();
        state::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", script.display()))
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let group = Pid::from_child(&self.server);
        // It may have ended already.
        kill_process_group(group, Signal::TERM).ok();
        let end = Instant::now() + END;
        while Instant::now() < end && matches!(self.server.try_wait(), Ok(None)) {
            std::thread::park_timeout(Duration::from_millis(20));
        }
        kill_process_group(group, Signal::KILL).ok();
        self.server.wait().ok();
    }
}
