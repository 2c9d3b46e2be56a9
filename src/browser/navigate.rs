//! Where the browser is.

use serde::Deserialize;
use serde_json::json;
use tokio::time::Instant;
use url::Url;

use super::command::Command;
use super::error::CommandError;
use super::session::Session;

/// Where the top document is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Location {
    /// Its URL.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The status that it was answered with, where the browser tells (Navigation Timing Level 2, `responseStatus`).
    pub status: Option<u16>,
}

impl Session {
    /// Loads a page and waits until its document is parsed. One command; with the first page of a session, one more.
    ///
    /// # Errors
    /// [`CommandError::Rejected`] with the driver's words if the page cannot be loaded (`net::ERR_…`) or takes longer
    /// than the page timeout of the launch options.
    pub async fn goto(&mut self, url: &Url, deadline: Instant) -> Result<(), CommandError> {
        self.watch_from_the_first(deadline).await;
        self.send(Command::Goto { url: url.to_string() }, deadline).await.map(|_| ())
    }

    /// Leaves the document for an empty one, so that whatever is loaded next is loaded anew. One command.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn leave_page(&mut self, deadline: Instant) -> Result<(), CommandError> {
        self.send(Command::Goto { url: "about:blank".to_owned() }, deadline).await.map(|_| ())
    }

    /// URL and title of the top document. One command.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn location(&mut self, deadline: Instant) -> Result<Location, CommandError> {
        self.act_now(json!({ "op": "locate" }), deadline).await
    }
}
