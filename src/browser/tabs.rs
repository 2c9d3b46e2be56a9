//! Tabs and windows besides the one that is worked in: followed where a step says so, named and closed otherwise.
//!
//! Chromium tells about them over its debugger's own HTTP address, which costs no WebDriver command. Elsewhere (Firefox, a
//! remote driver) the driver is asked, one command and three more for each tab that there is.

use std::fmt;
use std::sync::LazyLock;
use std::time::Duration;

use serde::Deserialize;
use tokio::time::{Instant, sleep};
use url::Url;

use super::command::Command;
use super::error::{CLOSED, CommandError};
use super::session::Session;

/// How long the debugger may take for an answer.
const ANSWER: Duration = Duration::from_secs(3);

/// How long is waited between two looks for a tab that is about to open.
const LOOK: Duration = Duration::from_millis(50);

/// The debugger listens on this machine; a proxy of the environment has no business here, nor have certificates. No
/// connection is kept: its runtime may end before this does.
static DEBUGGER: LazyLock<Option<reqwest::Client>> = LazyLock::new(|| {
    let http = reqwest::Client::builder().no_proxy().tls_certs_only([]);
    http.timeout(ANSWER).pool_max_idle_per_host(0).build().ok()
});

/// A tab or window that is not the one worked in. Shown by title and path: a query may hold what nobody should read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    handle: String,
    /// Its URL; `about:blank` while it has none.
    pub url: String,
    /// Its title; may be empty.
    pub title: String,
}

impl fmt::Display for Tab {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = Url::parse(&self.url).map(|url| url.path().to_owned()).unwrap_or_default();
        // Chromium's title of a page without one is its address.
        let titled = !self.title.is_empty() && !self.url.contains(self.title.as_str());
        if titled { write!(f, "\"{}\" at {place}", self.title) } else { write!(f, "a page at {place}") }
    }
}

/// What the debugger says of a target.
#[derive(Debug, Deserialize)]
struct Target {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    title: String,
}

/// Pages of the browser itself are none of the app's.
const OWN_PAGES: [&str; 4] = ["chrome:", "chrome-untrusted:", "chrome-extension:", "devtools:"];

impl Session {
    /// The tabs besides the first window and the tab that is worked in. No command in a Chromium on this machine.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn other_tabs(&mut self, deadline: Instant) -> Result<Vec<Tab>, CommandError> {
        match self.tabs_without_command().await {
            Some(tabs) => Ok(tabs),
            None => self.tabs_by_commands(deadline).await,
        }
    }

    /// As [`Session::other_tabs`]; `None` where that would cost a command.
    pub async fn tabs_without_command(&self) -> Option<Vec<Tab>> {
        let debugger =
            self.process.debugger.as_deref().filter(|_| self.process.driver.is_some() && self.lost.is_none())?;
        let answer = DEBUGGER.as_ref()?.get(format!("http://{debugger}/json/list")).send().await.ok()?;
        let targets: Vec<Target> = answer.json().await.ok()?;
        let pages = targets.into_iter().filter(|target| {
            let own = OWN_PAGES.iter().any(|scheme| target.url.starts_with(scheme));
            target.kind == "page" && !own && !self.is_worked_in(&target.id)
        });
        Some(pages.map(|Target { id, url, title, .. }| Tab { handle: id, url, title }).collect())
    }

    /// Waits for the one tab that was opened since `known` were all, and goes on in it. `None`: no tab was opened.
    ///
    /// # Errors
    /// [`CommandError::NotReady`] if more than one was; else if the browser does not answer.
    pub async fn follow_new_tab(&mut self, known: &[Tab], deadline: Instant) -> Result<Option<Tab>, CommandError> {
        let started = Instant::now();
        loop {
            let tabs = self.other_tabs(deadline).await?;
            let new: Vec<Tab> =
                tabs.into_iter().filter(|tab| known.iter().all(|old| old.handle != tab.handle)).collect();
            match new.as_slice() {
                [] if Instant::now() >= deadline => return Ok(None),
                [] => sleep(LOOK).await,
                [tab] => {
                    let tab = tab.clone();
                    self.go_to_window(tab.handle.clone(), deadline).await?;
                    self.watch_documents(deadline).await;
                    return Ok(Some(tab));
                }
                several => {
                    let shown = several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                    let why = format!("{} tabs were opened where one was expected: {shown}", several.len());
                    return Err(CommandError::NotReady { why, waited: started.elapsed() });
                }
            }
        }
    }

    /// Whether a tab is worked in, and not the first window.
    pub fn in_tab(&self) -> bool {
        self.windows.first.is_some()
    }

    /// Goes back to the first window; the tab that was worked in is closed if the app has not done so. No command where
    /// the first window is worked in, two otherwise.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn leave_tab(&mut self, deadline: Instant) -> Result<(), CommandError> {
        let Some(first) = self.windows.first.clone() else { return Ok(()) };
        match self.send(Command::CloseWindow, deadline).await {
            // The app was quicker, and this is the first window.
            Err(error) if is_closed_tab(&error) => return Ok(()),
            closed => closed?,
        };
        self.go_to_window(first, deadline).await
    }

    /// Closes the tabs that [`Session::other_tabs`] named.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn close_tabs(&mut self, tabs: &[Tab], deadline: Instant) -> Result<(), CommandError> {
        let debugger = self.process.debugger.clone().filter(|_| self.process.driver.is_some());
        let back = self.windows.at.clone();
        for tab in tabs {
            if let (Some(debugger), Some(http)) = (&debugger, &*DEBUGGER) {
                let closed = http.get(format!("http://{debugger}/json/close/{}", tab.handle)).send().await;
                if closed.is_ok_and(|answer| answer.status().is_success()) {
                    continue;
                }
            }
            self.send(Command::SwitchWindow { handle: tab.handle.clone() }, deadline).await?;
            self.send(Command::CloseWindow, deadline).await?;
            self.send(Command::SwitchWindow { handle: back.clone() }, deadline).await?;
        }
        Ok(())
    }

    async fn tabs_by_commands(&mut self, deadline: Instant) -> Result<Vec<Tab>, CommandError> {
        let handles = self.send(Command::Windows, deadline).await?;
        let handles: Vec<String> = serde_json::from_value(handles).unwrap_or_default();
        let back = self.windows.at.clone();
        let others: Vec<String> = handles.into_iter().filter(|handle| !self.is_worked_in(handle)).collect();
        let mut tabs = Vec::new();
        for handle in others {
            self.send(Command::SwitchWindow { handle: handle.clone() }, deadline).await?;
            let location = self.location(deadline).await;
            self.send(Command::SwitchWindow { handle: back.clone() }, deadline).await?;
            let (url, title) = location.map(|location| (location.url, location.title)).unwrap_or_default();
            tabs.push(Tab { handle, url, title });
        }
        Ok(tabs)
    }

    fn is_worked_in(&self, handle: &str) -> bool {
        self.windows.at == handle || self.windows.first.as_deref() == Some(handle)
    }

    async fn go_to_window(&mut self, handle: String, deadline: Instant) -> Result<(), CommandError> {
        self.send(Command::SwitchWindow { handle: handle.clone() }, deadline).await?;
        self.now_in(handle);
        Ok(())
    }

    /// Notes which window the driver is in. Whatever frames it was in, it is in none now.
    pub(super) fn now_in(&mut self, handle: String) {
        let before = std::mem::replace(&mut self.windows.at, handle);
        let first = self.windows.first.take().unwrap_or(before);
        self.windows.first = (first != self.windows.at).then_some(first);
        self.frames.stuck = false;
        self.frames.entered.clear();
    }
}

/// Whether a command met a tab that the app had closed; the first window is worked in again.
pub(super) fn is_closed_tab(error: &CommandError) -> bool {
    matches!(error, CommandError::Rejected { code, .. } if code == CLOSED)
}

#[cfg(test)]
mod tests {
    use super::Tab;

    fn shown(url: &str, title: &str) -> String {
        Tab { handle: "1".into(), url: url.into(), title: title.into() }.to_string()
    }

    #[test]
    fn a_tab_is_named_without_its_query() {
        assert_eq!(shown("https://x.example/admin?token=1", "Admin"), "\"Admin\" at /admin");
        assert_eq!(shown("https://x.example/admin?token=1", "x.example/admin?token=1"), "a page at /admin");
        assert_eq!(shown("about:blank", ""), "a page at blank");
    }
}
