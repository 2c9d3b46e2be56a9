//! Files for the app (W3C WebDriver, section 12.5.3: keys sent to a file input are a path).

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answer::{About, Answer};
use super::command::Command;
use super::error::{CommandError, NotActionableReason, Sent};
use super::query::Query;
use super::script::is_stale;
use super::session::Session;

/// The page's answer about a file input.
#[derive(Debug, Deserialize)]
struct FileInput {
    description: String,
    drift: Option<usize>,
    refuses: Option<String>,
}

impl Session {
    /// Puts a file into a file input, replacing what is there, and reads its name back. The input may be hidden, as
    /// most are; a label, button or drop zone that holds exactly one input stands for it. Three commands.
    ///
    /// # Errors
    /// [`CommandError::Rejected`] for a browser that runs on another machine; [`CommandError::NotActionable`] if it is no file input or does not `accept` such a file;
    /// [`CommandError::Rejected`] if the file cannot be read, too; [`CommandError::ReadBack`] if the input does not hold it
    /// then.
    pub async fn upload(&mut self, query: &Query, file: &Path, deadline: Instant) -> Result<(), CommandError> {
        let refused = |reason: String| CommandError::Rejected {
            command: "an upload",
            code: "file".into(),
            reason,
            sent: Sent::No,
        };
        if self.process.driver.is_none() {
            let reason = "the browser runs elsewhere, and a path of this machine says nothing there; use a browser on this machine";
            return Err(refused(reason.to_owned()));
        }
        let unreadable = |error: std::io::Error| refused(format!("{}: {error}", file.display()));
        let path = tokio::fs::canonicalize(file).await.map_err(unreadable)?;
        if !tokio::fs::metadata(&path).await.map_err(unreadable)?.is_file() {
            return Err(refused(format!("{} is no file", file.display())));
        }
        // Its own name, not that of what a link leads to: the app sees the path that is typed.
        let (Some(path), Some(name)) = (path.to_str(), path.file_name().and_then(|name| name.to_str())) else {
            return Err(refused(format!("the path {} is not UTF-8", path.display())));
        };
        self.enter(&query.frames, deadline).await?;
        let uploaded = self.upload_here(query, path, name, deadline).await;
        self.leave(&query.frames, uploaded, deadline).await
    }

    async fn upload_here(
        &mut self,
        query: &Query,
        path: &str,
        name: &str,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let about = About::query(query);
        let request = json!({ "op": "file", "query": query, "name": name });
        let Answer { value: input, elements } = self.wait_for::<FileInput>(request, about, deadline).await?;
        self.note_drift(query, input.drift);
        if let Some(why) = input.refuses {
            let reason = NotActionableReason::Unfit { why };
            return Err(CommandError::NotActionable {
                element: input.description,
                reason,
                waited: about.started.elapsed(),
            });
        }
        let Some(element) = elements.into_iter().next() else { return Ok(()) };
        self.send(Command::Type { element: element.clone(), text: path.to_owned() }, deadline).await?;
        let request = json!({ "op": "uploaded", "query": query, "name": name });
        let back = match self.wait::<Value>(request.clone(), Some(&element), about, deadline).await {
            // The app took the file and drew a new input: what the old one held was noted on the page.
            Err(error) if is_stale(&error) => self.wait::<Value>(request, None, about, deadline).await?,
            other => other?,
        };
        match back {
            Ok(_) => Ok(()),
            Err(super::answer::Not::Unchosen { found, .. }) => Err(CommandError::ReadBack {
                element: input.description,
                expected: Some(name.to_owned()),
                found: Some(found),
                limit: None,
            }),
            Err(not) => Err(about.error(not)),
        }
    }
}
