//! Runs the page's script: one operation at once, or a wait in slices until a deadline.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::Instant;

use super::answer::{About, Answer, Not, Said};
use super::command::{Command, ELEMENT_KEY};
use super::error::CLOSED;
use super::error::{CommandError, Sent};
use super::page_script::{ABSENT, ACT, Call, WAIT};
use super::session::Session;
use super::tabs::is_closed_tab;

/// The longest wait in one call: far below the driver's script timeout, so that the page's own timer ends it.
const SLICE: Duration = Duration::from_secs(3);

/// How long a later alternative of `any_of` is held back in case that the first one is about to appear, in milliseconds.
pub(super) const DRIFT_AFTER_MS: u64 = 700;

impl Session {
    /// Runs an operation once. `Ok(Err(_))`: the page says why not.
    pub(super) async fn act<T: DeserializeOwned>(
        &mut self,
        request: &Value,
        element: Option<&str>,
        acts: bool,
        deadline: Instant,
    ) -> Result<Result<Answer<T>, Not>, CommandError> {
        self.return_to_top(deadline).await?;
        let mut request = request.clone();
        self.say_where(&mut request);
        loop {
            let value = match self.call(&ACT, &request, element, false, acts, deadline).await {
                // A question is asked again in the first window.
                Err(error) if !acts && is_closed_tab(&error) && element.is_none() => continue,
                value => value?,
            };
            if let Some(said) = self.said(value, acts, deadline).await? {
                match self.click_made_good(said, &mut request, deadline).await? {
                    Some(said) => return Ok(said),
                    None => continue,
                }
            }
            // Nothing came back although no dialog is open: the document went away under the script.
            if acts || Instant::now() >= deadline {
                let reason = "the document was replaced while the script ran".into();
                let sent = if acts { Sent::Maybe } else { Sent::No };
                return Err(CommandError::Driver { command: "a script", reason, sent });
            }
        }
    }

    /// Looks until the page has an answer or the deadline passes; at least once.
    pub(super) async fn wait<T: DeserializeOwned>(
        &mut self,
        mut request: Value,
        element: Option<&str>,
        about: About<'_>,
        deadline: Instant,
    ) -> Result<Result<Answer<T>, Not>, CommandError> {
        self.return_to_top(deadline).await?;
        self.say_where(&mut request);
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let slice = left.min(SLICE);
            request["ms"] = u64::try_from(slice.as_millis()).unwrap_or(u64::MAX).into();
            request["last"] = (slice == left).into();
            request["waited"] = u64::try_from(about.started.elapsed().as_millis()).unwrap_or(u64::MAX).into();
            request["rest"] = serde_json::json!(self.rest);
            let asked = Instant::now();
            let said = match self.call(&WAIT, &request, element, true, false, deadline).await {
                Ok(value) => self.said(value, false, deadline).await?,
                // An element that was handed in is gone; the document may be there still.
                Err(error @ CommandError::Rejected { .. }) if element.is_some() && is_stale(&error) => {
                    return Err(error);
                }
                Err(error) if ended_by_navigation(&error) => None,
                Err(error) => return Err(error),
            };
            let said = match said {
                Some(said) => match self.click_made_good(said, &mut request, deadline).await? {
                    None => continue,
                    said => said,
                },
                None => None,
            };
            match said {
                Some(Ok(answer)) => return Ok(Ok(answer)),
                Some(Err(not @ (Not::Query { .. } | Not::Foreign { .. } | Not::Outside { .. }))) => {
                    return Err(about.error(not));
                }
                Some(Err(not)) if slice == left || not.is_settled() => return Ok(Err(not)),
                Some(Err(_)) => {}
                None if Instant::now() >= deadline => {
                    let why = "it was being replaced by another page all the time".into();
                    return Err(CommandError::NotReady { why, waited: about.started.elapsed() });
                }
                // The document went away under the look: look at the next one, without spinning.
                None => tokio::time::sleep_until(asked + Duration::from_millis(20)).await,
            }
        }
    }

    /// What the page said, if the click before the call was let through; else that click is made good, and the call has to
    /// be sent again.
    async fn click_made_good<T>(
        &mut self,
        said: Result<Answer<T>, Not>,
        request: &mut Value,
        deadline: Instant,
    ) -> Result<Option<Result<Answer<T>, Not>>, CommandError> {
        match said {
            Err(Not::Stopped { stopped }) if self.guards.unconfirmed.is_some() => {
                self.click_again(stopped, deadline).await?;
                self.say_where(request);
                Ok(None)
            }
            said => {
                self.guards.unconfirmed = None;
                Ok(Some(said))
            }
        }
    }

    /// Calls the script that the document has. Where it has none, nothing was done, and the script goes with the call.
    async fn call(
        &mut self,
        call: &'static Call,
        request: &Value,
        element: Option<&str>,
        waits: bool,
        acts: bool,
        deadline: Instant,
    ) -> Result<Value, CommandError> {
        let element = element.map_or(Value::Null, |id| serde_json::json!({ ELEMENT_KEY: id }));
        let mut sources =
            [call.short.as_str(), call.whole.as_str()].into_iter().skip(usize::from(!self.product.preloads));
        loop {
            let source = sources.next().unwrap_or(&call.whole);
            let arguments = vec![request.clone(), element.clone()];
            let value = self.send(Command::Script { source, arguments, waits, acts }, deadline).await?;
            if value.as_str() != Some(ABSENT) {
                return Ok(value);
            }
        }
    }

    /// Tells the script which frames the driver is in, and of which click nobody has heard yet.
    fn say_where(&mut self, request: &mut Value) {
        self.frames.met_foreign = false;
        request["origins"] = self.fence.to_json();
        match &self.guards.unconfirmed {
            Some(click) => request["after"] = click.guard.into(),
            None => request["after"] = Value::Null,
        }
        if !self.frames.entered.is_empty() {
            request["entered"] = serde_json::json!(self.frames.entered);
        }
    }

    /// As [`Session::wait`], with the page's reason as an error.
    pub(super) async fn wait_for<T: DeserializeOwned>(
        &mut self,
        request: Value,
        about: About<'_>,
        deadline: Instant,
    ) -> Result<Answer<T>, CommandError> {
        self.wait(request, None, about, deadline).await?.map_err(|not| about.error(not))
    }

    /// Reads an answer of the page; nothing at all (null) means a dialog, or a document that went away.
    async fn said<T: DeserializeOwned>(
        &mut self,
        value: Value,
        acts: bool,
        deadline: Instant,
    ) -> Result<Option<Result<Answer<T>, Not>>, CommandError> {
        let Value::Array(parts) = value else {
            if let Some(text) = self.dialog_text(deadline).await? {
                return Err(CommandError::DialogOpen { text, sent: if acts { Sent::Maybe } else { Sent::No } });
            }
            return Ok(None);
        };
        let sense = |reason: String| CommandError::Driver {
            command: "a script",
            reason,
            sent: if acts { Sent::Maybe } else { Sent::No },
        };
        let mut parts = parts.into_iter();
        let text = parts.next();
        let text = text.as_ref().and_then(Value::as_str).ok_or_else(|| sense("no text in it".into()))?;
        let said: Said<T> = serde_json::from_str(text).map_err(|error| sense(error.to_string()))?;
        let elements = parts.filter_map(|part| part.get(ELEMENT_KEY)?.as_str().map(str::to_owned)).collect();
        self.frames.met_foreign = matches!(said, Said::Not(Not::Foreign { .. }));
        Ok(Some(match said {
            Said::Done(value) => Ok(Answer { value, elements }),
            Said::Not(not) => Err(not),
        }))
    }
}

/// Whether an element that was handed to the driver does not exist any more.
pub(super) fn is_stale(error: &CommandError) -> bool {
    matches!(error, CommandError::Rejected { code, .. } if code == "stale element reference")
}

/// Whether a look ended because its document did. Chromium calls that a script timeout, at once; Firefox an error of
/// the script; an element that was handed in may be stale.
pub(super) fn ended_by_navigation(error: &CommandError) -> bool {
    let CommandError::Rejected { code, reason, .. } = error else { return false };
    // One of chromedriver's own words, in no standard: now a code, now a message of another one.
    if [code, reason].iter().any(|words| words.contains("aborted by navigation")) {
        return true;
    }
    match code.as_str() {
        "script timeout" | "stale element reference" | "timeout" | CLOSED => true,
        "javascript error" => reason.contains("unloaded"),
        "unknown error" => ["Execution context", "execution context", "does not belong to the document"]
            .iter()
            .any(|words| reason.contains(words)),
        _ => false,
    }
}
