//! Sign-ins that were refused, by the name that was typed: whether there is such a person cannot be told from it.

use sqlx::{AnyConnection, Row as _};

use super::error::StoreError;

/// What is forgotten after so many milliseconds: a day.
const KEPT_MS: i64 = 24 * 60 * 60 * 1000;

/// Counts an attempt before it is made, so that many at once count, too. `Err`: so many milliseconds are to be waited.
///
/// # Errors
/// When the database fails.
pub async fn begin(
    db: &mut AnyConnection,
    name: &str,
    wait_ms: impl Fn(i64) -> i64,
) -> Result<Result<(), i64>, StoreError> {
    let now = super::now();
    sqlx::query("DELETE FROM refused_sign_ins WHERE until < $1").bind(now - KEPT_MS).execute(&mut *db).await?;
    let row = sqlx::query("SELECT failures, until FROM refused_sign_ins WHERE name = $1")
        .bind(name)
        .fetch_optional(&mut *db)
        .await?;
    let (failures, until): (i64, i64) = match &row {
        Some(row) => (row.try_get(0)?, row.try_get(1)?),
        None => (0, 0),
    };
    if until > now {
        return Ok(Err(until - now));
    }
    sqlx::query(
        "INSERT INTO refused_sign_ins (name, failures, until) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET failures = $2, until = $3",
    )
    .bind(name)
    .bind(failures + 1)
    .bind(now + wait_ms(failures + 1))
    .execute(db)
    .await?;
    Ok(Ok(()))
}

/// Forgets them: the right password was given.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &mut AnyConnection, name: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM refused_sign_ins WHERE name = $1").bind(name).execute(db).await?;
    Ok(())
}
