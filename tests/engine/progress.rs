//! What is told while a job runs, and that telling it changes nothing.

use idlcm::contract::{ErrorKind, EvidencePolicy, Job, JobProgress, JobResult, Outcome, ProgressPhase, Watch};
use idlcm::engine::PersonalData;
use serde_json::json;
use tokio::sync::mpsc;

use crate::ledgerly_app::{Ledgerly, PASSWORD, job};

/// An attempt, what was told meanwhile, and how many commands the browser was sent, those for pictures included.
async fn watched(app: &mut Ledgerly, job: &Job, watch: Watch) -> (JobResult, Vec<JobProgress>, u64) {
    let (sender, mut told) = mpsc::channel(1000);
    let mut job = job.clone();
    job.options.watch = watch;
    let before = app.commands();
    let result = app.run_telling(&job, Some(sender)).await;
    let sent = app.commands().saturating_sub(before);
    let mut all = Vec::new();
    while let Some(progress) = told.recv().await {
        println!(
            "{} {:?} {} {:?}",
            progress.number,
            progress.phase,
            progress.text,
            progress.picture.as_ref().map(String::len)
        );
        all.push(progress);
    }
    (result, all, sent)
}

fn pictures(told: &[JobProgress]) -> u64 {
    told.iter().filter(|progress| progress.picture.is_some()).count() as u64
}

#[tokio::test(flavor = "multi_thread")]
async fn watching_costs_no_command_and_pictures_cost_their_own() {
    let mut app = Ledgerly::start().await;
    app.run(&job("check", &json!(null))).await;
    for what in ["check", "users.list"] {
        let job = job(what, &json!(null));
        // A look that found a page still at work is done again: the least of some runs is what it costs.
        let mut least = [(u64::MAX, u64::MAX); 3];
        for _ in 0..4 {
            for (place, watch) in [Watch::Nothing, Watch::Steps, Watch::Pictures].into_iter().enumerate() {
                let (result, told, sent) = watched(&mut app, &job, watch).await;
                assert_eq!(result.outcome, Outcome::Succeeded, "{result:#?}");
                assert_eq!(told.is_empty(), watch == Watch::Nothing, "{told:?}");
                assert_eq!(pictures(&told) > 0, watch == Watch::Pictures, "{told:?}");
                let plain = sent - 3 * pictures(&told);
                least[place] = (least[place].0.min(plain), least[place].1.min(result.times.commands));
            }
        }
        assert_eq!((least[0], least[0]), (least[1], least[2]), "{what}: {least:?}");
    }
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_is_told_and_nobody_is_named() {
    let mut app = Ledgerly::start().await;
    let ada = json!({"email": "ada@acme.example", "name": "Ada Lovelace", "role": "accountant"});
    let (result, told, _) = watched(&mut app, &job("users.create", &ada), Watch::Pictures).await;
    assert_eq!((result.outcome, app.accepted("users.create")), (Outcome::Succeeded, 1), "{result:#?}");
    let mut phases: Vec<ProgressPhase> = told.iter().map(|progress| progress.phase).collect();
    phases.dedup();
    let names: Vec<&str> = phases.iter().map(|phase| phase.name()).collect();
    let wanted = "started session login logged_in reading steps commit outcome verify ended";
    assert_eq!(names.join(" "), wanted);
    for (place, progress) in told.iter().enumerate() {
        assert_eq!((progress.number as usize, progress.attempt), (place + 1, 1));
        let text = serde_json::to_string(&JobProgress { picture: None, ..progress.clone() }).unwrap();
        for secret in [PASSWORD, "ada", "Ada", "Lovelace", "owner@"] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
        // Nothing is photographed between asking for the commit and the app's answer.
        assert!(
            progress.picture.is_none() || !matches!(progress.phase, ProgressPhase::Commit | ProgressPhase::Outcome),
            "{progress:?}"
        );
    }
    assert!(told.iter().any(|progress| progress.phase == ProgressPhase::Steps && progress.picture.is_some()));
    assert!(told.is_sorted_by_key(|progress| progress.at));
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_picture_leaves_a_worker_that_keeps_people_out_of_evidence() {
    let mut app = Ledgerly::start().await;
    let check = job("check", &json!(null));
    for personal in [PersonalData::Hash, PersonalData::Drop] {
        app.personal = personal;
        let (result, told, _) = watched(&mut app, &check, Watch::Pictures).await;
        assert_eq!((result.outcome, pictures(&told)), (Outcome::Succeeded, 0));
        assert!(told.iter().any(|progress| progress.phase == ProgressPhase::Reading));
    }
    app.personal = PersonalData::Keep;
    let mut unseen = check.clone();
    unseen.options.evidence = EvidencePolicy::Never;
    assert_eq!(pictures(&watched(&mut app, &unseen, Watch::Pictures).await.1), 0);
    assert!(pictures(&watched(&mut app, &check, Watch::Pictures).await.1) > 0);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_does_not_read_holds_a_job_up() {
    let mut app = Ledgerly::start().await;
    let mut check = job("check", &json!(null));
    check.options.watch = Watch::Steps;
    let (sender, mut told) = mpsc::channel(1);
    let result = app.run_telling(&check, Some(sender)).await;
    assert_eq!(result.outcome, Outcome::Succeeded, "{result:#?}");
    assert_eq!(told.recv().await.map(|progress| progress.number), Some(1));
    assert!(told.recv().await.is_none(), "the rest found no room");
    // Nor does one who is gone.
    let (sender, told) = mpsc::channel(1);
    drop(told);
    assert_eq!(app.run_telling(&check, Some(sender)).await.outcome, Outcome::Succeeded);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_that_fails_ends_with_the_page_it_failed_on_and_the_kind_of_failure() {
    let change = |recipe: &str| recipe.replace("{column: Role, map", "{column: Roles and rights, map");
    let mut app = Ledgerly::with_recipe(change).await;
    let (result, told, _) = watched(&mut app, &job("check", &json!(null)), Watch::Pictures).await;
    assert_eq!(result.error.map(|error| error.kind), Some(ErrorKind::ElementMissing));
    let [.., page, last] = &told[..] else { panic!("{told:?}") };
    assert!(page.picture.is_some() && page.phase == ProgressPhase::Reading, "{page:?}");
    assert_eq!(last.text, "The attempt ended: failed, element missing.");
    app.stop().await;
}
