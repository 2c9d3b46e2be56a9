//! A browser session: one browser, one driver, one command at a time, each with a deadline.

use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Map, Value};
use tokio::time::{Instant, timeout, timeout_at};

use super::act_guard::Guards;
use super::call::{Call, Calls};
use super::command::{Command, Effect};
use super::driver::Driver;
use super::error::{CLOSED, CommandError, Sent};
use super::fence::Fence;
use super::frame_state::FrameState;
use super::launch::{self, LaunchOptions, Plan};
use super::launch_error::LaunchError;
use super::rest::Rest;

/// How long after its deadline, and after the time that a page has, a command that does not answer is aborted. A page
/// that is merely busy answers late; only one that hangs is replaced.
pub const GRACE: Duration = Duration::from_secs(1);

/// How long a driver may take to open a session.
const OPEN_WITHIN: Duration = Duration::from_secs(40);

/// An `any_of` whose first alternative was not on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The locator.
    pub query: String,
    /// Which alternative was used, from 0.
    pub used: usize,
}

/// A browser with one window, and the tabs that the app opens. Dropping it ends driver and browser, too, but does not wait for it.
pub struct Session {
    pub(super) client: Option<Client>,
    pub(super) product: Product,
    pub(super) process: BrowserProcess,
    pub(super) windows: Windows,
    pub(super) lost: Option<String>,
    pub(super) drifts: Vec<Drift>,
    /// How long a page may keep the browser from answering.
    pub(super) page_timeout: Duration,
    pub(super) frames: FrameState,
    /// How the app answers.
    pub(super) rest: Rest,
    pub(super) fence: Fence,
    pub(super) guards: Guards,
    pub(super) calls: Calls,
}

/// The windows of the session.
#[derive(Debug, Default)]
pub(super) struct Windows {
    /// The one that is worked in.
    pub(super) at: String,
    /// The first one, while a tab is worked in.
    pub(super) first: Option<String>,
}

/// What the browser is, and can.
#[derive(Debug)]
pub(super) struct Product {
    /// Name and version.
    name: String,
    pub(super) chromium: bool,
    /// Whether documents have the script before their own.
    pub(super) preloads: bool,
    /// Whether that was asked for.
    pub(super) watched: bool,
}

/// The browser on this machine; all is `None` of a remote one.
#[derive(Debug)]
pub(super) struct BrowserProcess {
    pub(super) driver: Option<Driver>,
    pub(super) pid: Option<i32>,
    /// Where Chromium's debugger listens; the way out of a hang.
    pub(super) debugger: Option<String>,
    /// Where downloads go.
    pub(super) download_dir: Option<std::path::PathBuf>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { product, calls, lost, windows, .. } = self;
        f.debug_struct("Session")
            .field("browser", &product.name)
            .field("window", &windows.at)
            .field("commands", &calls.count)
            .field("lost", lost)
            .finish_non_exhaustive()
    }
}

impl Session {
    /// Starts a driver and a browser with a fresh profile, or opens a session at a remote driver.
    ///
    /// # Errors
    /// [`LaunchError`]: what is missing and how to get it.
    pub async fn open(options: &LaunchOptions) -> Result<Self, LaunchError> {
        let plan = Plan::make(options)?;
        let driver = match &plan.driver_command {
            Some(command) => Some(Driver::start(&options.guard_program, command).await?),
            None => None,
        };
        let url = driver.as_ref().map_or_else(|| plan.url.clone(), |driver| driver.url.clone());
        let profile = driver.as_ref().map(|driver| driver.profile.as_path());
        let capabilities = plan.capabilities(options, profile);
        let client = timeout(OPEN_WITHIN, connect(&url, capabilities))
            .await
            .map_err(|_| LaunchError::Refused { reason: format!("no session after {} s", OPEN_WITHIN.as_secs()) })??;
        let given = client.capabilities().cloned().unwrap_or_default();
        let browser_process = given.get("moz:processID").and_then(Value::as_i64).and_then(|pid| pid.try_into().ok());
        let process = BrowserProcess {
            pid: browser_process.or_else(|| driver.as_ref()?.browser_process()),
            debugger: pointer(&given, "goog:chromeOptions", "debuggerAddress"),
            download_dir: driver.as_ref().map(|driver| Plan::download_dir(options, &driver.profile)),
            driver,
        };
        let product = Product {
            name: format!("{} {}", text(&given, "browserName"), text(&given, "browserVersion")),
            // The options alone say nothing: the client asks every browser for them, and geckodriver answers with what it
            // was asked for.
            chromium: process.debugger.is_some(),
            preloads: false,
            watched: false,
        };
        let mut session = Self {
            client: Some(client),
            product,
            process,
            windows: Windows::default(),
            lost: None,
            drifts: Vec::new(),
            page_timeout: options.page_timeout,
            frames: FrameState::default(),
            rest: Rest::default(),
            fence: Fence::default(),
            guards: Guards::default(),
            calls: Calls::opened(),
        };
        launch::same_major(
            &text(&given, "browserVersion"),
            pointer(&given, "chrome", "chromedriverVersion").as_deref(),
        )?;
        let window = session.send(Command::Window, Instant::now() + OPEN_WITHIN).await;
        let window = window.map_err(|error| LaunchError::Refused { reason: error.to_string() })?;
        window.as_str().unwrap_or_default().clone_into(&mut session.windows.at);
        Ok(session)
    }

    /// How many WebDriver commands were sent, opening the session included. Each is one round trip.
    pub fn commands(&self) -> u64 {
        self.calls.count
    }

    /// Name and version of the browser.
    pub fn browser(&self) -> &str {
        &self.product.name
    }

    /// The browser's profile directory; `None` for a remote driver. It goes with the session.
    pub fn profile(&self) -> Option<&std::path::Path> {
        self.process.driver.as_ref().map(|driver| driver.profile.as_path())
    }

    /// How much memory the browser has for itself, in bytes; `None` for a remote driver, and where there is no `/proc`.
    pub fn memory(&self) -> Option<u64> {
        self.profile().and_then(super::processes::memory)
    }

    /// Why the session cannot be used any more; `None` while it can.
    pub fn lost(&self) -> Option<&str> {
        self.lost.as_deref()
    }

    /// Which `any_of` locators needed a later alternative since this was last asked.
    pub fn take_drifts(&mut self) -> Vec<Drift> {
        std::mem::take(&mut self.drifts)
    }

    /// The commands that were sent since this was last asked; of very many only the last.
    pub fn take_calls(&mut self) -> Vec<Call> {
        self.calls.take()
    }

    /// Ends browser and driver and removes the profile. Takes a few seconds at most, whatever hangs.
    pub async fn close(mut self) {
        let client = self.client.take();
        match self.process.driver.take() {
            Some(driver) => {
                drop(client);
                driver.end().await;
            }
            // Nobody but the remote driver can end a remote browser.
            None => {
                if let Some(client) = client
                    && timeout(Duration::from_secs(5), client.close()).await.is_err()
                {
                    tracing::warn!("the remote driver did not end its session within 5 s");
                }
            }
        }
    }

    pub(super) fn count(&mut self) {
        self.calls.sent();
    }

    pub(super) fn is_chromium(&self) -> bool {
        self.product.chromium
    }

    /// Sends one command. On expiry the command is given up as possibly carried out and the browser is freed.
    ///
    /// A dropped future would not take the command back (fantoccini sends it anyway), so nothing here is cancelled:
    /// the hang is ended at its root.
    pub(super) async fn send(&mut self, command: Command, deadline: Instant) -> Result<Value, CommandError> {
        let (name, effect) = (command.name(), command.effect());
        let Some(client) = self.client.clone().filter(|_| self.lost.is_none()) else {
            let reason = self.lost.clone().unwrap_or_else(|| "it was closed".into());
            return Err(CommandError::Lost { reason, sent: Sent::No });
        };
        self.calls.sent();
        let began = Instant::now();
        let answer = timeout_at(deadline.max(began + self.page_timeout) + GRACE, client.issue_cmd(command)).await;
        self.calls.note(Call { name, took: began.elapsed() });
        match answer {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => {
                let error = understand(name, effect, error);
                // Chromium waits for a page that is being loaded before it does anything in it, and gives up after the time that a
                // page has; whatever comes next would wait as long again.
                if self.is_page_timeout(&error, began) {
                    return Err(self.freed(name, effect, began).await);
                }
                if let Some(closed) = self.back_from_closed_tab(&error, name).await {
                    return Err(closed);
                }
                if let CommandError::Lost { reason, .. } = &error {
                    self.lost = Some(reason.clone());
                }
                Err(error)
            }
            Err(_) => Err(self.freed(name, effect, began).await),
        }
    }
}

impl Session {
    /// Whether the driver gave a command up because the page had its time.
    fn is_page_timeout(&self, error: &CommandError, began: Instant) -> bool {
        let timed_out = matches!(error, CommandError::Rejected { code, .. } if code == "timeout");
        timed_out && began.elapsed() + GRACE > self.page_timeout
    }

    /// Frees the browser of a command that does not end; the error that says so.
    async fn freed(&mut self, command: &'static str, effect: Effect, began: Instant) -> CommandError {
        let waited = began.elapsed();
        tracing::warn!(command, waited_ms = waited.as_millis(), "the browser hangs; freeing it");
        self.rescue().await;
        CommandError::Timeout { command, waited, lost: self.lost.is_some(), sent: effect.sent("") }
    }

    /// The app closed the tab that was worked in: the driver is brought back to the first window, and the command counts as
    /// one that was refused.
    async fn back_from_closed_tab(&mut self, error: &CommandError, command: &'static str) -> Option<CommandError> {
        let CommandError::Lost { reason, sent } = error else { return None };
        let first = self.windows.first.clone().filter(|_| reason.starts_with(CLOSED))?;
        let switch = Command::SwitchWindow { handle: first.clone() };
        self.calls.sent();
        timeout(GRACE, self.client.clone()?.issue_cmd(switch)).await.ok()?.ok()?;
        self.now_in(first);
        let reason = "the app closed the tab; the first window is worked in again".to_owned();
        Some(CommandError::Rejected { command, code: CLOSED.into(), reason, sent: *sent })
    }
}

async fn connect(url: &str, capabilities: Map<String, Value>) -> Result<Client, LaunchError> {
    let mut builder = ClientBuilder::rustls().map_err(|error| LaunchError::Refused { reason: error.to_string() })?;
    builder.capabilities(capabilities).connect(url).await.map_err(launch::refused)
}

fn text(capabilities: &Map<String, Value>, key: &str) -> String {
    capabilities.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn pointer(capabilities: &Map<String, Value>, group: &str, key: &str) -> Option<String> {
    capabilities.get(group)?.get(key)?.as_str().map(str::to_owned)
}

/// Error codes, and openings of an unknown error's message, that mean that there is no session any more.
const GONE: [&str; 5] = ["invalid session id", "no such window", "tab crashed", "disconnected", "session deleted"];

fn understand(command: &'static str, effect: Effect, error: CmdError) -> CommandError {
    let (code, reason, data) = match error {
        CmdError::Standard(answer) => (answer.error.to_string(), answer.message.into_owned(), answer.data),
        // The driver's own error codes are not in fantoccini's table.
        CmdError::NotW3C(value) => {
            let code = value.get("error").and_then(Value::as_str).unwrap_or("unknown error").to_owned();
            let reason = value.get("message").and_then(Value::as_str).map_or_else(|| value.to_string(), str::to_owned);
            (code, reason, None)
        }
        CmdError::NotJson(reason) => return CommandError::Driver { command, reason, sent: effect.sent("") },
        CmdError::Json(error) => {
            return CommandError::Driver { command, reason: error.to_string(), sent: effect.sent("") };
        }
        error => {
            return CommandError::Lost {
                reason: format!("no connection to the driver: {error}"),
                sent: effect.sent(""),
            };
        }
    };
    let sent = effect.sent(&code);
    let reason = reason.lines().next().unwrap_or_default().to_owned();
    if code == "unexpected alert open" {
        let text = data.as_ref().and_then(|data| data.get("text")?.as_str()).unwrap_or_default().to_owned();
        return CommandError::DialogOpen { text, sent };
    }
    // A page's own error may hold any of these words: only the driver's code, or what it cannot classify, counts.
    if GONE.iter().any(|gone| code == *gone || (code == "unknown error" && reason.contains(gone))) {
        return CommandError::Lost { reason: format!("{code}: {reason}"), sent };
    }
    CommandError::Rejected { command, code, reason, sent }
}
