//! An evidence folder as one HTML page that needs nothing else: no network, no server, no JavaScript to be read.

mod error;
mod pictures;
mod render;

pub use error::ReportError;
pub use render::{render, write};
