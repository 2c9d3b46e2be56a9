//! The engine: from a job to a record and a verdict. Session, find, steps, one commit, read back.

mod attempt;
mod browser_slot;
mod command_count;
mod commit;
mod compile;
mod describe;
mod desired_state;
mod evidence;
mod execute;
mod failure;
mod gate;
mod generated;
mod identity;
mod judge;
mod login;
mod logout;
mod masked;
mod page;
mod part;
mod plan;
mod read;
mod recorder;
mod reference;
mod row;
mod scope;
mod step;
mod trace;
mod value;
mod verify;

pub use browser_slot::BrowserSlot;
pub use execute::{Done, Order, execute};
pub use failure::Failure;
pub use gate::{Gate, GateRequest, LoginEnd, Refusal};
pub use plan::plan;
pub use scope::AccountSecrets;
pub use verify::LONGEST_PAGE;
