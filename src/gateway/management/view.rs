//! Integrations as administrators see them.

use std::collections::HashMap;

use serde_json::{Value, json};
use sqlx::AnyConnection;

use crate::contract::{IntegrationId, ResourceKind};
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

/// What is known of integrations besides their rows.
#[derive(Debug, Default)]
pub(super) struct Known {
    counts: HashMap<(String, String), i64>,
    open: HashMap<String, i64>,
}

impl Known {
    /// Of one.
    pub(super) async fn of(db: &mut AnyConnection, id: &IntegrationId) -> Result<Self, StoreError> {
        let mut known = Self::default();
        for kind in ResourceKind::ALL {
            let (total, _) = search::page(db, id, kind, 0, 0).await?;
            known.counts.insert((id.to_string(), kind.plural().to_owned()), total);
        }
        known.open.insert(id.to_string(), jobs::open(db, id).await?);
        Ok(known)
    }

    /// Of all, in two statements.
    pub(super) async fn of_all(db: &mut AnyConnection) -> Result<Self, StoreError> {
        Ok(Self { counts: search::counts(db).await?, open: jobs::open_of_all(db).await? })
    }
}

/// An integration, without its document.
pub(super) fn summary(office: &Office, row: &IntegrationRow, known: &Known) -> Value {
    let id = row.id.to_string();
    let mut counts = serde_json::Map::new();
    for kind in ResourceKind::ALL {
        let total = known.counts.get(&(id.clone(), kind.plural().to_owned())).copied().unwrap_or_default();
        counts.insert(kind.plural().to_owned(), total.into());
    }
    let root = office.settings.public_url.as_deref().unwrap_or_default();
    json!({
        "id": row.id,
        "name": row.document.get("name").cloned().unwrap_or_else(|| row.id.as_str().into()),
        "app": row.document.get("app"),
        "service_account": row.document.get("service_account"),
        "idp": row.profile.name(),
        "state": state(row),
        "stage": row.stage.name(),
        "paused": row.paused,
        "attention": row.attention.as_ref().map(|attention| &attention.message),
        "attention_kind": row.attention.as_ref().and_then(|attention| attention.kind),
        "attention_action": row.attention.as_ref().and_then(|attention| attention.action),
        "test_failed": row.tested,
        "synced": row.synced,
        "review": row.review.as_ref().map(|review| &review.reason),
        "scim_url": format!("{}/scim/v2/i/{}", root.trim_end_matches('/'), row.public_id),
        "created": row.created,
        "version": row.version(),
        "counts": counts,
        "open_jobs": known.open.get(&id).copied().unwrap_or_default(),
    })
}
