//! Tabs that the app opens: followed by the step that says so, told and closed otherwise.

use std::time::Duration;

use tokio::time::Instant;
use url::Url;

use crate::browser::Tab;
use crate::contract::ErrorKind;
use crate::recipe::Step;

use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::StepError;

/// How long is waited between two looks at a tab that has no address yet.
const LOOK: Duration = Duration::from_millis(50);

/// How long a tab may have no address: some are written by the page that opened them and never get one.
const BLANK: Duration = Duration::from_secs(2);

/// How long closing tabs may take: the job is done by then.
const TIDY: Duration = Duration::from_secs(5);

impl Attempt<'_> {
    /// The tabs that there are before a step that opens one.
    pub(super) async fn tabs_before(&mut self, step: &Step) -> Result<Vec<Tab>, StepError> {
        if !step.opens_tab {
            return Ok(Vec::new());
        }
        let deadline = self.step_deadline(step.timeout);
        Ok(self.session()?.other_tabs(deadline).await?)
    }

    /// Goes on in the tab that the step opened, if it is to open one.
    pub(super) async fn follow_tab(&mut self, step: &Step, before: &[Tab]) -> Result<(), StepError> {
        if !step.opens_tab {
            return Ok(());
        }
        let deadline = self.step_deadline(step.timeout);
        if self.session()?.follow_new_tab(before, deadline).await?.is_none() {
            let message = "no tab was opened; look what the click does, or remove `opens: tab`";
            if step.commit {
                // The click is out. Reading back will tell.
                self.recorder.warn("tab_missing", message);
                return Ok(());
            }
            return Err(super::unexpected(message.to_owned()).at(step.span).into());
        }
        self.acted();
        let blank = Instant::now() + BLANK;
        let url = loop {
            let location = self.session()?.location(deadline).await?;
            if location.url != "about:blank" || Instant::now() >= blank.min(deadline) {
                break location.url;
            }
            tokio::time::sleep(LOOK).await;
        };
        let elsewhere = Url::parse(&url).ok().filter(|url| url.scheme() != "about");
        if let Some(failure) = elsewhere.and_then(|url| self.allowed(&url).err()) {
            self.session()?.leave_tab(deadline).await?;
            return Err(failure.at(step.span).into());
        }
        Ok(())
    }

    /// What a failure should say of tabs that no step asked for.
    pub(super) async fn with_tabs(&mut self, failure: Failure) -> Failure {
        let may_be_there = failure.may_be_explained() || failure.kind == ErrorKind::SubjectMismatch;
        let Some(session) = self.slot.session().filter(|_| may_be_there) else { return failure };
        let deadline = Instant::now() + TIDY;
        let Ok(tabs) = session.other_tabs(deadline).await else { return failure };
        if tabs.is_empty() {
            return failure;
        }
        let message = format!(
            "{}\nthe app opened another tab: {}; if the steps go on there, write `opens: tab` beside the click that opens it",
            failure.message,
            shown(&tabs)
        );
        Failure { message, ..failure }
    }
}

impl Attempt<'_> {
    /// Back in the first window, if a tab was followed.
    pub(in crate::engine) async fn leave_tab(&mut self) -> Attempted<()> {
        if self.slot.session().is_none_or(|session| !session.in_tab()) {
            return Ok(());
        }
        self.acted();
        let deadline = self.page_deadline();
        let left = self.session()?.leave_tab(deadline).await;
        left.map_err(|error| super::super::failure::command_failure(&error))
    }

    /// Closes what the app opened and no step asked for, and tells it. Costs no command where there is nothing.
    pub(in crate::engine) async fn close_tabs(&mut self) {
        if let Err(failure) = self.leave_tab().await {
            tracing::debug!(message = %failure.message, "a tab could not be left");
        }
        let Some(session) = self.slot.session().filter(|session| session.lost().is_none()) else { return };
        let Some(tabs) = session.tabs_without_command().await.filter(|tabs| !tabs.is_empty()) else { return };
        if let Err(error) = session.close_tabs(&tabs, Instant::now() + TIDY).await {
            tracing::debug!(%error, "tabs could not be closed");
        }
        let message = format!("the app opened what no step asked for, and it was closed: {}", shown(&tabs));
        self.recorder.warn("tab_closed", self.recorder.redact(&message).into_owned());
    }
}

fn shown(tabs: &[Tab]) -> String {
    tabs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
