//! Jobs that a person has to look at, of a queue inside the process, which keeps none itself.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sqlx::{AnyConnection, Row as _};

use super::error::{StoreError, json, text};
use crate::queue::{Properties, StoredLetter};

/// Keeps one. The same one twice is one.
///
/// # Errors
/// When the database fails.
pub async fn put(db: &mut AnyConnection, letter: &StoredLetter) -> Result<(), StoreError> {
    let died = letter.at.map_or_else(super::now, jiff::Timestamp::as_millisecond);
    sqlx::query(
        "INSERT INTO dead_letters (id, body, properties, died_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
    )
    .bind(letter.id())
    // Whatever came as a job, which need not be text.
    .bind(STANDARD.encode(&letter.body))
    .bind(text("a dead letter for", &letter.properties)?)
    .bind(died)
    .execute(db)
    .await?;
    Ok(())
}

/// So many of them, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &mut AnyConnection, most: i64) -> Result<Vec<StoredLetter>, StoreError> {
    let rows = sqlx::query("SELECT body, properties FROM dead_letters ORDER BY died_at, id LIMIT $1")
        .bind(most)
        .fetch_all(db)
        .await?;
    rows.iter().map(|row| read(&row.try_get::<String, _>(0)?, &row.try_get::<String, _>(1)?)).collect()
}

/// The one with that id ([`StoredLetter::id`]).
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &mut AnyConnection, id: &str) -> Result<Option<StoredLetter>, StoreError> {
    let row =
        sqlx::query("SELECT body, properties FROM dead_letters WHERE id = $1").bind(id).fetch_optional(db).await?;
    row.map(|row| read(&row.try_get::<String, _>(0)?, &row.try_get::<String, _>(1)?)).transpose()
}

/// Takes one away; whether it was there.
///
/// # Errors
/// When the database fails.
pub async fn remove(db: &mut AnyConnection, id: &str) -> Result<bool, StoreError> {
    let taken = sqlx::query("DELETE FROM dead_letters WHERE id = $1").bind(id).execute(db).await?;
    Ok(taken.rows_affected() == 1)
}

fn read(body: &str, properties: &str) -> Result<StoredLetter, StoreError> {
    let what = "a dead letter";
    let unreadable = |reason: String| StoreError::Unreadable { what: what.to_owned(), reason };
    let body = STANDARD.decode(body).map_err(|error| unreadable(error.to_string()))?;
    let properties: Properties = json(what, properties)?;
    Ok(StoredLetter::read(body, properties, ""))
}
