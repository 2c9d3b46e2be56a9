//! `totp`.

use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use crate::browser::{CommandError, TypedCode};
use crate::contract::ErrorKind;
use crate::recipe::{Locator, Step};
use crate::secrets::{STEP_SECONDS, one_time_code};

use super::super::account_secrets::AccountSecrets;
use super::super::attempt::Attempt;
use super::super::failure::{Attempted, Failure};
use super::super::gate::GateRequest;
use super::StepError;

/// A code with less than this left is not typed: the app may look at it only after it has run out.
const LEFT: u64 = 5;

/// How many windows of a code are waited for, if others use them up.
const WINDOWS: u32 = 3;

impl Attempt<'_> {
    pub(super) async fn totp(&mut self, step: &Step, into: &Locator) -> Attempted<()> {
        let begun = self.begin();
        let result = self.do_totp(step, into).await;
        self.ended(begun, step, result).await
    }

    async fn do_totp(&mut self, step: &Step, into: &Locator) -> Result<(), StepError> {
        let unusable = |message: &str| Failure::new(ErrorKind::SecretUnavailable, message);
        let seed = self.scope.secrets.and_then(|secrets| secrets.totp.clone()).ok_or_else(|| {
            unusable("the login asks for a one-time password; add `totp` to the integration's `service_account`")
        })?;
        if one_time_code(&seed, 0).is_none() {
            return Err(unusable("the seed of the one-time passwords is not base32; copy it anew from the app").into());
        }
        // The field first: a code is used up when it is granted, and there is no other one for half a minute.
        let query = self.target(into, self.step_deadline(step.timeout)).await?;
        let probe = crate::browser::Probe::Visible { query: query.clone(), text: None };
        let deadline = self.step_deadline(step.timeout);
        if !self.wait(&probe, deadline).await? {
            let message = format!("the field for the one-time password did not appear: {query}");
            return Err(Failure::new(ErrorKind::ElementMissing, message).at(into.span).into());
        }
        if step.commit {
            // The last digit may load another page: what is to be seen of this one is looked at before.
            self.picture_before().await;
            self.arm_commit(Some(&query), deadline).await?;
        }
        self.secret_is_due().await?;
        let code = one_time_code(&seed, self.free_step(&seed).await?)
            .ok_or_else(|| unusable("the seed of the one-time passwords is not base32"))?;
        self.recorder.hide(&code);
        self.on_allowed_origin().await?;
        if step.commit {
            self.enter_commit().await?;
        }
        self.acted();
        let deadline = self.step_deadline(step.timeout);
        match self.session()?.type_code(&query, code.expose(), deadline).await {
            // What the app made of a code that it took is said by the outcomes.
            Ok(TypedCode::Gone) if !step.commit => {
                let message = "the one-time password went away with its last digit: the app takes it by itself; mark the step with `commit: true`";
                Err(super::unexpected(message.to_owned()).at(step.span).into())
            }
            Ok(_) => Ok(()),
            Err(CommandError::ReadBack { element, .. }) => {
                let message = format!("{element} does not take the one-time password; it was not submitted");
                Err(super::unexpected(message).at(into.span).into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A time step that nobody has used, with enough of it left; waits for the next one where needed.
    async fn free_step(&mut self, seed: &crate::secrets::Secret) -> Attempted<u64> {
        let fingerprint = AccountSecrets::seed_fingerprint(seed);
        for _ in 0..WINDOWS {
            let now = Timestamp::now().as_millisecond().unsigned_abs();
            self.pass(until_usable(now)).await?;
            let step = Timestamp::now().as_second().unsigned_abs() / STEP_SECONDS;
            let asked = fingerprint.clone();
            if self.used_up(|reply| GateRequest::Totp { fingerprint: asked, step, reply }).await? {
                let now = Timestamp::now().as_millisecond().unsigned_abs();
                self.pass(until_next(now)).await?;
            } else {
                return Ok(step);
            }
        }
        let message =
            "every one-time password of the last minute was used by somebody else; is the service account shared?";
        Err(Failure::new(ErrorKind::MfaRejected, message))
    }

    /// Waits, without using up the time that the action has, until then or until the worker stops.
    async fn pass(&mut self, time: Duration) -> Attempted<()> {
        let stop = &self.order.work.stop;
        self.deadline += time;
        stop.run_until_cancelled(tokio::time::sleep_until(Instant::now() + time)).await;
        self.may_go_on()
    }
}

/// How long to wait until a code has enough time left, at that many milliseconds of the Unix epoch.
fn until_usable(now: u64) -> Duration {
    let left = until_next(now);
    if left < Duration::from_secs(LEFT) { left } else { Duration::ZERO }
}

/// How long the current code is good for.
fn until_next(now: u64) -> Duration {
    let whole = STEP_SECONDS * 1000;
    Duration::from_millis(whole - now % whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_is_about_to_run_out_is_waited_for() {
        assert_eq!(until_usable(30_000), Duration::ZERO);
        assert_eq!(until_usable(55_000), Duration::ZERO);
        assert_eq!(until_usable(55_001), Duration::from_millis(4_999));
        assert_eq!(until_usable(59_999), Duration::from_millis(1));
        assert_eq!(until_next(60_000), Duration::from_secs(30));
    }
}
