//! The actions that a job is made of: which, their steps and commits, and the read that decides.

mod again;
mod converge;
mod goal;
mod number;
mod resume;
mod run;
mod scope;
mod unrequested;

pub(super) use again::MOST_QUIET;
pub(super) use goal::RunGoal;
