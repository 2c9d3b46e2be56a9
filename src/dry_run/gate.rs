//! What the engine asks before it does what cannot be taken back, answered as a worker would.

use std::collections::BTreeSet;

use tokio::sync::mpsc;

use crate::engine::{GateRequest, LoginEnd, Refusal};

/// What is remembered from job to job of a case.
#[derive(Debug, Default)]
pub(super) struct GateKeeper {
    rejected: BTreeSet<String>,
    last_step: u64,
}

impl GateKeeper {
    /// Answers until the attempt is over; tells of the first commit before it is granted.
    pub(super) async fn answer(
        &mut self,
        mut requests: mpsc::Receiver<GateRequest>,
        mut committing: impl AsyncFnMut(),
    ) {
        let mut first = true;
        while let Some(request) = requests.recv().await {
            match request {
                GateRequest::Login { fingerprint, reply } => {
                    let known = self.rejected.contains(&fingerprint);
                    let _gone = reply.send(if known { Err(Refusal::RejectedBefore) } else { Ok(()) });
                }
                GateRequest::Totp { step, reply, .. } => {
                    let used = step <= self.last_step;
                    self.last_step = self.last_step.max(step);
                    let _gone = reply.send(if used { Err(Refusal::CodeUsed) } else { Ok(()) });
                }
                GateRequest::LoginEnded { fingerprint, end, reply } => {
                    if matches!(end, LoginEnd::Rejected(_)) {
                        self.rejected.insert(fingerprint);
                    }
                    let _gone = reply.send(Ok(()));
                }
                request @ GateRequest::Commit { .. } => {
                    if std::mem::take(&mut first) {
                        committing().await;
                    }
                    request.grant();
                }
                other => other.grant(),
            }
        }
    }
}
