//! One attempt, with its gate and whoever watches it.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::FutureExt as _;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use super::following::{Following, beside};
use super::gatekeeper::Gatekeeper;
use super::refused::refused;
use super::site::Site;
use super::{WorkDone, WorkOrder};
use crate::contract::{ErrorKind, Job, JobError, Retry};
use crate::queue::{Incoming, Lease};
use crate::telemetry;

/// An attempt that has been recorded and may begin.
#[derive(Debug)]
pub(super) struct Attempt<'a> {
    pub(super) site: &'a Site,
    pub(super) job: &'a Job,
    /// From 1, counted over all workers.
    pub(super) number: u32,
    pub(super) incoming: &'a Incoming,
    pub(super) lease: &'a Lease,
}

impl Attempt<'_> {
    /// Lets the handler do it and answers its gate meanwhile. A panic is a failed job, never a dead worker.
    /// Also tells whether the gate stayed shut since the broker was out of reach.
    pub(super) async fn run(&self) -> (WorkDone, bool) {
        let Site { shared, integration, .. } = self.site;
        let _used = telemetry::SlotUsed::new();
        telemetry::job_begins(integration, self.number, self.incoming.properties.timestamp);
        let (gate, mut requests) = mpsc::channel(1);
        let stop = CancellationToken::new();
        let (progress, following) = Following::of(self.job, self.incoming, shared.link.outbox()).unzip();
        let order = WorkOrder {
            job: self.job.clone(),
            attempt: self.number,
            redelivered: self.incoming.redelivered,
            queued: self.incoming.properties.timestamp,
            resume_parts: self.site.read(|state, integration| state.committing(integration, self.job.job_id)),
            gate,
            stop: stop.clone(),
            progress,
        };
        let keeper = Gatekeeper {
            integration,
            job_id: self.job.job_id,
            state: self.site.state(),
            lease: self.lease,
            stop: &shared.stop,
            codes: shared.settings.codes.as_ref(),
            unrecorded: &shared.unrecorded,
            out_of_reach: AtomicBool::new(false),
        };
        let handler = shared.handler.clone();
        let span = telemetry::attempt_span(self.number);
        let mut work =
            Box::pin(AssertUnwindSafe(async move { handler.work(order).instrument(span).await }).catch_unwind());
        let working = async {
            loop {
                tokio::select! {
                    biased;
                    () = self.lease.lost().cancelled(), if !stop.is_cancelled() => stop.cancel(),
                    () = shared.stop.cancelled(), if !stop.is_cancelled() => stop.cancel(),
                    Some(request) = requests.recv() => keeper.answer(request).await,
                    done = &mut work => {
                        let out_of_reach = keeper.out_of_reach.load(Ordering::Relaxed);
                        return (done.unwrap_or_else(|_| self.panicked()), out_of_reach);
                    }
                }
            }
        };
        Box::pin(beside(following, working)).await
    }

    /// Never tried again: what the attempt did before is not known.
    fn panicked(&self) -> WorkDone {
        let integration = &self.site.integration;
        tracing::error!(job_id = %self.job.job_id, %integration, "the attempt panicked; this is a bug");
        let message = "the worker met a bug of its own; its log has the place".to_owned();
        let error = JobError::new(ErrorKind::Internal, message);
        let mut result = refused(self.site, self.job, self.incoming, error);
        result.attempt = self.number;
        WorkDone { result, retry: Retry::Never, cut_off: false, not_begun: false }
    }
}
