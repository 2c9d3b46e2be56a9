//! Clicks, in two commands: find and arm, then the driver's own trusted click.

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::act_guard::Unconfirmed;
use super::answer::{About, Answer};
use super::command::{Command, ELEMENT_KEY};
use super::error::{CommandError, Sent};
use super::probe::Baseline;
use super::query::{Probe, Query};
use super::read::ElementHandle;
use super::script::DRIFT_AFTER_MS;
use super::session::{Drift, Session};

/// A place in the window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, serde::Serialize)]
pub struct Rect {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// An element that can be clicked now, and the page armed for the outcome.
#[derive(Debug)]
pub struct Prepared {
    /// What is clicked: the element, or the label that covers it.
    pub element: ElementHandle,
    /// What held before; for [`Session::wait_armed`].
    pub armed: Baseline,
    /// The element as HTML, shortened.
    pub description: String,
    /// Where it is; for a picture.
    pub rect: Rect,
    /// Which alternative of `any_of` was needed, if not the first. A write should refuse it.
    pub drift: Option<usize>,
    /// That it is looked at when it arrives, though nobody asked for that.
    unconfirmed: Option<Unconfirmed>,
}

/// The page's answer to a `target` request.
#[derive(Debug, Deserialize)]
struct Target {
    description: String,
    drift: Option<usize>,
    #[serde(default)]
    already: bool,
    rect: Option<Rect>,
    armed: Option<Baseline>,
}

impl Session {
    /// Waits until exactly one visible element matches that is enabled, at rest and receives a click at its centre,
    /// then arms the page: remembers which probes hold and starts to watch for messages. One command for each 3 s; one
    /// more for each frame that it is in.
    ///
    /// # Errors
    /// [`CommandError::Missing`], [`CommandError::Ambiguous`], [`CommandError::NotActionable`] at the deadline. The app
    /// noticed nothing.
    pub async fn prepare_click(
        &mut self,
        query: &Query,
        arm: &[Probe],
        deadline: Instant,
    ) -> Result<Prepared, CommandError> {
        let mut request = json!({ "op": "target", "action": "click", "query": query, "drift_after": DRIFT_AFTER_MS });
        let unconfirmed = self.guard_click(&mut request, query, None);
        let answer = self.armed_target(query, request, arm, deadline).await?;
        Ok(Prepared { unconfirmed, ..self.prepared(query, answer)? })
    }

    /// As [`Session::prepare_click`], for a box, radio button or switch that is to be checked or not; `None` if it is
    /// so already. A control that its label covers is clicked by the label.
    ///
    /// # Errors
    /// As [`Session::prepare_click`].
    pub async fn prepare_check(
        &mut self,
        query: &Query,
        want: bool,
        arm: &[Probe],
        deadline: Instant,
    ) -> Result<Option<Prepared>, CommandError> {
        let mut request =
            json!({ "op": "target", "action": "check", "want": want, "query": query, "drift_after": DRIFT_AFTER_MS });
        let unconfirmed = self.guard_click(&mut request, query, Some(want));
        let answer = self.armed_target(query, request, arm, deadline).await?;
        if answer.value.already {
            self.note_drift(query, answer.value.drift);
            return Ok(None);
        }
        Ok(Some(Prepared { unconfirmed, ..self.prepared(query, answer)? }))
    }

    /// Waits until a box, radio button or switch is checked (or not) and stays so for a moment, and while the app still
    /// saves it (disabled, `aria-busy`): what the app takes back is noticed. One command for each 3 s. What is taken
    /// back later than that is for a verification by reading.
    ///
    /// # Errors
    /// [`CommandError::ReadBack`] at the deadline; else as [`Session::prepare_click`].
    pub async fn stays_checked(&mut self, query: &Query, want: bool, deadline: Instant) -> Result<(), CommandError> {
        let request = json!({ "op": "stays", "query": query, "want": want });
        self.enter(&query.frames, deadline).await?;
        let stayed = self.wait_for::<Value>(request, About::query(query), deadline).await.map(|_| ());
        let stayed = stayed.map_err(|error| match error {
            CommandError::ReadBack { element, found, .. } => {
                let expected = Some(if want { "checked" } else { "not checked" }.to_owned());
                CommandError::ReadBack { element, expected, found, limit: None }
            }
            other => other,
        });
        self.leave(&query.frames, stayed, deadline).await
    }

    /// Clicks what was prepared. One command, never repeated; one more if it is guarded, and for each frame that it is in.
    /// A click that nobody asked to be guarded, and that is stopped when it arrives since it would hit something else, is
    /// made good by the next look at the page.
    ///
    /// # Errors
    /// Any; [`CommandError::sent`] tells whether the click may have been carried out.
    pub async fn click(&mut self, prepared: Prepared, deadline: Instant) -> Result<(), CommandError> {
        self.click_element(prepared.element, deadline).await?;
        self.guards.unconfirmed = prepared.unconfirmed;
        self.arrived(deadline).await
    }

    /// Clicks an element that was found before. One command; one more for each frame that it is in.
    ///
    /// # Errors
    /// As [`Session::click`].
    pub async fn click_element(&mut self, element: ElementHandle, deadline: Instant) -> Result<(), CommandError> {
        self.enter(&element.frames, deadline).await?;
        let clicked = self.click_on(element.id, deadline).await;
        self.leave(&element.frames, clicked, deadline).await
    }

    /// Clicks an element of the frame that the driver is in. A driver takes what is slotted into a button for
    /// something that lies over it, and refuses; where the page says that the button receives the click all the same, the
    /// pointer is moved there and pressed, which is as trusted. One command; three for such a button.
    pub(super) async fn click_on(&mut self, element: String, deadline: Instant) -> Result<(), CommandError> {
        let refused = match self.send(Command::Click { element: element.clone() }, deadline).await {
            Err(error @ CommandError::Rejected { .. }) if error.sent() == Sent::No => error,
            answer => return answer.map(|_| ()),
        };
        let request = json!({ "op": "receives" });
        match self.act::<bool>(&request, Some(&element), false, deadline).await {
            Ok(Ok(Answer { value: true, .. })) => {}
            _ => return Err(refused),
        }
        let origin = json!({ ELEMENT_KEY: element });
        let actions = json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": [
            { "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": origin },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ] }]);
        self.send(Command::Actions { actions }, deadline).await.map(|_| ())
    }

    /// Clicks an element by a script, in the very turn in which it is found. No trusted click: never for what commits.
    /// One command; two more for each frame that it is in.
    ///
    /// # Errors
    /// [`CommandError`]; [`CommandError::Missing`] if there is no such element now.
    pub async fn click_in_page(&mut self, query: &Query, deadline: Instant) -> Result<(), CommandError> {
        self.enter(&query.frames, deadline).await?;
        let request = json!({ "op": "click_here", "query": query });
        let clicked = match self.act::<Value>(&request, None, true, deadline).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(not)) => Err(About::query(query).error(not)),
            Err(error) => Err(error),
        };
        self.leave(&query.frames, clicked, deadline).await
    }

    /// Moves the pointer over an element. Two commands.
    ///
    /// # Errors
    /// As [`Session::prepare_click`].
    pub async fn hover(&mut self, query: &Query, deadline: Instant) -> Result<(), CommandError> {
        let request = json!({ "op": "target", "action": "hover", "query": query, "drift_after": DRIFT_AFTER_MS });
        let answer = self.target(query, request, deadline).await?;
        let element = self.prepared(query, answer)?.element;
        let origin = json!({ ELEMENT_KEY: element.id });
        let actions = json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": [{ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": origin }] }]);
        self.enter(&element.frames, deadline).await?;
        let moved = self.send(Command::Actions { actions }, deadline).await.map(|_| ());
        self.leave(&element.frames, moved, deadline).await
    }

    /// Finds the target and arms the page. Where no single script reaches every document that the probes ask about
    /// (frames of another origin), the documents are armed one after the other, the target's last.
    async fn armed_target(
        &mut self,
        query: &Query,
        mut request: Value,
        arm: &[Probe],
        deadline: Instant,
    ) -> Result<Answer<Target>, CommandError> {
        if !self.reads_across(arm, &query.frames) {
            request["arm"] = json!(arm);
            let answer = self.target(query, request.clone(), deadline).await;
            if !self.take_foreign() {
                return answer;
            }
            self.note_across(arm, &query.frames);
        }
        request["arm"] = Value::Null;
        let mut answer = self.target(query, request, deadline).await?;
        if !answer.value.already {
            answer.value.armed = Some(self.arm_across(arm, &query.frames, deadline).await?);
        }
        Ok(answer)
    }

    async fn target(
        &mut self,
        query: &Query,
        request: Value,
        deadline: Instant,
    ) -> Result<Answer<Target>, CommandError> {
        self.enter(&query.frames, deadline).await?;
        let answer = self.wait_for(request, About::query(query), deadline).await;
        self.leave(&query.frames, answer, deadline).await
    }

    fn prepared(&mut self, query: &Query, answer: Answer<Target>) -> Result<Prepared, CommandError> {
        let Answer { value: Target { description, drift, rect, armed, .. }, elements } = answer;
        self.note_drift(query, drift);
        let (Some(id), Some(rect), Some(armed)) = (elements.into_iter().next(), rect, armed) else {
            let reason = "the element did not come with the answer".into();
            return Err(CommandError::Driver { command: "looking at the page", reason, sent: Sent::No });
        };
        let element = ElementHandle { id, frames: query.frames.clone() };
        Ok(Prepared { element, armed, description, rect, drift, unconfirmed: None })
    }

    /// Puts the focus on an element. One command for each 3 s.
    pub(super) async fn focus(&mut self, query: &Query, deadline: Instant) -> Result<(), CommandError> {
        let mut request = json!({ "op": "target", "action": "focus", "query": query, "drift_after": DRIFT_AFTER_MS });
        self.write_guard(&mut request, "keys", &query.frames);
        let answer: Answer<Target> = self.wait_for(request, About::query(query), deadline).await?;
        self.note_drift(query, answer.value.drift);
        Ok(())
    }

    pub(super) fn note_drift(&mut self, query: &Query, used: Option<usize>) {
        if let Some(used) = used {
            self.drifts.push(Drift { query: query.to_string(), used });
        }
    }
}
