//! `idlcm serve`: gateway and worker in one process, for one machine.

use std::collections::BTreeSet;

use clap::Args;
use tokio_util::sync::CancellationToken;

use crate::queue::{EmbeddedEnds, EmbeddedQueue, GatewayQueue, Queue};
use crate::telemetry::Health;

use super::exit_code::ExitCode;
use super::gateway::House;
use super::live_catalog::LiveCatalog;
use super::settings::Settings;
use super::stop::{Ended, Stop};
use super::worker::Work;
use super::{broker, launch};

/// Run gateway and worker in one process: no broker is needed, or that of --amqp-url is used, with any number of workers
#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    house: House,
    #[command(flatten)]
    work: Work,
}

impl Serve {
    pub(super) async fn run(&self, settings: &Settings) -> Ended {
        // Better no gateway than one whose every write fails.
        launch::found(&launch::options(settings, false)?).await?;
        let open = self.house.open(settings, Health::default()).await?;
        let (queue, ends) = if settings.amqp_url.is_some() {
            let broker = broker::broker(settings)?;
            (Queue::Broker(broker.clone()), GatewayQueue::Broker(broker))
        } else {
            let (queue, published) = EmbeddedQueue::new(&BTreeSet::new());
            let queue = queue
                .with_state_file(&self.house.data.join("worker-state.jsonl"))
                .map_err(|error| Stop::missing(error.to_string()))?;
            (Queue::Embedded(queue.clone()), GatewayQueue::Embedded(EmbeddedEnds::new(queue, published)))
        };
        let live = LiveCatalog::of_office(settings, open.office.clone()).await?;
        let stop = CancellationToken::new();
        let working = async {
            // It ends at SIGTERM, when its jobs are done; the gateway takes in their results.
            let ended = self.work.run(settings, queue, live).await;
            stop.cancel();
            ended
        };
        let (worked, served) = tokio::join!(Box::pin(working), open.serve(ends, stop.clone()));
        match (worked, served) {
            (Ok(ExitCode::Done), served) => served,
            (worked, _) => worked,
        }
    }
}
