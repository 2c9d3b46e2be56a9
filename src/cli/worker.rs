//! `idlcm worker`: consume, execute, publish, until SIGTERM.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::contract::Duration;
use crate::engine::{self, EvidenceRules};
use crate::queue::{DeadReason, Queue};
use crate::secrets::StateFile;
use crate::telemetry::{self, Health};
use crate::worker::{JobRunner, Settings as WorkerSettings, Worker as QueueWorker};

use super::exit_code::ExitCode;
use super::live_catalog::{FromGateway, LiveCatalog};
use super::settings::{Settings, duration};
use super::stop::{Ended, Stop};
use super::{broker, launch, listen, signal};

/// Take jobs from the queue, carry them out and publish their results, until SIGTERM
#[derive(Debug, Args)]
pub(super) struct Worker {
    #[command(flatten)]
    work: Work,
    #[command(flatten)]
    from: FromGateway,
}

/// How jobs are carried out.
#[derive(Debug, Args)]
pub(super) struct Work {
    /// Browsers at once, each of another integration. Default: number of cores
    #[arg(long, env = "IDLCM_SESSIONS", value_name = "N")]
    sessions: Option<usize>,
    /// Browsers that are open before a job needs them, among those of --sessions: the first job of an integration is done
    /// sooner, and each takes about 100 MB
    #[arg(long, env = "IDLCM_WARM", default_value_t = 0, value_name = "N")]
    warm: usize,
    /// How long running jobs may go on after SIGTERM
    #[arg(long, env = "IDLCM_DRAIN", default_value = "90s", value_parser = duration, value_name = "TIME")]
    drain: Duration,
    /// How long an app that is down is left alone at first; doubled each time, up to 30 times as long
    #[arg(long, env = "IDLCM_OUTAGE", default_value = "1m", value_parser = duration, value_name = "TIME")]
    outage: Duration,
    /// Evidence that is older is removed, looked at every hour
    #[arg(long, env = "IDLCM_EVIDENCE_FOR", default_value = "30d", value_parser = duration, value_name = "TIME")]
    evidence_for: Duration,
    /// The most evidence, in MiB: beyond that the oldest is removed
    #[arg(long, env = "IDLCM_EVIDENCE_MAX", default_value_t = 5120, value_name = "MIB")]
    evidence_max: u64,
    /// Tell metrics (/metrics) and health (/healthz, /readyz) over HTTP there, such as 127.0.0.1:9464; no authentication.
    /// Default: nowhere
    #[arg(long, env = "IDLCM_LISTEN", value_parser = listen::address, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// How long a new holder of an integration waits when jobs of its predecessor come back
    #[arg(long, env = "IDLCM_FENCE", default_value = "25s", value_parser = duration, value_name = "TIME", hide = true)]
    fence: Duration,
}

/// How often old evidence is looked for.
const SWEEP_EVERY: std::time::Duration = std::time::Duration::from_hours(1);

/// How long a worker that is told to stop at once may take.
const STOPS_WITHIN: std::time::Duration = std::time::Duration::from_millis(4500);

impl Worker {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        let broker = broker::broker(settings)?;
        let live = LiveCatalog::open(settings, &self.from).await?;
        self.work.run(settings, Queue::Broker(broker), live).await
    }
}

impl Work {
    /// Works until SIGTERM.
    pub(super) async fn run(&self, settings: &Settings, queue: Queue, live: LiveCatalog<'_>) -> Ended {
        let options = launch::options(settings, false)?;
        let health = Health::default();
        if let Some(address) = self.listen {
            listen::start(address, &health, DeadReason::ALL.map(DeadReason::name)).await?;
        }
        // A worker without a browser would fail every job: better not to start.
        let browser = launch::found(&options).await?;
        let mut worker = WorkerSettings {
            drain: self.drain.get(),
            fence: self.fence.get(),
            outage: self.outage.get(),
            codes: StateFile::used_codes(),
            health: health.clone(),
            ..WorkerSettings::default()
        };
        if let Some(sessions) = self.sessions {
            if sessions == 0 {
                return Err(Stop::new(ExitCode::Usage, "--sessions 0 would do no job; write 1 or more"));
            }
            worker.sessions = sessions;
        }
        telemetry::slots(worker.sessions);
        let integrations = live.known();
        tracing::info!(
            worker = %worker.worker_id, integrations = integrations.borrow().len(), sessions = worker.sessions,
            %browser, "worker starts"
        );
        let evidence = EvidenceRules { root: settings.evidence.clone(), personal: settings.evidence_personal.into() };
        let runner =
            JobRunner::new(live.catalogs(), options, evidence.clone(), worker.worker_id.clone(), worker.sessions);
        let runner = Arc::new(runner.with_warm(self.warm).with_secrets(settings.store()));
        let (drain, stop, house) = (CancellationToken::new(), CancellationToken::new(), CancellationToken::new());
        let working = async {
            let worker = QueueWorker { queue, integrations, handler: runner.handler(), settings: worker };
            let summary = worker.run(drain.clone(), stop.clone()).await;
            house.cancel();
            summary
        };
        let signals = async {
            let asked = house.run_until_cancelled(signal::ended()).await;
            if asked.is_none() {
                return;
            }
            tracing::info!("draining: running jobs may end, no further one begins");
            health.draining();
            drain.cancel();
            // At the end of that time nothing may be waited for any longer, as when it is told a second time.
            let last = async {
                tokio::select! {
                    () = signal::ended() => {}
                    () = tokio::time::sleep(self.drain.get()) => {}
                }
            };
            if house.run_until_cancelled(last).await.is_some() {
                tracing::info!("stopping before the next committing click");
                stop.cancel();
            }
        };
        // Whatever still hangs then, a page or the broker: what is not acknowledged is delivered again, a commit has its
        // mark, and the guards of the browsers end them.
        let overdue = async {
            stop.cancelled().await;
            tokio::time::sleep(STOPS_WITHIN).await;
        };
        let all = Box::pin(async {
            let sweeping = self.sweep(&evidence.root, &house);
            let idle = runner.close_idle(&house);
            tokio::join!(working, idle, runner.keep_warm(&house), signals, live.follow(&house), sweeping)
        });
        let (summary, (), (), (), (), ()) = tokio::select! {
            biased;
            all = all => all,
            () = overdue => {
                tracing::warn!("not everything came to its end in time; what was left is in its queue");
                return Ok(ExitCode::Unfinished);
            }
        };
        tracing::info!(settled = summary.settled, left = summary.left, "worker ends");
        Ok(if summary.left > 0 { ExitCode::Unfinished } else { ExitCode::Done })
    }

    /// Removes evidence that is too old, or too much, until the end.
    async fn sweep(&self, root: &Path, house: &CancellationToken) {
        loop {
            let (root, keep) = (root.to_owned(), self.evidence_for.get());
            let most = self.evidence_max.saturating_mul(1024 * 1024);
            // Files are read and removed: not on a thread that others wait for.
            let swept = tokio::task::spawn_blocking(move || engine::sweep(&root, keep, most, SystemTime::now())).await;
            match swept {
                Ok(Ok(swept)) if swept.folders > 0 => {
                    tracing::info!(folders = swept.folders, bytes = swept.bytes, "old evidence was removed");
                }
                Ok(Ok(_)) => {}
                Ok(Err(error)) => tracing::warn!(%error, "the folder of evidence cannot be looked through"),
                Err(error) => tracing::warn!(%error, "old evidence was not removed"),
            }
            if house.run_until_cancelled(tokio::time::sleep(SWEEP_EVERY)).await.is_none() {
                break;
            }
        }
    }
}
