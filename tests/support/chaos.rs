//! Chaos for a fleet: workers are killed and stopped, browsers die, connections are cut, the broker restarts, all drawn from
//! a seed; and the operator who does what the program asks for.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::{IteratorRandom as _, SliceRandom as _};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::fleet::broker::{DEADLINE, Proxy, eventually, eventually_within};
use crate::fleet::{Worker, parent_and_start};
use crate::own_fleet::OwnFleet;
use crate::wishes::Told;

/// Between two looks of the driver.
const SLICE: Duration = Duration::from_millis(200);
/// Between two looks of the operator.
const ROUND: Duration = Duration::from_secs(5);
/// The longest that a worker is stopped.
const LONGEST_STOP: f64 = 30.0;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strike {
    /// A worker is killed, and another one starts.
    KillWorker,
    /// A worker is told to end, and another one starts.
    EndWorker,
    /// A worker is stopped for up to half a minute.
    StopWorker,
    /// A browser of a worker is killed.
    KillBrowser,
    /// A process of a browser that shows a page is killed.
    KillPage,
    /// A driver of a browser is killed.
    KillDriver,
    /// All connections of a worker to the broker are cut.
    Cut,
    /// The broker is stopped and started again.
    RestartBroker,
}

/// What is drawn from until all of it has happened: everything at least once.
const STRIKES: [Strike; 11] = [
    Strike::KillWorker,
    Strike::KillWorker,
    Strike::EndWorker,
    Strike::StopWorker,
    Strike::KillBrowser,
    Strike::KillPage,
    Strike::KillDriver,
    Strike::KillDriver,
    Strike::Cut,
    Strike::Cut,
    Strike::RestartBroker,
];

/// How much of it.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub seed: u64,
    pub jobs: usize,
    pub workers: usize,
    /// Browsers of a worker.
    pub sessions: usize,
    /// How long it goes on.
    pub lasts: Duration,
    /// The mean time between two strikes.
    pub pause: Duration,
    /// How long it may take afterwards until every job has its result.
    pub recovery: Duration,
}

struct Running {
    name: String,
    worker: Worker,
    proxy: Proxy,
    stopped_until: Option<Instant>,
}

/// The fleet under chaos.
pub struct Chaos<'a> {
    fleet: &'a OwnFleet,
    rng: StdRng,
    sessions: String,
    began: Instant,
    workers: Vec<Running>,
    started: usize,
    /// Strikes that are still to come before all are drawn anew.
    bag: Vec<Strike>,
    /// Workers that have ended, whose processes must be gone.
    dead: Vec<(String, Worker)>,
    /// Every process that any worker was seen to have, with the time of its start.
    seen: BTreeMap<(u32, u64), String>,
    next_round: Instant,
    pub strikes: BTreeMap<Strike, usize>,
    /// What the operator resumed, with the reason of the suspension.
    pub resumed: Vec<String>,
    /// How workers ended that were told to.
    pub exits: BTreeMap<String, usize>,
}

impl<'a> Chaos<'a> {
    pub async fn start(fleet: &'a OwnFleet, rng: StdRng, plan: &Plan) -> Self {
        let now = Instant::now();
        let (strikes, exits) = (BTreeMap::new(), BTreeMap::new());
        let mut chaos = Self {
            fleet,
            rng,
            sessions: plan.sessions.to_string(),
            began: now,
            workers: Vec::new(),
            started: 0,
            bag: Vec::new(),
            dead: Vec::new(),
            seen: BTreeMap::new(),
            next_round: now + ROUND,
            strikes,
            resumed: Vec::new(),
            exits,
        };
        for _ in 0..plan.workers {
            chaos.start_worker().await;
        }
        chaos
    }

    async fn start_worker(&mut self) {
        self.started += 1;
        // No name is the beginning of another: processes are found by it.
        let name = format!("w{:03}", self.started);
        let (worker, proxy) = self.fleet.worker(&name, &["--sessions", &self.sessions, "--drain", "10s"]).await;
        self.workers.push(Running { name, worker, proxy, stopped_until: None });
    }

    fn tell(&self, what: impl fmt::Display) {
        println!("{:6.1} s  {what}", self.began.elapsed().as_secs_f64());
    }

    /// Sends the jobs while things go wrong, until the plan's time is over; then whoever is stopped goes on.
    pub async fn rage(&mut self, plan: &Plan, jobs: &[Value]) {
        let end = self.began + plan.lasts;
        let mut sent = 0;
        let mut next = Instant::now() + plan.pause;
        while Instant::now() < end {
            // All are sent when two thirds of the time are over.
            let passed = self.began.elapsed().as_millis() * 3 / 2;
            let due = passed * jobs.len() as u128 / plan.lasts.as_millis() + 4;
            let due = usize::try_from(due).unwrap().min(jobs.len());
            if due > sent {
                self.fleet.broker.publish(&jobs[sent..due]).await;
                sent = due;
            }
            if Instant::now() >= next {
                self.strike().await;
                next = Instant::now() + plan.pause.mul_f64(self.rng.random_range(0.5..1.5));
            }
            self.look().await;
            tokio::time::sleep(SLICE).await;
        }
        self.fleet.broker.publish(&jobs[sent..]).await;
        for running in &mut self.workers {
            if running.stopped_until.take().is_some() {
                running.worker.thaw();
            }
        }
        self.tell("no more chaos");
    }

    async fn strike(&mut self) {
        if self.bag.is_empty() {
            self.bag = STRIKES.to_vec();
            self.bag.shuffle(&mut self.rng);
        }
        let Some(strike) = self.bag.pop() else { return };
        let index = self.rng.random_range(0..self.workers.len());
        let name = self.workers[index].name.clone();
        let struck = match strike {
            Strike::KillWorker => {
                self.remember();
                let mut victim = self.workers.remove(index);
                victim.worker.kill().await;
                victim.proxy.close();
                self.dead.push((victim.name, victim.worker));
                self.start_worker().await;
                true
            }
            Strike::EndWorker if self.workers[index].stopped_until.is_none() => {
                let victim = self.workers.remove(index);
                self.end(victim).await;
                self.start_worker().await;
                true
            }
            Strike::StopWorker if self.workers[index].stopped_until.is_none() => {
                let time = Duration::from_secs_f64(self.rng.random_range(1.0..LONGEST_STOP));
                self.workers[index].worker.freeze();
                self.workers[index].stopped_until = Some(Instant::now() + time);
                self.tell(format_args!("for {time:.1?}:"));
                true
            }
            Strike::KillBrowser => self.kill_process(is_browser),
            Strike::KillPage => self.kill_process(|command| command.contains("--type=renderer")),
            Strike::KillDriver => self.kill_process(|command| program(command).ends_with("chromedriver")),
            Strike::Cut => {
                self.workers[index].proxy.cut();
                true
            }
            Strike::RestartBroker => {
                self.fleet.broker.restart().await;
                true
            }
            Strike::EndWorker | Strike::StopWorker => false,
        };
        if struck {
            *self.strikes.entry(strike).or_default() += 1;
            let at_a_worker =
                !matches!(strike, Strike::KillBrowser | Strike::KillPage | Strike::KillDriver | Strike::RestartBroker);
            self.tell(format_args!("{strike:?} {}", if at_a_worker { &name } else { "" }));
        } else {
            // There was no browser, say: its turn comes again.
            self.bag.insert(0, strike);
        }
    }

    /// Kills a process that one of the workers started; false where there is none.
    fn kill_process(&mut self, is_meant: impl Fn(&str) -> bool) -> bool {
        self.remember();
        let all = self.workers.iter().flat_map(|running| running.worker.family());
        let Some((pid, _, _)) = all.filter(|(_, _, command)| is_meant(command)).choose(&mut self.rng) else {
            return false;
        };
        // It may just have ended.
        kill_process(Pid::from_raw(i32::try_from(pid).unwrap()).unwrap(), Signal::KILL).is_ok()
    }

    fn remember(&mut self) {
        let families = self.workers.iter().flat_map(|running| running.worker.family());
        self.seen.extend(families.map(|(pid, started, command)| ((pid, started), command)));
    }

    /// Lets go on whose time to stand still is over, and looks for suspensions as an operator does.
    async fn look(&mut self) {
        let now = Instant::now();
        for running in &mut self.workers {
            if running.stopped_until.is_some_and(|until| until <= now) {
                running.stopped_until = None;
                running.worker.thaw();
            }
        }
        if now < self.next_round {
            return;
        }
        self.next_round = now + ROUND;
        self.remember();
        for state in self.fleet.status().await {
            if state["state"] == "suspended" && state["until"].is_null() {
                let integration = state["integration"].as_str().unwrap();
                self.tell(format_args!("the operator resumes {integration}: {} {}", state["reason"], state["message"]));
                self.resumed.push(format!("{integration} {}", state["reason"]));
                self.fleet.resume(integration).await;
            }
        }
    }

    async fn end(&mut self, mut victim: Running) {
        let status = victim.worker.end().await;
        *self.exits.entry(status.to_string()).or_default() += 1;
        victim.proxy.close();
        self.dead.push((victim.name, victim.worker));
    }

    /// Leaves the fleet alone until every job has a result.
    pub async fn recover(&mut self, plan: &Plan, jobs: &[Value]) -> bool {
        let end = Instant::now() + plan.recovery;
        while Instant::now() < end {
            let told = Told::new(&self.fleet.results.all());
            if jobs.iter().all(|job| told.is_done(job)) {
                self.tell("every job has a result");
                return true;
            }
            self.look().await;
            tokio::time::sleep(SLICE).await;
        }
        self.tell("not every job has a result");
        false
    }

    /// Ends all workers. Of none of them is anything left.
    pub async fn end_all(&mut self) {
        self.remember();
        for victim in std::mem::take(&mut self.workers) {
            self.end(victim).await;
        }
        for (name, worker) in &self.dead {
            eventually(&format!("the end of all that {name} started"), async || {
                worker.processes().is_empty().then_some(())
            })
            .await;
        }
        let left = || {
            let seen = self.seen.iter();
            let alive = seen.filter(|((pid, started), _)| parent_and_start(*pid).is_some_and(|(_, at)| at == *started));
            alive.map(|((pid, _), command)| format!("{pid} {command}")).collect::<Vec<_>>()
        };
        let gone = tokio::time::timeout(
            DEADLINE,
            eventually_within(2 * DEADLINE, "an end", async || left().is_empty().then_some(())),
        );
        assert!(gone.await.is_ok(), "processes that are left: {:#?}", left());
        self.tell(format_args!("{} workers and {} processes have ended", self.started, self.seen.len()));
    }
}

fn program(command: &str) -> &str {
    command.split(' ').next().unwrap_or_default()
}

/// The first process of a browser: its others have a type.
fn is_browser(command: &str) -> bool {
    command.contains("--user-data-dir") && !command.contains("--type=") && !program(command).ends_with("chromedriver")
}
