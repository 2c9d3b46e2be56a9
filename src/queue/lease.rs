//! The right to work for an integration: held by whoever the broker delivers its jobs to.

use std::time::{Duration, Instant};

use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

/// How long a proof of the lease may take.
pub const PROOF_TIMEOUT: Duration = Duration::from_secs(2);

/// The lease on a queue, for as long as a subscription lives. Copies are the same lease.
#[derive(Debug, Clone)]
pub struct Lease {
    /// Different for each subscription of this process.
    pub epoch: u64,
    lost: CancellationToken,
    proofs: mpsc::Sender<oneshot::Sender<()>>,
}

/// Another worker may hold the integration now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the lease is lost")]
pub struct LeaseLost;

impl Lease {
    pub(super) fn new(epoch: u64) -> (Self, mpsc::Receiver<oneshot::Sender<()>>) {
        let (proofs, asked) = mpsc::channel(1);
        (Self { epoch, lost: CancellationToken::new(), proofs }, asked)
    }

    /// Cancelled when the lease is lost or given back.
    pub fn lost(&self) -> &CancellationToken {
        &self.lost
    }

    /// Whether the lease is not known to be lost. Only [`Lease::prove`] shows that it is held.
    pub fn is_alive(&self) -> bool {
        !self.lost.is_cancelled()
    }

    /// Asks the broker on the channel that consumes, and waits for its answer: what came before on that channel, such as
    /// its end, has arrived by then.
    ///
    /// # Errors
    /// When the lease is lost, or when the broker does not answer in time.
    pub async fn prove(&self, timeout: Duration) -> Result<(), LeaseLost> {
        let proof = async {
            let (reply, answer) = oneshot::channel();
            self.proofs.send(reply).await.map_err(|_| LeaseLost)?;
            answer.await.map_err(|_| LeaseLost)
        };
        let asked = Instant::now();
        tokio::time::timeout(timeout, proof).await.map_err(|_| LeaseLost)??;
        // An answer that waited here while the process was stopped says what was so then.
        if self.is_alive() && asked.elapsed() <= timeout { Ok(()) } else { Err(LeaseLost) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_answer_that_a_stopped_process_finds_when_it_goes_on_proves_nothing() {
        let (lease, mut asked) = Lease::new(1);
        let timeout = Duration::from_millis(40);
        let mut proof = Box::pin(lease.prove(timeout));
        assert!(futures_util::poll!(&mut proof).is_pending());
        let reply = asked.recv().await.unwrap();
        // As if the process were stopped: nothing is polled meanwhile.
        let stopped = Instant::now();
        while stopped.elapsed() <= timeout * 2 {
            std::hint::spin_loop();
        }
        reply.send(()).unwrap();
        assert_eq!(proof.await, Err(LeaseLost));
    }

    #[tokio::test]
    async fn an_answer_in_time_proves_the_lease() {
        let (lease, mut asked) = Lease::new(1);
        let answers = async { asked.recv().await.unwrap().send(()).unwrap() };
        let (proved, ()) = tokio::join!(lease.prove(Duration::from_secs(5)), answers);
        assert_eq!(proved, Ok(()));
    }
}
