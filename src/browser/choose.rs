//! Choosing an option: of a native select in one script, of anything else by clicks.

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::command::Command;
use super::error::CommandError;
use super::query::{Matcher, Query};
use super::script::{About, Answer, DRIFT_AFTER_MS};
use super::session::Session;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Way {
    /// It was set, or was so already.
    Set,
    /// This option is to be clicked.
    Click,
    /// A list has to be opened first.
    Open,
}

#[derive(Debug, Deserialize)]
struct Choice {
    kind: Way,
    description: String,
    drift: Option<usize>,
    #[serde(default)]
    ok: bool,
    found: Option<String>,
    #[serde(default)]
    open: bool,
}

impl Session {
    /// Chooses an option by its text and reads the choice back. One command for a native select (of a multiple one the
    /// option is added); three for a radio group or a list box; five for a combo box or a menu, which is opened first.
    ///
    /// # Errors
    /// [`CommandError::NoOption`] with the nearest options; [`CommandError::ReadBack`]; else as [`Session::fill`].
    pub async fn choose(&mut self, query: &Query, option: &Matcher, deadline: Instant) -> Result<(), CommandError> {
        self.enter(&query.frames, deadline).await?;
        let chosen = self.choose_here(query, option, deadline).await.map_err(|error| named(error, option));
        self.leave(&query.frames, chosen, deadline).await
    }

    async fn choose_here(&mut self, query: &Query, option: &Matcher, deadline: Instant) -> Result<(), CommandError> {
        let request = json!({ "op": "choose", "query": query, "option": option, "drift_after": DRIFT_AFTER_MS });
        let answer: Answer<Choice> = self.act_when_there(query, request, deadline).await?;
        self.note_drift(query, answer.value.drift);
        let mut elements = answer.elements.into_iter();
        match answer.value.kind {
            Way::Set if answer.value.ok => return Ok(()),
            Way::Set => {
                let Choice { description: element, found, .. } = answer.value;
                return Err(CommandError::ReadBack { element, expected: Some(String::new()), found, limit: None });
            }
            Way::Click => {}
            Way::Open => {
                if let (false, Some(element)) = (answer.value.open, elements.next()) {
                    self.send(Command::Click { element }, deadline).await?;
                }
                let request = json!({ "op": "option", "query": query, "option": option });
                let listed: Answer<Value> = self.wait_for(request, About::query(query), deadline).await?;
                elements = listed.elements.into_iter();
            }
        }
        let (clicked, marked) = (elements.next(), elements.next());
        if let Some(element) = clicked {
            self.send(Command::Click { element }, deadline).await?;
        }
        let about = About::query(query);
        let request = json!({ "op": "choice", "query": query, "option": option });
        match self.wait::<Value>(request.clone(), marked.as_deref(), about, deadline).await {
            // The list was taken away with its options: ask the control alone.
            Err(CommandError::Rejected { code, .. }) if code == "stale element reference" => {
                self.wait_for::<Value>(request, about, deadline).await.map(|_| ())
            }
            Err(error) => Err(error),
            Ok(outcome) => outcome.map(|_| ()).map_err(|not| about.error(not)),
        }
    }
}

/// Puts the option's text into an error of the page, which does not repeat it.
fn named(error: CommandError, wanted: &Matcher) -> CommandError {
    match error {
        CommandError::NoOption { element, count, options, waited, .. } => {
            CommandError::NoOption { element, option: wanted.to_string(), count, options, waited }
        }
        CommandError::ReadBack { element, found, limit, .. } => {
            CommandError::ReadBack { element, expected: Some(wanted.to_string()), found, limit }
        }
        other => other,
    }
}
