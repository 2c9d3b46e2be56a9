//! People are added, changed, disabled: each an entry of the house's activity log.

use jiff::Timestamp;
use serde_json::json;
use sqlx::AnyConnection;
use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;

use super::password::{Weak, hash, slowly, strong};
use super::role::Role;
use crate::gateway::office::Office;
use crate::gateway::store::activity::{self, Log, Note};
use crate::gateway::store::people::{self, PersonRow};
use crate::gateway::store::{StoreError, sessions};
use crate::secrets::Secret;

/// Something cannot be done with a person.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// There is no such person.
    #[error("there is no person {0}")]
    Unknown(String),
    /// Whoever asks may not.
    #[error("{0}")]
    NotAllowed(String),
    /// It makes no sense as it is.
    #[error("{0}")]
    NotNow(String),
    /// The password is not taken.
    #[error(transparent)]
    Weak(#[from] Weak),
    /// Somebody else changed the person since it was read.
    #[error("somebody else has changed this person meanwhile; look at what it is now and try again")]
    Changed,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who asks, and what it may do.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// For the activity log.
    pub actor: &'a str,
    /// Its role.
    pub role: Role,
    /// Which person it is; none for the bearer of the administrator's token.
    pub id: Option<Uuid>,
}

/// A person to be added.
#[derive(Debug)]
pub struct NewPerson {
    /// What is typed to sign in.
    pub name: String,
    /// What others see. Empty: the name.
    pub display: String,
    /// What it may do.
    pub role: Role,
    /// A first password, which it has to change when it signs in. None: it signs in through its identity provider.
    pub password: Option<Secret>,
    /// Whether it has to change that password.
    pub must_change: bool,
}

/// What is to be changed of a person.
#[derive(Debug, Default)]
pub struct Change {
    /// What others see.
    pub display: Option<String>,
    /// What it may do.
    pub role: Option<Role>,
    /// Whether it may sign in.
    pub active: Option<bool>,
    /// The version that whoever changes it has seen.
    pub version: Option<i64>,
}

/// Adds a person.
///
/// # Errors
/// When the name is taken or none, the password is weak, whoever asks may not, or the database fails.
pub async fn add(office: &Office, new: NewPerson, by: By<'_>) -> Result<PersonRow, Refused> {
    let name = folded(&new.name);
    let sound = !name.is_empty()
        && name.len() <= 200
        && name.chars().all(|c| !c.is_control() && !c.is_whitespace() && c != '(' && c != ')');
    if !sound {
        return Err(Refused::NotNow(
            "a name has 1 to 200 characters and no spaces, such as an e-mail address".to_owned(),
        ));
    }
    allowed(by, new.role)?;
    if let Some(password) = &new.password {
        strong(password, &name)?;
    }
    let hashed = match new.password {
        Some(password) => Some(hashed(password).await?),
        None => None,
    };
    let display = Some(new.display.trim()).filter(|text| !text.is_empty()).unwrap_or(&name).to_owned();
    let row = PersonRow {
        id: Uuid::now_v7(),
        display,
        role: new.role,
        active: true,
        must_change: hashed.is_some() && new.must_change,
        password: hashed,
        totp: None,
        totp_step: 0,
        subject: None,
        version: 1,
        created: Timestamp::now(),
        signed_in: None,
        name,
    };
    let mut writing = office.database.write_any().await?;
    match people::insert(&mut writing, &row).await {
        Err(error) if error.is_double() => {
            return Err(Refused::NotNow(format!("there is a person {} already", row.name)));
        }
        other => other?,
    }
    note(&mut writing, by, "person.create", &row.name, json!({"role": row.role.name()})).await?;
    writing.commit().await?;
    Ok(row)
}

/// Changes a person. One who is disabled is signed out everywhere.
///
/// # Errors
/// When there is none, it was changed meanwhile, whoever asks may not, the last owner would be gone, or the database fails.
pub async fn change(office: &Office, id: Uuid, wish: Change, by: By<'_>) -> Result<PersonRow, Refused> {
    let mut writing = office.database.write_any().await?;
    let mut row = known(&mut writing, id).await?;
    allowed(by, row.role)?;
    if wish.version.is_some_and(|seen| seen != row.version) {
        return Err(Refused::Changed);
    }
    let before = row.clone();
    if let Some(display) = wish.display.filter(|text| !text.trim().is_empty()) {
        display.trim().clone_into(&mut row.display);
    }
    if let Some(role) = wish.role {
        allowed(by, role)?;
        row.role = role;
    }
    row.active = wish.active.unwrap_or(row.active);
    let lowered = (before.active && !row.active) || row.role < before.role;
    if lowered && by.id == Some(id) {
        return Err(Refused::NotNow(
            "nobody takes the own role away or disables the own account; ask another owner".to_owned(),
        ));
    }
    if lowered && before.role == Role::Owner {
        let owners = people::all(&mut writing).await?;
        if !owners.iter().any(|one| one.id != id && one.active && one.role == Role::Owner) {
            return Err(Refused::NotNow(format!("{} is the last owner; make another one first", row.name)));
        }
    }
    if (&before.display, before.role, before.active) == (&row.display, row.role, row.active) {
        return Ok(row);
    }
    if !people::update(&mut writing, &row).await? {
        return Err(Refused::Changed);
    }
    if !row.active {
        sessions::end_all(&mut writing, id, None).await?;
    }
    let event = match (before.active, row.active) {
        (true, false) => "person.disable",
        (false, true) => "person.enable",
        _ => "person.update",
    };
    note(&mut writing, by, event, &row.name, json!({"role": row.role.name()})).await?;
    writing.commit().await?;
    Ok(PersonRow { version: row.version + 1, ..row })
}

/// Gives a person a new first password, which it has to change; it is signed out everywhere.
///
/// # Errors
/// As [`change`], and when the password is weak.
pub async fn set_password(office: &Office, id: Uuid, password: Secret, by: By<'_>) -> Result<(), Refused> {
    let mut db = office.database.read().await?;
    let row = known(&mut db, id).await?;
    drop(db);
    strong(&password, &row.name)?;
    // A person without one would sign in through the identity provider.
    let hashed = hashed(password).await?;
    alter(office, id, by, "person.password", |person| {
        person.password = Some(hashed.clone());
        person.must_change = true;
    })
    .await
}

/// Takes the second factor off a person who has lost it; it is signed out everywhere.
///
/// # Errors
/// As [`change`].
pub async fn unset_second_factor(office: &Office, id: Uuid, by: By<'_>) -> Result<(), Refused> {
    alter(office, id, by, "person.totp.off", |person| person.totp = None).await
}

async fn alter(
    office: &Office,
    id: Uuid,
    by: By<'_>,
    event: &str,
    change: impl Fn(&mut PersonRow),
) -> Result<(), Refused> {
    let mut writing = office.database.write_any().await?;
    let mut row = known(&mut writing, id).await?;
    allowed(by, row.role)?;
    change(&mut row);
    if !people::update(&mut writing, &row).await? {
        return Err(Refused::Changed);
    }
    sessions::end_all(&mut writing, id, None).await?;
    note(&mut writing, by, event, &row.name, json!({})).await?;
    Ok(writing.commit().await?)
}

async fn hashed(password: Secret) -> Result<Secret, Refused> {
    let hashed = slowly(move || hash(&password)).await.flatten();
    hashed.ok_or_else(|| Refused::NotNow("the password cannot be hashed; try again".to_owned()))
}

/// A name as it is kept: without spaces around it, in lower case, composed (Unicode NFC), so that two that look alike are one.
pub(super) fn folded(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}

fn allowed(by: By<'_>, role: Role) -> Result<(), Refused> {
    if by.role.manages(role) {
        return Ok(());
    }
    let (own, other) = (by.role.name().replace('_', " "), role.name().replace('_', " "));
    Err(Refused::NotAllowed(format!("a person with the role {own} does not manage one with the role {other}")))
}

async fn known(db: &mut AnyConnection, id: Uuid) -> Result<PersonRow, Refused> {
    people::by_id(db, id).await?.ok_or_else(|| Refused::Unknown(id.to_string()))
}

async fn note(
    db: &mut AnyConnection,
    by: By<'_>,
    event: &str,
    target: &str,
    detail: serde_json::Value,
) -> Result<(), StoreError> {
    activity::note(db, Log::House, Note { actor: by.actor, event, target, outcome: "done", detail }).await
}
