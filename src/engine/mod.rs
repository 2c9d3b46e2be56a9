//! The engine: from a job to a trace. Plan, session, steps, one commit, verify.

mod gate;

pub use gate::{Gate, GateRequest, Refusal};
