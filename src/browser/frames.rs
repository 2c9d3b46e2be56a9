//! Frames: switching the driver into them and back. What is in a frame of the page's own origin is read from the top, in
//! the same command as the rest; a frame of another origin has to be entered.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answer::{About, Answer};
use super::command::Command;
use super::error::CommandError;
use super::query::Query;
use super::session::Session;

impl Session {
    /// Makes up for a switch back to the top document that failed.
    pub(super) async fn return_to_top(&mut self, deadline: Instant) -> Result<(), CommandError> {
        if self.frames.stuck {
            self.send(Command::LeaveFrames, deadline).await?;
            self.frames.stuck = false;
            self.frames.entered.clear();
        }
        Ok(())
    }

    /// Switches the driver into frames: an element of a frame can be acted on from there only. Two commands for each.
    pub(super) async fn enter(&mut self, frames: &[Query], deadline: Instant) -> Result<(), CommandError> {
        for (depth, frame) in frames.iter().enumerate() {
            let request = json!({ "op": "frame", "query": frame });
            let entered = match self.wait_for::<Value>(request, About::query(frame), deadline).await {
                Ok(answer) => match answer.elements.into_iter().next() {
                    Some(element) => self.send(Command::EnterFrame { element }, deadline).await.map(|_| ()),
                    None => Ok(()),
                },
                Err(error) => Err(error),
            };
            if let Err(error) = entered {
                return self.leave(&frames[..depth], Err(error), deadline).await;
            }
            self.frames.entered.push(frame.clone());
        }
        Ok(())
    }

    /// Switches the driver back to the top document, whatever came out inside the frame.
    pub(super) async fn leave<T>(
        &mut self,
        frames: &[Query],
        outcome: Result<T, CommandError>,
        deadline: Instant,
    ) -> Result<T, CommandError> {
        // What came out inside the frame is the better error; where a dialog is in the way, the next
        // operation switches back.
        if !frames.is_empty() && self.lost().is_none() {
            let left = self.send(Command::LeaveFrames, deadline).await;
            self.frames.stuck = left.is_err();
            if !self.frames.stuck {
                self.frames.entered.clear();
            }
        }
        outcome
    }

    /// As [`Session::wait_for`], for something that lives in frames: from the top if that can be, else inside them.
    pub(super) async fn wait_framed<T: DeserializeOwned>(
        &mut self,
        request: Value,
        frames: &[Query],
        about: About<'_>,
        deadline: Instant,
    ) -> Result<Answer<T>, CommandError> {
        if !self.is_foreign(frames) {
            let answer = self.wait_for(request.clone(), about, deadline).await;
            if frames.is_empty() || !self.take_foreign() {
                return answer;
            }
            self.frames.foreign.insert(frames.to_vec());
        }
        self.enter(frames, deadline).await?;
        let answer = self.wait_for(request, about, deadline).await;
        self.leave(frames, answer, deadline).await
    }

    /// Whether these frames were of another origin when they were last asked. Only a hint: entering frames always works.
    pub(super) fn is_foreign(&self, frames: &[Query]) -> bool {
        self.frames.foreign.contains(frames)
    }

    /// Whether the last look met a document of another origin.
    pub(super) fn take_foreign(&mut self) -> bool {
        std::mem::take(&mut self.frames.met_foreign)
    }
}
