//! What follows from the record of an attempt: the verdict, and how it is told.

mod judge;
mod problem;
mod record;
mod result;
mod retry;

pub(super) use judge::{Verdict, judge};
pub(super) use problem::problem;
pub(super) use record::record;
pub(super) use result::result;
pub(super) use retry::retry;
