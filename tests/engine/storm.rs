//! Random jobs against an app in bad weather, for as long as `IDLCM_STORM_SECONDS` says (60), by one or two browsers at a
//! time (`IDLCM_STORM_BROWSERS`, 2), from a seed that is printed and can be given (`IDLCM_STORM_SEED`).
//!
//! The app's server keeps the truth. No write may reach it that no running job wishes, none twice for one job, and what a
//! result says must be so. A minute of it is part of `make test`, twenty are part of `make test-long`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::weather::{PASSWORD, Storm, USERNAME, User, Wish};
use idlcm::browser::LaunchOptions;
use idlcm::catalog::{Entry, OriginPattern};
use idlcm::contract::{Effect, Integration, Job, JobResult, Outcome, decode_job};
use idlcm::engine::{self, AccountSecrets, BrowserSlot, GateRequest, Order, WorkOrder};
use idlcm::recipe::Strictness;
use idlcm::secrets::Secret;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

fn from_env(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |value| value.parse().unwrap())
}

fn entry(storm: &Storm) -> Entry {
    let base_url: url::Url = storm.url().parse().unwrap();
    let integration: Integration = serde_json::from_value(json!({
        "schema": "idlcm.integration/1", "id": "storm", "app": "storm", "base_url": storm.url(),
        "service_account": {"username": {"env": "NOT_READ"}, "password": {"env": "NOT_READ"}},
    }))
    .unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/apps/storm/recipe.yaml");
    let loaded = idlcm::recipe::load(&path, Strictness::Normal).unwrap();
    let drawn: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
    let origins = vec![OriginPattern::of(&base_url).unwrap()];
    let recipe = Arc::new(loaded.recipe.unwrap_or_else(|| panic!("{}", drawn.join("\n"))));
    let deliveries = std::collections::BTreeMap::new();
    Entry { integration, recipe, base_url, origins, deliveries }
}

/// One attempt, with a gate that says yes.
async fn attempt(job: &Job, entry: &Entry, secrets: &AccountSecrets, slot: &mut BrowserSlot) -> JobResult {
    let (gate, mut requests) = tokio::sync::mpsc::channel::<GateRequest>(1);
    let (stop, launch) = (CancellationToken::new(), LaunchOptions::new(env!("CARGO_BIN_EXE_idlcm").into()));
    let work = WorkOrder::new(job.clone(), gate, stop);
    let store = &idlcm::secrets::Store::default();
    let order = Order { work: &work, entry, secrets, store, launch: &launch, evidence: None, worker_id: "storm" };
    let answers = async {
        while let Some(request) = requests.recv().await {
            request.grant();
        }
    };
    tokio::select! {
        done = Box::pin(engine::execute(order, slot)) => done.result,
        () = answers => unreachable!("the gate closes with the attempt"),
    }
}

/// What is done next, and to whom.
struct Plan {
    job: Job,
    email: Option<String>,
    wish: Option<Wish>,
    /// The user as it is to be.
    wished: Option<User>,
}

/// Random jobs for the users whose number leaves `slot` when divided by `slots`: two jobs at a time never want the same user.
fn plan(random: &mut StdRng, storm: &Storm, slot: usize, slots: usize, number: usize) -> Plan {
    let job = |action: &str, user: &Value| {
        let mut job =
            json!({"schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": "storm", "action": action});
        if !user.is_null() {
            job["user"] = user.clone();
        }
        decode_job(job.to_string().as_bytes()).unwrap()
    };
    let mine: Vec<User> = storm
        .users()
        .into_iter()
        .filter(|user| {
            user.email.bytes().filter(u8::is_ascii_digit).fold(0, |sum, digit| sum * 10 + usize::from(digit - b'0'))
                % slots
                == slot
        })
        .collect();
    let user = mine[random.random_range(0..mine.len())].clone();
    match random.random_range(0..10) {
        0 => Plan { job: job("users.list", &Value::Null), email: None, wish: None, wished: None },
        1..=3 => {
            let email = crate::weather::email(1000 + number * slots + slot);
            let name = format!("New {number}");
            let wished =
                User { email: email.clone(), name: name.clone(), role: "viewer".into(), status: "active".into() };
            let wish = Wish { what: "create", name: Some(name.clone()), role: None };
            let job = job("users.create", &json!({"email": email, "name": name}));
            Plan { job, email: Some(email), wish: Some(wish), wished: Some(wished) }
        }
        4..=6 => {
            let job = job("users.disable", &json!({"email": user.email}));
            let wished = User { status: "disabled".into(), ..user.clone() };
            let wish = Wish { what: "disable", name: None, role: None };
            Plan { job, email: Some(user.email), wish: Some(wish), wished: Some(wished) }
        }
        which => {
            let mut wished = user.clone();
            if which == 9 {
                ["viewer", "editor", "owner"][random.random_range(0..3)].clone_into(&mut wished.role);
            } else {
                wished.name = format!("Renamed {number}");
            }
            let changed = if which == 9 {
                json!({"email": user.email, "role": wished.role})
            } else {
                json!({"email": user.email, "name": wished.name})
            };
            let wish = Wish { what: "edit", name: Some(wished.name.clone()), role: Some(wished.role.clone()) };
            Plan { job: job("users.update", &changed), email: Some(user.email), wish: Some(wish), wished: Some(wished) }
        }
    }
}

/// What is wrong with a result; nothing if it is true.
fn judge(plan: &Plan, result: &JobResult, storm: &Storm, before: &[User], writes: usize) -> Vec<String> {
    let mut wrong = Vec::new();
    let journal = storm.journal();
    let (Some(email), Some(wished)) = (&plan.email, &plan.wished) else {
        let (before, after): (BTreeSet<_>, BTreeSet<_>) = (
            before.iter().map(|user| user.email.clone()).collect(),
            storm.users().into_iter().map(|u| u.email).collect(),
        );
        let listed: BTreeSet<String> =
            result.items.iter().flatten().map(|item| item["email"].as_str().unwrap().to_owned()).collect();
        // Somebody else may create meanwhile.
        let whole = before.intersection(&after).all(|email| listed.contains(email))
            && listed.iter().all(|email| before.contains(email) || after.contains(email));
        if result.complete == Some(true) && !whole {
            wrong.push(format!("a list of {} is called complete; there are {}", listed.len(), after.len()));
        }
        return wrong;
    };
    let own: Vec<_> = journal[writes..].iter().filter(|write| write.email == *email).collect();
    if own.len() > 1 {
        wrong.push(format!("{} writes for one job: {own:?}", own.len()));
    }
    let accepted = own.iter().any(|write| write.accepted);
    let now = storm.user(email);
    match (result.outcome, result.effect) {
        (Outcome::Succeeded, _) if now.as_ref() != Some(wished) => {
            wrong.push(format!("it succeeded, and the user is {now:?}"));
        }
        (Outcome::Unchanged, _) if before.iter().find(|user| user.email == *email) != Some(wished) || accepted => {
            wrong.push(format!(
                "it is called unchanged; it was {:?}, {own:?}",
                before.iter().find(|u| u.email == *email)
            ));
        }
        (Outcome::Failed, Effect::None) if accepted => wrong.push(format!("it failed without an effect, and {own:?}")),
        _ => {}
    }
    wrong
}

#[tokio::test(flavor = "multi_thread")]
async fn no_job_does_what_it_was_not_asked_for_in_a_storm() {
    let seed = from_env("IDLCM_STORM_SEED", rand::rng().random::<u32>().into());
    let slots = usize::try_from(from_env("IDLCM_STORM_BROWSERS", 2)).unwrap();
    let until = Instant::now() + Duration::from_secs(from_env("IDLCM_STORM_SECONDS", 60));
    println!("IDLCM_STORM_SEED={seed} IDLCM_STORM_BROWSERS={slots}");
    let storm = Storm::serve(seed).await;
    let mut work = tokio::task::JoinSet::new();
    for at in 0..slots {
        let storm = storm.clone();
        work.spawn(async move {
            let mut random = StdRng::seed_from_u64(seed.wrapping_add(u64::try_from(at).unwrap() + 1));
            let entry = entry(&storm);
            let secrets =
                AccountSecrets { username: Secret::new(USERNAME), password: Secret::new(PASSWORD), totp: None };
            let mut slot = BrowserSlot::new();
            let (mut counts, mut wrong) = (BTreeMap::<String, usize>::new(), Vec::new());
            let mut number = 0;
            while Instant::now() < until {
                number += 1;
                let plan = plan(&mut random, &storm, at, slots, number);
                let (before, writes) = (storm.users(), storm.journal().len());
                if let (Some(email), Some(wish)) = (&plan.email, &plan.wish) {
                    storm.wish(email, wish.clone());
                }
                let result = attempt(&plan.job, &entry, &secrets, &mut slot).await;
                if let Some(email) = &plan.email {
                    storm.unwish(email);
                }
                let kind = result.error.as_ref().map_or(String::new(), |error| format!(" {}", error.kind.name()));
                *counts
                    .entry(format!("{} {:?}/{:?}{kind}", plan.job.action, result.outcome, result.effect))
                    .or_default() += 1;
                for problem in judge(&plan, &result, &storm, &before, writes) {
                    let said = result.error.as_ref().map(|error| error.message.as_str());
                    let all = storm.journal().into_iter().filter(|write| Some(&write.email) == plan.email.as_ref());
                    let ways: Vec<String> = all.map(|write| format!("{} {} {}", write.at.as_millis(), write.what, write.accepted)).collect();
                    wrong.push(format!(
                        "slot {at}, job {number}, {} {:?}: {problem}; the result: {:?}/{:?}, {said:?}, subject {:?}; all writes to it: {ways:?}",
                        plan.job.action, plan.email, result.outcome, result.effect, result.subject
                    ));
                }
            }
            slot.close().await;
            (counts, wrong)
        });
    }
    let (mut counts, mut wrong) = (BTreeMap::<String, usize>::new(), Vec::new());
    while let Some(done) = work.join_next().await {
        let (more, problems) = done.unwrap();
        for (what, count) in more {
            *counts.entry(what).or_default() += count;
        }
        wrong.extend(problems);
    }
    let unwished: Vec<_> = storm.journal().into_iter().filter(|write| !write.wished).collect();
    wrong.extend(unwished.iter().map(|write| format!("no job that ran wished {write:?}")));
    for (what, count) in &counts {
        println!("{count:>5}  {what}");
    }
    let jobs: usize = counts.values().sum();
    let uncertain: usize = counts.iter().filter(|(what, _)| what.contains("Uncertain")).map(|(_, count)| count).sum();
    println!(
        "storm: seed {seed}, {jobs} jobs, {} writes ({} refused), {uncertain} uncertain, {} wrong",
        storm.journal().len(),
        storm.journal().iter().filter(|write| !write.accepted).count(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(uncertain * 10 <= jobs, "{uncertain} of {jobs} jobs are uncertain");
}
