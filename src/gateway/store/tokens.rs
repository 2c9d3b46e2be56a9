//! The bearer tokens of identity providers, as hashes.

use jiff::Timestamp;
use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::error::{StoreError, uuid};
use crate::contract::IntegrationId;

/// A token, without the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRow {
    /// Its id, for revoking it.
    pub id: Uuid,
    /// Whose.
    pub integration: IntegrationId,
    /// The SHA-256 of its text, in hexadecimal.
    pub hash: String,
    /// When it was made.
    pub created: Timestamp,
    /// From when on it is worth nothing.
    pub expires: Option<Timestamp>,
    /// When it was revoked.
    pub revoked: Option<Timestamp>,
}

impl TokenRow {
    /// Whether it opens anything now.
    pub fn is_live(&self) -> bool {
        self.revoked.is_none() && self.expires.is_none_or(|expires| Timestamp::now() < expires)
    }
}

/// Puts a token into the table.
///
/// # Errors
/// When the database fails.
pub async fn insert(db: &mut AnyConnection, token: &TokenRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO tokens (id, integration, hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(token.id.to_string())
        .bind(token.integration.as_str())
        .bind(token.hash.as_str())
        .bind(token.created.as_millisecond())
        .bind(token.expires.map(Timestamp::as_millisecond))
        .execute(db)
        .await?;
    Ok(())
}

/// Those of an integration, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &mut AnyConnection, integration: &IntegrationId) -> Result<Vec<TokenRow>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, hash, created_at, expires_at, revoked_at FROM tokens WHERE integration = $1 ORDER BY created_at, id",
    )
    .bind(integration.as_str())
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let id: String = row.try_get(0)?;
            let (expires, revoked): (Option<i64>, Option<i64>) = (row.try_get(3)?, row.try_get(4)?);
            Ok(TokenRow {
                id: uuid("a token", &id)?,
                integration: integration.clone(),
                hash: row.try_get(1)?,
                created: super::time(row.try_get(2)?),
                expires: expires.map(super::time),
                revoked: revoked.map(super::time),
            })
        })
        .collect()
}

/// Makes one worth nothing from now on; whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn revoke(db: &mut AnyConnection, integration: &IntegrationId, id: Uuid) -> Result<bool, StoreError> {
    let revoked =
        sqlx::query("UPDATE tokens SET revoked_at = $1 WHERE id = $2 AND integration = $3 AND revoked_at IS NULL")
            .bind(super::now())
            .bind(id.to_string())
            .bind(integration.as_str())
            .execute(db)
            .await?;
    Ok(revoked.rows_affected() == 1)
}

/// The live ones of the integration with that part of the SCIM base URL.
///
/// # Errors
/// When the database fails.
pub async fn live_of(db: &mut AnyConnection, public_id: &str) -> Result<Vec<TokenRow>, StoreError> {
    let row = sqlx::query("SELECT i.id FROM integrations i WHERE i.public_id = $1")
        .bind(public_id)
        .fetch_optional(&mut *db)
        .await?;
    // Also asked where there is no such integration, so that the time does not tell.
    let id = row.map_or(Ok(String::from("-")), |row| row.try_get(0))?;
    let id: IntegrationId = id.parse().map_err(|error: crate::contract::IntegrationIdError| {
        StoreError::Unreadable { what: "an integration's id".to_owned(), reason: error.to_string() }
    })?;
    let all = of(db, &id).await?;
    Ok(all.into_iter().filter(TokenRow::is_live).collect())
}
