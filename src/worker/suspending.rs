//! Leaving an app alone, and taking it up again: told to all workers, and to the senders of jobs.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::next_step::NextStep;
use super::site::Site;
use crate::contract::{ErrorKind, JobError, JobResult, Outcome};
use crate::coordination::StateKind;
use crate::queue::{EVENT_SCHEMA, EventKind, IntegrationEvent};

/// Suspends an integration and tells when it is well again.
#[derive(Debug)]
pub(super) struct Suspending {
    site: Arc<Site>,
}

impl Suspending {
    pub(super) fn new(site: Arc<Site>) -> Self {
        Self { site }
    }

    /// The app does not work: for a while, which grows with each time in a row.
    pub(super) async fn for_outage(&self, kind: ErrorKind, result: &JobResult) -> NextStep {
        let count = self.site.read(|state, integration| state.suspension(integration).map_or(0, |s| s.count)) + 1;
        let wait = self.site.shared.settings.outage_wait(count);
        let until = Timestamp::now() + SignedDuration::try_from(wait).unwrap_or(SignedDuration::from_mins(30));
        let said = result.error.as_ref().map_or_else(String::new, |error| format!(" ({})", error.message));
        let message = format!("the app does not work for now{said}; jobs wait until {until}");
        self.suspend(Some(until), kind, message).await
    }

    /// The service account needs a person: until an operator resumes.
    pub(super) async fn for_account(&self, error: &JobError) -> NextStep {
        self.suspend(None, error.kind, error.message.clone()).await
    }

    /// After an outage: a job that came through the app shows that it works again.
    pub(super) async fn recovered(&self, result: &JobResult) {
        let suspended =
            self.site.read(|state, integration| state.suspension(integration).is_some_and(|s| s.until.is_some()));
        if !suspended || result.outcome == Outcome::Failed {
            return;
        }
        match self.site.record(StateKind::Recovered).await {
            Ok(()) => self.tell(EventKind::Active, None, None, "the app works again".to_owned()).await,
            Err(error) => {
                tracing::warn!(integration = %self.site.integration, %error, "the recovery cannot be recorded");
            }
        }
    }

    async fn suspend(&self, until: Option<Timestamp>, reason: ErrorKind, message: String) -> NextStep {
        let integration = &self.site.integration;
        tracing::warn!(%integration, %reason, why = %message, "suspended");
        let suspended = StateKind::Suspended { until, reason, message: message.clone(), since: None };
        if let Err(error) = self.site.record(suspended).await {
            tracing::error!(%integration, %error, "the suspension cannot be recorded");
            return NextStep::LeaseLost;
        }
        self.tell(EventKind::Held, until, Some(reason), message).await;
        NextStep::Held
    }

    async fn tell(&self, event: EventKind, until: Option<Timestamp>, reason: Option<ErrorKind>, message: String) {
        let event = IntegrationEvent {
            schema: EVENT_SCHEMA.to_owned(),
            at: Timestamp::now(),
            integration: self.site.integration.clone(),
            event,
            until,
            reason,
            user_action: reason.map(ErrorKind::user_action),
            message,
        };
        // A courtesy: nothing depends on it.
        if let Err(error) = Box::pin(self.site.shared.link.outbox().event(event)).await {
            tracing::warn!(integration = %self.site.integration, %error, "the event could not be published");
        }
    }
}
