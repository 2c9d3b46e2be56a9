//! Integrations as administrators see them.

use serde_json::{Value, json};
use sqlx::AnyConnection;

use crate::contract::ResourceKind;
use crate::gateway::office::Office;
use crate::gateway::store::integrations::{IntegrationRow, Stage};
use crate::gateway::store::{StoreError, jobs, search};

/// Where an integration is, in a word: what stands in the way goes before how far it has come.
pub(super) fn state(row: &IntegrationRow) -> &'static str {
    match row {
        IntegrationRow { stage: Stage::Archived, .. } => "archived",
        IntegrationRow { paused: true, .. } => "paused",
        IntegrationRow { attention: Some(_), .. } => "needs_attention",
        IntegrationRow { review: Some(_), .. } => "needs_review",
        row => row.stage.name(),
    }
}

/// An integration, without its document.
pub(super) async fn summary(
    db: &mut AnyConnection,
    office: &Office,
    row: &IntegrationRow,
) -> Result<Value, StoreError> {
    let mut counts = serde_json::Map::new();
    for kind in ResourceKind::ALL {
        let (total, _) = search::page(db, &row.id, kind, 0, 0).await?;
        counts.insert(kind.plural().to_owned(), total.into());
    }
    let root = office.settings.public_url.as_deref().unwrap_or_default();
    Ok(json!({
        "id": row.id,
        "name": row.document.get("name").cloned().unwrap_or_else(|| row.id.as_str().into()),
        "app": row.document.get("app"),
        "idp": row.profile.name(),
        "state": state(row),
        "stage": row.stage.name(),
        "paused": row.paused,
        "attention": row.attention,
        "test_failed": row.tested,
        "synced": row.synced,
        "review": row.review.as_ref().map(|review| &review.reason),
        "scim_url": format!("{}/scim/v2/i/{}", root.trim_end_matches('/'), row.public_id),
        "created": row.created,
        "counts": counts,
        "open_jobs": jobs::open(db, &row.id).await?,
    }))
}
