//! What is read together is of one moment.

use idlcm::contract::{IntegrationId, Job};
use idlcm::gateway::store::{integrations, jobs};
use reqwest::Method;
use serde_json::Value;
use uuid::Uuid;

use crate::rig::{ID, Plan, Rig};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_integration_and_its_open_jobs_are_told_as_they_were_at_one_moment() {
    let rig = Rig::bare(Plan::of("generic")).await;
    rig.as_if_synced().await;
    let id: IntegrationId = ID.parse().unwrap();
    // In one transaction each: a job is open while its integration is paused, and never otherwise.
    let turns = async {
        for _ in 0..150 {
            let mut job = Job::check(id.clone());
            job.job_id = Uuid::now_v7();
            for paused in [true, false] {
                let mut writing = rig.office.database.write(&id).await.unwrap();
                let mut row = integrations::by_id(&mut writing, &id).await.unwrap().unwrap();
                row.paused = paused;
                integrations::update(&mut writing, &row).await.unwrap();
                if paused {
                    jobs::insert(&mut writing, &job, None, 0).await.unwrap();
                } else {
                    assert!(jobs::take_back(&mut writing, job.job_id).await.unwrap());
                }
                writing.commit().await.unwrap();
            }
        }
    };
    let over = std::sync::atomic::AtomicBool::new(false);
    let looks = async {
        let mut seen = [0, 0];
        while !over.load(std::sync::atomic::Ordering::Relaxed) {
            let one = rig.integration().await;
            let all = rig.manage(Method::GET, "", &Value::Null).await["integrations"][0].clone();
            for told in [one, all] {
                assert_eq!(told["paused"] == true, told["open_jobs"] == 1, "{told}");
                seen[usize::from(told["paused"] == true)] += 1;
            }
        }
        assert!(seen.iter().all(|times| *times > 5), "{seen:?}");
    };
    let turned = async {
        turns.await;
        over.store(true, std::sync::atomic::Ordering::Relaxed);
    };
    tokio::join!(turned, looks);
    rig.stop().await;
}
