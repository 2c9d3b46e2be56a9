//! What has to exist on the broker, as data, and how it is declared, checked and looked at.

mod apply;
mod declaration;
mod declarations;
mod look;
mod reopening;

pub use apply::{Difference, Report, apply, declare};
pub use declaration::{Argument, Declaration, Keeping, Routing};
pub use declarations::{CONSUMER_TIMEOUT_MS, declarations};
pub use look::{Depth, QueueStatus, check, members, status};
