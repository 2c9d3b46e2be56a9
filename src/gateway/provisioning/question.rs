//! What a person is asked about a job whose committing click was sent and whose effect was not read back.

use crate::contract::{Action, Job, Outcome, Verb};
use crate::gateway::store::job_list::ListedJob;

/// What may be answered.
pub const ANSWERS: [&str; 3] = ["done", "not_done", "look_again"];

/// Whether a person is asked about a job.
pub fn is_open(job: &ListedJob) -> bool {
    job.row.outcome.as_deref() == Some(Outcome::Uncertain.name()) && job.answer.is_none()
}

/// What is asked: whether it happened in the app.
pub fn text(job: &Job, subject: Option<&str>, app: &str) -> String {
    let kind = match job.action {
        Action::On(kind, _) => kind.singular(),
        Action::Check | Action::Sync => "account",
    };
    let who = subject.map_or_else(|| format!("the {kind}"), str::to_owned);
    let asked = match job.action {
        Action::On(_, Verb::Create) => format!("Was {who} created in {app}?"),
        Action::On(_, Verb::Delete) => format!("Was {who} deleted in {app}?"),
        Action::On(_, Verb::Disable) => format!("Was access taken from {who} in {app}?"),
        Action::On(_, Verb::Enable) => format!("Was access given back to {who} in {app}?"),
        _ if job.grants.is_some() => format!("Were the groups of {who} changed in {app} as wished?"),
        _ => format!("Was {who} changed in {app} as wished?"),
    };
    format!("{asked} Look there.")
}
