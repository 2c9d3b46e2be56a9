//! What runs in every document before its own scripts, in browsers that can have that done: it watches the document, and
//! keeps it where the app lives.

use serde_json::{Value, json};
use tokio::time::Instant;

use super::command::Command;
use super::error::CommandError;
use super::page_script;
use super::session::Session;
use crate::recipe::OriginPattern;

/// Has a script run in every document of the window before those of the document itself.
pub(super) fn preload(origins: &Value) -> Command {
    let parameters = json!({ "source": page_script::preload(origins) });
    Command::DevTools { method: "Page.addScriptToEvaluateOnNewDocument", parameters }
}

/// By which a script is taken out again that [`preload`] has put in.
pub(super) fn identifier(added: &Value) -> Option<String> {
    added.get("identifier").and_then(Value::as_str).map(str::to_owned)
}

impl Session {
    /// From now on nothing is looked at, typed or sent outside of these origins (none: everywhere is the app). A document of
    /// another origin is stopped before its first script, where the browser can, and never looked at; what would leave for
    /// another one is held back (the `navigate` event of HTML, section 7.2.7.4; CSP Level 3, section 6.4.1, `form-action`);
    /// and whatever is asked next fails with [`CommandError::Outside`]. Two commands where other origins were in force.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn stay_on(&mut self, origins: &[OriginPattern], deadline: Instant) -> Result<(), CommandError> {
        if self.fence.origins == origins {
            return Ok(());
        }
        origins.clone_into(&mut self.fence.origins);
        if let Some(script) = self.fence.script.take() {
            let method = "Page.removeScriptToEvaluateOnNewDocument";
            self.send(Command::DevTools { method, parameters: json!({ "identifier": script }) }, deadline).await?;
            self.watch_documents(deadline).await;
        }
        Ok(())
    }

    /// Has every document of the window watched from before its first script, where the browser can (over its debugger's
    /// protocol). Elsewhere a document is watched from the first look on. One command.
    pub(super) async fn watch_documents(&mut self, deadline: Instant) {
        if !self.is_chromium() {
            return;
        }
        match self.send(preload(&self.fence.to_json()), deadline).await {
            Ok(added) => {
                self.product.preloads = true;
                if self.windows.first.is_none() {
                    self.fence.script = identifier(&added);
                }
            }
            Err(error) => tracing::debug!(%error, "documents are watched from the first look on only"),
        }
    }

    /// The same before the first document of the session, when it is known where the app lives.
    pub(super) async fn watch_from_the_first(&mut self, deadline: Instant) {
        if !std::mem::replace(&mut self.product.watched, true) {
            self.watch_documents(deadline).await;
        }
    }
}
