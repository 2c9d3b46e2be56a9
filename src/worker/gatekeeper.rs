//! Answers the engine's questions before it does something that cannot be taken back.

use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::unrecorded::Unrecorded;
use crate::contract::IntegrationId;
use crate::coordination::{LoginRefusal, RecordError, StateKind, StateLog};
use crate::engine::{GateRequest, LoginEnd, Refusal};
use crate::queue::{Lease, PROOF_TIMEOUT};
use crate::secrets::StateFile;

/// The gate of one attempt.
#[derive(Debug)]
pub(super) struct Gatekeeper<'a> {
    pub(super) integration: &'a IntegrationId,
    pub(super) job_id: Uuid,
    pub(super) state: &'a StateLog,
    pub(super) lease: &'a Lease,
    pub(super) stop: &'a CancellationToken,
    pub(super) codes: Option<&'a StateFile>,
    pub(super) unrecorded: &'a Unrecorded,
    /// Set once the shared state could not be written.
    pub(super) out_of_reach: AtomicBool,
}

impl Gatekeeper<'_> {
    /// Answers. Whoever asked may have stopped waiting, which is as well.
    pub(super) async fn answer(&self, request: GateRequest) {
        match request {
            GateRequest::Login { fingerprint, reply } => reply.send(self.login(fingerprint).await).ok(),
            GateRequest::Totp { fingerprint, step, reply } => reply.send(self.totp(fingerprint, step).await).ok(),
            GateRequest::LoginEnded { fingerprint, end, reply } => {
                let kind = match end {
                    LoginEnd::Accepted => StateKind::LoginOk { fingerprint },
                    LoginEnd::Rejected(reason) => StateKind::LoginRejected { fingerprint, reason },
                    LoginEnd::NotSent => StateKind::LoginNotSent { fingerprint },
                };
                reply.send(self.told(kind).await).ok()
            }
            GateRequest::Commit { part, reply } => reply.send(self.commit(part).await).ok(),
            GateRequest::StillLeased { reply } => reply.send(self.leased().await).ok(),
            GateRequest::CommitWithdrawn { part, reply } => {
                reply.send(self.record(StateKind::CommitWithdrawn { job_id: self.job_id, part }).await).ok()
            }
        };
    }

    async fn login(&self, fingerprint: String) -> Result<(), Refusal> {
        self.open()?;
        let now = Timestamp::now();
        self.state.read(|state| state.login(self.integration, &fingerprint, now)).map_err(|refusal| match refusal {
            LoginRefusal::Rejected => Refusal::RejectedBefore,
            LoginRefusal::Unproven => Refusal::LoginUnproven,
            LoginRefusal::TooMany => Refusal::TooManyLogins,
        })?;
        self.record(StateKind::LoginStarted { fingerprint: fingerprint.clone() }).await?;
        let granted = self.leased().await;
        if granted.is_err() {
            // Nothing is typed. If that cannot be recorded, it counts as a login without a known end, which is safe.
            self.record(StateKind::LoginNotSent { fingerprint }).await.ok();
        }
        granted
    }

    async fn totp(&self, fingerprint: String, step: u64) -> Result<(), Refusal> {
        self.open()?;
        if self.state.read(|state| state.totp(&fingerprint)).is_some_and(|used| used >= step) {
            return Err(Refusal::CodeUsed);
        }
        self.on_this_machine(&fingerprint, step).await?;
        self.record(StateKind::TotpUsed { fingerprint: fingerprint.clone(), step }).await?;
        // Integrations that share an account may have asked at the same time: the order of the stream decides.
        let worker = self.state.worker();
        if !self.state.read(|state| state.has_totp(&fingerprint, step, worker, self.integration)) {
            return Err(Refusal::CodeUsed);
        }
        self.leased().await
    }

    /// `idlcm run` on the same machine asks no broker: the two tell each other by a file. A worker without a place for
    /// it has the stream all the same.
    async fn on_this_machine(&self, fingerprint: &str, step: u64) -> Result<(), Refusal> {
        let Some(file) = self.codes.cloned() else { return Ok(()) };
        let fingerprint = fingerprint.to_owned();
        match tokio::task::spawn_blocking(move || file.take_code(&fingerprint, step)).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(Refusal::CodeUsed),
            Ok(Err(error)) => {
                tracing::debug!(%error, "no file of used one-time passwords on this machine");
                Ok(())
            }
            Err(_) => Err(Refusal::StateUnavailable),
        }
    }

    async fn commit(&self, part: u32) -> Result<(), Refusal> {
        self.open()?;
        // The mark first: a click without a mark would be sent again by whoever comes next.
        self.record(StateKind::Committing { job_id: self.job_id, part }).await?;
        let granted = self.leased().await.and_then(|()| self.open());
        if granted.is_err() {
            // No click follows. If the mark cannot be taken back, the next attempt starts with a look, which is safe.
            if let Err(error) = self.record(StateKind::CommitWithdrawn { job_id: self.job_id, part }).await {
                tracing::warn!(job_id = %self.job_id, %error, "the committing mark stands although nothing was clicked");
            }
        }
        granted
    }

    fn open(&self) -> Result<(), Refusal> {
        if self.stop.is_cancelled() { Err(Refusal::Stopping) } else { Ok(()) }
    }

    async fn leased(&self) -> Result<(), Refusal> {
        self.lease.prove(PROOF_TIMEOUT).await.map_err(|_| Refusal::LeaseLost)
    }

    /// As [`Gatekeeper::record`]; what cannot be told now is told once the broker is back, before anything else is begun.
    async fn told(&self, kind: StateKind) -> Result<(), Refusal> {
        self.unrecorded.tell(self.integration, self.state, kind).await.map_err(|error| self.shut(&error))
    }

    async fn record(&self, kind: StateKind) -> Result<(), Refusal> {
        self.state.record(self.integration, kind).await.map_err(|error| self.shut(&error))
    }

    fn shut(&self, error: &RecordError) -> Refusal {
        tracing::warn!(integration = %self.integration, job_id = %self.job_id, %error, "the gate stays shut");
        self.out_of_reach.store(true, Ordering::Relaxed);
        Refusal::StateUnavailable
    }
}
