//! Filling controls: one script that types as a user would and reads back; key strokes where that did not do.

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::act_guard::Keep;
use super::answer::{About, Answer, Not};
use super::command::Command;
use super::error::CommandError;
use super::query::Query;
use super::script::DRIFT_AFTER_MS;
use super::session::Session;

/// Keys (W3C WebDriver, section 17.4.2).
pub(super) const BACKSPACE: char = '\u{E003}';
pub(super) const END: char = '\u{E010}';

/// What is filled in.
#[derive(Clone, Copy)]
pub struct FillValue<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it is a secret: then no error shows it, and pictures mask the control.
    pub secret: bool,
    /// Has the field looked at again when a later act is sent.
    pub keep: Option<&'a Keep>,
}

impl std::fmt::Debug for FillValue<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.secret { "a secret" } else { self.text })
    }
}

impl<'a> From<&'a str> for FillValue<'a> {
    fn from(text: &'a str) -> Self {
        Self { text, secret: false, keep: None }
    }
}

#[derive(Debug, Deserialize)]
struct Filled {
    ok: bool,
    found: Option<String>,
    #[serde(default)]
    description: String,
    drift: Option<usize>,
    #[serde(default)]
    keys: bool,
    /// The control writes its content from keys, one by one.
    #[serde(default)]
    driven: bool,
    limit: Option<usize>,
}

/// What stands in a control after its content was selected.
#[derive(Debug, Deserialize)]
struct Selection {
    /// Whether the selection stayed: then the first key replaces it.
    held: bool,
    /// How many characters there are.
    left: usize,
}

impl Session {
    /// Replaces the content of a text control and reads it back. One command if the control is there; with key strokes
    /// as the second try, four.
    ///
    /// # Errors
    /// [`CommandError::ReadBack`] if the control shows something else then; [`CommandError::Missing`] and the like if
    /// there is no such control until the deadline.
    pub async fn fill(&mut self, query: &Query, value: FillValue<'_>, deadline: Instant) -> Result<(), CommandError> {
        let FillValue { text, secret, keep } = value;
        let request = json!({ "op": "fill", "query": query, "value": text, "secret": secret, "keep": keep });
        self.put_in(query, request, value, deadline).await
    }

    /// Runs an operation that writes into a control, then types the text where that did not do.
    pub(super) async fn put_in(
        &mut self,
        query: &Query,
        mut request: Value,
        value: FillValue<'_>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        request["drift_after"] = DRIFT_AFTER_MS.into();
        self.enter(&query.frames, deadline).await?;
        let filled = self.put_in_here(query, request, value, deadline).await;
        self.leave(&query.frames, filled, deadline).await
    }

    async fn put_in_here(
        &mut self,
        query: &Query,
        request: Value,
        value: FillValue<'_>,
        deadline: Instant,
    ) -> Result<(), CommandError> {
        let FillValue { text, secret, .. } = value;
        let Answer { value: mut filled, elements } = self.act_when_there::<Filled>(query, request, deadline).await?;
        self.note_drift(query, filled.drift);
        if filled.keys && !elements.is_empty() {
            let again = match elements.as_slice() {
                [element] => self.type_keys(query, element, value, filled.driven, deadline).await?,
                boxes => self.type_boxes(boxes, value, deadline).await?,
            };
            (filled.ok, filled.found) = (again.ok, again.found);
        }
        if filled.ok {
            return Ok(());
        }
        let expected = (!secret).then(|| text.to_owned());
        Err(CommandError::ReadBack { element: filled.description, expected, found: filled.found, limit: filled.limit })
    }

    async fn type_keys(
        &mut self,
        query: &Query,
        element: &str,
        value: FillValue<'_>,
        driven: bool,
        deadline: Instant,
    ) -> Result<Filled, CommandError> {
        let FillValue { text, secret, keep } = value;
        let about = About::page();
        let select = json!({ "op": "select_content" });
        let selection = self.act::<Selection>(&select, Some(element), true, deadline).await?;
        let Selection { held, left } = selection.map_err(|not| about.error(not))?.value;
        // What does not stay selected is deleted from its end; where it does, a Backspace too many could take away
        // something else (a chip before the field).
        let keys = match (held && !driven, text.is_empty()) {
            (true, true) => BACKSPACE.to_string(),
            (true, false) => text.to_owned(),
            (false, _) => format!("{END}{}{text}", String::from(BACKSPACE).repeat(left)),
        };
        self.send(Command::Type { element: element.to_owned(), text: keys }, deadline).await?;
        let read = json!({ "op": "read_back", "value": text, "secret": secret, "query": query, "keep": keep });
        self.read_back(read, element, deadline).await
    }

    /// Types one character into each of several boxes.
    async fn type_boxes(
        &mut self,
        boxes: &[String],
        value: FillValue<'_>,
        deadline: Instant,
    ) -> Result<Filled, CommandError> {
        let FillValue { text, secret, .. } = value;
        for (element, character) in boxes.iter().zip(text.chars()) {
            let text = character.to_string();
            self.send(Command::Type { element: element.clone(), text }, deadline).await?;
        }
        self.read_back(json!({ "op": "read_back", "value": text, "secret": secret }), &boxes[0], deadline).await
    }

    async fn read_back(&mut self, read: Value, element: &str, deadline: Instant) -> Result<Filled, CommandError> {
        let about = About::page();
        let back = self.act::<Filled>(&read, Some(element), true, deadline).await?.map_err(|not| about.error(not))?;
        Ok(back.value)
    }

    /// Runs an operation that changes a control; while the control is not there or not ready, waits in the page.
    pub(super) async fn act_when_there<T: serde::de::DeserializeOwned>(
        &mut self,
        query: &Query,
        mut request: Value,
        deadline: Instant,
    ) -> Result<Answer<T>, CommandError> {
        let about = About::query(query);
        loop {
            match self.act(&request, None, true, deadline).await? {
                Ok(answer) => return Ok(answer),
                Err(not @ (Not::Query { .. } | Not::Stopped { .. } | Not::Outside { .. } | Not::Unfit { .. }))
                    if Instant::now() >= deadline || !matches!(not, Not::Unfit { .. }) =>
                {
                    return Err(about.error(not));
                }
                Err(not) => {
                    if Instant::now() >= deadline {
                        return Err(about.error(not));
                    }
                    let mut look = request.clone();
                    look["for"] = look["op"].take();
                    look["op"] = "ready".into();
                    self.wait_for::<Value>(look, about, deadline).await?;
                    // What the wait accepted, a later alternative of `any_of` included, is taken now.
                    request["drift_after"] = 0.into();
                }
            }
        }
    }

    /// Runs an operation that only asks, once.
    pub(super) async fn act_now<T: serde::de::DeserializeOwned>(
        &mut self,
        request: Value,
        deadline: Instant,
    ) -> Result<T, CommandError> {
        let about = About::page();
        let answer = self.act(&request, None, false, deadline).await?;
        Ok(answer.map_err(|not| about.error(not))?.value)
    }
}
