//! From wishes to jobs, and from results to what is known of the app.

mod advance;
mod answers;
mod next_step;
pub mod question;
mod results;
mod review;
mod seen;
mod sync;

pub use advance::{advance, advance_members, fail, tell};
pub use answers::{count_as_done, wish_again};
pub use next_step::{Memberships, NextStep, for_group, for_user, plain};
pub use results::apply;
pub use review::{Foresight, KindForesight, Named, Part, foresee};
pub use seen::{SEEN, close_seen};
pub use sync::{Changes, Synced, take_in, wanted};
