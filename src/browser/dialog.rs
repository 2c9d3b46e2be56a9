//! Native dialogs: `alert`, `confirm`, `prompt` (W3C WebDriver, section 16). They are the step's business; nothing
//! else works while one is open.

use serde_json::Value;
use tokio::time::Instant;

use super::command::Command;
use super::error::CommandError;
use super::session::Session;

impl Session {
    /// The text of the dialog that is open, or `None`. One command.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn dialog_text(&mut self, deadline: Instant) -> Result<Option<String>, CommandError> {
        match self.send(Command::AlertText, deadline).await {
            Ok(value) => Ok(Some(value.as_str().unwrap_or_default().to_owned())),
            Err(CommandError::Rejected { code, .. }) if code == "no such alert" => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Puts a text into the prompt that is open; accept it then. One command.
    ///
    /// # Errors
    /// [`CommandError::Rejected`] if none is open, or if it takes no text.
    pub async fn answer_dialog(&mut self, text: &str, deadline: Instant) -> Result<(), CommandError> {
        self.send(Command::TypeAlert { text: text.to_owned() }, deadline).await.map(|_: Value| ())
    }

    /// Accepts the dialog that is open. One command.
    ///
    /// # Errors
    /// [`CommandError::Rejected`] if none is open.
    pub async fn accept_dialog(&mut self, deadline: Instant) -> Result<(), CommandError> {
        self.send(Command::AcceptAlert, deadline).await.map(|_: Value| ())
    }

    /// Dismisses the dialog that is open. One command.
    ///
    /// # Errors
    /// [`CommandError::Rejected`] if none is open.
    pub async fn dismiss_dialog(&mut self, deadline: Instant) -> Result<(), CommandError> {
        self.send(Command::DismissAlert, deadline).await.map(|_: Value| ())
    }
}
