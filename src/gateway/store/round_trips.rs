//! Sign-ins that were begun at the identity provider and have not come back yet. Each is used once, within ten minutes.

use jiff::Timestamp;
use sqlx::{AnyConnection, Row as _};

use super::error::StoreError;
use crate::secrets::Secret;

/// How long one is kept.
pub const KEPT_SECONDS: i64 = 10 * 60;
/// The most that are kept at a time: anybody may begin one.
const MOST: i64 = 10_000;

/// A row.
#[derive(Debug, Clone)]
pub struct RoundTrip {
    /// The SHA-256 of what the browser's cookie holds, in hexadecimal.
    pub browser: String,
    /// What the ID token has to hold.
    pub nonce: Secret,
    /// What the code is exchanged with (PKCE).
    pub verifier: Secret,
    /// The session that is to be confirmed, as the hash of its token. None: a new one is to begin.
    pub session: Option<String>,
    /// The page that is shown afterwards.
    pub next: String,
    /// When it was begun.
    pub created: Timestamp,
}

/// Puts a new one into the table, by the SHA-256 of its state, and drops those that are too old. `false`: there are too many.
///
/// # Errors
/// When the database fails.
pub async fn insert(db: &mut AnyConnection, state: &str, new: &RoundTrip) -> Result<bool, StoreError> {
    let created = new.created.as_millisecond();
    sqlx::query("DELETE FROM round_trips WHERE created_at < $1")
        .bind(created - KEPT_SECONDS * 1000)
        .execute(&mut *db)
        .await?;
    let count: i64 = sqlx::query("SELECT COUNT(*) FROM round_trips").fetch_one(&mut *db).await?.try_get(0)?;
    if count >= MOST {
        return Ok(false);
    }
    sqlx::query(
        "INSERT INTO round_trips (state, browser, nonce, verifier, session, next, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(state)
    .bind(new.browser.as_str())
    .bind(new.nonce.expose())
    .bind(new.verifier.expose())
    .bind(new.session.as_deref())
    .bind(new.next.as_str())
    .bind(created)
    .execute(db)
    .await?;
    Ok(true)
}

/// Takes the one with that state out of the table; none if it was taken before or is too old.
///
/// # Errors
/// When the database fails.
pub async fn take(db: &mut AnyConnection, state: &str) -> Result<Option<RoundTrip>, StoreError> {
    let rows = sqlx::query(
        "DELETE FROM round_trips WHERE state = $1 RETURNING browser, nonce, verifier, session, next, created_at",
    )
    .bind(state)
    .fetch_all(db)
    .await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let created: i64 = row.try_get(5)?;
    if created < super::now() - KEPT_SECONDS * 1000 {
        return Ok(None);
    }
    Ok(Some(RoundTrip {
        browser: row.try_get(0)?,
        nonce: Secret::new(row.try_get::<String, _>(1)?),
        verifier: Secret::new(row.try_get::<String, _>(2)?),
        session: row.try_get(3)?,
        next: row.try_get(4)?,
        created: super::time(created),
    }))
}
