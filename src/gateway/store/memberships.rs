//! Who is in which group: wished, and seen.

use std::collections::HashMap;

use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use uuid::Uuid;

use super::error::{StoreError, json, uuid};
use super::resources::State;
use crate::contract::IntegrationId;

/// A user in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The group.
    pub group: Uuid,
    /// The user.
    pub user: Uuid,
    /// Whether the user is to be in it.
    pub desired: bool,
    /// Whether the user was seen in it.
    pub observed: bool,
}

/// Someone or something at the other end, as far as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// Its id.
    pub id: Uuid,
    /// Its key in the app, or the name by which it is wished.
    pub name: String,
    /// How it is; of groups only.
    pub state: Option<State>,
}

/// The groups of a user.
///
/// # Errors
/// When the database fails.
pub async fn of_user(db: &mut AnyConnection, user: Uuid) -> Result<Vec<Membership>, StoreError> {
    of(db, "user_id", user).await
}

/// The users of a group.
///
/// # Errors
/// When the database fails.
pub async fn of_group(db: &mut AnyConnection, group: Uuid) -> Result<Vec<Membership>, StoreError> {
    of(db, "group_id", group).await
}

async fn of(db: &mut AnyConnection, column: &str, id: Uuid) -> Result<Vec<Membership>, StoreError> {
    let statement =
        format!("SELECT group_id, user_id, desired, observed FROM memberships WHERE {column} = $1 ORDER BY 1, 2");
    let rows = sqlx::query(AssertSqlSafe(statement)).bind(id.to_string()).fetch_all(db).await?;
    rows.iter()
        .map(|row| {
            Ok(Membership {
                group: uuid("a membership", &row.try_get::<String, _>(0)?)?,
                user: uuid("a membership", &row.try_get::<String, _>(1)?)?,
                desired: row.try_get::<i64, _>(2)? != 0,
                observed: row.try_get::<i64, _>(3)? != 0,
            })
        })
        .collect()
}

/// Writes one; one that is neither wished nor seen is taken out.
///
/// # Errors
/// When the database fails.
pub async fn put(
    db: &mut AnyConnection,
    integration: &IntegrationId,
    membership: &Membership,
) -> Result<(), StoreError> {
    if !membership.desired && !membership.observed {
        sqlx::query("DELETE FROM memberships WHERE group_id = $1 AND user_id = $2")
            .bind(membership.group.to_string())
            .bind(membership.user.to_string())
            .execute(db)
            .await?;
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO memberships (integration, group_id, user_id, desired, observed) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (group_id, user_id) DO UPDATE SET desired = excluded.desired, observed = excluded.observed",
    )
    .bind(integration.as_str())
    .bind(membership.group.to_string())
    .bind(membership.user.to_string())
    .bind(i64::from(membership.desired))
    .bind(i64::from(membership.observed))
    .execute(db)
    .await?;
    Ok(())
}

/// Takes out all of a user or group that is gone.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &mut AnyConnection, id: Uuid) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM memberships WHERE group_id = $1 OR user_id = $1").bind(id.to_string()).execute(db).await?;
    Ok(())
}

/// Whether a group's members are as wished. Whoever is not to be made yet, having no access, is in no group either.
///
/// # Errors
/// When the database fails.
pub async fn is_settled(db: &mut AnyConnection, group: Uuid) -> Result<bool, StoreError> {
    let open: i64 = sqlx::query(
        "SELECT COUNT(*) FROM memberships m JOIN resources u ON u.id = m.user_id \
             WHERE m.group_id = $1 AND m.desired <> m.observed AND NOT (u.observed IS NULL \
             AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.resource = u.id AND j.state <> 'done'))",
    )
    .bind(group.to_string())
    .fetch_one(db)
    .await?
    .try_get(0)?;
    Ok(open == 0)
}

/// The groups in which each of these users was seen.
///
/// # Errors
/// When the database fails.
pub async fn groups_of(db: &mut AnyConnection, users: &[Uuid]) -> Result<HashMap<Uuid, Vec<Other>>, StoreError> {
    others(db, users, "user_id", "group_id").await
}

/// The users that were seen in each of these groups.
///
/// # Errors
/// When the database fails.
pub async fn members_of(db: &mut AnyConnection, groups: &[Uuid]) -> Result<HashMap<Uuid, Vec<Other>>, StoreError> {
    others(db, groups, "group_id", "user_id").await
}

async fn others(
    db: &mut AnyConnection,
    ids: &[Uuid],
    from: &str,
    to: &str,
) -> Result<HashMap<Uuid, Vec<Other>>, StoreError> {
    let mut found: HashMap<Uuid, Vec<Other>> = HashMap::new();
    // A statement takes no more than some thousand values.
    for ids in ids.chunks(500) {
        let holes: Vec<String> = (1..=ids.len()).map(|number| format!("${number}")).collect();
        let state = if to == "group_id" { ", COALESCE(r.observed, r.desired)" } else { "" };
        let statement = format!(
            "SELECT m.{from}, r.id, r.name, r.app_key{state} FROM memberships m JOIN resources r ON r.id = m.{to} \
             JOIN resources u ON u.id = m.user_id WHERE m.{from} IN ({}) AND r.deleted = 0 \
             AND (m.observed = 1 OR (m.desired = 1 AND u.observed IS NULL)) ORDER BY r.id",
            holes.join(", ")
        );
        let mut query = sqlx::query(AssertSqlSafe(statement));
        for id in ids {
            query = query.bind(id.to_string());
        }
        for row in query.fetch_all(&mut *db).await? {
            let key: Option<String> = row.try_get(3)?;
            let state = if state.is_empty() { None } else { Some(row.try_get::<String, _>(4)?) };
            let other = Other {
                id: uuid("a membership", &row.try_get::<String, _>(1)?)?,
                name: key.map_or_else(|| row.try_get(2), Ok)?,
                state: state.map(|text| json("a group", &text)).transpose()?,
            };
            found.entry(uuid("a membership", &row.try_get::<String, _>(0)?)?).or_default().push(other);
        }
    }
    Ok(found)
}
