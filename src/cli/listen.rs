//! `--listen`: where a worker tells its metrics and its health.

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::telemetry::{self, Exposition, Health};

use super::exit_code::ExitCode;
use super::stop::Stop;

/// Reads an address for clap.
pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    let advice = "write an IP address and a port: 127.0.0.1:9464 for this machine, 0.0.0.0:9464 for a private network";
    text.parse().map_err(|_| advice.to_owned())
}

/// Listens, and answers until the program ends. `reasons`: for which there may be dead letters.
///
/// # Errors
/// When nothing can listen there.
pub(super) async fn start(
    address: SocketAddr,
    health: &Health,
    reasons: impl IntoIterator<Item = &'static str>,
) -> Result<(), Stop> {
    let listener = TcpListener::bind(address).await.map_err(|error| {
        Stop::missing(format!("nothing can listen at {address} (--listen): {error}; choose another address or port"))
    })?;
    let exposition = Exposition::install().map_err(|error| Stop::new(ExitCode::Bug, error.to_string()))?;
    telemetry::dead_letters_none(reasons);
    if let Ok(address) = listener.local_addr() {
        tracing::info!(%address, "metrics and health are told over HTTP");
    }
    let serving = telemetry::serve(listener, exposition, health.clone());
    tokio::spawn(async move {
        if let Err(error) = serving.await {
            tracing::error!(%error, "metrics and health are not told any more; the worker goes on");
        }
    });
    Ok(())
}
