//! Generated values that are delivered: the same for all attempts at a job, and written before the commit that sends them.

use crate::catalog::Delivery;
use crate::contract::{Attributes, ErrorKind, Mode, ResourceKind};
use crate::recipe::{Hole, Segment, Template, ValuePath};
use crate::secrets::{SecretError, VaultRef};

use super::attempt::Attempt;
use super::failure::{Attempted, Failure};
use super::job_scope::JobScope;
use super::trace::Verified;

impl Attempt<'_> {
    /// A generated value is about to be typed for the first time. Where an earlier attempt at this job has delivered one,
    /// it is that one: its commit may have been sent.
    pub(super) async fn settle_generated(&mut self, template: &Template) -> Attempted<()> {
        if self.order.work.job.mode == Mode::Plan || self.scope.resource != ResourceKind::Users {
            return Ok(());
        }
        for segment in &template.segments {
            let Segment::Hole(Hole { path: ValuePath::Generated(name), .. }) = segment else { continue };
            let Some(delivery) = self.order.entry.deliveries.get(name) else { continue };
            if self.delivering.of(name).is_some() {
                continue;
            }
            let place = place(delivery, &self.scope)?;
            let job = self.order.work.job.job_id.to_string();
            if let Some(value) = self.in_time(self.order.store.delivered(&place, &job)).await? {
                self.recorder.hide(&value);
                self.scope.generated.insert(name.clone(), value);
            }
            self.delivering.is_at(name, place, false);
        }
        Ok(())
    }

    /// A commit is about to be asked for: what was typed since the last one is delivered. Where that fails, nothing is
    /// committed.
    pub(super) async fn deliver(&mut self) -> Attempted<()> {
        let job = self.order.work.job.job_id.to_string();
        for name in self.scope.typed.clone() {
            let Some((place, false)) = self.delivering.of(&name).cloned() else { continue };
            let Some(value) = self.scope.generated.get(&name) else { continue };
            self.in_time(self.order.store.deliver(&place, &job, value)).await?;
            self.delivering.is_at(&name, place, true);
        }
        Ok(())
    }

    /// Says what became of generated values that were typed. `made`: whether an account was made with them. One that nobody
    /// gets to know has to be replaced by the owner of the account.
    pub(super) fn tell_generated(&mut self, made: bool, verified: &Verified) {
        for name in std::mem::take(&mut self.scope.typed) {
            match self.delivering.of(&name) {
                Some((place, true)) if made || matches!(verified, Verified::Unreadable(_)) => {
                    let place = place.clone();
                    self.tell_delivered(&name, &place);
                }
                Some((place, true)) => {
                    let message = format!("the app did not take the value of `generated.{name}` in vault path {place}");
                    self.recorder.warn("initial_password_unused", message);
                }
                _ if made => self.recorder.warn(
                    "initial_password_discarded",
                    format!("the app demands a value for `generated.{name}`; a random one was set and is kept nowhere"),
                ),
                _ => {}
            }
        }
    }

    /// Says where an earlier attempt at this job has delivered values, after its commit was found to have taken effect.
    /// That Vault does not answer now takes nothing away from what was done.
    pub(super) async fn tell_delivered_before(&mut self, kind: ResourceKind, subject: Attributes) {
        if kind != ResourceKind::Users {
            return;
        }
        let scope = self.scope.for_subject(kind, subject);
        let job = self.order.work.job.job_id.to_string();
        for (name, delivery) in &self.order.entry.deliveries {
            let Ok(place) = place(delivery, &scope) else { continue };
            match self.in_time(self.order.store.delivered(&place, &job)).await {
                Ok(Some(value)) => {
                    self.recorder.hide(&value);
                    self.tell_delivered(name, &place);
                }
                Ok(None) => {}
                Err(failure) => tracing::debug!(message = %failure.message, "nobody knows what was delivered"),
            }
        }
    }

    fn tell_delivered(&mut self, name: &str, place: &VaultRef) {
        let message = format!("the app demands a value for `generated.{name}`; a random one is in vault path {place}");
        self.recorder.warn("initial_password_delivered", message);
    }

    /// Waits for Vault, unless the worker is stopping.
    async fn in_time<T>(&self, asked: impl Future<Output = Result<T, SecretError>>) -> Attempted<T> {
        let Some(answer) = self.order.work.stop.run_until_cancelled(asked).await else {
            self.not_stopped()?;
            return Err(Failure::new(ErrorKind::WorkerShutdown, "the worker is stopping"));
        };
        answer.map_err(|error| Failure::new(ErrorKind::SecretUnavailable, error.to_string()))
    }
}

/// Where a value goes for the subject at hand.
fn place(delivery: &Delivery, scope: &JobScope<'_>) -> Attempted<VaultRef> {
    let place = delivery.place(|template| scope.render(template).map(|rendered| rendered.text));
    place.map_err(Failure::nowhere)?.map_err(|error| Failure::new(ErrorKind::InvalidAttribute, error.to_string()))
}
