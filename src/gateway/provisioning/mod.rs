//! From wishes to jobs, and from results to what is known of the app.

mod advance;
mod next_step;
pub mod question;
mod results;
mod review;
mod sync;

pub use advance::{advance, advance_members, fail, tell};
pub use next_step::{Memberships, NextStep, for_group, for_user, plain};
pub use results::apply;
pub use review::{Foresight, KindForesight, Named, Part, foresee};
pub use sync::{Changes, Synced, take_in, wanted};
