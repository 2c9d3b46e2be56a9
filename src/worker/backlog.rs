//! Jobs that were delivered and are not settled, in the order of the queue, and which of them may begin.

use std::time::Instant;

use crate::contract::Job;
use crate::engine::Outlook;
use crate::queue::Incoming;
use crate::telemetry::JobTrace;

use super::patience;

/// The jobs of an integration that this worker holds.
#[derive(Debug, Default)]
pub(super) struct Backlog(Vec<Pending>);

/// A job that is not settled.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) incoming: Incoming,
    pub(super) job: Job,
    pub(super) outlook: Outlook,
    /// Not before.
    pub(super) due: Option<Instant>,
    /// Whether an attempt was begun here.
    pub(super) tried: bool,
    /// Its trace, once it is taken up.
    trace: Option<JobTrace>,
}

impl Pending {
    /// Its trace, which begins when the job is taken up first: one that only waits here and goes back has none.
    pub(super) fn trace(&mut self) -> JobTrace {
        let Self { trace, incoming, job, .. } = self;
        trace.get_or_insert_with(|| JobTrace::new(incoming.trace_parent(), &job.integration)).clone()
    }
}

impl Backlog {
    /// Adds the next delivery.
    pub(super) fn push(&mut self, incoming: Incoming, job: Job, outlook: Outlook) {
        self.0.push(Pending { incoming, job, outlook, due: None, tried: false, trace: None });
    }

    /// The first job that may begin: its time has come, and none before it touches what it touches.
    pub(super) fn ready(&self, now: Instant) -> Option<usize> {
        self.unblocked().find(|place| self.0[*place].due.is_none_or(|due| due <= now))
    }

    /// When the next job may begin, if time is all that it waits for.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.unblocked().filter_map(|place| self.0[place].due).min()
    }

    fn unblocked(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().filter_map(|(place, pending)| {
            let print = &pending.outlook.footprint;
            let blocked = self.0[..place].iter().any(|earlier| print.has_to_follow(&earlier.outlook.footprint));
            (!blocked).then_some(place)
        })
    }

    pub(super) fn get(&mut self, place: usize) -> &mut Pending {
        &mut self.0[place]
    }

    pub(super) fn remove(&mut self, place: usize) -> Pending {
        self.0.remove(place)
    }

    /// Whether one of the jobs has waited here for as long as it may.
    pub(super) fn waited_too_long(&self) -> bool {
        self.0.iter().any(|pending| patience::used_up(&pending.incoming, pending.outlook.longest))
    }

    /// How many jobs were begun here and have no end.
    pub(super) fn unfinished(&self) -> usize {
        self.0.iter().filter(|pending| pending.tried).count()
    }
}
