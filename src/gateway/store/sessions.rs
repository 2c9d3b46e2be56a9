//! The sessions of people who are signed in, as hashes of their tokens.

use jiff::Timestamp;
use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::error::{StoreError, uuid};

/// A row.
#[derive(Debug, Clone)]
pub struct SessionRow {
    /// The SHA-256 of its token, in hexadecimal.
    pub hash: String,
    /// Whose it is.
    pub person: Uuid,
    /// When it began.
    pub created: Timestamp,
    /// When it was last used, to the minute.
    pub seen: Timestamp,
    /// When the person last gave its password, here or to its identity provider.
    pub confirmed: Timestamp,
}

/// Puts a new one into the table. `confirmed`: when the person gave its password.
///
/// # Errors
/// When the database fails.
pub async fn insert(db: &mut AnyConnection, hash: &str, person: Uuid, confirmed: Timestamp) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO sessions (hash, person, created_at, seen_at, confirmed_at) VALUES ($1, $2, $3, $3, $4)")
        .bind(hash)
        .bind(person.to_string())
        .bind(super::now())
        .bind(confirmed.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

/// The one with that hash.
///
/// # Errors
/// When the database fails.
pub async fn by_hash(db: &mut AnyConnection, hash: &str) -> Result<Option<SessionRow>, StoreError> {
    let row = sqlx::query("SELECT person, created_at, seen_at, confirmed_at FROM sessions WHERE hash = $1")
        .bind(hash)
        .fetch_optional(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(SessionRow {
        hash: hash.to_owned(),
        person: uuid("a session", &row.try_get::<String, _>(0)?)?,
        created: super::time(row.try_get(1)?),
        seen: super::time(row.try_get(2)?),
        confirmed: super::time(row.try_get(3)?),
    }))
}

/// Notes that it was used.
///
/// # Errors
/// When the database fails.
pub async fn seen(db: &mut AnyConnection, hash: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE sessions SET seen_at = $1 WHERE hash = $2").bind(super::now()).bind(hash).execute(db).await?;
    Ok(())
}

/// Notes that the person has just given its password again.
///
/// # Errors
/// When the database fails.
pub async fn confirmed(db: &mut AnyConnection, hash: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE sessions SET confirmed_at = $1 WHERE hash = $2")
        .bind(super::now())
        .bind(hash)
        .execute(db)
        .await?;
    Ok(())
}

/// Ends one.
///
/// # Errors
/// When the database fails.
pub async fn end(db: &mut AnyConnection, hash: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE hash = $1").bind(hash).execute(db).await?;
    Ok(())
}

/// Ends all of a person, but for one.
///
/// # Errors
/// When the database fails.
pub async fn end_all(db: &mut AnyConnection, person: Uuid, but: Option<&str>) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE person = $1 AND hash <> $2")
        .bind(person.to_string())
        .bind(but.unwrap_or_default())
        .execute(db)
        .await?;
    Ok(())
}

/// Drops those that nobody can use any more: begun before that time.
///
/// # Errors
/// When the database fails.
pub async fn sweep(db: &mut AnyConnection, before: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE created_at < $1").bind(before.as_millisecond()).execute(db).await?;
    Ok(())
}
