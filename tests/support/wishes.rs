//! Jobs whose effects are known beforehand, and what must be true when they are done: what the apps keep and have written
//! down is compared with what was wished and what was told. Our own logs are never asked.

use std::collections::{BTreeMap, BTreeSet};

use idlcm::contract::{Effect, ErrorKind, JobResult, Outcome};
use idlcm::fixture::{JournalEntry, Running};
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use serde_json::{Value, json};

const ROLES: [&str; 3] = ["admin", "accountant", "viewer"];
/// The free seats of `ledgerly` are three: so many users are new, the others have been there before.
const NEW: usize = 3;
/// Users of `ledgerly`: address, name, role, and whether they are active.
const KNOWN: [(&str, &str, &str, bool); 4] = [
    ("noa.benami@northwind.example", "נועה בן־עמי", "viewer", true),
    ("d_angelo@northwind.example", "Chiara D'Angelo", "accountant", true),
    ("jose.nunez@northwind.example", "José Núñez", "viewer", false),
    ("zoe+books@northwind.example", "Zoë van der Meer", "viewer", true),
];
/// What a user is after the jobs so far.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Person {
    active: bool,
    role: String,
}

/// The address and the name of a user of an integration, and what it is before any job.
fn user(integration: &str, number: usize) -> (String, String, Option<Person>) {
    let Some((email, name, role, active)) = number.checked_sub(NEW).map(|known| KNOWN[known]) else {
        return (format!("u{number}@{integration}.example"), format!("User {number} of {integration}"), None);
    };
    (email.to_owned(), name.to_owned(), Some(Person { active, role: role.to_owned() }))
}

/// What a job changes: the actions that the app writes down, in order.
fn effects(person: &mut Option<Person>, job: &Value) -> Vec<&'static str> {
    let role = job["user"]["role"].as_str();
    let before = person.clone();
    match (job["action"].as_str().unwrap(), person) {
        ("users.create", none @ None) => {
            *none = Some(Person { active: true, role: role.unwrap().to_owned() });
            vec!["users.create"]
        }
        ("users.disable", Some(person)) => {
            person.active = false;
            if before.unwrap().active { vec!["users.disable"] } else { vec![] }
        }
        ("users.enable", Some(person)) => {
            person.active = true;
            if before.unwrap().active { vec![] } else { vec!["users.enable"] }
        }
        ("users.update", Some(person)) => {
            role.unwrap().clone_into(&mut person.role);
            if before.unwrap().role == person.role { vec![] } else { vec!["users.update"] }
        }
        // The user is missing: an earlier job failed.
        (_, _) => vec![],
    }
}

/// A job about a user of an integration, which has a number.
pub fn wish(integration: &str, action: &str, number: usize, role: &str) -> Value {
    let (email, name, _) = user(integration, number);
    let mut user = json!({"email": email});
    if matches!(action, "users.create" | "users.update") {
        user["name"] = json!(name);
        user["role"] = json!(role);
    }
    json!({
        "schema": "idlcm.job/1", "job_id": uuid::Uuid::new_v4(), "integration": integration,
        "action": action, "user": user,
    })
}

/// So many jobs, in the order in which they are to be sent. Each user's first one creates it; what follows mostly changes
/// something, and sometimes wishes what is so already.
pub fn wishes(rng: &mut StdRng, integrations: &[String], jobs: usize) -> Vec<Value> {
    let users = jobs.div_ceil(integrations.len()).div_ceil(4).clamp(2, NEW + KNOWN.len());
    let mut people: BTreeMap<(String, usize), Option<Person>> = BTreeMap::new();
    (0..jobs)
        .map(|index| {
            // All integrations alike.
            let integration = &integrations[index % integrations.len()];
            let number = rng.random_range(0..users);
            let person = people.entry((integration.clone(), number)).or_insert_with(|| user(integration, number).2);
            let action = match person {
                None => "users.create",
                Some(person) => {
                    let usual = if person.active { "users.disable" } else { "users.enable" };
                    let wish: [&str; 6] = ["users.disable", "users.enable", "users.update", usual, usual, usual];
                    *wish.choose(rng).unwrap()
                }
            };
            let job = wish(integration, action, number, ROLES.choose(rng).unwrap());
            effects(person, &job);
            job
        })
        .collect()
}

/// What was told about the jobs, without doubles.
pub struct Told {
    results: BTreeMap<String, Vec<JobResult>>,
    /// What must not be: two messages that are doubles by their numbers and say different things.
    contradictions: Vec<String>,
    pub doubles: usize,
}

impl Told {
    pub fn new(all: &[JobResult]) -> Self {
        let mut told = Self { results: BTreeMap::new(), contradictions: Vec::new(), doubles: 0 };
        for result in all {
            let of_job = told.results.entry(result.job_id.to_string()).or_default();
            let double = of_job.iter().find(|r| (r.attempt, r.chunk) == (result.attempt, result.chunk));
            let Some(first) = double else {
                of_job.push(result.clone());
                continue;
            };
            told.doubles += 1;
            // A worker that never heard of the end finds the app as wished, and begins to count anew.
            let looked_again = result.outcome == Outcome::Unchanged && first.outcome == Outcome::Succeeded;
            if (first.outcome, first.effect) != (result.outcome, result.effect) && !looked_again {
                told.contradictions.push(format!("doubles that differ: {first:#?}\n{result:#?}"));
            }
        }
        told
    }

    fn of(&self, job: &Value) -> &[JobResult] {
        self.results.get(job["job_id"].as_str().unwrap()).map_or(&[], Vec::as_slice)
    }

    pub fn is_done(&self, job: &Value) -> bool {
        self.of(job).iter().any(|result| result.last)
    }

    /// How many jobs ended how.
    pub fn summary(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for result in self.results.values().flatten() {
            let kind = result.error.as_ref().map_or(String::new(), |error| format!(" {}", error.kind));
            *counts.entry(format!("{}{kind}", result.outcome)).or_default() += 1;
        }
        counts
    }

    /// How many jobs failed in that way.
    pub fn failed(&self, kind: ErrorKind) -> usize {
        let failed = |result: &&JobResult| result.error.as_ref().is_some_and(|error| error.kind == kind);
        self.results.values().flatten().filter(failed).count()
    }

    /// Jobs of whom something was told that a person has to look at, so that there is a dead letter of them.
    pub fn dead(&self) -> BTreeSet<String> {
        let dead = |result: &JobResult| {
            let kind = result.error.as_ref().map(|error| error.kind);
            result.outcome == Outcome::Uncertain
                || kind.is_some_and(|kind| kind == ErrorKind::CrashLoop || kind.retry().attempts() > 1)
        };
        self.results.iter().filter(|(_, all)| all.iter().any(dead)).map(|(id, _)| id.clone()).collect()
    }
}

/// What results allow to be true of a job that wishes a change.
fn allowed(results: &[JobResult], wishes_change: bool) -> (bool, bool) {
    let any = |effect: Effect| results.iter().any(|result| result.effect == effect);
    let unchanged = results.iter().any(|result| result.outcome == Outcome::Unchanged);
    let (applied, uncertain) = (any(Effect::Applied), any(Effect::Uncertain));
    if wishes_change { (applied || uncertain, !applied && !unchanged) } else { (false, !applied) }
}

/// How a user can have ended by the app's records of it and what was told: each job in its turn has its effects once or not
/// at all. Nothing if the records cannot be what was told.
fn ends(jobs: &[&Value], told: &Told, journal: &[&JournalEntry], person: Option<Person>) -> Vec<Option<Person>> {
    let Some((job, later)) = jobs.split_first() else {
        return if journal.is_empty() { vec![person] } else { vec![] };
    };
    let mut after = person.clone();
    let wished = effects(&mut after, job);
    let (done, not_done) = allowed(told.of(job), !wished.is_empty());
    let mut found = Vec::new();
    if done && journal.len() >= wished.len() {
        let (now, rest) = journal.split_at(wished.len());
        if now.iter().map(|entry| entry.action.as_str()).eq(wished) {
            found.extend(ends(later, told, rest, after));
        }
    }
    if not_done {
        found.extend(ends(later, told, journal, person));
    }
    found
}

/// What is wrong with an integration. `jobs`: those that were sent, in order. `excused`: the kinds of failures that what was
/// done to the fleet may lead to.
pub fn violations(integration: &str, app: &Running, jobs: &[Value], told: &Told, excused: &[ErrorKind]) -> Vec<String> {
    let mut found = Vec::new();
    let journal = app.journal();
    let changes: Vec<&JournalEntry> = journal.iter().filter(|entry| entry.action.starts_with("users.")).collect();
    let mut users: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for job in jobs.iter().filter(|job| job["integration"] == *integration) {
        users.entry(job["user"]["email"].as_str().unwrap()).or_default().push(job);
        if !told.is_done(job) {
            found.push(format!("no result of {job}"));
        }
        let odd = |result: &JobResult| match (&result.error, result.outcome) {
            (Some(error), Outcome::Failed) => !excused.contains(&error.kind),
            (_, outcome) => !matches!(outcome, Outcome::Succeeded | Outcome::Unchanged),
        };
        if told.of(job).iter().any(odd) {
            found.push(format!("nothing that was done to the fleet is the reason of\n  {job}\n{}", said(told.of(job))));
        }
    }
    for entry in &changes {
        if !users.contains_key(entry.subject.as_str()) {
            found.push(format!("nobody wished {entry:?}"));
        }
        // Only what a second click can do no harm to is clicked a second time.
        if !entry.accepted && entry.action != "users.create" {
            found.push(format!("refused: {entry:?}"));
        }
    }
    for (email, jobs) in users {
        let accepted: Vec<&JournalEntry> =
            changes.iter().filter(|entry| entry.accepted && entry.subject == email).copied().collect();
        let state = app.state();
        let now = state
            .user(email)
            .map(|user| Person { active: user.status.name() == "active", role: user.text("role").to_owned() });
        let first = (0..NEW + KNOWN.len()).map(|number| user(integration, number)).find(|user| user.0 == email);
        let ends = ends(&jobs, told, &accepted, first.and_then(|user| user.2));
        if !ends.contains(&now) {
            let lines: Vec<String> = jobs.iter().map(|job| format!("  {job}\n{}", said(told.of(job)))).collect();
            let written: Vec<String> =
                accepted.iter().map(|entry| format!("  {} {}", entry.at, entry.action)).collect();
            let (lines, written) = (lines.join("\n"), written.join("\n"));
            found
                .push(format!("{email} is {now:?}; by what was told {ends:?}\n{lines}\nthe app wrote down\n{written}"));
        }
    }
    found.extend(told.contradictions.iter().filter(|text| text.contains(integration)).cloned());
    found
}

fn said(results: &[JobResult]) -> String {
    let line = |result: &JobResult| {
        let error = result.error.as_ref().map(|error| format!(" {}: {}", error.kind, error.message));
        format!(
            "    attempt {}: {} {:?}{}, finished {:?} by {}",
            result.attempt,
            result.outcome,
            result.effect,
            error.unwrap_or_default(),
            result.times.finished.map(|at| at.to_string()),
            result.worker.id,
        )
    };
    results.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What this page finds, and what it lets pass.
mod tests {
    use super::*;

    fn entry(action: &str) -> JournalEntry {
        let session = "1".to_owned();
        let (action, subject) = (action.to_owned(), "u0@i00.example".to_owned());
        JournalEntry { at: jiff::Timestamp::UNIX_EPOCH, session, action, subject, accepted: true, reason: None }
    }

    fn result(job: &Value, attempt: u32, outcome: Outcome, effect: Effect) -> JobResult {
        let error = idlcm::contract::JobError::new(ErrorKind::Internal, "");
        let id = job["job_id"].as_str().unwrap().parse().unwrap();
        let refused = JobResult::refused(id, "i00".parse().unwrap(), None, error);
        JobResult { attempt, outcome, effect, error: None, ..refused }
    }

    /// Whether a create and a disable with these results can have left this journal.
    fn is_explained(create: (Outcome, Effect), disable: (Outcome, Effect), journal: &[&str]) -> bool {
        let jobs = ["users.create", "users.disable"].map(|action| wish("i00", action, 0, "viewer"));
        let results = [result(&jobs[0], 1, create.0, create.1), result(&jobs[1], 1, disable.0, disable.1)];
        let journal: Vec<JournalEntry> = journal.iter().map(|action| entry(action)).collect();
        let journal: Vec<&JournalEntry> = journal.iter().collect();
        !ends(&jobs.iter().collect::<Vec<_>>(), &Told::new(&results), &journal, None).is_empty()
    }

    #[test]
    fn each_wish_has_its_effect_once_in_its_order_and_as_it_was_told() {
        let done = (Outcome::Succeeded, Effect::Applied);
        let (none, failed) = ((Outcome::Unchanged, Effect::None), (Outcome::Failed, Effect::None));
        let unknown = (Outcome::Uncertain, Effect::Uncertain);
        let (create, disable) = ("users.create", "users.disable");
        assert!(is_explained(done, done, &[create, disable]));
        assert!(!is_explained(done, done, &[create, create, disable]), "twice");
        assert!(!is_explained(done, done, &[disable, create]), "out of order");
        assert!(!is_explained(done, done, &[create]), "told and not done");
        assert!(!is_explained(done, none, &[create, disable]), "done and not told");
        assert!(!is_explained(done, none, &[create]), "called unchanged where it is not as wished");
        assert!(is_explained(done, failed, &[create]) && !is_explained(done, failed, &[create, disable]));
        assert!(is_explained(done, unknown, &[create]) && is_explained(done, unknown, &[create, disable]));
        assert!(is_explained(failed, none, &[]), "nobody to disable");
    }

    #[test]
    fn doubles_are_dropped_and_have_to_agree() {
        let job = wish("i00", "users.create", 0, "viewer");
        let said = |outcome, effect| result(&job, 1, outcome, effect);
        let one = said(Outcome::Succeeded, Effect::Applied);
        let told = Told::new(&[one.clone(), one.clone(), said(Outcome::Unchanged, Effect::None)]);
        assert_eq!((told.of(&job).len(), told.doubles, told.contradictions.len()), (1, 2, 0));
        assert_eq!(Told::new(&[one, said(Outcome::Failed, Effect::None)]).contradictions.len(), 1);
    }
}
