//! One-time codes: all but the last character are put in, then the last is typed, which may submit the code and take the
//! page away.

use serde::Deserialize;
use serde_json::json;
use tokio::time::Instant;

use super::answer::{About, Answer};
use super::command::Command;
use super::error::{CommandError, Sent};
use super::fill::{BACKSPACE, END};
use super::query::Query;
use super::script::{DRIFT_AFTER_MS, ended_by_navigation};
use super::session::Session;

/// What is left of a code that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedCode {
    /// The field holds the whole code.
    Stands,
    /// The field, or what was in it, went away with the last character: the app took the code by itself.
    Gone,
}

#[derive(Debug, Deserialize)]
struct Begun {
    /// All but the last character stand there.
    held: bool,
    description: String,
    drift: Option<usize>,
}

/// How many characters of the code the field holds; `None` if it holds something else.
#[derive(Debug, Deserialize)]
struct Held {
    stands: Option<usize>,
}

impl Session {
    /// Types a one-time code into a text control, or into as many boxes as it has characters (`query` finds the first or
    /// what holds them). The last character is always a key stroke of its own, sent once and only if all others stand
    /// there: it may submit the code. Three commands if the control is there; where the control takes key strokes only,
    /// two more, and one more for each box.
    ///
    /// # Errors
    /// [`CommandError::ReadBack`], without the code, if the control does not take it; then nothing was submitted as far as
    /// the page shows. Else as [`Session::fill`].
    pub async fn type_code(&mut self, query: &Query, code: &str, deadline: Instant) -> Result<TypedCode, CommandError> {
        self.enter(&query.frames, deadline).await?;
        let typed = self.type_code_here(query, code, deadline).await;
        self.leave(&query.frames, typed, deadline).await
    }

    async fn type_code_here(
        &mut self,
        query: &Query,
        code: &str,
        deadline: Instant,
    ) -> Result<TypedCode, CommandError> {
        let request = json!({ "op": "code", "query": query, "value": code, "drift_after": DRIFT_AFTER_MS });
        let Answer { value: begun, elements: fields } = self.act_when_there::<Begun>(query, request, deadline).await?;
        self.note_drift(query, begun.drift);
        let not_taken =
            || CommandError::ReadBack { element: begun.description.clone(), expected: None, found: None, limit: None };
        let (Some(first), Some(last_field)) = (fields.first(), fields.last()) else { return Err(not_taken()) };
        let Some((at, last)) = code.char_indices().last() else { return Err(not_taken()) };
        let all_but_last = code.chars().count() - 1;
        if !begun.held {
            self.type_each(&fields, &code[..at], deadline).await?;
            let held = self.code_stands(first, code, deadline).await?;
            if held != Some(all_but_last) {
                return Err(not_taken());
            }
        }
        let key = Command::Type { element: last_field.clone(), text: last.to_string() };
        match self.send(key, deadline).await {
            Ok(_) => {}
            Err(error @ CommandError::Rejected { .. })
                if error.sent() == Sent::Maybe && ended_by_navigation(&error) =>
            {
                return Ok(TypedCode::Gone);
            }
            Err(error) => return Err(error),
        }
        match self.code_stands(first, code, deadline).await {
            Ok(Some(stands)) if stands == all_but_last => Err(not_taken()),
            Ok(Some(stands)) if stands == all_but_last + 1 => Ok(TypedCode::Stands),
            Ok(_) | Err(CommandError::Driver { .. }) => Ok(TypedCode::Gone),
            Err(error) if ended_by_navigation(&error) => Ok(TypedCode::Gone),
            Err(error) => Err(error),
        }
    }

    /// Types characters into boxes, one into each, or all into the only field.
    async fn type_each(&mut self, fields: &[String], text: &str, deadline: Instant) -> Result<(), CommandError> {
        if let [field] = fields {
            // What a script could not take away may still stand there.
            let keys = format!("{END}{}{text}", String::from(BACKSPACE).repeat(text.len()));
            self.send(Command::Type { element: field.clone(), text: keys }, deadline).await?;
            return Ok(());
        }
        for (field, character) in fields.iter().zip(text.chars()) {
            self.send(Command::Type { element: field.clone(), text: character.to_string() }, deadline).await?;
        }
        Ok(())
    }

    async fn code_stands(&mut self, field: &str, code: &str, deadline: Instant) -> Result<Option<usize>, CommandError> {
        let request = json!({ "op": "code_stands", "value": code });
        let held = self.act::<Held>(&request, Some(field), false, deadline).await?;
        Ok(held.map_err(|not| About::page().error(not))?.value.stands)
    }
}
