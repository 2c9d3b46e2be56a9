//! The ways out of a hang, mildest first. None of them goes through the command queue, which stands still.

use std::time::Duration;

use serde_json::Value;
use tokio::time::timeout;

use super::command::Command;
use super::processes;
use super::session::Session;

/// How long one step of a rescue may take.
const STEP: Duration = Duration::from_secs(3);

impl Session {
    /// Ends whatever hangs. Afterwards the session is on an empty page with its cookies, or [`Session::lost`].
    ///
    /// Measured: ending the session (`DELETE`) waits behind the hang; closing the hanging window over the debugger's
    /// own HTTP address ends it and keeps browser and cookies.
    pub(super) async fn rescue(&mut self) {
        if let Some(window) = self.replace_window().await {
            self.windows.at = window;
            // Directly, like everything here: whoever waits for a command may be what is being rescued.
            if let (Some(client), true) = (self.client.clone(), self.is_chromium()) {
                self.count();
                let preload = super::preload::preload(&self.fence.to_json());
                if let Ok(Ok(added)) = timeout(STEP, client.issue_cmd(preload)).await {
                    self.fence.script = super::preload::identifier(&added);
                }
            }
            return;
        }
        self.lost = Some("it hung and had to be ended".into());
        // The hung command ends with its browser, and the driver stays healthy for its own clean-up.
        if let Some(pid) = self.process.pid {
            processes::kill(pid);
        }
        self.client = None;
        if let Some(driver) = self.process.driver.take() {
            driver.end().await;
        }
    }

    async fn replace_window(&mut self) -> Option<String> {
        let debugger = self.process.debugger.as_deref()?;
        // The debugger listens on this machine; a proxy of the environment has no business here, nor have
        // certificates.
        let http = reqwest::Client::builder().no_proxy().tls_certs_only([]).timeout(STEP).build().ok()?;
        let new = http.put(format!("http://{debugger}/json/new?about:blank")).send().await.ok()?;
        let new: Value = new.json().await.ok()?;
        let window = new.get("id")?.as_str()?.to_owned();
        http.get(format!("http://{debugger}/json/close/{}", self.windows.at))
            .send()
            .await
            .ok()?
            .error_for_status()
            .ok()?;
        // Waits in the queue behind the command that hung: its answer proves that the hang is over.
        let client = self.client.clone()?;
        let switch = Command::SwitchWindow { handle: window.clone() };
        self.count();
        timeout(STEP, client.issue_cmd(switch)).await.ok()?.ok()?;
        Some(window)
    }
}
