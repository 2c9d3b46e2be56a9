//! Sending a click, and answering the native dialog that a step expects.

use std::time::Duration;

use tokio::time::Instant;

use crate::browser::{CommandError, Matcher, Prepared, Sent};
use crate::contract::ErrorKind;
use crate::recipe::{DialogRule, Step};

use super::super::attempt::Attempt;
use super::super::compile::{self, Compiler};
use super::super::failure::{Attempted, Failure, command_failure};
use super::super::identity;
use super::StepError;

/// How long is waited between two looks for a dialog. A dialog that a click opens is there when the click returns; one
/// that the app opens later is rare.
const LOOK: Duration = Duration::from_millis(50);

impl Attempt<'_> {
    /// Sends a prepared click: the only place where a click of a step leaves for the browser.
    pub(super) async fn send(&mut self, step: &Step, prepared: Prepared) -> Result<(), StepError> {
        self.recorder.outline(prepared.rect);
        if step.commit && prepared.drift.is_some() {
            let message = format!(
                "{} was found only by a later alternative of `any_of`; a commit needs the first",
                prepared.description
            );
            return Err(super::unexpected(message).into());
        }
        self.picture_before().await;
        if step.commit {
            self.commit.arm(prepared.armed.clone());
            self.enter_commit().await?;
        }
        self.acted();
        let deadline = self.page_deadline();
        let session = self.session()?;
        let clicked = session.click(prepared, deadline).await;
        let act = session.take_guarded();
        if let Err(error) = clicked {
            if step.commit && error.sent() == Sent::No && !matches!(error, CommandError::Stopped { .. }) {
                self.leave_commit().await?;
            }
            return Err(error.into());
        }
        if step.commit {
            self.commit.sent_as(act);
        }
        self.answer_dialog(step).await
    }

    /// A native dialog that nobody expects blocks everything after it: it is dismissed, never accepted.
    pub(in crate::engine) async fn dismiss_stray_dialog(&mut self) -> Option<String> {
        let deadline = self.step_deadline(None);
        let session = self.slot.session()?;
        let text = session.dialog_text(deadline).await.ok()??;
        let dismissed = session.dismiss_dialog(deadline).await.is_ok();
        let how = if dismissed { "dismissed" } else { "left open" };
        self.recorder.warn("unexpected_dialog", format!("a native dialog said `{text}` and was {how}"));
        Some(text)
    }

    /// Answers the native dialog that the step expects, if it expects one.
    pub(super) async fn answer_dialog(&mut self, step: &Step) -> Result<(), StepError> {
        let Some(rule) = &step.dialog else { return Ok(()) };
        let deadline = self.step_deadline(step.timeout);
        let text = loop {
            if let Some(text) = self.session()?.dialog_text(deadline).await? {
                break text;
            }
            if Instant::now() >= deadline {
                if step.commit {
                    // The click is out and may have done its work without asking. Reading back will tell.
                    self.recorder.warn("dialog_missing", "the native dialog that the recipe expects did not appear");
                    return Ok(());
                }
                return Err(
                    super::unexpected("the native dialog that this step expects did not appear".to_owned()).into()
                );
            }
            tokio::time::sleep(LOOK).await;
        };
        self.dialog_says(rule, &text).await?;
        if rule.accept && step.commit {
            // The dialog, not the click, is the commit now: time has passed since the lease was proved.
            if let Err(failure) = self.still_leased().await {
                self.session()?.dismiss_dialog(deadline).await?;
                self.leave_commit().await?;
                return Err(failure.into());
            }
        }
        let session = self.session()?;
        if rule.accept {
            session.accept_dialog(deadline).await?;
        } else {
            session.dismiss_dialog(deadline).await?;
        }
        Ok(())
    }

    /// Refuses a dialog that says something else than the recipe expects; it is dismissed, never accepted.
    async fn dialog_says(&mut self, rule: &DialogRule, text: &str) -> Attempted<()> {
        let expected = Compiler::new(&self.scope).matcher(&rule.text)?;
        if matches(&expected, text) {
            return Ok(());
        }
        let deadline = self.page_deadline();
        let dismissed = self.session()?.dismiss_dialog(deadline).await;
        dismissed.map_err(|error| command_failure(&error))?;
        let message = format!(
            "a native dialog says `{}`; the recipe expects {expected}; it was dismissed",
            compile::collapse(text)
        );
        Err(Failure::new(ErrorKind::UnexpectedDialog, message))
    }
}

/// Compares a dialog's text; the page's own side compares everything else.
fn matches(matcher: &Matcher, text: &str) -> bool {
    // A blank where the text goes on counts.
    let fold = |text: &str, ignore_case| {
        let edge = |blank: bool| if blank { " " } else { "" };
        format!("{}{}{}", edge(text.starts_with(' ')), identity::as_read(text, ignore_case), edge(text.ends_with(' ')))
    };
    let found = compile::collapse(text);
    match matcher {
        Matcher::Whole { text, ignore_case } => identity::same(&found, text, *ignore_case),
        Matcher::Contains { text, ignore_case } => fold(&found, *ignore_case).contains(&fold(text, *ignore_case)),
        Matcher::Prefix { text, ignore_case } => fold(&found, *ignore_case).starts_with(&fold(text, *ignore_case)),
        Matcher::Suffix { text, ignore_case } => fold(&found, *ignore_case).ends_with(&fold(text, *ignore_case)),
        Matcher::Regex { written, ignore_case, .. } => regex::RegexBuilder::new(written)
            .case_insensitive(*ignore_case)
            .build()
            .is_ok_and(|regex| regex.is_match(&found)),
        Matcher::Any { any } => any.iter().any(|one| matches(one, text)),
        Matcher::Not { not } => !matches(not, text),
    }
}
