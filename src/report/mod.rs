//! An evidence folder as one HTML page that needs nothing else: no network, no server, no JavaScript to be read.

mod error;
mod pictures;
mod render;
mod trace_file;

pub use error::ReportError;
pub use render::{render, write};
pub use trace_file::{
    Outline, Phase, StepStatus, TRACE_SCHEMA, TraceFile, TracedError, TracedRecipe, TracedResult, TracedStep,
};
