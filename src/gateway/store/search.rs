//! Pages of resources, in their order.

use std::collections::HashMap;

use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

use super::error::StoreError;
use super::resources::{COLUMNS, Resource, resource};
use crate::contract::{IntegrationId, ResourceKind};

/// A column that can be searched without reading every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Indexed {
    /// Our id.
    Id(String),
    /// `userName` or `displayName`, whatever the case.
    Name(String),
    /// The identity provider's own id.
    ExternalId(String),
}

/// How many are shown of a kind, and those from the one with that number (from 0) on.
///
/// # Errors
/// When the database fails.
pub async fn page(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    skip: i64,
    most: i64,
) -> Result<(i64, Vec<Resource>), StoreError> {
    let shown = "integration = $1 AND kind = $2 AND deleted = 0 AND acknowledged = 1";
    let total: i64 = sqlx::query(AssertSqlSafe(format!("SELECT COUNT(*) FROM resources WHERE {shown}")))
        .bind(integration.as_str())
        .bind(kind.plural())
        .fetch_one(&mut *db)
        .await?
        .try_get(0)?;
    if most == 0 {
        return Ok((total, Vec::new()));
    }
    // The ids first, from the index alone: rows that are skipped are not read.
    let statement = format!(
        "SELECT {COLUMNS} FROM resources WHERE id IN \
         (SELECT id FROM resources WHERE {shown} ORDER BY id LIMIT $3 OFFSET $4) ORDER BY id"
    );
    let rows = sqlx::query(AssertSqlSafe(statement))
        .bind(integration.as_str())
        .bind(kind.plural())
        .bind(most)
        .bind(skip)
        .fetch_all(db)
        .await?;
    Ok((total, rows.iter().map(resource).collect::<Result<_, _>>()?))
}

/// How many are shown, by integration and kind.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &mut AnyConnection) -> Result<HashMap<(String, String), i64>, StoreError> {
    let statement = "SELECT integration, kind, COUNT(*) FROM resources WHERE deleted = 0 AND acknowledged = 1 \
         GROUP BY integration, kind";
    let rows = sqlx::query(statement).fetch_all(db).await?;
    rows.iter().map(|row| Ok(((row.try_get(0)?, row.try_get(1)?), row.try_get(2)?))).collect()
}

/// Those that are shown with that value in that column.
///
/// # Errors
/// When the database fails.
pub async fn with(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    indexed: &Indexed,
) -> Result<Vec<Resource>, StoreError> {
    let (column, value) = match indexed {
        Indexed::Id(id) => ("id", id),
        Indexed::Name(name) => ("name", name),
        Indexed::ExternalId(id) => ("external_id", id),
    };
    let statement = format!(
        "SELECT {COLUMNS} FROM resources WHERE integration = $1 AND kind = $2 AND deleted = 0 AND acknowledged = 1 \
         AND {column} = $3 ORDER BY id"
    );
    let rows = sqlx::query(AssertSqlSafe(statement))
        .bind(integration.as_str())
        .bind(kind.plural())
        .bind(value.as_str())
        .fetch_all(db)
        .await?;
    rows.iter().map(resource).collect()
}
