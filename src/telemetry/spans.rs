//! Spans of jobs for an OpenTelemetry collector, over OTLP (HTTP, protobuf): a job, its attempts, and in them logging in,
//! the commit and the reading back. Spans hold ids and words of the program, never what a job says.

use std::time::Duration;

use opentelemetry::trace::{
    SpanContext, SpanId, TraceContextExt as _, TraceFlags, TraceId, TraceState, TracerProvider as _,
};
use opentelemetry::{Context, KeyValue};
use opentelemetry_otlp::{
    OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, Protocol, WithExportConfig as _,
};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing::{Span, Subscriber};
use tracing_opentelemetry::OpenTelemetrySpanExt as _;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::Layer;
use tracing_subscriber::registry::LookupSpan;

use crate::contract::{IntegrationId, JobResult, TraceParent};

/// The longest wait for a collector at the end of the program.
const FLUSH_WITHIN: Duration = Duration::from_secs(2);

/// Sends spans until it is ended.
#[derive(Debug)]
pub struct Spans(SdkTracerProvider);

/// Why no spans are sent.
#[derive(Debug, thiserror::Error)]
#[error(
    "no spans are sent: {0}; OTEL_EXPORTER_OTLP_ENDPOINT has to be the URL of a collector, such as http://127.0.0.1:4318"
)]
pub struct NotSent(String);

impl Spans {
    /// Sends spans where `OTEL_EXPORTER_OTLP_ENDPOINT` says (or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`), as the service that
    /// `OTEL_SERVICE_NAME` names, `idlcm` by default; `None` where neither endpoint is set. Other variables are those of
    /// <https://opentelemetry.io/docs/specs/otel/protocol/exporter/>, but the protocol is always HTTP with protobuf.
    ///
    /// # Errors
    /// When the endpoint is none.
    pub fn start() -> Result<Option<Self>, NotSent> {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !set(OTEL_EXPORTER_OTLP_ENDPOINT) && !set(OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) {
            return Ok(None);
        }
        let exporter = opentelemetry_otlp::SpanExporter::builder()
            .with_http()
            .with_protocol(Protocol::HttpBinary)
            .build()
            .map_err(|error| NotSent(error.to_string()))?;
        let mut resource =
            Resource::builder().with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")));
        if !set("OTEL_SERVICE_NAME") {
            resource = resource.with_service_name("idlcm");
        }
        let provider =
            SdkTracerProvider::builder().with_resource(resource.build()).with_batch_exporter(exporter).build();
        Ok(Some(Self(provider)))
    }

    /// What makes the program's spans known to it.
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'span> LookupSpan<'span>,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.0.tracer("idlcm"))
            .with_location(false)
            .with_threads(false)
            .with_tracked_inactivity(false)
            .with_level(false)
            .with_target(false)
            .with_filter(filter_fn(|about| about.is_span() && about.target().starts_with("idlcm")))
    }

    /// Sends what is left, within 2 s. Blocks.
    pub fn end(self) {
        if let Err(error) = self.0.shutdown_with_timeout(FLUSH_WITHIN) {
            tracing::warn!(%error, "the last spans may not have reached the collector");
        }
    }
}

/// The span of a job begins: as a part of its sender's trace, if it has one.
pub(super) fn began(span: &Span, parent: Option<&TraceParent>, integration: &IntegrationId) {
    if let Some(remote) = parent.and_then(remote)
        && let Err(error) = span.set_parent(Context::new().with_remote_span_context(remote))
    {
        tracing::debug!(%error, "the job's span begins a trace of its own");
    }
    span.set_attribute("idlcm.integration", integration.to_string());
}

/// The job that is being done here came to an end.
pub(super) fn ended(result: &JobResult) {
    let span = Span::current();
    span.set_attribute("idlcm.job_id", result.job_id.to_string());
    if let Some(action) = result.action {
        span.set_attribute("idlcm.action", action.to_string());
    }
    span.set_attribute("idlcm.outcome", result.outcome.name());
    if let Some(error) = &result.error {
        span.set_attribute("error.type", error.kind.name());
    }
}

fn remote(parent: &TraceParent) -> Option<SpanContext> {
    let flags = if parent.is_sampled() { TraceFlags::SAMPLED } else { TraceFlags::NOT_SAMPLED };
    let trace_id = TraceId::from_hex(parent.trace_id()).ok()?;
    let span_id = SpanId::from_hex(parent.parent_id()).ok()?;
    Some(SpanContext::new(trace_id, span_id, flags, true, TraceState::NONE))
}
