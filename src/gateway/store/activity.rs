//! The activity log: what was done, by whom, to what. Each entry carries the hash of the one before, so that nothing can
//! be changed or taken out unseen.

use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

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

/// Which log: that of an integration, or that of the house: who signed in, who was let in and out.
#[derive(Debug, Clone, Copy)]
pub enum Log<'a> {
    /// Of an integration.
    Integration(&'a IntegrationId),
    /// Of the house.
    House,
}

impl<'a> From<&'a IntegrationId> for Log<'a> {
    fn from(id: &'a IntegrationId) -> Self {
        Self::Integration(id)
    }
}

impl Log<'_> {
    /// The table with the head of the chain, the one with the entries, its column that says whose they are, and whose.
    fn place(&self) -> (&'static str, &'static str, &'static str, &str) {
        match self {
            Self::Integration(id) => ("integrations", "activity", "integration", id.as_str()),
            Self::House => ("house", "house_activity", "house", "people"),
        }
    }
}

/// Adds an entry. It is part of the transaction that does what it tells.
///
/// # Errors
/// When the database fails, or there is no such integration.
pub async fn note<'l>(db: &mut AnyConnection, log: impl Into<Log<'l>>, note: Note<'_>) -> Result<(), StoreError> {
    let log = log.into();
    let (heads, entries, column, whose) = log.place();
    let raise =
        format!("UPDATE {heads} SET chain_length = chain_length + 1 WHERE id = $1 RETURNING chain_length, chain_head");
    let row = sqlx::query(AssertSqlSafe(raise))
        .bind(whose)
        .fetch_optional(&mut *db)
        .await?
        .ok_or_else(|| StoreError::Missing(format!("{column} {whose}")))?;
    let (number, before): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
    let at = Timestamp::now().as_millisecond();
    let detail = note.detail.to_string();
    let hash = link(&before, number, at, [note.actor, note.event, note.target, note.outcome, &detail]);
    sqlx::query(AssertSqlSafe(format!("UPDATE {heads} SET chain_head = $1 WHERE id = $2")))
        .bind(hash.as_str())
        .bind(whose)
        .execute(&mut *db)
        .await?;
    let add = format!(
        "INSERT INTO {entries} ({column}, number, at, actor, event, target, outcome, detail, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    sqlx::query(AssertSqlSafe(add))
        .bind(whose)
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
pub async fn latest<'l>(
    db: &mut AnyConnection,
    log: impl Into<Log<'l>>,
    before: i64,
    most: i64,
) -> Result<Vec<Entry>, StoreError> {
    let log = log.into();
    let (_, entries, column, whose) = log.place();
    let statement = format!(
        "SELECT number, at, actor, event, target, outcome, detail, hash FROM {entries} \
         WHERE {column} = $1 AND number < $2 ORDER BY number DESC LIMIT $3"
    );
    let rows = sqlx::query(AssertSqlSafe(statement)).bind(whose).bind(before).bind(most).fetch_all(db).await?;
    rows.iter().map(entry).collect()
}

/// Follows the chain from its first entry. The number of entries, if each follows from the one before and the last one is
/// the one that the chain's head names; else the number of the first that does not.
///
/// # Errors
/// When the database fails.
pub async fn verify<'l>(db: &mut AnyConnection, log: impl Into<Log<'l>>) -> Result<Result<i64, i64>, StoreError> {
    let log = log.into();
    let (heads, entries, column, whose) = log.place();
    let row = sqlx::query(AssertSqlSafe(format!("SELECT chain_length, chain_head FROM {heads} WHERE id = $1")))
        .bind(whose)
        .fetch_one(&mut *db)
        .await?;
    let (length, head): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
    let (mut number, mut before) = (0, String::new());
    let following = format!(
        "SELECT number, at, actor, event, target, outcome, detail, hash FROM {entries} \
         WHERE {column} = $1 AND number > $2 ORDER BY number LIMIT 1000"
    );
    loop {
        let rows = sqlx::query(AssertSqlSafe(following.as_str().to_owned()))
            .bind(whose)
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

pub(super) fn entry(row: &AnyRow) -> Result<Entry, StoreError> {
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
