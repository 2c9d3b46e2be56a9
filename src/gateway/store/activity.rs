//! The activity log: what was done, by whom, to what. Each entry carries the hash of the one before, so that nothing can
//! be changed or taken out unseen.

use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

use super::error::{StoreError, json};
use crate::contract::IntegrationId;

/// Something to be noted.
#[derive(Debug, Clone)]
pub struct Note<'a> {
    /// Who: `identity provider`, `administrator`, `worker`.
    pub actor: &'a str,
    /// What happened: `user.create`, `sync.held`.
    pub event: &'a str,
    /// To what: a user name, a group's name, the integration.
    pub target: &'a str,
    /// `asked`, `done`, `failed` or `refused`.
    pub outcome: &'a str,
    /// More about it. Holds no secret.
    pub detail: Value,
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its number, from 1.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// What happened.
    pub event: String,
    /// To what.
    pub target: String,
    /// How it ended.
    pub outcome: String,
    /// More about it.
    pub detail: Value,
    /// The SHA-256 of the entry before and of this one, in hexadecimal.
    pub hash: String,
}

/// Adds an entry. It is part of the transaction that does what it tells.
///
/// # Errors
/// When the database fails, or there is no such integration.
pub async fn note(db: &mut AnyConnection, integration: &IntegrationId, note: Note<'_>) -> Result<(), StoreError> {
    let row = sqlx::query(
        "UPDATE integrations SET chain_length = chain_length + 1 WHERE id = $1 RETURNING chain_length, chain_head",
    )
    .bind(integration.as_str())
    .fetch_optional(&mut *db)
    .await?
    .ok_or_else(|| StoreError::Missing(format!("integration {integration}")))?;
    let (number, before): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
    let at = Timestamp::now().as_millisecond();
    let detail = note.detail.to_string();
    let hash = link(&before, number, at, [note.actor, note.event, note.target, note.outcome, &detail]);
    sqlx::query("UPDATE integrations SET chain_head = $1 WHERE id = $2")
        .bind(hash.as_str())
        .bind(integration.as_str())
        .execute(&mut *db)
        .await?;
    sqlx::query(
        "INSERT INTO activity (integration, number, at, actor, event, target, outcome, detail, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(integration.as_str())
    .bind(number)
    .bind(at)
    .bind(note.actor)
    .bind(note.event)
    .bind(note.target)
    .bind(note.outcome)
    .bind(detail)
    .bind(hash)
    .execute(&mut *db)
    .await?;
    Ok(())
}

/// The latest entries before that number, newest first.
///
/// # Errors
/// When the database fails.
pub async fn latest(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    before: i64,
    most: i64,
) -> Result<Vec<Entry>, StoreError> {
    let rows = sqlx::query(
        "SELECT number, at, actor, event, target, outcome, detail, hash FROM activity \
         WHERE integration = $1 AND number < $2 ORDER BY number DESC LIMIT $3",
    )
    .bind(integration.as_str())
    .bind(before)
    .bind(most)
    .fetch_all(db)
    .await?;
    rows.iter().map(entry).collect()
}

/// Follows the chain from its first entry. The number of entries, if each follows from the one before and the last one is
/// the one that the integration names; else the number of the first that does not.
///
/// # Errors
/// When the database fails.
pub async fn verify(db: &mut AnyConnection, integration: &IntegrationId) -> Result<Result<i64, i64>, StoreError> {
    let row = sqlx::query("SELECT chain_length, chain_head FROM integrations WHERE id = $1")
        .bind(integration.as_str())
        .fetch_one(&mut *db)
        .await?;
    let (length, head): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
    let (mut number, mut before) = (0, String::new());
    loop {
        let rows = sqlx::query(
            "SELECT number, at, actor, event, target, outcome, detail, hash FROM activity \
             WHERE integration = $1 AND number > $2 ORDER BY number LIMIT 1000",
        )
        .bind(integration.as_str())
        .bind(number)
        .fetch_all(&mut *db)
        .await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let entry = entry(row)?;
            let detail: String = row.try_get("detail")?;
            let parts = [&entry.actor, &entry.event, &entry.target, &entry.outcome, &detail].map(String::as_str);
            if entry.number != number + 1 || entry.hash != link(&before, entry.number, entry.at.as_millisecond(), parts)
            {
                return Ok(Err(number + 1));
            }
            number += 1;
            before = entry.hash;
        }
    }
    Ok(if number == length && before == head { Ok(number) } else { Err(number + 1) })
}

fn link(before: &str, number: i64, at: i64, parts: [&str; 5]) -> String {
    // JSON, so that no part can pass for two.
    let text = json!([before, number, at, parts]).to_string();
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

fn entry(row: &AnyRow) -> Result<Entry, StoreError> {
    let detail: String = row.try_get("detail")?;
    Ok(Entry {
        number: row.try_get("number")?,
        at: super::time(row.try_get("at")?),
        actor: row.try_get("actor")?,
        event: row.try_get("event")?,
        target: row.try_get("target")?,
        outcome: row.try_get("outcome")?,
        detail: json("an entry of the activity log", &detail)?,
        hash: row.try_get("hash")?,
    })
}
