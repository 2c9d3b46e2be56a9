//! Log lines on standard error; and, where it is built in and asked for, spans to an OpenTelemetry collector.

use std::io::IsTerminal;

use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Registry};

use super::settings::LogFormat;

/// What has to be ended before the program ends.
#[must_use = "the last spans are sent at the end"]
pub(super) struct Log {
    #[cfg(feature = "otel")]
    spans: Option<crate::telemetry::Spans>,
}

/// Starts logging. `RUST_LOG` decides which lines are shown; `default` where it is not set. `traced`: whether spans are
/// sent, if a collector is named.
pub(super) fn start(format: Option<LogFormat>, default: &str, traced: bool) -> Log {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(default));
    let terminal = std::io::stderr().is_terminal();
    let colours = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(colours);
    let json = format.map_or(!terminal, |format| format == LogFormat::Json);
    let lines = if json { lines.json().flatten_event(true).with_span_list(false).boxed() } else { lines.boxed() };
    let subscriber = Registry::default().with(lines.with_filter(filter));
    send(subscriber, traced)
}

#[cfg(not(feature = "otel"))]
fn send(subscriber: impl SubscriberInitExt, _traced: bool) -> Log {
    if subscriber.try_init().is_err() {
        tracing::debug!("logging was started before");
    }
    Log {}
}

#[cfg(feature = "otel")]
fn send<S>(subscriber: S, traced: bool) -> Log
where
    S: tracing::Subscriber + for<'span> tracing_subscriber::registry::LookupSpan<'span> + Send + Sync + 'static,
{
    let started = if traced { crate::telemetry::Spans::start() } else { Ok(None) };
    let layer = started.as_ref().ok().and_then(|spans| Some(spans.as_ref()?.layer()));
    if subscriber.with(layer).try_init().is_err() {
        tracing::debug!("logging was started before");
    }
    let spans = started.unwrap_or_else(|error| {
        tracing::error!("{error}");
        None
    });
    Log { spans }
}

impl Log {
    /// Ends what is still to be sent.
    #[cfg_attr(not(feature = "otel"), expect(clippy::unused_self, reason = "nothing is sent without the feature"))]
    pub(super) fn end(self) {
        #[cfg(feature = "otel")]
        if let Some(spans) = self.spans {
            spans.end();
        }
    }
}
