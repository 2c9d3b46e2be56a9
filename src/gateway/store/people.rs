//! The people who may use the console, and what is kept of their sign-ins.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use uuid::Uuid;

use super::error::{StoreError, uuid};
use crate::gateway::people::Role;
use crate::secrets::Secret;

/// A row.
#[derive(Debug, Clone)]
// Fields: the columns of the table.
pub struct PersonRow {
    /// Its id.
    pub id: Uuid,
    /// What is typed to sign in: a name or an e-mail address, in lower case.
    pub name: String,
    /// What others see.
    pub display: String,
    /// What it may do.
    pub role: Role,
    /// Whether it may sign in.
    pub active: bool,
    /// Its password as an argon2id hash (PHC string). None: it signs in through its identity provider only.
    pub password: Option<Secret>,
    /// Whether it has to choose another password first.
    pub must_change: bool,
    /// The seed of its one-time codes (base32), if it wants a second factor.
    pub totp: Option<Secret>,
    /// The last time step whose code was used: each is used once.
    pub totp_step: i64,
    /// Who it is at its identity provider: the issuer, a space, and the subject.
    pub subject: Option<String>,
    /// Rises with each change.
    pub version: i64,
    /// When it was made.
    pub created: Timestamp,
    /// When it last signed in.
    pub signed_in: Option<Timestamp>,
}

const COLUMNS: &str = "id, name, display, role, active, password, must_change, totp, totp_step, subject, version, created_at, \
     signed_in_at";

/// Puts one into the table.
///
/// # Errors
/// When the database fails, or the name is taken ([`StoreError::is_double`]).
pub async fn insert(db: &mut AnyConnection, new: &PersonRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO people (id, name, display, role, active, password, must_change, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(new.id.to_string())
    .bind(new.name.as_str())
    .bind(new.display.as_str())
    .bind(new.role.name())
    .bind(i64::from(new.active))
    .bind(new.password.as_ref().map(Secret::expose))
    .bind(i64::from(new.must_change))
    .bind(new.created.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}

/// Writes one back, and raises its version; whether nobody else wrote it since it was read.
///
/// # Errors
/// When the database fails.
pub async fn update(db: &mut AnyConnection, row: &PersonRow) -> Result<bool, StoreError> {
    let updated = sqlx::query(
        "UPDATE people SET display = $1, role = $2, active = $3, password = $4, must_change = $5, totp = $6, totp_step = $7, \
         subject = $8, signed_in_at = $9, version = version + 1 WHERE id = $10 AND version = $11",
    )
    .bind(row.display.as_str())
    .bind(row.role.name())
    .bind(i64::from(row.active))
    .bind(row.password.as_ref().map(Secret::expose))
    .bind(i64::from(row.must_change))
    .bind(row.totp.as_ref().map(Secret::expose))
    .bind(row.totp_step)
    .bind(row.subject.as_deref())
    .bind(row.signed_in.map(Timestamp::as_millisecond))
    .bind(row.id.to_string())
    .bind(row.version)
    .execute(db)
    .await?;
    Ok(updated.rows_affected() == 1)
}

/// Notes that a person signed in, with the time step of the one-time code that it used. `false`: that code, or a later one,
/// was used before.
///
/// # Errors
/// When the database fails.
pub async fn signed_in(db: &mut AnyConnection, id: Uuid, step: Option<i64>) -> Result<bool, StoreError> {
    let noted = sqlx::query(
        "UPDATE people SET signed_in_at = $1, totp_step = CASE WHEN $2 > 0 THEN $2 ELSE totp_step END \
         WHERE id = $3 AND ($2 = 0 OR totp_step < $2)",
    )
    .bind(super::now())
    .bind(step.unwrap_or_default())
    .bind(id.to_string())
    .execute(db)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// The one with that id.
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &mut AnyConnection, id: Uuid) -> Result<Option<PersonRow>, StoreError> {
    one(db, "id", &id.to_string()).await
}

/// The one with that name, in lower case.
///
/// # Errors
/// When the database fails.
pub async fn by_name(db: &mut AnyConnection, name: &str) -> Result<Option<PersonRow>, StoreError> {
    one(db, "name", name).await
}

/// The one that its identity provider knows under that subject.
///
/// # Errors
/// When the database fails.
pub async fn by_subject(db: &mut AnyConnection, subject: &str) -> Result<Option<PersonRow>, StoreError> {
    one(db, "subject", subject).await
}

async fn one(db: &mut AnyConnection, column: &str, value: &str) -> Result<Option<PersonRow>, StoreError> {
    let statement = format!("SELECT {COLUMNS} FROM people WHERE {column} = $1");
    let row = sqlx::query(AssertSqlSafe(statement)).bind(value).fetch_optional(db).await?;
    row.as_ref().map(person).transpose()
}

/// Whether there is anybody.
///
/// # Errors
/// When the database fails.
pub async fn any(db: &mut AnyConnection) -> Result<bool, StoreError> {
    Ok(sqlx::query("SELECT id FROM people LIMIT 1").fetch_optional(db).await?.is_some())
}

/// All of them, by name.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &mut AnyConnection) -> Result<Vec<PersonRow>, StoreError> {
    let rows = sqlx::query(AssertSqlSafe(format!("SELECT {COLUMNS} FROM people ORDER BY name"))).fetch_all(db).await?;
    rows.iter().map(person).collect()
}

fn person(row: &AnyRow) -> Result<PersonRow, StoreError> {
    let id: String = row.try_get("id")?;
    let what = format!("person {id}");
    let role: String = row.try_get("role")?;
    let signed_in: Option<i64> = row.try_get("signed_in_at")?;
    Ok(PersonRow {
        id: uuid(&what, &id)?,
        name: row.try_get("name")?,
        display: row.try_get("display")?,
        role: Role::from_name(&role).ok_or(StoreError::Unreadable { what, reason: "its role".to_owned() })?,
        active: row.try_get::<i64, _>("active")? != 0,
        password: row.try_get::<Option<String>, _>("password")?.map(Secret::new),
        must_change: row.try_get::<i64, _>("must_change")? != 0,
        totp: row.try_get::<Option<String>, _>("totp")?.map(Secret::new),
        totp_step: row.try_get("totp_step")?,
        subject: row.try_get("subject")?,
        version: row.try_get("version")?,
        created: super::time(row.try_get("created_at")?),
        signed_in: signed_in.map(super::time),
    })
}
