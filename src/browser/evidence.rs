//! The page as it may be shown to others.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::command::Command;
use super::error::{CommandError, Sent};
use super::point::Rect;
use super::session::Session;

/// How a picture is written, where the browser can; PNG otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// WebP: the smallest of them, for what is kept.
    Webp,
    /// JPEG: for what is sent, since everything shows it.
    Jpeg,
}

/// A picture of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file's content.
    pub bytes: Vec<u8>,
    /// `webp`, `jpeg` or `png`.
    pub format: &'static str,
}

#[derive(Deserialize)]
struct Dom {
    html: String,
}

impl Session {
    /// A picture of the window: in that format where the browser can, since that is a quarter of the size, else PNG. Controls that
    /// hold secrets are blackened while it is taken; `outline` is framed in red. Without `text`, every character is drawn
    /// as a square, and pictures of the page are left out. Three commands.
    ///
    /// # Errors
    /// [`CommandError`]. No picture is taken if the mask fails; the mask is taken off even if the picture fails.
    pub async fn screenshot(
        &mut self,
        outline: Option<Rect>,
        text: bool,
        format: PictureFormat,
        deadline: Instant,
    ) -> Result<Picture, CommandError> {
        self.act_now::<Value>(json!({ "op": "mask", "outline": outline, "text": text }), deadline).await?;
        let (command, format) = if self.is_chromium() {
            let (name, quality) = match format {
                PictureFormat::Webp => ("webp", 80),
                PictureFormat::Jpeg => ("jpeg", 60),
            };
            let parameters = json!({ "format": name, "quality": quality, "optimizeForSpeed": true });
            (Command::DevTools { method: "Page.captureScreenshot", parameters }, name)
        } else {
            (Command::Screenshot, "png")
        };
        let picture = self.send(command, deadline).await;
        let unmasked = self.act_now::<Value>(json!({ "op": "unmask" }), deadline).await;
        let sense = |reason: String| CommandError::Driver { command: "taking a picture", reason, sent: Sent::No };
        let picture = picture?;
        unmasked?;
        let text =
            picture.as_str().or_else(|| picture.get("data")?.as_str()).ok_or_else(|| sense("no picture".into()))?;
        let bytes = STANDARD.decode(text).map_err(|error| sense(error.to_string()))?;
        Ok(Picture { bytes, format })
    }

    /// The document as HTML with the content of its controls; secrets, hidden inputs and scripts are left out. With
    /// `words`, every word of its texts that is not among them stands between U+E000 and U+E001. One command.
    ///
    /// # Errors
    /// [`CommandError`], if the browser does not answer.
    pub async fn dom(&mut self, words: Option<&BTreeSet<String>>, deadline: Instant) -> Result<String, CommandError> {
        let Dom { html } = self.act_now(json!({ "op": "dom", "words": words }), deadline).await?;
        Ok(html)
    }
}
