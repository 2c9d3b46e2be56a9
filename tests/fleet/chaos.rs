//! A fleet that loses nothing: jobs of many integrations are done by workers that are killed, stopped and cut off, with
//! browsers that die, on a broker that restarts. Every job has a true result in the end, and every wish its effect once.
//!
//! `IDLCM_CHAOS_SEED` is what the chaos and the jobs are drawn from, `IDLCM_CHAOS_SECONDS` how long the long run goes on.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use idlcm::contract::ErrorKind;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use crate::chaos_driver::{Chaos, Plan, Strike};
use crate::own_fleet::OwnFleet;
use crate::wishes::{Told, violations, wishes};

/// How jobs may fail because of what is done to workers and browsers.
const EXCUSED: [ErrorKind; 5] = [
    ErrorKind::BrowserLost,
    ErrorKind::DriverError,
    ErrorKind::CrashLoop,
    ErrorKind::LoginUnproven,
    // A click that died with its browser: see `killed_browser`.
    ErrorKind::PostconditionFailed,
];

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

fn seed() -> u64 {
    let drawn = || u64::from(uuid::Uuid::new_v4().as_fields().0);
    number("IDLCM_CHAOS_SEED").unwrap_or_else(drawn)
}

async fn run(plan: Plan, integrations: usize, fence: Option<&'static str>) {
    println!("IDLCM_CHAOS_SEED={}: {plan:?}, {integrations} integrations", plan.seed);
    let mut fleet = OwnFleet::start(integrations, None).await;
    fleet.fence = fence;
    let mut rng = StdRng::seed_from_u64(plan.seed);
    let jobs = wishes(&mut rng, &fleet.integrations(), plan.jobs);
    fleet.read_results();
    let began = Instant::now();
    let mut chaos = Chaos::start(&fleet, rng, &plan).await;
    chaos.rage(&plan, &jobs).await;
    let all_done = chaos.recover(&plan, &jobs).await;
    let took = began.elapsed();
    chaos.end_all().await;
    // Results that were published while the workers ended are among them.
    let letters = if all_done { fleet.nothing_waits().await } else { BTreeMap::default() };
    let all = fleet.results.all();
    let told = Told::new(&all);
    let (mut found, mut logins, mut changes, mut refused) = (Vec::new(), 0, 0, 0);
    for (name, app) in &fleet.apps {
        found.extend(violations(name, &app.app, &jobs, &told, &EXCUSED));
        let journal = app.app.journal();
        logins += journal.iter().filter(|entry| entry.action == "login").count();
        changes += journal.iter().filter(|entry| entry.accepted && entry.action.starts_with("users.")).count();
        refused += journal.iter().filter(|entry| !entry.accepted && entry.action.starts_with("users.")).count();
    }
    println!(
        "{} jobs in {took:.1?}; told: {:?}, {} doubles; {} redelivered; at the apps {changes} changes, {refused} refused, \
         {logins} logins; strikes {:?}; exits {:?}; resumed by the operator {}: {:?}; dead letters {letters:?}",
        jobs.len(),
        told.summary(),
        told.doubles,
        all.iter().filter(|result| result.redelivered).count(),
        chaos.strikes,
        chaos.exits,
        chaos.resumed.len(),
        chaos.resumed,
    );
    let killed = [Strike::KillBrowser, Strike::KillPage, Strike::KillDriver].map(|strike| chaos.strikes.get(&strike));
    let killed: usize = killed.into_iter().flatten().sum();
    let lost = told.failed(ErrorKind::PostconditionFailed);
    if lost > killed {
        found.push(format!("{lost} clicks were lost with {killed} browsers"));
    }
    let (dead, lettered): (BTreeSet<_>, BTreeSet<_>) = (told.dead(), letters.keys().cloned().collect());
    if all_done && dead != lettered {
        found.push(format!("dead by their results: {dead:?}; dead letters: {lettered:?}"));
    }
    assert!(all_done && found.is_empty(), "seed {}: {}", plan.seed, found.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_jobs_lose_nothing_while_everything_fails_for_half_a_minute() {
    let plan = Plan {
        seed: seed(),
        jobs: 60,
        workers: 3,
        sessions: 4,
        lasts: Duration::from_secs(30),
        pause: Duration::from_secs(2),
        recovery: Duration::from_mins(2),
    };
    run(plan, 4, Some("1s")).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: make test-long"]
async fn three_hundred_jobs_lose_nothing_while_everything_fails_for_minutes() {
    let plan = Plan {
        seed: seed(),
        jobs: 300,
        workers: 4,
        sessions: 4,
        lasts: Duration::from_secs(number("IDLCM_CHAOS_SECONDS").unwrap_or(300)),
        pause: Duration::from_secs(6),
        recovery: Duration::from_mins(10),
    };
    run(plan, 8, None).await;
}
