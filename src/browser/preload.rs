//! What runs in every document before its own scripts, in browsers that can have that done.

use tokio::time::Instant;

use super::command::Command;
use super::page_script::PRELOAD;
use super::session::Session;

/// Has a script run in every document of the window before those of the document itself.
pub(super) fn preload() -> Command {
    let parameters = serde_json::json!({ "source": *PRELOAD });
    Command::DevTools { method: "Page.addScriptToEvaluateOnNewDocument", parameters }
}

impl Session {
    /// Has every document watched from before its first script, where the browser can (over its debugger's protocol).
    /// Elsewhere a document is watched from the first look on. One command.
    pub(super) async fn watch_documents(&mut self, deadline: Instant) {
        if !self.is_chromium() {
            return;
        }
        match self.send(preload(), deadline).await {
            Ok(_) => self.product.preloads = true,
            Err(error) => tracing::debug!(%error, "documents are watched from the first look on only"),
        }
    }
}
