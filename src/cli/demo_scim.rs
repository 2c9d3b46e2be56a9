//! The second part of the demo: an identity provider's SCIM request creates a user in the app.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::contract::{Action, IntegrationId};
use crate::fixture::{Running, Status};
use crate::gateway::integration;
use crate::gateway::management::Keys;
use crate::gateway::store::integrations::{self, IntegrationRow, Profile};
use crate::gateway::store::{Database, StoreError};
use crate::gateway::{Apps, Listeners, Office, Settings as GatewaySettings, serve};
use crate::queue::{EmbeddedEnds, EmbeddedQueue, GatewayQueue, Queue};
use crate::secrets::Secret;
use crate::worker::{JobRunner, Settings as WorkerSettings, Worker};

use super::print::{line, note};
use super::settings::Settings;
use super::stop::Stop;

/// Whom the identity provider sends.
const GRACE: &str = "grace.hopper@acme.example";
/// The longest wait for a step.
const PATIENCE: Duration = Duration::from_mins(2);

/// Runs a gateway in front of the app, tests and syncs the integration, and sends it a user. Whether the app has the user.
///
/// # Errors
/// When the gateway cannot be started, or a step fails.
pub(super) async fn play(
    settings: &Settings,
    document: &Value,
    runner: &Arc<JobRunner>,
    app: &Running,
    folder: &Path,
) -> Result<bool, Stop> {
    note("a gateway in front of the app: test, sync, then a SCIM request of an identity provider");
    let database = Database::open(&format!("sqlite:{}", folder.join("gateway.db").display())).await;
    let office = Office::new(
        database.map_err(Stop::missing)?,
        Apps::load(&settings.recipes).map_err(Stop::missing)?,
        GatewaySettings::default(),
    );
    let id: IntegrationId =
        integration::create(&office, document.clone(), Profile::Okta, "demo").await.map_err(bug)?.id;
    let ids = BTreeSet::from([id.clone()]);
    let (queue, published) = EmbeddedQueue::new(&ids);
    let ends = GatewayQueue::Embedded(EmbeddedEnds::new(queue.clone(), published));
    let (_known, integrations) = watch::channel(ids);
    let worker = Worker {
        queue: Queue::Embedded(queue),
        integrations,
        handler: runner.handler(),
        settings: WorkerSettings { worker_id: "demo".to_owned(), sessions: 1, ..WorkerSettings::default() },
    };
    let listeners = Listeners { scim: listener().await?, management: listener().await? };
    let address = listeners.scim.local_addr().map_err(Stop::missing)?;
    let stop = CancellationToken::new();
    let keys = Keys::new(&Secret::new(uuid::Uuid::new_v4().to_string()), None);
    let serving = serve(Arc::clone(&office), ends, listeners, keys, stop.clone());
    let playing = async {
        let played = request(&office, &id, address, app).await;
        stop.cancel();
        played
    };
    let (played, served, _) = tokio::join!(playing, serving, worker.run(stop.clone(), stop.clone()));
    served.map_err(Stop::missing)?;
    played
}

async fn request(
    office: &Arc<Office>,
    id: &IntegrationId,
    address: std::net::SocketAddr,
    app: &Running,
) -> Result<bool, Stop> {
    for action in [Action::Check, Action::Sync] {
        integration::start(office, id, action, "demo").await.map_err(bug)?;
        until(office, id, |row| {
            row.tested.is_some()
                || if action == Action::Check {
                    row.stage.name() != "draft"
                } else {
                    row.synced.is_some() || row.review.is_some()
                }
        })
        .await?;
    }
    let row = row(office, id).await.map_err(Stop::missing)?;
    let mut writing = office.database.write(id).await.map_err(Stop::missing)?;
    let token = integration::issue(&mut writing, &row, None, "demo").await.map_err(bug)?;
    writing.commit().await.map_err(Stop::missing)?;
    let body = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": GRACE, "displayName": "Grace Hopper",
        "emails": [{"value": GRACE, "type": "work", "primary": true}], "roles": [{"value": "viewer"}], "active": true,
    });
    let begun = Instant::now();
    // Only to this machine, without a proxy.
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([]).timeout(PATIENCE).build();
    let answer = client
        .map_err(Stop::missing)?
        .post(format!("http://{address}/scim/v2/i/{}/Users", row.public_id))
        .bearer_auth(token.bearer.text().expose())
        .body(body.to_string())
        .send()
        .await
        .map_err(Stop::missing)?;
    let status = answer.status();
    let there = app.state().user(GRACE).is_some_and(|user| user.status == Status::Active);
    let (seconds, app) =
        (begun.elapsed().as_secs_f32(), if there { "the app has the user" } else { "the app has no such user" });
    line(&format!("SCIM   POST /Users   {GRACE}   {status}   {seconds:.1} s   {app}"))?;
    Ok(status == reqwest::StatusCode::CREATED && there)
}

async fn until(office: &Office, id: &IntegrationId, holds: impl Fn(&IntegrationRow) -> bool) -> Result<(), Stop> {
    let mut results = office.results();
    let waiting = async {
        loop {
            results.borrow_and_update();
            if holds(&row(office, id).await.map_err(Stop::missing)?) {
                return Ok(());
            }
            // The sender lives as long as the office.
            results.changed().await.ok();
        }
    };
    tokio::time::timeout(PATIENCE, waiting)
        .await
        .unwrap_or_else(|_| Err(Stop::missing("the gateway's job takes too long")))
}

async fn row(office: &Office, id: &IntegrationId) -> Result<IntegrationRow, StoreError> {
    let mut db = office.database.read().await?;
    integrations::by_id(&mut db, id).await?.ok_or_else(|| StoreError::Missing(format!("integration {id}")))
}

async fn listener() -> Result<TcpListener, Stop> {
    TcpListener::bind("127.0.0.1:0").await.map_err(Stop::missing)
}

fn bug(error: impl std::error::Error) -> Stop {
    Stop::invalid(error.to_string())
}
