//! The engine: from a job to a record and a verdict. Session, find, steps, one commit, read back.

mod attempt;
mod commit;
mod describe;
mod evidence;
mod execute;
mod failure;
mod gate;
mod generated;
mod identity;
mod judge;
mod login;
mod logout;
mod lower;
mod masked;
mod page;
mod part;
mod plan;
mod read;
mod reference;
mod row;
mod scope;
mod seat;
mod step;
mod trace;
mod value;
mod verify;
mod wish;

pub use execute::{Done, Order, execute};
pub use failure::Failure;
pub use gate::{Gate, GateRequest, LoginEnd, Refusal};
pub use plan::plan;
pub use scope::AccountSecrets;
pub use seat::Seat;
pub use verify::LONGEST_PAGE;
