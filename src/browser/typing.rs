//! Text that is typed key by key by the driver, into controls that take nothing else.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answer::{About, Answer};
use super::command::Command;
use super::error::CommandError;
use super::fill::{BACKSPACE, END, FillValue};
use super::keys::keystroke;
use super::query::Query;
use super::script::DRIFT_AFTER_MS;
use super::session::Session;

/// How long a control of sections may take to move on after a key.
const MOVES_WITHIN: Duration = Duration::from_millis(500);

/// A control that has the focus, its content selected.
#[derive(Debug, Deserialize)]
struct Begun {
    description: String,
    drift: Option<usize>,
    /// It is made of sections, each an element of its own.
    sections: bool,
    /// Whether the selection stayed: then one key deletes it.
    held: bool,
    left: usize,
    /// Whether it holds letters or digits: a mask alone counts as empty.
    filled: bool,
}

#[derive(Debug, Deserialize)]
struct Left {
    left: usize,
    filled: bool,
}

#[derive(Debug, Deserialize)]
struct Shown {
    ok: bool,
    found: Option<String>,
}

impl Session {
    /// Types a text key by key into a text control, or into one that is made of sections which move on by themselves (a
    /// date of three parts). What stands there is selected and deleted first, with keys, too. Three commands for an empty
    /// control, at most six.
    ///
    /// The control must then show every character that was typed, in order; it may add signs of a mask, and no letter or
    /// digit. `reads` says what it shows instead, where an app writes it differently.
    ///
    /// # Errors
    /// As [`Session::fill`]; [`CommandError::Rejected`] for a text that keys cannot write.
    pub async fn type_text(
        &mut self,
        query: &Query,
        value: FillValue<'_>,
        reads: Option<&str>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        self.enter(&query.frames, deadline).await?;
        let typed = self.type_text_here(query, value, reads, deadline).await;
        self.leave(&query.frames, typed, deadline).await
    }

    async fn type_text_here(
        &mut self,
        query: &Query,
        value: FillValue<'_>,
        reads: Option<&str>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let FillValue { text, secret, .. } = value;
        let request =
            json!({ "op": "typing", "query": query, "value": text, "secret": secret, "drift_after": DRIFT_AFTER_MS });
        let Answer { value: begun, elements } = self.act_when_there::<Begun>(query, request, deadline).await?;
        self.note_drift(query, begun.drift);
        let not_shown = |found| CommandError::ReadBack {
            element: begun.description.clone(),
            expected: (!secret).then(|| reads.unwrap_or(text).to_owned()),
            found,
            limit: None,
        };
        let Some(element) = elements.first() else { return Err(not_shown(None)) };
        if begun.sections {
            self.type_into_sections(&elements, text, deadline).await?;
        } else {
            self.empty_by_keys(element, &begun, deadline).await?;
            if !text.is_empty() {
                self.send(Command::Type { element: element.clone(), text: text.to_owned() }, deadline).await?;
            }
        }
        let read = json!({ "op": "read_typed", "value": text, "secret": secret, "reads": reads, "query": query, "keep": value.keep });
        let shown = self.act::<Shown>(&read, Some(element), true, deadline).await?;
        let shown = shown.map_err(|not| About::page().error(not))?.value;
        if shown.ok { Ok(()) } else { Err(not_shown(shown.found)) }
    }

    /// A key of its own replaces what a section holds, and the next section gets the focus when one is full; some apps
    /// need a moment for that. Two commands for each key.
    async fn type_into_sections(
        &mut self,
        sections: &[String],
        text: &str,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        if text.is_empty() {
            for section in sections {
                let keys = String::from(BACKSPACE).repeat(4);
                self.send(Command::Type { element: section.clone(), text: keys }, deadline).await?;
            }
        }
        for character in text.chars() {
            self.send(Command::Actions { actions: keystroke(character) }, deadline).await?;
            let soon = deadline.min(Instant::now() + MOVES_WITHIN);
            let moved = self.wait::<Value>(json!({ "op": "moved_on" }), None, About::page(), soon).await?;
            if moved.is_err() {
                tracing::debug!("a control of sections is still at work after a key");
            }
        }
        Ok(())
    }

    async fn empty_by_keys(&mut self, element: &str, begun: &Begun, deadline: Instant) -> Result<(), CommandError> {
        if !begun.filled && begun.left == 0 {
            return Ok(());
        }
        let mut left = begun.left;
        if begun.held {
            self.send(Command::Type { element: element.to_owned(), text: BACKSPACE.to_string() }, deadline).await?;
            let after = self.act::<Left>(&json!({ "op": "left_typed" }), Some(element), false, deadline).await?;
            let after = after.map_err(|not| About::page().error(not))?.value;
            if !after.filled {
                return Ok(());
            }
            left = after.left;
        }
        // A Backspace took away one character only.
        let keys = format!("{END}{}", String::from(BACKSPACE).repeat(left));
        self.send(Command::Type { element: element.to_owned(), text: keys }, deadline).await.map(|_| ())
    }
}
