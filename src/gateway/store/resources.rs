//! Users, groups, roles and assets: what is wished, what was seen, and how far the one is from the other.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};
use uuid::Uuid;

use super::error::{StoreError, json, text, uuid};
use crate::contract::{Attributes, IntegrationId, JobError, ResourceKind};

/// How something is, or is to be, in the app.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct State {
    /// The recipe's fields, in canonical values.
    pub fields: Attributes,
    /// Whether a user has access. Always true for everything else.
    pub active: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
// Fields: the columns.
pub struct Resource {
    /// Our id: a UUID of version 7, in order of creation, never used again.
    pub id: Uuid,
    /// Whose.
    pub integration: IntegrationId,
    /// What it is.
    pub kind: ResourceKind,
    /// Its key in the app, as last known. `None`: it was not made there yet.
    pub app_key: Option<String>,
    /// The key that it is to have, folded where the app tells no case.
    pub wish_key: String,
    /// `userName` or `displayName`, in small letters.
    pub name: String,
    /// The identity provider's own id.
    pub external_id: Option<String>,
    /// What is wished.
    pub desired: State,
    /// What was last seen in the app. `None`: it is not there.
    pub observed: Option<State>,
    /// What the identity provider sent, as far as it is its own: names that the app does not have, kinds of addresses.
    pub shown: Map<String, Value>,
    /// Why the last wish failed.
    pub error: Option<JobError>,
    /// The number of the last wish.
    pub generation: i64,
    /// The last wish that the app was seen to meet.
    pub settled: i64,
    /// Wishes after this one, up to `failed`, have failed.
    pub failed_after: i64,
    /// See `failed_after`.
    pub failed: i64,
    /// Whether the identity provider was told that it exists.
    pub acknowledged: bool,
    /// Until when a request waits for it; 0 if none does. Milliseconds since 1970.
    pub awaited_until: i64,
    /// It is being taken away.
    pub deleting: bool,
    /// It is gone.
    pub deleted: bool,
    /// The number of changes, for an `ETag`.
    pub version: i64,
    /// When it was made here.
    pub created: Timestamp,
    /// When it changed last.
    pub changed: Timestamp,
}

impl Resource {
    /// One that does not exist yet, acknowledged and without a wish.
    pub fn new(integration: IntegrationId, kind: ResourceKind, wish_key: String, name: String) -> Self {
        let now = Timestamp::now();
        Self {
            id: Uuid::now_v7(),
            integration,
            kind,
            app_key: None,
            wish_key,
            name,
            external_id: None,
            desired: State::default(),
            observed: None,
            shown: Map::new(),
            error: None,
            generation: 0,
            settled: 0,
            failed_after: 0,
            failed: 0,
            acknowledged: true,
            awaited_until: 0,
            deleting: false,
            deleted: false,
            version: 0,
            created: now,
            changed: now,
        }
    }

    /// How it is to be shown: as it was seen, or as it is wished where it was not made yet.
    pub fn state(&self) -> &State {
        self.observed.as_ref().unwrap_or(&self.desired)
    }

    /// Whether that wish has failed.
    pub fn has_failed(&self, generation: i64) -> bool {
        self.failed_after < generation && generation <= self.failed
    }

    /// Notes that wishes up to that one have failed.
    pub fn note_failure(&mut self, generation: i64, error: JobError) {
        self.failed_after = self.settled;
        self.failed = generation;
        self.error = Some(error);
    }

    /// Whether the last wish is neither met nor failed yet.
    pub fn is_under_way(&self) -> bool {
        self.settled < self.generation && !self.has_failed(self.generation)
    }

    /// Where it is on its way, for administrators.
    pub fn stage(&self) -> &'static str {
        match self {
            Self { deleted: true, .. } => "deleted",
            Self { deleting: true, .. } => "deleting",
            _ if self.is_under_way() && self.observed.is_none() => "creating",
            _ if self.is_under_way() => "pending",
            Self { generation, .. } if self.has_failed(*generation) => "failed",
            _ => "in_sync",
        }
    }
}

/// What is written as JSON, in errors.
const VALUE: &str = "a value for";

pub(super) const COLUMNS: &str = "id, integration, kind, app_key, wish_key, name, external_id, desired, observed, shown, error, \
     generation, settled, failed_after, failed, acknowledged, awaited_until, deleting, deleted, version, created_at, changed_at";

/// The one with that id, unless it is gone.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    id: Uuid,
) -> Result<Option<Resource>, StoreError> {
    let statement =
        format!("SELECT {COLUMNS} FROM resources WHERE id = $1 AND integration = $2 AND kind = $3 AND deleted = 0");
    let row = sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(id.to_string())
        .bind(integration.as_str())
        .bind(kind.plural())
        .fetch_optional(db)
        .await?;
    row.as_ref().map(resource).transpose()
}

/// The one with that id, also when it is gone.
///
/// # Errors
/// When the database fails.
pub async fn any(db: &mut AnyConnection, id: Uuid) -> Result<Option<Resource>, StoreError> {
    let statement = format!("SELECT {COLUMNS} FROM resources WHERE id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(statement)).bind(id.to_string()).fetch_optional(db).await?;
    row.as_ref().map(resource).transpose()
}

/// The one with that key or that name, unless it is gone; the key goes first.
///
/// # Errors
/// When the database fails.
pub async fn by_key_or_name(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    wish_key: &str,
    name: &str,
) -> Result<Option<Resource>, StoreError> {
    let statement = format!(
        "SELECT {COLUMNS} FROM resources WHERE integration = $1 AND kind = $2 AND deleted = 0 \
         AND (wish_key = $3 OR name = $4) ORDER BY CASE WHEN wish_key = $3 THEN 0 ELSE 1 END LIMIT 1"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(integration.as_str())
        .bind(kind.plural())
        .bind(wish_key)
        .bind(name)
        .fetch_optional(db)
        .await?;
    row.as_ref().map(resource).transpose()
}

/// Whether another one has that key or that name.
///
/// # Errors
/// When the database fails.
pub async fn others(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    wish_key: &str,
    name: &str,
    except: Uuid,
) -> Result<bool, StoreError> {
    let row = sqlx::query(
        "SELECT COUNT(*) FROM resources WHERE integration = $1 AND kind = $2 AND deleted = 0 \
         AND (wish_key = $3 OR name = $4) AND id <> $5",
    )
    .bind(integration.as_str())
    .bind(kind.plural())
    .bind(wish_key)
    .bind(name)
    .bind(except.to_string())
    .fetch_one(db)
    .await?;
    Ok(row.try_get::<i64, _>(0)? > 0)
}

/// The one with that key in the app, unless it is gone.
///
/// # Errors
/// When the database fails.
pub async fn by_app_key(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
    app_key: &str,
) -> Result<Option<Resource>, StoreError> {
    let statement = format!(
        "SELECT {COLUMNS} FROM resources WHERE integration = $1 AND kind = $2 AND deleted = 0 AND app_key = $3 LIMIT 1"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(integration.as_str())
        .bind(kind.plural())
        .bind(app_key)
        .fetch_optional(db)
        .await?;
    row.as_ref().map(resource).transpose()
}

/// The ids and keys of all of one kind that were seen in the app.
///
/// # Errors
/// When the database fails.
pub async fn keys(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    kind: ResourceKind,
) -> Result<Vec<(Uuid, String)>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, app_key FROM resources WHERE integration = $1 AND kind = $2 AND deleted = 0 \
         AND app_key IS NOT NULL AND observed IS NOT NULL",
    )
    .bind(integration.as_str())
    .bind(kind.plural())
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let id: String = row.try_get(0)?;
            Ok((uuid("a resource", &id)?, row.try_get(1)?))
        })
        .collect()
}

/// Puts a new one into the table.
///
/// # Errors
/// When the database fails, or its key or name is taken ([`StoreError::is_double`]).
pub async fn insert(db: &mut AnyConnection, new: &Resource) -> Result<(), StoreError> {
    let statement = format!(
        "INSERT INTO resources ({COLUMNS}) VALUES \
         ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1, $20, $21)"
    );
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(new.id.to_string())
        .bind(new.integration.as_str())
        .bind(new.kind.plural())
        .bind(new.app_key.as_deref())
        .bind(new.wish_key.as_str())
        .bind(new.name.as_str())
        .bind(new.external_id.as_deref())
        .bind(text(VALUE, &new.desired)?)
        .bind(new.observed.as_ref().map(|value| text(VALUE, value)).transpose()?)
        .bind(text(VALUE, &new.shown)?)
        .bind(new.error.as_ref().map(|value| text(VALUE, value)).transpose()?)
        .bind(new.generation)
        .bind(new.settled)
        .bind(new.failed_after)
        .bind(new.failed)
        .bind(i64::from(new.acknowledged))
        .bind(new.awaited_until)
        .bind(i64::from(new.deleting))
        .bind(i64::from(new.deleted))
        .bind(new.created.as_millisecond())
        .bind(new.changed.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

/// Writes a row back; its version rises and its time is now.
///
/// # Errors
/// As [`insert`].
pub async fn update(db: &mut AnyConnection, resource: &Resource) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE resources SET app_key = $1, wish_key = $2, name = $3, external_id = $4, desired = $5, observed = $6, \
         shown = $7, error = $8, generation = $9, settled = $10, failed_after = $11, failed = $12, acknowledged = $13, \
         awaited_until = $14, deleting = $15, deleted = $16, version = version + 1, changed_at = $17 WHERE id = $18",
    )
    .bind(resource.app_key.as_deref())
    .bind(resource.wish_key.as_str())
    .bind(resource.name.as_str())
    .bind(resource.external_id.as_deref())
    .bind(text(VALUE, &resource.desired)?)
    .bind(resource.observed.as_ref().map(|value| text(VALUE, value)).transpose()?)
    .bind(text(VALUE, &resource.shown)?)
    .bind(resource.error.as_ref().map(|value| text(VALUE, value)).transpose()?)
    .bind(resource.generation)
    .bind(resource.settled)
    .bind(resource.failed_after)
    .bind(resource.failed)
    .bind(i64::from(resource.acknowledged))
    .bind(resource.awaited_until)
    .bind(i64::from(resource.deleting))
    .bind(i64::from(resource.deleted))
    .bind(super::now())
    .bind(resource.id.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// Notes who waits for it and whether the identity provider knows of it; that is no change of the resource.
///
/// # Errors
/// When the database fails.
pub async fn await_until(db: &mut AnyConnection, id: Uuid, until: i64, acknowledged: bool) -> Result<(), StoreError> {
    sqlx::query("UPDATE resources SET awaited_until = $1, acknowledged = $2 WHERE id = $3")
        .bind(until)
        .bind(i64::from(acknowledged))
        .bind(id.to_string())
        .execute(db)
        .await?;
    Ok(())
}

pub(super) fn resource(row: &AnyRow) -> Result<Resource, StoreError> {
    let id: String = row.try_get("id")?;
    let what = format!("resource {id}");
    let unreadable = |reason: String| StoreError::Unreadable { what: what.clone(), reason };
    let flag = |name: &str| row.try_get::<i64, _>(name).map(|flag| flag != 0);
    let texts = |name: &str| row.try_get::<String, _>(name);
    let maybe = |name: &str| row.try_get::<Option<String>, _>(name);
    Ok(Resource {
        id: uuid(&what, &id)?,
        integration: texts("integration")?
            .parse()
            .map_err(|error: crate::contract::IntegrationIdError| unreadable(error.to_string()))?,
        kind: ResourceKind::from_plural(&texts("kind")?).ok_or_else(|| unreadable("its kind".to_owned()))?,
        app_key: maybe("app_key")?,
        wish_key: texts("wish_key")?,
        name: texts("name")?,
        external_id: maybe("external_id")?,
        desired: json(&what, &texts("desired")?)?,
        observed: maybe("observed")?.map(|text| json(&what, &text)).transpose()?,
        shown: json(&what, &texts("shown")?)?,
        error: maybe("error")?.map(|text| json(&what, &text)).transpose()?,
        generation: row.try_get("generation")?,
        settled: row.try_get("settled")?,
        failed_after: row.try_get("failed_after")?,
        failed: row.try_get("failed")?,
        acknowledged: flag("acknowledged")?,
        awaited_until: row.try_get("awaited_until")?,
        deleting: flag("deleting")?,
        deleted: flag("deleted")?,
        version: row.try_get("version")?,
        created: super::time(row.try_get("created_at")?),
        changed: super::time(row.try_get("changed_at")?),
    })
}
