//! The life of an integration: created, tested, connected, synced, imported; paused and archived.

mod answer;
mod bearer;
mod life;
mod tokens;

pub use answer::{Answer, Follows, NotTaken, answer};
pub use bearer::{Bearer, NotABearer};
pub(super) use bearer::{equal, hash, random};
pub use life::{Refused, archive, create, decide, pause, report, start, update};
pub use tokens::{NewToken, issue};
