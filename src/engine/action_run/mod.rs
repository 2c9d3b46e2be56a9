//! The actions that a job is made of: which, their steps and commits, and the read that decides.

mod converge;
mod goal;
mod last_holders;
mod number;
mod recommit;
mod resume;
mod run;
mod scope;
mod unrequested;

pub(super) use goal::RunGoal;
pub(super) use recommit::MOST_QUIET;
