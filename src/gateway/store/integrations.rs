//! Integrations and how far they are.

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use uuid::Uuid;

use super::error::{StoreError, json, text};
use crate::contract::{ErrorKind, IntegrationId, UserAction};

/// Which identity provider speaks, and with it what it accepts and what it sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Okta.
    Okta,
    /// Microsoft Entra ID.
    Entra,
    /// Any other: what the RFCs say.
    #[default]
    Generic,
}

/// How far an integration is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It was created and not tested yet, or the test failed.
    Draft,
    /// The test passed.
    Ready,
    /// The identity provider has called.
    Connected,
    /// The identity provider has read what is there.
    Active,
    /// It is kept for the record only.
    Archived,
}

impl Stage {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Draft, "draft"),
        (Self::Ready, "ready"),
        (Self::Connected, "connected"),
        (Self::Active, "active"),
        (Self::Archived, "archived"),
    ];

    /// The name in the table and in answers.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(stage, _)| *stage == self).map_or("", |(_, name)| name)
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(stage, _)| stage)
    }
}

impl Profile {
    /// The name in the table, in answers and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Okta => "okta",
            Self::Entra => "entra",
            Self::Generic => "generic",
        }
    }

    /// The one with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Okta, Self::Entra, Self::Generic].into_iter().find(|profile| profile.name() == name)
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct IntegrationRow {
    /// Its id.
    pub id: IntegrationId,
    /// Its part of the SCIM base URL. Letters and digits, since Okta takes no `_`.
    pub public_id: String,
    /// Who speaks SCIM.
    pub profile: Profile,
    /// How far it is.
    pub stage: Stage,
    /// Whether no jobs go out, by an administrator's wish.
    pub paused: bool,
    /// Why jobs wait at the workers.
    pub attention: Option<Attention>,
    /// The integration itself (`idlcm.integration/1`).
    pub document: Value,
    /// What the last test said: nothing if it passed.
    pub tested: Option<String>,
    /// When it was last read in full, and the writes were let in.
    pub synced: Option<Timestamp>,
    /// A sync that waits for an administrator's word: its job and why.
    pub review: Option<Review>,
    /// When it was made.
    pub created: Timestamp,
}

impl IntegrationRow {
    /// Another one for each other document or profile, so that a change made meanwhile is seen.
    pub fn version(&self) -> String {
        let text = format!("{} {}", self.profile.name(), self.document);
        format!("{:x}", Sha256::digest(text.as_bytes())).chars().take(32).collect()
    }
}

/// Why jobs of an integration wait at the workers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// In a sentence.
    pub message: String,
    /// The error behind it. `None`: somebody paused it, or it was noted by a version that did not keep it.
    pub kind: Option<ErrorKind>,
    /// What a person should do about it.
    pub action: Option<UserAction>,
}

/// A sync that is held back.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Review {
    /// Its job.
    pub job: Uuid,
    /// Why it is held.
    pub reason: String,
}

const COLUMNS: &str = "id, public_id, profile, stage, paused, attention, attention_kind, attention_action, document, tested, synced_at, \
     review, created_at";

/// Puts one into the table.
///
/// # Errors
/// When the database fails, or the id is taken ([`StoreError::is_double`]).
pub async fn insert(db: &mut AnyConnection, new: &IntegrationRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO integrations (id, public_id, profile, stage, document, created_at, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $6)",
    )
    .bind(new.id.as_str())
    .bind(new.public_id.as_str())
    .bind(new.profile.name())
    .bind(new.stage.name())
    .bind(new.document.to_string())
    .bind(new.created.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}

/// Writes one back.
///
/// # Errors
/// When the database fails.
pub async fn update(db: &mut AnyConnection, row: &IntegrationRow) -> Result<(), StoreError> {
    let review = row.review.as_ref().map(|review| text("a review for", review)).transpose()?;
    sqlx::query(
        "UPDATE integrations SET profile = $1, stage = $2, paused = $3, attention = $4, document = $5, tested = $6, \
         synced_at = $7, review = $8, changed_at = $9, attention_kind = $10, attention_action = $11 WHERE id = $12",
    )
    .bind(row.profile.name())
    .bind(row.stage.name())
    .bind(i64::from(row.paused))
    .bind(row.attention.as_ref().map(|attention| attention.message.as_str()))
    .bind(row.document.to_string())
    .bind(row.tested.as_deref())
    .bind(row.synced.map(Timestamp::as_millisecond))
    .bind(review)
    .bind(super::now())
    .bind(row.attention.as_ref().and_then(|attention| attention.kind).map(ErrorKind::name))
    .bind(row.attention.as_ref().and_then(|attention| attention.action).and_then(word))
    .bind(row.id.as_str())
    .execute(db)
    .await?;
    Ok(())
}

/// The one with that id.
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &mut AnyConnection, id: &IntegrationId) -> Result<Option<IntegrationRow>, StoreError> {
    one(db, "id", id.as_str()).await
}

/// The one with that part of the SCIM base URL.
///
/// # Errors
/// When the database fails.
pub async fn by_public_id(db: &mut AnyConnection, id: &str) -> Result<Option<IntegrationRow>, StoreError> {
    one(db, "public_id", id).await
}

async fn one(db: &mut AnyConnection, column: &str, value: &str) -> Result<Option<IntegrationRow>, StoreError> {
    let statement = format!("SELECT {COLUMNS} FROM integrations WHERE {column} = $1");
    let row = sqlx::query(AssertSqlSafe(statement)).bind(value).fetch_optional(db).await?;
    row.as_ref().map(integration).transpose()
}

/// All of them, by id.
///
/// # Errors
/// When the database fails.
pub async fn all(db: &mut AnyConnection) -> Result<Vec<IntegrationRow>, StoreError> {
    let statement = format!("SELECT {COLUMNS} FROM integrations ORDER BY id");
    let rows = sqlx::query(AssertSqlSafe(statement)).fetch_all(db).await?;
    rows.iter().map(integration).collect()
}

fn integration(row: &AnyRow) -> Result<IntegrationRow, StoreError> {
    let id: String = row.try_get("id")?;
    let what = format!("integration {id}");
    let unreadable = |reason: &str| StoreError::Unreadable { what: what.clone(), reason: reason.to_owned() };
    let review: Option<String> = row.try_get("review")?;
    let synced: Option<i64> = row.try_get("synced_at")?;
    Ok(IntegrationRow {
        id: id.parse().map_err(|error: crate::contract::IntegrationIdError| unreadable(&error.to_string()))?,
        public_id: row.try_get("public_id")?,
        profile: Profile::from_name(&row.try_get::<String, _>("profile")?).ok_or_else(|| unreadable("its profile"))?,
        stage: Stage::from_name(&row.try_get::<String, _>("stage")?).ok_or_else(|| unreadable("its stage"))?,
        paused: row.try_get::<i64, _>("paused")? != 0,
        attention: attention(row)?,
        document: json(&what, &row.try_get::<String, _>("document")?)?,
        tested: row.try_get("tested")?,
        synced: synced.map(super::time),
        review: review.map(|text| json(&what, &text)).transpose()?,
        created: super::time(row.try_get("created_at")?),
    })
}

fn attention(row: &AnyRow) -> Result<Option<Attention>, StoreError> {
    let message: Option<String> = row.try_get("attention")?;
    let (kind, action): (Option<String>, Option<String>) =
        (row.try_get("attention_kind")?, row.try_get("attention_action")?);
    // What a newer version has written is not known here, and the sentence says it anyway.
    let action = action.and_then(|action| serde_json::from_value(Value::String(action)).ok());
    Ok(message.map(|message| Attention { message, kind: kind.as_deref().and_then(ErrorKind::from_name), action }))
}

/// The word for it in the table and in answers.
fn word(action: UserAction) -> Option<String> {
    serde_json::to_value(action).ok().and_then(|value| value.as_str().map(str::to_owned))
}
