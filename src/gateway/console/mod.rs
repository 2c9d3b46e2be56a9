//! The console: the administrator's window, a web page below `/console` on the management listener. A client of the
//! management API like any other, that speaks to it within the process as the person who is signed in.

mod answer;
mod api;
mod assets;
mod form;
mod gate;
mod grave;
mod live;
mod page;
mod pages;
mod router;
mod state;
mod trouble;
mod visitor;

pub use gate::Access;
pub use router::{Route, router, routes};
