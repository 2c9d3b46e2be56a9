//! What a job wants to hold, what the app has, and which action closes the difference. Pure.

mod asked;
mod attributes;
mod grants;
mod next;
mod offered;
mod part;
mod partial;
mod protected;
pub(super) mod reference;
mod state;
mod wish;

pub(super) use attributes::describe;
pub(super) use next::next_part;
pub(super) use part::{NextPart, write_action};
pub(super) use state::DesiredState;
pub(super) use wish::wish;
