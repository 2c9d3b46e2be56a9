//! Dry runs: a recipe against its fixture app, in many cases that nobody wrote by hand.
//!
//! The cases are derived from what the recipe offers and what the fixture holds: screens, reads, writes, sessions,
//! faults of the app, and pages that changed since the recipe was written. Whatever happens in a case, the
//! [oracle](Objection) holds the result against the app's own state and journal: no write that nobody wished, and no
//! result that is not true.

mod browsers;
mod captured;
mod case;
mod collections;
mod entry;
mod faults;
mod gate;
mod listing;
mod mutations;
mod options;
mod oracle;
mod page_mutation;
mod reads;
mod run;
mod sample;
mod sessions;
mod stage;
mod stored;
mod verdict;
mod writes;

pub use case::{Case, Kind};
pub use entry::{Prepared, Unprepared};
pub use options::Options;
pub use oracle::Objection;
pub use run::{cases, run};
pub use verdict::{Played, Verdict};
