//! A gateway's listeners, and what runs behind them.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::management::{self, Keys};
use super::office::Office;
use super::{console, dispatch, scim_api};
use crate::queue::GatewayQueue;

/// Where a gateway listens.
#[derive(Debug)]
pub struct Listeners {
    /// For identity providers.
    pub scim: TcpListener,
    /// For administrators and workers.
    pub management: TcpListener,
}

/// Serves until `stop` is cancelled; requests that are under way get their answers.
///
/// # Errors
/// When a listener is of no use any more.
pub async fn serve(
    office: Arc<Office>,
    queue: GatewayQueue,
    listeners: Listeners,
    keys: Keys,
    stop: CancellationToken,
) -> std::io::Result<()> {
    let scim = scim_api::router(Arc::clone(&office)).into_make_service_with_connect_info::<SocketAddr>();
    let scim = axum::serve(listeners.scim, scim).with_graceful_shutdown(stop.clone().cancelled_owned());
    let api = management::router(Arc::clone(&office), keys);
    let pages = console::router(api.clone(), Arc::clone(&office));
    let management =
        axum::serve(listeners.management, api.merge(pages)).with_graceful_shutdown(stop.clone().cancelled_owned());
    // What is under way is answered with the results that come meanwhile.
    let dispatching = CancellationToken::new();
    let stopping = async {
        stop.cancelled().await;
        office.stopping.cancel();
        Ok(())
    };
    let serving = async {
        let served = tokio::try_join!(scim.into_future(), management.into_future(), stopping);
        dispatching.cancel();
        served.map(drop)
    };
    let (served, ()) = tokio::join!(serving, dispatch::run(Arc::clone(&office), queue, dispatching.clone()));
    office.database.close().await;
    served
}
