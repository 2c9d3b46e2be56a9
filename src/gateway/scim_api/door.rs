//! The door: a good token for exactly this integration, or 401; not too often, or 429. Nothing of the integration is read
//! before.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Path};
use axum::http::header;
use axum::http::request::Parts;
use serde::Deserialize;
use serde_json::json;

use super::answer::Refusal;
use super::caller::{Caller, Desk};
use crate::gateway::integration::{Bearer, equal};
use crate::gateway::store::activity::{self, Note};
use crate::gateway::store::integrations::{self, IntegrationRow, Stage};
use crate::gateway::store::{StoreError, tokens};
use crate::scim::ScimError;

/// What stands in the path of every request.
#[derive(Debug, Deserialize)]
struct Place {
    public_id: String,
}

impl FromRequestParts<Arc<Desk>> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Refusal> {
        let address = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        let Ok(Path(Place { public_id })) = Path::<Place>::from_request_parts(parts, desk).await else {
            return Err(ScimError::not_found("there is nothing here").into());
        };
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let bearer = header.and_then(|header| Bearer::read(header).ok());
        let known = match bearer {
            Some(bearer) => authenticate(desk, &public_id, &bearer).await?,
            None => None,
        };
        let Some(integration) = known else {
            // A good token always passes: whoever sends wrong ones through the same proxy locks nobody out.
            if let Some(Err(seconds)) = address.map(|address| desk.failures.take(&address)) {
                let error = ScimError::new(429, "too many requests with a wrong token came from this address");
                return Err(Refusal::later(error, seconds));
            }
            return Err(ScimError::new(401, "the token is missing, wrong, expired or revoked").into());
        };
        if let Err(seconds) = desk.requests.take(&public_id) {
            return Err(Refusal::later(ScimError::new(429, "too many requests; slow down"), seconds));
        }
        if integration.stage == Stage::Archived {
            return Err(ScimError::new(403, "this integration is archived").into());
        }
        let app = desk.office.apps.of(&integration).map_err(|error| {
            tracing::error!(integration = %integration.id, %error, "its recipe is not sound any more");
            Refusal::from(ScimError::new(500, "the recipe of this app is broken; ask whoever runs the gateway"))
        })?;
        Ok(Self::new(Arc::clone(&desk.office), integration, app, &parts.headers))
    }
}

/// The integration, if the token opens it. The same work is done whatever is wrong.
async fn authenticate(desk: &Desk, public_id: &str, bearer: &Bearer) -> Result<Option<IntegrationRow>, StoreError> {
    let mut db = desk.office.database.read().await?;
    let live = tokens::live_of(&mut db, public_id).await?;
    let hash = bearer.hash();
    // All are compared, so that the time does not tell which one it was.
    let good =
        live.iter().fold(false, |good, token| equal(&token.hash, &hash) | good) & (bearer.public_id() == public_id);
    if !good {
        return Ok(None);
    }
    let Some(row) = integrations::by_public_id(&mut db, public_id).await? else { return Ok(None) };
    drop(db);
    if row.stage == Stage::Ready {
        return connected(desk, row).await.map(Some);
    }
    Ok(Some(row))
}

/// The identity provider has called for the first time.
async fn connected(desk: &Desk, row: IntegrationRow) -> Result<IntegrationRow, StoreError> {
    let mut writing = desk.office.database.write(&row.id).await?;
    let Some(mut row) = integrations::by_id(&mut writing, &row.id).await? else { return Ok(row) };
    if row.stage == Stage::Ready {
        row.stage = Stage::Connected;
        integrations::update(&mut writing, &row).await?;
        let target = row.id.as_str();
        let note = Note {
            actor: "identity provider",
            event: "integration.connect",
            target,
            outcome: "done",
            detail: json!({}),
        };
        activity::note(&mut writing, &row.id, note).await?;
        writing.commit().await?;
    }
    Ok(row)
}
